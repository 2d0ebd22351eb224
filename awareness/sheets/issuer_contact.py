"""Who prints a sheet, in the active language: by name, and the numbers to call."""

from django.utils.translation import gettext as _

from awareness.lib.typesetting.missing_glyphs import without_undrawn
from awareness.office import notices
from awareness.office.models import Office
from awareness.translation.rows import InLanguage

from .shapes.phone_numbers import Call
from .subjects import SubjectKind


def office_name(office: Office | None) -> str:
    """'' for no office."""
    return without_undrawn(InLanguage(office).name) if office else ""


def calls_for(office: Office | None, kind: SubjectKind) -> list[Call]:
    """The hotlines of every page, then the phone of OFFICE if it has one. Where it has happened,
    the police come first."""
    lines = notices.strip()
    if kind == SubjectKind.SITUATION:
        lines = sorted(lines, key=lambda line: line.slug != "110")
    found = [Call(line.label, line.number) for line in lines]
    if office and office.shown_phone:
        found.append(Call(office_name(office), office.shown_phone, short=_("我们的电话")))
    return found
