"""Starter content that nobody at the desk has touched follows the project's own corrections."""

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.core import serializers
from django.db import models, transaction
from django.utils import timezone

from awareness.audit.log import record
from awareness.audit.models import AuditAction, AuditEntry

from .actions import remember_first
from .changes import announce, announced_at_the_end
from .models import Publishable, SeededRow
from .records import VersionOrigin
from .seeding import MOMENTS, identity, many_links, natural_key_of, rows, source_digest_of
from .versions import digest_of, save_version, snapshot, versions_of

UPDATED = {"note": "随网站升级改过的初始内容", "origin": VersionOrigin.SITE}


@announced_at_the_end()
def update_untouched(folder: Path) -> int:
    """Let the rows of FOLDER's fixtures that nobody has touched say what the fixtures say now; how
    many texts changed. A text that staff ever worked on stays theirs."""
    known = {(one.label, one.key): one for one in SeededRow.objects.all()}
    changed = {}
    for row in rows(folder):
        seeded = known.get(natural_key_of(row))
        if seeded and seeded.source_digest != source_digest_of(row):
            for owner in _brought_up_to_date(row, seeded):
                changed[owner._meta.label, owner.pk] = owner
    for owner in changed.values():
        _keep_version(owner)
        announce()
    return len(changed)


def _brought_up_to_date(row: dict, seeded: SeededRow) -> Iterator[models.Model]:
    """The text that has changed, if any."""
    seeded.source_digest = source_digest_of(row)
    instance = apps.get_model(row["model"]).objects.filter(**identity(row)).first()
    if instance and _is_untouched(instance, seeded) and _update(row, instance):
        seeded.digest = digest_of(instance)
        yield owner_of(instance)
    seeded.save(update_fields=["source_digest", "digest"])


def owner_of(row: models.Model) -> models.Model:
    """The text that ROW is a piece of, or ROW itself."""
    for field in row._meta.concrete_fields:
        pieces = getattr(field.related_model, "pieces", ()) if field.is_relation else ()
        if pieces and field.remote_field.get_accessor_name() in pieces:
            return getattr(row, field.name)
    return row


def _is_untouched(row: models.Model, seeded: SeededRow) -> bool:
    """Whether ROW still says what it said when it came. A site of before that was noted goes by
    the versions and the log alone, where everything stands that was done at the desk."""
    owner = owner_of(row)
    deeds = AuditEntry.objects.filter(label=owner._meta.label_lower, row=owner.pk, by__isnull=False)
    by_staff = versions_of(owner).filter(made_by__isnull=False).exists() or deeds.exists()
    return not by_staff and seeded.digest in ("", digest_of(row))


def _update(row: dict, instance: models.Model) -> bool:
    """Let INSTANCE say what ROW says; False, and nothing is done, if it does so already."""
    before = digest_of(instance)
    with transaction.atomic():
        remember_first(owner_of(instance))
        _write(row, type(instance)._base_manager.get(pk=instance.pk))
        changed = digest_of(instance) != before
        if not changed:
            transaction.set_rollback(True)
    return changed


def _write(row: dict, instance: models.Model) -> None:
    links = many_links(row)
    apart = {*links, *MOMENTS}
    fields = {name: value for name, value in row["fields"].items() if name not in apart}
    plain = {"model": row["model"], "fields": fields}
    (read,) = serializers.deserialize("python", [plain], use_natural_foreign_keys=True)
    for name in fields:
        attname = instance._meta.get_field(name).attname
        setattr(instance, attname, getattr(read.object, attname))
    instance.english_confirmed = True  # both languages come from the same hand
    instance.save()
    for name, keys in links.items():
        manager = getattr(instance, name)
        manager.set(manager.model.objects.filter(slug__in=[key for (key,) in keys]))


def _keep_version(owner: models.Model) -> None:
    """Note what OWNER says now as a version of its own: sheets printed before are of an older one."""
    owner.refresh_from_db()
    version = save_version(owner, snapshot(owner), by=None, at=timezone.now(), **UPDATED)
    if isinstance(owner, Publishable):
        holder = "draft" if owner.never_public else "live_version"
        setattr(owner, holder, version)
        owner.save(update_fields=[holder])
        # What became public, and when, is read from the log, for paper that is still about.
        verb = AuditAction.CHANGED if owner.never_public else AuditAction.PUBLISHED
        record(verb=verb, about=owner, detail=str(version), version=version.number)
    else:
        record(verb=AuditAction.CHANGED, about=owner, detail=UPDATED["note"])
