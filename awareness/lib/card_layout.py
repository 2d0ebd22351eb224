"""How a card is drawn: the largest type that holds everything, never under what an eye can read.

A part knows its height and how to draw itself from a height down; all measures are pixels.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from .card import Card
from .card_edges import Foot, Place, Strip
from .card_parts import Answer, Bubble, Doing, Headline, Part, Signs
from .card_text import MARGIN, SIZE
from .picture import RED, Box, Picture


@dataclass(frozen=True)
class Type:
    """Sizes of type: the title at most, the answer, the lines."""

    title: int
    answer: int
    line: int


LARGEST_FIRST = [
    Type(200, 80, 68),
    Type(160, 72, 62),
    Type(136, 66, 58),
    Type(124, 62, 54),
    Type(112, 58, 50),
    Type(104, 56, 48),
    Type(96, 52, 46),
    Type(92, 50, 44),
    Type(84, 48, 42),
    Type(76, 46, 40),
    Type(68, 44, 40),
]
LEAST_BESIDE_A_SAMPLE = 50  # the sample goes before the lines become smaller than this
LEAST_GAP, MOST_GAP = 22, 72
MOST_SIGNS = 1200  # more never fit: not worth measuring


@dataclass(frozen=True)
class Drawn:
    """A finished card: WIDTH × HEIGHT as SIZE says; CARD is what of it found room."""

    card: Card
    png: bytes
    boxes: list[Box]


def fitted(card: Card) -> Card:
    """What of CARD finds room in the picture."""
    return _fit(card)[0]


def draw(card: Card) -> Drawn:
    """CARD as a PNG."""
    shown, parts, room = _fit(card)
    picture = Picture(SIZE)
    Strip(card.imprint).draw(picture, 0)
    foot = Foot(shown.imprint)
    gap = min(MOST_GAP, LEAST_GAP + room // len(parts))
    y = Strip.height + LEAST_GAP + 8
    for part in parts:
        y = part.draw(picture, y) + gap
    if card.pressing:
        edge = MARGIN - 36
        picture.frame((edge, Strip.height + 12, SIZE[0] - edge, y - gap + 22), RED, 8)
    foot.draw(picture, SIZE[1] - foot.height)
    return Drawn(shown, picture.png(), picture.boxes)


@lru_cache(maxsize=64)
def _fit(card: Card) -> tuple[Card, list[Part], int]:
    """What of CARD finds room, its parts, and the room left over."""
    foot = Foot(card.imprint)
    if not foot.has_never:
        card = replace(card, imprint=replace(card.imprint, never=""))
    room = SIZE[1] - Strip.height - LEAST_GAP - 8 - foot.height
    for tried, possible in _versions(card):
        if tried.length > MOST_SIGNS or _left(tried, possible[-1], room)[0] < 0:
            continue  # not even in its smallest type
        for sizes in possible:
            left, parts = _left(tried, sizes, room)
            if left >= 0:
                return tried, parts, left
    raise ValueError("a title alone is larger than the picture")


def _versions(card: Card) -> Iterator[tuple[Card, list[Type]]]:
    """CARD with less and less on it, and the type in which each may be set."""
    if card.sample:
        yield card, [sizes for sizes in LARGEST_FIRST if sizes.line >= LEAST_BESIDE_A_SAMPLE]
    shorter: Card | None = replace(card, sample="")
    yield shorter, LARGEST_FIRST
    shorter = shorter if card.note else replace(shorter, place="")
    while shorter:
        yield shorter, LARGEST_FIRST
        shorter = shorter.shorter()


def _left(card: Card, sizes: Type, room: int) -> tuple[int, list[Part]]:
    """What the parts of CARD leave of ROOM, below zero if they do not fit; and the parts."""
    parts = _parts(card, sizes)
    return room - sum(part.height for part in parts) - LEAST_GAP * len(parts), parts


def _parts(card: Card, sizes: Type) -> list[Part]:
    top: list[Part] = [Place(card.place, card.note)] if card.place or card.note else []
    if card.signs:
        top.append(Signs(card.signs))
    top.append(Headline(card.phrases, sizes.title, card.pressing))
    if card.answer:
        top.append(Answer(card.answer, sizes.answer, card.pressing))
    doing: list[Part] = [Doing(line, sizes.line, card.pressing) for line in card.lines]
    sample: list[Part] = [Bubble(card.ribbon, card.sample)] if card.sample else []
    return [*top, *doing, *sample]
