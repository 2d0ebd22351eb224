"""The back of an A4: the same page in two languages side by side, each part beside its like."""

from dataclasses import replace

from ..blocks import Block, Face
from ..sheet_text import Words
from ..trimming import trimmed
from .a4 import cuts_of, narrow
from .page import GAP, LINE, SheetPage, laid
from .shared_parts import head, listed_steps, verbs_in_rows

ROOM = 254.0  # from the line on top to the margin
LEAST_ROOM = 150.0  # for words that no cutting brings together
_TITLE, _ANSWER = Face(22, 10.5, 86, bold=True), Face(14, LINE, 86, bold=True)
_VERB = Face(14, 7.4, 68)
_SHORT, _MORE = Face(14, 7.4, 74, bold=True), Face(14, 7.4, 74)

Blocks = dict[str, Block]


def back_columns(said: list[Words], ends: list[Blocks]) -> list[SheetPage]:
    """A column of each of SAID over what stands at its foot, ENDS. Where the longer parts of both
    together are too high, each column gives way as if it had less room."""
    fixed = _level([{"head": _head(one)} | end for one, end in zip(said, ends, strict=True)])
    room = ROOM
    while True:
        shown = _alike([_cut(*one, room) for one in zip(said, fixed, strict=True)])
        blocks = _level([_blocks(*one) for one in zip(shown, fixed, strict=True)])
        too_much = _height(blocks[0]) - ROOM
        if too_much <= 0 or room <= LEAST_ROOM:
            break
        room -= max(too_much / 2, 1)
    filled = [_filled(*one) for one in zip(shown, said, blocks, strict=True)]
    blocks = _level([_blocks(*one) for one in zip(filled, fixed, strict=True)])
    over = max(too_much, 0)
    return [SheetPage(*one, over, ROOM) for one in zip(filled, blocks, strict=True)]


def _cut(words: Words, fixed: Blocks, room: float) -> Words:
    return laid(words, room, lambda some: _blocks(some, fixed), cuts_of(words)).words


def _blocks(words: Words, fixed: Blocks) -> Blocks:
    ends = {name: block for name, block in fixed.items() if name != "head"}
    return {"head": fixed["head"], **_parts(words), **ends}


def _parts(words: Words) -> Blocks:
    return {
        "steps": listed_steps(words, _SHORT, _MORE, 1.5),
        "signs": narrow(words.signs),
        "verbs": verbs_in_rows(words, _VERB, 14, 2),
        "do": narrow(words.do),
    }


def _head(words: Words) -> Block:
    return head(words, _TITLE, _ANSWER)


def _alike(said: list[Words]) -> list[Words]:
    """SAID with as many lines in every list as the one that has fewer: both say the same."""
    for name in ("signs", "do"):
        least = min(len(getattr(one, name).lines) for one in said)
        said = [_at_most(one, name, least) for one in said]
    least = min(len(one.steps) for one in said)
    return [replace(one, steps=one.steps[:least]) for one in said]


def _at_most(words: Words, name: str, most: int) -> Words:
    part = getattr(words, name)
    return replace(words, **{name: replace(part, lines=part.lines[:most])})


def _filled(shown: Words, said: Words, blocks: Blocks) -> Words:
    """SHOWN with the sentences of SAID for which the other column's longer part leaves room."""
    full = replace(shown, steps=said.steps[: len(shown.steps)], verbs=said.verbs)
    for part, cut, least in (("steps", "more", 0), ("verbs", "verbs", 1)):
        full = trimmed(
            full,
            lambda some, part=part: _parts(some)[part].height,
            blocks[part].height,
            [(cut, least)],
        ).words
    return full


def _level(columns: list[Blocks]) -> list[Blocks]:
    """COLUMNS with each part as high as the higher of the two."""
    high = {name: max(blocks[name].height for blocks in columns) for name in columns[0]}
    return [
        {name: Block(high[name], block.shown) for name, block in blocks.items()}
        for blocks in columns
    ]


def _height(blocks: Blocks) -> float:
    there = [block.height for block in blocks.values() if block]
    return sum(there) + GAP * max(len(there) - 1, 0)
