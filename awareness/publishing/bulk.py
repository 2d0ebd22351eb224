"""Many drafts kept at once, as from a table: for each text what actions.keep_draft does for one,
in a few steps for all, so that others at the desk do not wait for a thousand rows."""

from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import Max, OuterRef, Subquery

from awareness.audit.models import AuditAction, AuditEntry

from .actions import AS_IT_WAS
from .models import Publishable
from .records import Version, VersionOrigin
from .versions import content_fields, snapshot

WAITS_FOR_NOBODY = {
    "submitted_at": None,
    "submitted_by": None,
    "returned_at": None,
    "returned_by": None,
    "returned_note": "",
    "due_at": None,
    "due_by": None,
}


@transaction.atomic
def add_drafts(*, texts: list[Publishable], links: list[dict], at: datetime) -> None:
    """Store new TEXTS of one kind, settled already, with their LINKS (names to numbers of rows)."""
    if not texts:
        return
    model = type(texts[0])
    for text in texts:
        text.changed_at = at
    model._base_manager.bulk_create(texts)
    for field in model._meta.many_to_many:
        ends = field.m2m_column_name(), field.m2m_reverse_name()
        through: Any = field.remote_field.through
        pairs = (
            (text.pk, key)
            for text, own in zip(texts, links, strict=True)
            for key in own[field.name]
        )
        through.objects.bulk_create(through(**dict(zip(ends, pair, strict=True))) for pair in pairs)


@transaction.atomic
def keep_drafts(
    *,
    texts: list[Publishable],
    data: list[dict],
    by,
    at: datetime,
    remark: str = "",
    origin: VersionOrigin = VersionOrigin.HAND,
) -> None:
    """Keep DATA as the newest drafts of TEXTS, rows of one kind as the database holds them, locked
    by the caller. Nothing changes for the public."""
    if not texts:
        return
    model = type(texts[0])
    for text, said in zip(texts, data, strict=True):
        if text.never_public:
            _write(text, said)
    kept = _record(texts, data, by=by, at=at, note=remark, origin=origin)
    mine = Version.objects.filter(label=model._meta.label_lower, row=OuterRef("pk"))
    rows = model._base_manager.filter(pk__in=[text.pk for text in texts])
    newest = Subquery(mine.order_by("-number").values("pk")[:1])
    rows.update(draft=newest, changed_at=at, **WAITS_FOR_NOBODY)
    _note(texts, kept, by=by, at=at, remark=remark)


def remember_firsts(texts: list[Publishable], at: datetime) -> None:
    """The first versions of those TEXTS that were there before versions were kept."""
    if not texts:
        return
    known = set(_of(texts).values_list("row", flat=True))
    for text in texts:
        if text.pk not in known:
            first = _record(
                [text],
                [snapshot(text)],
                by=text.published_by,
                at=at,
                note=AS_IT_WAS,
                origin=VersionOrigin.SITE,
            )
            if not text.never_public:
                text.live_version = first[0]
                type(text)._base_manager.filter(pk=text.pk).update(live_version=first[0])


def _of(texts) -> models.QuerySet[Version]:
    keys = [text.pk for text in texts]
    return Version.objects.filter(label=texts[0]._meta.label_lower, row__in=keys)


def _record(texts, data: list[dict], *, by, at, note, origin) -> list[Version]:
    last = dict(_of(texts).order_by().values_list("row").annotate(last=Max("number")))
    return Version.objects.bulk_create(
        Version(
            label=text._meta.label_lower,
            row=text.pk,
            number=last.get(text.pk, 0) + 1,
            data=said,
            made_by=by,
            made_at=at,
            note=note,
            origin=origin,
        )
        for text, said in zip(texts, data, strict=True)
    )


def _write(text: Publishable, data: dict) -> None:
    """Write into TEXT's own row what DATA says differently."""
    fields = [field for field in content_fields(type(text)) if field.attname in data["fields"]]
    values = {field.attname: field.to_python(data["fields"][field.attname]) for field in fields}
    other = {name: value for name, value in values.items() if value != getattr(text, name)}
    if other:
        type(text)._base_manager.filter(pk=text.pk).update(**other)
        text.__dict__.update(other)
    for name, keys in data["links"].items():
        manager = getattr(text, name)
        if sorted(row.pk for row in manager.all()) != keys:
            manager.set(keys)


def _note(texts, kept: list[Version], *, by, at, remark) -> None:
    AuditEntry.objects.bulk_create(
        AuditEntry(
            at=at,
            by=by,
            verb=AuditAction.SAVED,
            label=text._meta.label_lower,
            row=text.pk,
            about=str(text)[:200],
            detail=f"{version} {remark}".strip()[:500],
            version=version.number,
        )
        for text, version in zip(texts, kept, strict=True)
    )
