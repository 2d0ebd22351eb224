"""The addresses of the public site, by the names that the rooms' urls.py give them, and the values
of the query that each understands. Every other value is taken off before a view sees it, so that it
can neither change a page nor show in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlencode

from django.apps import apps
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import override

from .languages import SOURCE

SIZE = ("size",)
ANY = "*"  # the values' names stand in a table
SHEET = ("format", "office", "second", *SIZE)
ATTEMPT = ("s", "go", *SIZE)


class AddressKind(Enum):
    PAGE = "a page of the site, with its head and foot"
    SHEET = "a page laid out for paper"
    SCREEN = "a page for a hall's screen"
    READERS_OWN = "a page that only makes sense with what this reader has sent"
    FILE = "a picture, a calendar entry, a script or plain text"
    PDF = "a button, or a file that somebody has asked for"
    SERVICE = "for machines, or leads on"


@dataclass(frozen=True)
class Address:
    """NAME in the urls.py, PARAMS of the query, and the table whose live rows (ROWS, a label) give
    the address its last part."""

    name: str
    kind: AddressKind = AddressKind.PAGE
    params: tuple[str, ...] = SIZE
    rows: str = ""

    def paths(self) -> Iterator[str]:
        """The paths of all its pages that are public now, in 简体."""
        with override(SOURCE):
            if not self.rows:
                yield reverse(self.name)
                return
            rows = apps.get_model(self.rows).objects
            live = rows.live() if hasattr(rows, "live") else rows.all()
            slugs = (row.address_slug for row in live.order_by("pk"))
            yield from (reverse(self.name, args=[slug]) for slug in dict.fromkeys(slugs))


def _of(kind: AddressKind, params: tuple[str, ...], *names: str, rows: str = "") -> list[Address]:
    return [Address(name, kind, params, rows) for name in names]


ROWS = {
    "scam": "guide.ScamType",
    "case": "cases.Case",
    "warning": "cases.Warning",
    "situation": "emergency.Situation",
    "audience": "guide.Audience",
}
PICTURED = ("scam", "case", "warning", "situation")
_ALL = [
    *_of(AddressKind.PAGE, SIZE, "home", "about", "verify-us", "privacy", "accessibility"),
    *_of(AddressKind.PAGE, SIZE, "scams", "audiences", "glossary", "rules"),
    *_of(AddressKind.PAGE, SIZE, "emergency", "worksheet", "after"),
    *(Address(name, rows=label) for name, label in ROWS.items()),
    Address("cases", params=("type", "outcome", "page", *SIZE)),
    Address("warnings", params=("type", "page", *SIZE)),
    Address("district-warnings", params=("type", "page", *SIZE), rows="office.District"),
    Address("check", params=("s", "done", *SIZE)),
    Address("transfer", params=(ANY,)),
    *_of(AddressKind.PAGE, SIZE, "paste", "quiz", "family", "loudspeaker"),
    Address("quiz-set", params=("again", *ATTEMPT), rows="quiz.QuestionSet"),
    Address("quiz-sheet", params=("form", *SIZE), rows="quiz.QuestionSet"),
    Address("quiz-hall", AddressKind.SCREEN, rows="quiz.QuestionSet"),
    Address("quiz-question", AddressKind.READERS_OWN, ("again", *ATTEMPT)),
    Address("quiz-result", AddressKind.READERS_OWN, ATTEMPT, rows="quiz.QuestionSet"),
    Address("quiz-return", AddressKind.FILE, (), rows="quiz.QuestionSet"),
    Address("quiz-card", AddressKind.FILE, ()),
    Address("leaflets", params=("page", "audience", "language", "go", *SHEET)),
    Address("screen-lines", params=("office", *SIZE)),
    Address("sheet-codes", params=("code", *SIZE)),
    Address("sheet-code", AddressKind.READERS_OWN, ("stay", *SIZE)),
    Address("preview", AddressKind.READERS_OWN, ("paper", *SIZE)),
    Address("screen", AddressKind.SCREEN, ("office", "slide")),
    *_of(AddressKind.FILE, ("office",), "screen-lines-text"),
    *_of(AddressKind.FILE, (), "screen-worker", "site-card", "robots", "favicon"),
    *_of(AddressKind.FILE, (), "picture", "sheet-file"),
    *_of(AddressKind.SERVICE, (), "livez", "readyz"),
    Address("emergency-leaflet", AddressKind.SERVICE, SHEET),
    Address("leaflet-together", AddressKind.READERS_OWN, ("page", *SHEET)),
    Address("leaflet-together-pdf", AddressKind.PDF, ("page", *SHEET)),
]
for _name, _rows in (ROWS | {"rules": "", "family": "", "quiz": "quiz.QuestionSet"}).items():
    _ALL += _of(AddressKind.SHEET, SHEET, f"{_name}-leaflet", rows=_rows)
    _ALL += _of(AddressKind.PDF, SHEET, f"{_name}-leaflet-pdf", rows=_rows)
for _name, _rows in ({name: ROWS[name] for name in PICTURED} | {"family": ""}).items():
    _ALL += _of(AddressKind.PAGE, ("office", *SIZE), f"{_name}-picture", rows=_rows)
    _ALL += _of(AddressKind.FILE, ("office",), f"{_name}-card", rows=_rows)
_ALL += _of(AddressKind.PAGE, ("office", *SIZE), "rule-picture", rows="guide.Rule")
_ALL += _of(AddressKind.FILE, ("office",), "rule-card", rows="guide.Rule")

ADDRESSES = {address.name: address for address in _ALL}


def understood(name: str, query: QueryDict) -> QueryDict:
    """Of QUERY what the address NAME understands; all of it where the list does not know NAME."""
    address = ADDRESSES.get(name)
    if address is None or ANY in address.params or not set(query) - set(address.params):
        return query
    kept = [(key, value) for key in address.params for value in query.getlist(key)]
    return QueryDict(urlencode(kept))


def only_understood(get_response):
    """Middleware: a public page is asked with the values that its address understands."""

    def middleware(request):
        return get_response(request)

    def process_view(request, view, args, kwargs):
        request.GET = understood(request.resolver_match.view_name, request.GET)

    middleware.process_view = process_view
    return middleware
