"""Large type, for who cannot read small print: two A4 pages."""

from dataclasses import replace

from awareness.lib.text.script import is_chinese

from ..blocks import NOTHING, Block, Face, titled
from ..sheet_text import SheetPart, Words
from ..subjects import Shape
from ..trimming import Cut
from .page import LaidOutSheet, laid
from .paper import A4
from .shared_parts import (
    head,
    listed_steps,
    message_samples,
    said_aloud,
    unless_asked,
    verbs_in_rows,
)

_L_TITLE, _L_ANSWER = Face(44, 20, 180, bold=True), Face(28, 14, 180, bold=True)
_L_HEAD, _L_BODY, _L_ITEM = Face(24, 13, 180, bold=True), Face(20, 11.4, 180), Face(20, 11.4, 171)
LARGE_NOTE = Face(16, 8, 180, bold=True)
LARGE_CUTS: list[Cut] = [
    ("samples", 1),
    ("told", 3),
    ("signs", 4),
    ("told", 1),
    ("signs", 3),
    ("told", 0),
    ("samples", 0),
    ("signs", 1),
]


def large(words: Words) -> LaidOutSheet:
    first = laid(
        words, A4.room, large_front, unless_asked(words, [*LARGE_CUTS, ("more", 2), ("steps", 1)])
    )
    rest = _after(words, first.words)
    cuts = [
        ("do", 2),
        ("signs", 3),
        ("more", 1),
        ("do", 0),
        ("signs", 0),
        ("more", 0),
        ("say", 0),
        ("verbs", 1),
        ("steps", 1),
    ]
    return LaidOutSheet(
        Shape.LARGE, [first, laid(rest, A4.room, large_back, unless_asked(words, cuts, 0))]
    )


def _after(words: Words, shown: Words) -> Words:
    """WORDS without the steps that the first page has."""
    signs = words.signs if words.steps else SheetPart()
    return replace(words, steps=words.steps[len(shown.steps) :], signs=signs)


def large_front(words: Words) -> dict[str, Block]:
    chinese = is_chinese(words.title)
    said = Face(20, 11.4, 156 if chinese else 166)
    return {
        "from": Block(15),
        "head": head(words, _L_TITLE, _L_ANSWER, LARGE_NOTE),
        "samples": message_samples(words, said, said, *((0, 39) if chinese else (11, 0)))
        if len(words.samples) < 2
        else Block(1000),
        "steps": _large_steps(words),
        "told": titled(words.told.title, _L_HEAD, _L_BODY, words.told.lines, True, 0),
        "signs": _large_signs(words) if not words.steps else NOTHING,
    }


def large_back(words: Words) -> dict[str, Block]:
    return {
        "from": Block(15),
        "steps": _large_steps(words),
        "signs": _large_signs(words),
        "say": said_aloud(words, Face(20, 11.4, 168), 20),
        "verbs": verbs_in_rows(words, Face(20, 11.4, 138), 34, 4),
        "do": titled(words.do.title, _L_HEAD, _L_ITEM, words.do.lines, False, 1),
        "tell": Block(36),
        "foot": large_foot(words),
    }


def _large_signs(words: Words) -> Block:
    return titled(words.signs.title, _L_HEAD, _L_ITEM, words.signs.lines, False, 1)


def large_foot(words: Words) -> Block:
    """English says the same in more lines."""
    return Block(58 if is_chinese(words.title) else 78)


def _large_steps(words: Words) -> Block:
    return listed_steps(words, Face(20, 11.4, 162, bold=True), Face(20, 11.4, 162), 2)
