"""How a card is drawn: the largest type that holds everything, never under what an eye can read.

A part knows its height and how to draw itself from a height down; all measures are pixels.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from awareness.lib.cards.canvas import RED, Canvas, CanvasBox
from awareness.lib.cards.card import Card, tidy
from awareness.lib.cards.edges import CardStrip, Foot, Place
from awareness.lib.cards.minimum import LEAST_TITLE, capped, least_height
from awareness.lib.cards.parts import Answer, Bubble, CardPart, Doing, Headline, Signs
from awareness.lib.cards.text import MARGIN, SIZE


@dataclass(frozen=True)
class TypeSizes:
    """Sizes of type: the title at most, the answer, the lines."""

    title: int
    answer: int
    line: int


LARGEST_FIRST = [
    TypeSizes(200, 80, 68),
    TypeSizes(160, 72, 62),
    TypeSizes(136, 66, 58),
    TypeSizes(124, 62, 54),
    TypeSizes(112, 58, 50),
    TypeSizes(104, 56, 48),
    TypeSizes(96, 52, 46),
    TypeSizes(92, 50, 44),
    TypeSizes(84, 48, 42),
    TypeSizes(76, 46, 40),
    TypeSizes(68, 44, 40),
]
LEAST_BESIDE_A_SAMPLE = 50  # the sample goes before the lines become smaller than this
LEAST_GAP, MOST_GAP = 22, 72


@dataclass(frozen=True)
class Drawn:
    """A finished card: WIDTH × HEIGHT as SIZE says; CARD is what of it found room."""

    card: Card
    png: bytes
    boxes: list[CanvasBox]


def fit_card(card: Card) -> Card:
    """What of CARD finds room in the picture."""
    return _fit(card)[0]


def draw(card: Card) -> Drawn:
    """CARD as a PNG."""
    shown, parts, room = _fit(card)
    picture = Canvas(SIZE)
    CardStrip(card.imprint).draw(picture, 0)
    foot = Foot(shown.imprint)
    gap = min(MOST_GAP, LEAST_GAP + room // max(1, len(parts)))
    y = CardStrip.height + LEAST_GAP + 8
    for part in parts:
        y = part.draw(picture, y) + gap
    if card.pressing:
        edge = MARGIN - 36
        picture.frame((edge, CardStrip.height + 12, SIZE[0] - edge, y - gap + 22), RED, 8)
    foot.draw(picture, SIZE[1] - foot.height)
    return Drawn(shown, picture.png(), picture.boxes)


@lru_cache(maxsize=64)
def _fit(card: Card) -> tuple[Card, list[CardPart], int]:
    """What of CARD finds room, its parts, and the room left over."""
    card = _bounded(tidy(card))
    foot = Foot(card.imprint)
    if not foot.has_never:
        card = replace(card, imprint=replace(card.imprint, never=""))
    room = SIZE[1] - CardStrip.height - LEAST_GAP - 8 - foot.height
    for tried, possible in _versions(card):
        if _left(tried, possible[-1], room)[0] < 0:
            continue  # not even in its smallest type
        for sizes in possible:
            left, parts = _left(tried, sizes, room)
            if left >= 0:
                return tried, parts, left
    return _title_alone(card, room)


def _bounded(card: Card) -> Card:
    """CARD without the sentences that no card has room for."""
    lines = tuple(replace(line, sentences=capped(line.sentences)) for line in card.lines)
    return replace(card, answer=capped(card.answer), lines=lines)


def _title_alone(card: Card, room: int) -> tuple[Card, list[CardPart], int]:
    """As many lines of CARD's title as there is room for, one at least."""
    card = replace(card, answer=(), lines=(), sample="", signs=())
    whole = Headline(card.phrases, LEAST_TITLE, card.pressing).text.lines
    end = min(len(whole), SIZE[1] // LEAST_TITLE)
    while True:
        cut = replace(card, phrases=(*whole[: end - 1], f"{whole[end - 1][:-1]}…"))
        left, parts = _left(cut, LARGEST_FIRST[-1], room)
        if left >= 0 or end <= 1:
            return cut, parts or _parts(cut, LARGEST_FIRST[-1]), max(0, left)
        end -= 1


def _versions(card: Card) -> Iterator[tuple[Card, list[TypeSizes]]]:
    """CARD with less and less on it, and the type in which each may be set."""
    if card.sample:
        yield card, [sizes for sizes in LARGEST_FIRST if sizes.line >= LEAST_BESIDE_A_SAMPLE]
    without = replace(card, sample="")
    yield without, LARGEST_FIRST
    shorter: Card | None = without if card.note else replace(without, place="")
    while shorter:
        yield shorter, LARGEST_FIRST
        shorter = shorter.shorter()


def _left(card: Card, sizes: TypeSizes, room: int) -> tuple[int, list[CardPart]]:
    """What the parts of CARD leave of ROOM, below zero if they do not fit; and the parts."""
    most = room - least_height(card, sizes.answer, sizes.line)
    if most < 0:
        return most, []
    parts = _parts(card, sizes)
    return room - sum(part.height for part in parts) - LEAST_GAP * len(parts), parts


def _parts(card: Card, sizes: TypeSizes) -> list[CardPart]:
    top: list[CardPart] = [Place(card.place, card.note)] if card.place or card.note else []
    if card.signs:
        top.append(Signs(card.signs))
    if "".join(card.phrases).strip():
        top.append(Headline(card.phrases, sizes.title, card.pressing))
    if "".join(card.answer).strip():
        top.append(Answer(card.answer, sizes.answer, card.pressing))
    doing: list[CardPart] = [Doing(line, sizes.line, card.pressing) for line in card.lines]
    sample: list[CardPart] = [Bubble(card.ribbon, card.sample)] if card.sample else []
    return [*top, *doing, *sample]
