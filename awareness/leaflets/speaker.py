"""Who prints a sheet, in the active language: by name, and the numbers to call."""

from django.utils.translation import gettext as _

from awareness.lib.undrawn import without_undrawn
from awareness.office import notices
from awareness.office.models import Office
from awareness.publishing.languages import Reading

from .forms.numbers import Call


def name_of(office: Office | None) -> str:
    """'' for no office."""
    return without_undrawn(Reading(office).name) if office else ""


def calls_for(office: Office | None) -> list[Call]:
    """The hotlines of every page, then the phone of OFFICE if it has one."""
    found = [Call(line.label, line.number) for line in notices.strip()]
    if office and office.phone:
        found.append(Call(name_of(office), office.phone, short=_("我们的电话")))
    return found
