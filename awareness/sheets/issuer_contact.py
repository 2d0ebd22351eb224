"""Who prints a sheet: by name, and the numbers to call."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from awareness.lib.typesetting.missing_glyphs import without_undrawn
from awareness.office import notices
from awareness.translation.rows import InLanguage

from .options import SheetOptions
from .shapes.phone_numbers import Call
from .subjects import SubjectKind


@dataclass(frozen=True)
class SheetIssuer:
    """In one language: the NAME of the office, '' for none, and the CALLS: the hotlines of every page,
    then the phone of the office if it has one. Where it has happened, the police come first."""

    name: str
    calls: list[Call]


def issuers(asked: SheetOptions, kind: SubjectKind) -> list[SheetIssuer]:
    """Who prints the sheet, in the page's language and in the second, if one is asked for."""
    found = [_issuer(asked.office, kind)]
    if asked.second:
        with override(asked.second):
            found.append(_issuer(asked.office, kind))
    return found


def _issuer(office, kind: SubjectKind) -> SheetIssuer:
    phone, name = office.shown_phone if office else "", InLanguage(office).name if office else ""
    name = without_undrawn(name)
    lines = notices.strip()
    if kind == SubjectKind.SITUATION:
        lines = sorted(lines, key=lambda line: line.slug != "110")
    own = [Call(name, phone, short=_("我们的电话"))] if phone else []
    return SheetIssuer(name, [*(Call(line.label, line.number) for line in lines), *own])
