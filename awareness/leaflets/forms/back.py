"""The back of an A4: the same page in two languages side by side, each part beside its like."""

from dataclasses import replace

from ..setting import Block, Face
from ..words import Words
from .a4 import cuts_of, narrow
from .page import GAP, LINE, Page, laid
from .parts import head, listed_steps, verbs_in_rows

ROOM = 254.0  # from the line on top to the margin
LEAST_ROOM = 150.0  # for words that no cutting brings together
_TITLE, _ANSWER = Face(22, 10.5, 86, bold=True), Face(14, LINE, 86, bold=True)
_VERB = Face(14, 7.4, 68)
_SHORT, _MORE = Face(14, 7.4, 74, bold=True), Face(14, 7.4, 74)

Ends = dict[str, Block]  # what stands at a column's foot whatever the page: it is never cut


def columns(said: list[Words], ends: list[Ends]) -> list[Page]:
    """A column of each of SAID. Where the longer parts of both together are too high, each column
    gives way as if it had less room."""
    room = ROOM
    while True:
        pages = [_column(one, end, room) for one, end in zip(said, ends, strict=True)]
        pages = _alike(pages, ends)
        too_much = _height(_level(pages)) - ROOM
        if too_much <= 0 or room <= LEAST_ROOM:
            return _level(pages)
        room -= max(too_much / 2, 1)


def _column(words: Words, end: Ends, room: float) -> Page:
    return laid(words, room, lambda some: _blocks(some) | end, cuts_of(words))


def _blocks(words: Words) -> dict[str, Block]:
    return {
        "head": head(words, _TITLE, _ANSWER),
        "steps": listed_steps(words, _SHORT, _MORE, 1.5),
        "signs": narrow(words.signs),
        "verbs": verbs_in_rows(words, _VERB, 14, 2),
        "do": narrow(words.do),
    }


def _alike(pages: list[Page], ends: list[Ends]) -> list[Page]:
    """PAGES with as many lines in every list as the one that has fewer: both say the same."""
    words = [page.words for page in pages]
    for name in ("signs", "do"):
        least = min(len(getattr(one, name).lines) for one in words)
        words = [_at_most(one, name, least) for one in words]
    least = min(len(one.steps) for one in words)
    words = [replace(one, steps=one.steps[:least]) for one in words]
    return [
        replace(page, words=one, blocks=_blocks(one) | end)
        for page, one, end in zip(pages, words, ends, strict=True)
    ]


def _at_most(words: Words, name: str, most: int) -> Words:
    part = getattr(words, name)
    return replace(words, **{name: replace(part, lines=part.lines[:most])})


def _level(pages: list[Page]) -> list[Page]:
    """PAGES with each part as high as the higher of the two."""
    high = {name: max(page.blocks[name].height for page in pages) for name in pages[0].blocks}
    return [
        replace(
            page,
            room=ROOM,
            blocks={name: Block(high[name], one.shown) for name, one in page.blocks.items()},
        )
        for page in pages
    ]


def _height(pages: list[Page]) -> float:
    there = [block.height for block in pages[0].blocks.values() if block]
    return sum(there) + GAP * max(len(there) - 1, 0)
