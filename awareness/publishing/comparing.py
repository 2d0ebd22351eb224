"""Two versions of a text side by side: which fields differ, and how, in words people can read."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Model
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from awareness.lib.text.difference import DifferencePiece, difference
from awareness.lib.text.lines import plain_ends

from .versions import content_fields

UNSEEN = {"hant_own", "hant_behind", "english_behind", "id"}


@dataclass(frozen=True)
class FieldChange:
    """A field that differs: its name in the desk's words, and the pieces of before and after."""

    name: str
    pieces: list[DifferencePiece]


def changes(model: type[Model], before: dict, after: dict) -> list[FieldChange]:
    """What AFTER says differently from BEFORE; both are versions' data of MODEL."""
    found = _in_fields(model, before["fields"], after["fields"])
    for field in model._meta.many_to_many:
        pair = [data["links"].get(field.name, []) for data in (before, after)]
        if pair[0] != pair[1]:
            found.append(_change(str(field.verbose_name), *(_names(field, keys) for keys in pair)))
    for relation in getattr(model, "pieces", ()):
        part = model._meta.get_field(relation).related_model
        pair = [data["parts"].get(relation, []) for data in (before, after)]
        found += _in_parts(part, *pair)
    return found


def _in_fields(model, before: dict, after: dict, prefix: str = "") -> list[FieldChange]:
    found = []
    for field in content_fields(model):
        old, new = (_plain(data.get(field.attname)) for data in (before, after))
        if field.name not in UNSEEN and (old or "") != (new or ""):
            found.append(_change(prefix + label(field), *(_said(field, v) for v in (old, new))))
    return found


def _plain(value):
    return plain_ends(value) if isinstance(value, str) else value


def _in_parts(model, before: list[dict], after: list[dict]) -> list[FieldChange]:
    name, found = str(model._meta.verbose_name), []
    old, new = ({part["id"]: part for part in parts} for parts in (before, after))
    for place, key in enumerate(dict.fromkeys([*old, *new]), start=1):
        prefix = f"{name}{place}："
        found += _in_fields(model, old.get(key, {}), new.get(key, {}), prefix)
    return found


def _change(name: str, before: str, after: str) -> FieldChange:
    return FieldChange(name, difference(before, after))


def label(field) -> str:
    """FIELD's name in the desk's words, with its language where it has one."""
    for code, language in settings.LANGUAGES:
        if field.name.endswith(f"_{code.replace('-', '_')}"):
            return f"{_bare_name(field)}（{language}）"
    return str(field.verbose_name)


def _bare_name(field) -> str:
    original = getattr(field, "translated_field", None)
    return str(original.verbose_name if original else field.verbose_name)


def _said(field, value) -> str:
    if value in (None, ""):
        return ""
    if field.related_model:
        row = field.related_model._base_manager.filter(pk=value).first()
        return str(row) if row else "（已经没有了）"
    if field.get_internal_type() == "DateTimeField":
        return f"{timezone.localtime(parse_datetime(value)):%Y-%m-%d %H:%M}"
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(dict(field.flatchoices).get(value, value))


def _names(field, keys: list[int]) -> str:
    rows = field.related_model._base_manager.filter(pk__in=keys)
    return "、".join(sorted(str(row) for row in rows))
