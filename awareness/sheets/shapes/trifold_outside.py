"""The outside of the tri-fold: its cover, and the flap with 停, 查 and 报."""

from dataclasses import replace

from awareness.lib.text.lines import sentences
from awareness.lib.text.script import is_chinese

from ..blocks import Block, Face
from ..sheet_text import Words, usual_verbs
from .page import SheetPage, laid
from .paper import A4_FOLDED
from .shared_parts import head, one_paragraph, verbs_in_rows

COVER_ROOM = 105.0  # less the drawing, who speaks, and the office
OFFICE = 18  # two lines: the longest name that an office may have
FLAP_TITLE = 17
_TITLE, _ANSWER = Face(34, 15, 84, bold=True), Face(18, 9.5, 84, bold=True)
_LATIN_TITLE = Face(28, 12.5, 84, bold=True)  # whole words: three or four to a line


def cover(words: Words) -> SheetPage:
    latin = not is_chinese(words.title)
    title = _LATIN_TITLE if latin else _TITLE
    said = sentences(words.answer)
    block = head(words, title, _ANSWER)
    while said and block.height > COVER_ROOM:
        said.pop()
        block = head(replace(words, answer=one_paragraph(said)), title, _ANSWER)
    shown = {**block.shown, "latin": latin}
    blocks = {
        "from": Block(12),
        "pen": Block(46),
        "head": Block(block.height, shown),
        "name": Block(OFFICE),
    }
    return SheetPage(words, blocks, max(block.height - COVER_ROOM, 0), A4_FOLDED.room)


def flap(words: Words) -> SheetPage:
    """Everything 停, 查 and 报 say, beside smaller characters where the large leave no room."""
    some = words if words.verbs else replace(words, verbs=usual_verbs())
    large = laid(some, A4_FOLDED.room, _large, [("verbs", 1)])
    return large if large.words == some else laid(some, A4_FOLDED.room, _small, [("verbs", 1)])


def _large(words: Words) -> dict[str, Block]:
    return _one_under_the_other(words, Face(14, 7.9, 48), 30, "large")


def _small(words: Words) -> dict[str, Block]:
    return _one_under_the_other(words, Face(14, 7.9, 57), 21, "small")


def _one_under_the_other(words: Words, face: Face, square: float, size: str) -> dict[str, Block]:
    rows = [replace(words, verbs=(lines,)) for lines in words.verbs if lines]
    said = [verbs_in_rows(row, face, square, 0) for row in rows]
    names = ("stop", "check", "report")
    shown = [Block(block.height, block.shown[0]) for block in said]
    return {"title": Block(FLAP_TITLE, size), **dict(zip(names, shown, strict=False))}
