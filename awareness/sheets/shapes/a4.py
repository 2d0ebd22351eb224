"""A plain A4 sheet."""

from awareness.lib.text.script import is_chinese

from ..blocks import NOTHING, Block, Face, in_columns, titled
from ..sheet_text import SheetPart, Words
from ..subjects import Shape
from ..trimming import Cut
from .page import LINE, LaidOutSheet, laid
from .paper import A4
from .shared_parts import (
    has_questions,
    head,
    listed_steps,
    message_samples,
    said_aloud,
    verbs_in_columns,
    verbs_in_rows,
)

A4_FIXED = {"from": Block(15), "tell": Block(28), "foot": Block(42)}
_TITLE, _ANSWER = Face(34, 15, 180, bold=True), Face(19, 9.4, 180, bold=True)
_HEAD2, _BODY2, _ITEM2 = Face(16, 8.5, 86, bold=True), Face(14, LINE, 86), Face(14, LINE, 80)
_HEAD1, _BODY1, _ITEM1 = Face(16, 8.5, 180, bold=True), Face(14, LINE, 180), Face(14, LINE, 175)
_SHORT, _MORE = Face(14, LINE, 165, bold=True), Face(14, LINE, 165)
A4_CUTS: dict[str, list[Cut]] = {
    "scam": [
        ("samples", 2),
        ("do", 0),
        ("told", 3),
        ("samples", 1),
        ("told", 2),
        ("signs", 4),
        ("signs", 3),
        ("samples", 0),
        ("told", 0),
        ("verbs", 1),
    ],
    "told": [
        ("samples", 2),
        ("signs", 4),
        ("told", 5),
        ("do", 3),
        ("samples", 1),
        ("told", 3),
        ("do", 2),
        ("signs", 3),
        ("told", 2),
        ("do", 1),
        ("signs", 0),
        ("told", 1),
        ("samples", 0),
        ("verbs", 1),
        ("do", 0),
        ("told", 0),
    ],
    "short story": [  # whole as long as anything else can go
        ("samples", 2),
        ("signs", 4),
        ("do", 2),
        ("samples", 1),
        ("signs", 3),
        ("do", 0),
        ("signs", 0),
        ("verbs", 1),
        ("samples", 0),
        ("told", 0),
    ],
    "steps": [
        ("do", 4),
        ("signs", 4),
        ("more", 1),
        ("do", 0),
        ("signs", 0),
        ("more", 0),
        ("say", 0),
        ("steps", 3),
    ],
    "asked": [("steps", 1)],
}


def cuts_of(words: Words) -> list[Cut]:
    if words.steps:
        return A4_CUTS["asked" if has_questions(words) else "steps"]
    if words.brief:
        return A4_CUTS["scam"]
    return A4_CUTS["short story" if words.shortened else "told"]


def a4(words: Words) -> LaidOutSheet:
    return LaidOutSheet(Shape.A4, [laid(words, A4.room, a4_blocks, cuts_of(words))])


def a4_blocks(words: Words) -> dict[str, Block]:
    chinese = is_chinese(words.title)
    one, two = Face(14, 7.4, 160 if chinese else 168), Face(14, 7.4, 66 if chinese else 74)
    verbs = (
        verbs_in_columns(words, Face(14, LINE, 55), 24)
        if chinese
        else verbs_in_rows(words, Face(14, 7.4, 156), 16, 2)
    )
    short = _MORE if cuts_of(words) is A4_CUTS["asked"] else _SHORT
    return {
        "from": A4_FIXED["from"],
        "head": head(words, _TITLE, _ANSWER),
        "samples": message_samples(words, one, two, *((0, 27) if chinese else (8, 0))),
        "steps": listed_steps(words, short, _MORE, 1.5),
        "say": said_aloud(words, Face(14, LINE, 168), 15),
        "columns": story_columns(words),
        "do": _wide(words.do),
        "verbs": verbs,
        "tell": A4_FIXED["tell"],
        "foot": A4_FIXED["foot"],
    }


def story_columns(words: Words) -> Block:
    """What happened beside what to listen for; alone, each has the whole width."""
    if not (words.told and words.signs):
        alone = _wide(words.told or words.signs)
        return in_columns(alone) if alone else NOTHING
    return in_columns(*(narrow(part) for part in (words.told, words.signs)))


def narrow(part: SheetPart) -> Block:
    return titled(
        part.title, _HEAD2, _BODY2 if part.flowing else _ITEM2, part.lines, part.flowing, 0.8
    )


def _wide(part: SheetPart) -> Block:
    return titled(
        part.title, _HEAD1, _BODY1 if part.flowing else _ITEM1, part.lines, part.flowing, 0.8
    )
