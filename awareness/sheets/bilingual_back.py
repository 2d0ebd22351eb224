"""The back of an A4 in two languages: what each column says, down to its own foot."""

from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from awareness.delivery.languages import HTML_CODES, TRADITIONAL
from awareness.lib.typesetting.missing_glyphs import without_undrawn

from .blocks import Block, Face
from .code import grouped, short_address
from .issuer_contact import SheetIssuer
from .shapes.back import Blocks, back_columns
from .shapes.phone_numbers import set_in_column
from .sheet_text import Words
from .sources import sheet_words
from .subjects import Subject

_FOOT = Face(12, 6, 86)


def back(
    subjects: list[Subject],
    said: list[Words],
    second: str,
    both_issuers: list[SheetIssuer],
    code: str,
) -> list[dict]:
    """Its two columns, the page's language and the SECOND; none if no second was asked for."""
    if not second or len(subjects) > 1:
        return []
    here, there = both_issuers
    both, ends = [said[0]], [_ends(subjects[0], here, code)]
    with override(second):
        both.append(without_undrawn(sheet_words(subjects[0])))
        ends.append(_ends(subjects[0], there, code))
    pages = back_columns(both, ends)
    return [
        {
            "lang": page.words.foreign or HTML_CODES[language],
            "page": page,
            "latin": language == "en",
            "traditional": language == TRADITIONAL,
        }
        for language, page in zip((get_language(), second), pages, strict=True)
    ]


def _ends(subject: Subject, issuer: SheetIssuer, code: str) -> Blocks:
    """The numbers to call, and where the sheet comes from."""
    named = {"name": issuer.name or _("防骗站"), "code": grouped(code)}
    said = (
        _("%(name)s，编号%(code)s") % named,
        _("有效至：%(date)s") % {"date": date_format(subject.good_until)},
        short_address(code),
    )
    lines = [line for text in said for line in _FOOT.set(text)]
    return {
        "tell": set_in_column(issuer.calls),
        "foot": Block(_FOOT.height(lines), lines),
    }
