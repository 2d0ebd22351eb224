"""What every page says about the office: its name, its phone and the hotlines.

Read again in each process within a second of a change, so that a changed number is on every page
within two; kept when the database is gone, so that help never is.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml
from django.conf import settings
from django.utils.translation import get_language

from awareness.lib.text.phone import digits
from awareness.lib.text.placeholders import (
    fill_numbers,
    find_placeholders,
    mark_numbers,
    without_keys,
)
from awareness.lib.text.traditional import to_traditional
from awareness.publishing.changes import ContentCache
from awareness.translation.rows import InLanguage, column, translated_fields

from .models import Hotline, Office

STARTER_HOTLINES = Path(settings.BASE_DIR) / "fixtures" / "hotlines.yaml"


# Of these rows only the sentences: a line's own name and the way it is spoken stay as written.
SENTENCES = {Hotline: {"use"}, Office: {"about", "hours"}}


@dataclass
class Notices:
    """LINES is the whole table, HOTLINES what residents may see of it."""

    office: Office | None
    lines: list[Hotline]
    offices: list[Office]

    @property
    def hotlines(self) -> list[Hotline]:
        return [line for line in self.lines if line.is_public]

    def withheld(self) -> set[str]:
        """The keys of numbers that nobody has checked yet, and of phones that are samples."""
        samples = {one.slug for one in self.offices if one.phone and not one.shown_phone}
        return samples | {line.slug for line in self.lines if not line.is_public}

    def numbers(self) -> dict[str, str]:
        """The number that each {key} stands for: hotlines, and offices with a phone."""
        phones = {office.slug: office.phone for office in self.offices if office.phone}
        return phones | {line.slug: line.number for line in self.lines}

    def keys(self) -> dict[str, str]:
        """The key of each number that staff may type; a line's old number still means the line."""
        numbers = self.numbers()
        own = {line.slug: line.slug for line in self.lines}
        unchanged = {key: key for key, number in numbers.items() if key == number}
        return own | {number: key for key, number in numbers.items()} | unchanged


def current() -> Notices:
    """Offices and hotlines as of now; the last known ones if the database does not answer."""
    return _kept.get()


def _read() -> Notices:
    offices = list(Office.objects.all())
    main = next((one for one in offices if one.is_main), None)
    return Notices(main, list(Hotline.objects.all()), offices)


def with_numbers(text: str) -> str:
    """TEXT with every {110} as the number that the table holds now."""
    return fill_numbers(text, current().numbers()) if "{" in text else text


def withheld_keys() -> set[str]:
    return current().withheld()


def without_withheld(text: str) -> str:
    """TEXT without the sentences that name a number nobody has checked yet."""
    return without_keys(text, current().withheld()) if "{" in text else text


def _starter() -> Notices:
    """The hotlines that the project ships, for a process that never reached its database."""
    rows = yaml.safe_load(STARTER_HOTLINES.read_text(encoding="utf-8"))
    lines = []
    for row in rows:
        fields = dict(row["fields"])
        for field in translated_fields(Hotline):
            source = fields.get(column(field, "zh-hans"), "")
            fields.setdefault(column(field, "zh-hant"), to_traditional(source))
        lines.append(Hotline(**fields))
    return Notices(None, lines, [])


_kept = ContentCache(_read, _starter)


def strip() -> list[InLanguage]:
    """The two numbers that stand first and last on every page, in the active language."""
    return [InLanguage(line) for line in current().hotlines if line.label_zh_hans]


def hotline_by_slug(slug: str) -> InLanguage | None:
    found = [line for line in current().hotlines if line.slug == slug]
    return InLanguage(found[0], get_language()) if found else None


def hotline_named_in(text: str) -> str:
    """The key of the first hotline that TEXT names and residents may see, '' for none."""
    shown = {line.slug for line in current().hotlines}
    return next((key for _start, _end, key in find_placeholders(text) if key in shown), "")


def spoken_keys(language: str) -> dict[str, str]:
    """What is said aloud for each {key} in LANGUAGE: a hotline digit by digit, a phone as it is."""
    lines = {line.slug: InLanguage(line, language).spoken for line in current().lines}
    return current().numbers() | lines


def known_numbers() -> set[str]:
    """The digits of every hotline and of every office's phone: these may stand in a text."""
    return {digits(number) for number in current().numbers().values()}


def mark_hotlines(sender, instance, **kwargs):
    """Before any save of a translated text: plain numbers of the table become {placeholders}."""
    fields = SENTENCES.get(sender) or translated_fields(sender)
    if not fields:
        return
    keys = current().keys()
    for field in fields:
        for language, _name in settings.LANGUAGES:
            name = column(field, language)
            text = getattr(instance, name)
            if text and any(sign.isdigit() for sign in text):
                marked = mark_numbers(text, keys)
                if len(marked) <= (sender._meta.get_field(name).max_length or len(marked)):
                    setattr(instance, name, marked)
