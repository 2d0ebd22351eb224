"""The parts that the shapes of a sheet share, each set in lines with its height."""

from collections.abc import Iterable
from dataclasses import replace

from awareness.lib.text.script import is_chinese
from awareness.lib.text.width import em_width

from ..blocks import NOTHING, Block, Face
from ..sheet_text import Words
from ..trimming import Cut

LONG_SENTENCE = 14  # em


def head(words: Words, title: Face, answer: Face, note: Face | None = None) -> Block:
    note = note or Face(14, 7, title.width, bold=True)
    lines, said = title.title(words.title), answer.set(words.answer)
    notes = [note.set(one) for one in words.notes]
    height = title.height(lines) + answer.height(said) + sum(map(note.height, notes))
    return Block(height + 2, {"title": lines, "answer": said, "notes": notes})


def message_samples(words: Words, one: Face, two: Face, ribbon: float, least: float = 0) -> Block:
    """Fraudsters' messages, side by side where there are two. The ribbon lies over the words
    (RIBBON mm), or stands beside them and needs LEAST mm."""
    face = two if len(words.samples) > 1 else one
    rows = [face.said(pieces) for pieces in words.samples]
    if not rows:
        return NOTHING
    return Block(max(max(map(face.height, rows)) + 6 + ribbon, least), rows)


def listed_steps(words: Words, short: Face, more: Face, gap: float) -> Block:
    items, height = [], 0.0
    for step in words.steps:
        heads, rest = short.set(step.short), more.set(one_paragraph(step.more))
        items.append({"number": step.number, "short": heads, "more": rest})
        height += max(short.height(heads) + more.height(rest), 11) + gap
    return Block(height, items) if items else NOTHING


def said_aloud(words: Words, face: Face, frame: float) -> Block:
    """What to read aloud, in a frame that takes FRAME mm with its title."""
    lines = face.set(words.say)
    return Block(face.height(lines) + frame, lines) if lines else NOTHING


def verbs_in_columns(words: Words, face: Face, square: float) -> Block:
    items = _verbs(words, face)
    if not items:
        return NOTHING
    return Block(square + 2 + max(map(face.height, map(_all, items))), items)


def verbs_in_rows(words: Words, face: Face, square: float, gap: float) -> Block:
    items = _verbs(words, face)
    height = sum(max(face.height(_all(item)), square) + gap for item in items)
    return Block(height, items) if items else NOTHING


def _verbs(words: Words, face: Face) -> list[dict[str, list[str]]]:
    """The first sentence of each stands on lines of its own, bold."""
    bold = replace(face, bold=True)
    parts = [_first_clause(lines) for lines in words.verbs if lines]
    return [
        {"first": bold.set(first), "rest": face.set(one_paragraph(rest))} for first, rest in parts
    ]


def _first_clause(sentences: tuple[str, ...]) -> tuple[str, list[str]]:
    """What to do in a few words, and the rest: a long first sentence is parted at its comma."""
    first, *rest = sentences
    clause, comma, more = first.partition("，")
    if comma and em_width(first) > LONG_SENTENCE:
        return clause + comma, [more, *rest]
    return first, rest


def _all(item: dict[str, list[str]]) -> list[str]:
    return item["first"] + item["rest"]


def one_paragraph(sentences: Iterable[str]) -> str:
    rows = list(sentences)
    return "".join(rows) if rows and is_chinese(rows[0]) else " ".join(rows)


def has_questions(words: Words) -> bool:
    """Whether its steps are questions with answers to tick: whole or not at all."""
    return any("□" in line for step in words.steps for line in step.more)


def unless_asked(words: Words, cuts: list[Cut], least: int = 1) -> list[Cut]:
    return [("say", 0), ("steps", least)] if has_questions(words) else cuts
