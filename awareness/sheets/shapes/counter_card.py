"""What stands by itself and is read from near: the card on a counter (A5)."""

from dataclasses import replace

from awareness.lib.text.lines import sentences

from ..blocks import Block, Face
from ..sheet_text import Words, usual_verbs
from ..subjects import Shape
from ..trimming import Cut
from .page import GAP, LaidOutSheet, SheetPage, laid
from .paper import A5
from .poster import poster
from .question import on_card
from .shared_parts import has_questions, head, listed_steps, one_paragraph, verbs_in_rows

__all__ = ["counter", "poster"]

COUNTER_CUTS: list[Cut] = [
    ("answer", 1),
    ("more", 0),
    ("verbs", 1),
    ("steps", 1),
]


def counter(words: Words) -> LaidOutSheet:
    return LaidOutSheet(Shape.COUNTER, [_asking(words) if has_questions(words) else _laid(words)])


def _laid(words: Words) -> SheetPage:
    return laid(words, A5.room, counter_blocks, COUNTER_CUTS)


def counter_blocks(words: Words) -> dict[str, Block]:
    return {
        "from": Block(12),
        "head": head(words, Face(26, 11.5, 130, bold=True), Face(16, 8, 130, bold=True)),
        "steps": listed_steps(words, Face(14, 7.4, 117, bold=True), Face(14, 7.4, 117), 1.5),
        "verbs": verbs_in_rows(words, Face(14, 7.4, 109), 14, 2),
        "tell": Block(22),
        "foot": Block(46),  # the longest name of an office takes two lines of its imprint
    }


def _asking(words: Words) -> SheetPage:
    """The first question, with as much of what stands over it as leaves it room; a card that holds
    none only invites to scan."""
    said = sentences(words.answer)
    for whole in (True, False):
        for most in (len(said), 1):
            some = replace(words, answer=one_paragraph(said[:most]), steps=())
            blocks = counter_blocks(some)
            room = A5.room - sum(block.height + GAP for block in blocks.values() if block)
            asked = on_card(words.steps[0], whole)
            if asked.height <= room:
                parts = {**blocks, "steps": asked}
                parts = {"question" if name == "steps" else name: parts[name] for name in parts}
                return SheetPage(some, parts, 0, A5.room)
    return _laid(
        replace(words, title=words.poster, answer=words.title, steps=(), verbs=usual_verbs())
    )
