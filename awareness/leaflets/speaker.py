"""Who prints a sheet, in the active language: by name, and the numbers to call."""

from django.utils.translation import gettext as _

from awareness.lib.undrawn import without_undrawn
from awareness.office import notices
from awareness.office.models import Office
from awareness.publishing.languages import Reading

from .forms.numbers import Call
from .subjects import Kind


def name_of(office: Office | None) -> str:
    """'' for no office."""
    return without_undrawn(Reading(office).name) if office else ""


def calls_for(office: Office | None, kind: Kind) -> list[Call]:
    """The hotlines of every page, then the phone of OFFICE if it has one. Where it has happened,
    the police come first."""
    lines = notices.strip()
    if kind == Kind.SITUATION:
        lines = sorted(lines, key=lambda line: line.slug != "110")
    found = [Call(line.label, line.number) for line in lines]
    if office and office.shown_phone:
        found.append(Call(name_of(office), office.shown_phone, short=_("我们的电话")))
    return found
