"""Lines for strips of lights, which show one line of at most 24 characters."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from awareness.delivery.languages import ENGLISH
from awareness.guide.models import ScamType, Slogan
from awareness.lib.text.phrase_breaks import without_breaks
from awareness.lib.text.width import em_width
from awareness.office import notices
from awareness.office.models import Office
from awareness.translation.rows import InLanguage, readings

from .deck import figures, nearest_first

LONGEST = 24  # characters: 24 Chinese ones or 48 Latin letters
MOST_WARNINGS = 12
STRIP = "led"  # in a slogan's uses


def strips(office: Office | None) -> list[str]:
    """The lines for OFFICE in the active language: hotlines, live warnings (urgent ones first, then
    those nearby), slogans and posters. What is too long is left out, never cut."""
    said = [both_hotlines(), *warning_titles(office), *slogan_lines()]
    said += [text.poster for text in readings(ScamType.objects.live())]
    said = [line for line in dict.fromkeys(said) if without_breaks(line).strip()]
    return [line for line in said if em_width(line) <= LONGEST]


def both_hotlines() -> str:
    english = get_language() == ENGLISH
    said = [line.label + (" " if english else "") + line.number for line in notices.strip()]
    return (". " if english else "；").join(said)


def warning_titles(office: Office | None) -> list[str]:
    rows = readings(nearest_first(office)[:MOST_WARNINGS])
    rows.sort(key=lambda row: not row.urgent)
    return [without_breaks((_("示例：") if row.sample else "") + row.title) for row in rows]


def slogan_lines() -> list[str]:
    rows = [row for row in Slogan.objects.all() if STRIP in row.uses.split()]
    return [figures(text.text, text) for text in map(InLanguage, rows)]
