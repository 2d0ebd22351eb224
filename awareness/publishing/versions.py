"""Versions of a text: what a row holds, taken down as plain data and laid over the row again.

Editing, previewing and comparing all work on the row itself, with a version laid over it inside
a transaction that is taken back: so a draft is seen by the very code that shows the public.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.db.models import Max

from awareness.translation.rows import translated_fields

from .models import Publishable
from .records import Version, VersionOrigin

# The life of a text is not part of what it says.
SAYS = {"office", "review_due", "starts_at", "ends_at", "hant_own", "hant_behind", "english_behind"}
_OPENS = {"starts_at", "ends_at"}
LIFE = {field.name for field in Publishable._meta.get_fields()} - SAYS


def content_fields(model) -> list[models.Field]:
    """The columns of MODEL that a version holds: not its life, its key, nor what `kept_apart` names."""
    doubles = set(translated_fields(model))  # the bare column of a translated field
    apart = {"id", *doubles, *getattr(model, "kept_apart", ())}
    if issubclass(model, Publishable):
        apart |= {field.name for field in _life(model)}
    return [field for field in model._meta.concrete_fields if field.name not in apart]


def _life(model) -> list[models.Field]:
    return [
        field
        for field in model._meta.concrete_fields
        if field.name in LIFE or field.name.startswith("withdrawn_reason")
    ]


def life_columns(model) -> list[str]:
    """Names of the columns of MODEL's public life, with the moments it opens and closes."""
    return [field.name for field in _life(model)] + ["starts_at", "ends_at", "review_due"]


def snapshot(row: models.Model) -> dict:
    """What ROW says as the database holds it: its fields, its links, its parts."""
    fresh = type(row)._base_manager.get(pk=row.pk)
    data = {
        "fields": _fields(fresh),
        "links": {
            field.name: sorted(getattr(fresh, field.name).values_list("pk", flat=True))
            for field in fresh._meta.many_to_many
        },
        "parts": {
            name: [{"id": part.pk, **_fields(part)} for part in getattr(fresh, name).all()]
            for name in getattr(fresh, "pieces", ())
        },
    }
    return json.loads(json.dumps(data, cls=DjangoJSONEncoder))


def digest_of(row: models.Model) -> str:
    """What ROW says, in short. What is empty does not count: a new column changes nothing."""
    fresh = type(row)._base_manager.get(pk=row.pk)
    fields = [field for field in content_fields(type(row)) if field.name not in _OPENS]
    said = {field.attname: field.value_from_object(fresh) for field in fields}
    links = {
        field.name: sorted(getattr(fresh, field.name).values_list("pk", flat=True))
        for field in row._meta.many_to_many
    }
    filled = {name: value for name, value in (said | links).items() if value}
    text = json.dumps(filled, sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()


def _fields(row) -> dict:
    return {field.attname: field.value_from_object(row) for field in content_fields(type(row))}


def apply_version(row: models.Model, data: dict, strict: bool = False) -> None:
    """Write DATA (a snapshot) into ROW's table; ROW is read anew.

    A field that the table has lost is skipped. Where DATA names a row that is gone, the old value
    stays; if STRICT, ValidationError.
    """
    model = type(row)
    values = _row_values(row, data, strict)
    model._base_manager.filter(pk=row.pk).update(**values)
    for name, keys in data["links"].items():
        manager = getattr(row, name)
        manager.set(manager.model._base_manager.filter(pk__in=keys))
    for name, parts in data["parts"].items():
        manager = getattr(row, name)
        manager.all().delete()
        manager.model._base_manager.bulk_create(_part_rows(manager.model, parts, strict))
    row.refresh_from_db()
    if hasattr(row, "_prefetched_objects_cache"):
        row._prefetched_objects_cache = {}


def lay_over(row: models.Model, data: dict) -> models.Model:
    """ROW as it would be read after `apply_version`, in memory alone: nothing is written, so on
    SQLite nobody waits. Enough for a form; what a view reads anew it finds as it was."""
    for name, value in _row_values(row, data).items():
        setattr(row, name, value)
    parts = {name: _parts(row, name, kept) for name, kept in data["parts"].items()}
    links = {name: _links(row, name, keys) for name, keys in data["links"].items()}
    row._prefetched_objects_cache = links | parts
    return row


def _links(row, name: str, keys: list[int]) -> models.QuerySet:
    model = getattr(row, name).model
    return model._base_manager.filter(pk__in=keys).order_by(*model._meta.ordering)


def _parts(row, name: str, kept: list[dict]) -> models.QuerySet:
    manager = getattr(row, name)
    found = manager.all()
    found._result_cache = _part_rows(manager.model, kept)  # as if it had been asked already
    return found


def _row_values(row, data: dict, strict: bool = False) -> dict:
    values = _values(type(row), data["fields"], strict)
    if _opened(row):
        values.pop("starts_at", None)  # what has opened does not open again
    return values


def _part_rows(model, parts: list[dict], strict: bool = False) -> list[models.Model]:
    return [model(**({"id": part["id"]} | _values(model, part, strict))) for part in parts]


def _opened(row) -> bool:
    rows = type(row)._base_manager.filter(pk=row.pk)
    return isinstance(row, Publishable) and rows.filter(published_at__isnull=False).exists()


def _values(model, kept: dict, strict: bool) -> dict:
    fields = {field.attname: field for field in content_fields(model)}
    values = {name: fields[name].to_python(value) for name, value in kept.items() if name in fields}
    gone = [name for name, value in values.items() if value and _is_gone(fields[name], value)]
    if gone and strict:
        name = fields[gone[0]].verbose_name
        raise ValidationError(f"“{name}”原来选的那一项已经没有了，请重新选。")
    return {name: value for name, value in values.items() if name not in gone}


def _is_gone(field, key) -> bool:
    target = field.related_model
    return bool(target) and not target._base_manager.filter(pk=key).exists()


def as_it_was(model, data: dict) -> models.Model:
    """A row of MODEL that says what DATA (a snapshot) says: for reading, without links and parts."""
    fields = {field.attname: field for field in content_fields(model)}
    said = {name: value for name, value in data["fields"].items() if name in fields}
    return model(**{name: fields[name].to_python(value) for name, value in said.items()})


@contextmanager
def rolled_back() -> Iterator[None]:
    """All that is written inside is taken back at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def save_version(
    row,
    data: dict,
    *,
    by,
    at,
    minor: bool = False,
    note: str = "",
    origin: VersionOrigin = VersionOrigin.HAND,
) -> Version:
    """Keep DATA as the next version of ROW. The caller holds ROW's lock."""
    known = versions_of(row).aggregate(last=Max("number"))["last"] or 0
    return Version.objects.create(
        label=row._meta.label_lower,
        row=row.pk,
        number=known + 1,
        data=data,
        made_by=by,
        made_at=at,
        minor=minor,
        note=note,
        origin=origin,
    )


def versions_of(row) -> models.QuerySet[Version]:
    return Version.objects.filter(label=row._meta.label_lower, row=row.pk)


def newest_data(row) -> dict:
    """What the newest version says, whether or not it is public."""
    draft = getattr(row, "draft", None)
    return draft.data if draft else snapshot(row)
