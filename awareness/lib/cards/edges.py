"""The edges of a card: the hotlines and the kind of page above, who says it and the code below."""

from awareness.lib.cards.canvas import AMBER, NAVY, QUIET, WHITE, Canvas, Code
from awareness.lib.cards.card import Imprint
from awareness.lib.cards.text import MARGIN, SIZE, WIDTH, CardText, lines_of
from awareness.lib.typesetting import line_breaking

BOTTOM = 52
LEAST_CODE = 300
SMALL = 28


class CardStrip:
    """The hotlines, as on top of every page."""

    height = 96

    def __init__(self, imprint: Imprint):
        self.hotlines = imprint.hotlines

    def draw(self, picture: Canvas, y: int) -> int:
        picture.block((0, y, SIZE[0], y + self.height), NAVY)
        column = WIDTH // max(1, len(self.hotlines))
        share = min(1, *((column - 20) / self._width(*line) for line in self.hotlines), 1)
        label_size, number_size = round(34 * share), round(52 * share)
        for place, (label, number) in enumerate(self.hotlines):
            left, base = MARGIN + place * column, y + 68
            at = (left, base - round(label_size * 1.02))
            wide = picture.text(at, label, label_size, colour=WHITE)
            at = (left + wide + 16, base - round(number_size * 1.02))
            picture.text(at, number, number_size, bold=True, colour=WHITE)
        return y + self.height

    @staticmethod
    def _width(label: str, number: str) -> float:
        return (
            line_breaking.text_width(label) * 34 + 16 + line_breaking.text_width(number, True) * 52
        )


class Place:
    """What kind of page this is; and whether it is made up."""

    def __init__(self, place: str, note: str):
        self.place = CardText(lines_of(place, 34, WIDTH), 34, colour=QUIET)
        wide = self._width(place, False) + self._width(note, True) + 72
        self.beside = bool(place and note) and wide <= WIDTH
        self.note = CardText(lines_of(note, 34, WIDTH - 32, True), 34, bold=True) if note else None
        below = self.note.height + 28 if self.note and not self.beside else 0
        self.height = self.place.height + below + (8 if self.beside else 0)

    @staticmethod
    def _width(text: str, bold: bool) -> int:
        return round(line_breaking.text_width(text, bold) * 34)

    def draw(self, picture: Canvas, y: int) -> int:
        end = self.place.draw_at(picture, MARGIN, y + (4 if self.beside else 0))
        if self.note:
            wide = max(self._width(line, True) for line in self.note.lines) + 36
            left = SIZE[0] - MARGIN - wide if self.beside else MARGIN
            top = y - 4 if self.beside else end + 12
            picture.block((left, top, left + wide, top + self.note.height + 16), AMBER)
            self.note.draw_at(picture, left + 18, top + 8)
        return y + self.height


class Foot:
    """Who says it, when, and where to read on; the code stands at the right."""

    def __init__(self, imprint: Imprint):
        self.site = imprint.site
        self.code = Code(imprint.link, LEAST_CODE)
        width = WIDTH - self.code.side - self.code.edge
        dates = [one for date in imprint.dates for one in lines_of(date, SMALL, width)]
        self.texts = [
            CardText(_issuer(imprint, width), 34, 1.3, True),
            CardText(dates, SMALL, 1.35),
            CardText(lines_of(imprint.look, SMALL, width), SMALL),
            _address(imprint.address, width),
        ]
        self.gaps = [10, 6, 10, 2]
        self.never = CardText(lines_of(imprint.never, SMALL, width), SMALL, 1.35, colour=QUIET)
        if self.has_never:
            self.texts, self.gaps = [*self.texts, self.never], [*self.gaps, 14]
        self.height = max(self._words(), self.code.side) + self.code.edge + BOTTOM

    @property
    def has_never(self) -> bool:
        """Whether there is room for what we never ask: who we are matters more."""
        spare = self.code.side - self._words()
        return self.never in self.texts or 0 < self.never.height + 14 <= spare

    def _words(self) -> int:
        return 68 + sum(self.gaps) + sum(text.height for text in self.texts)

    def draw(self, picture: Canvas, y: int) -> int:
        bottom = y + self.height - BOTTOM
        picture.code(SIZE[0] - MARGIN, bottom, self.code)
        y = bottom - max(self._words(), self.code.side)
        picture.sign((MARGIN, y), "stop", 68)
        picture.text((MARGIN + 84, y + 10), self.site, 40, True, NAVY)
        y += 68
        for gap, text in zip(self.gaps, self.texts, strict=True):
            y = text.draw_at(picture, MARGIN, y + gap)
        return bottom


def fits_beside_code(address: str, link: str) -> bool:
    """Whether ADDRESS stands on one line to the left of the code of LINK."""
    code = Code(link, LEAST_CODE)
    return len(_address(address, WIDTH - code.side - code.edge).lines) == 1


def _address(address: str, width: int) -> CardText:
    """On one line, in small print if need be; else on several."""
    lines, size = lines_of(address, 34, width, True), 34
    if len(lines) > 1 and len(lines_of(address, SMALL, width, True)) == 1:
        lines, size = [address], SMALL
    return CardText(lines, size, 1.3, True, NAVY)


def _issuer(imprint: Imprint, width: int) -> list[str]:
    """The office and its phone, on one line if there is room."""
    named = " ".join(filter(None, (imprint.office, imprint.phone)))
    apart = [
        line for name in (imprint.office, imprint.phone) for line in lines_of(name, 34, width, True)
    ]
    together = lines_of(named, 34, width, True)
    return list(filter(None, together if len(together) == 1 else apart))
