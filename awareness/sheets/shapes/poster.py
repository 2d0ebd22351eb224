"""The poster (A3): a few words that are read from across a hall, the rest from near."""

from awareness.lib.text.phrase_breaks import clauses, without_breaks
from awareness.lib.text.script import is_chinese
from awareness.lib.text.width import em_width

from ..blocks import Block, Face
from ..sheet_text import Words
from ..subjects import Shape
from .page import LaidOutSheet, SheetPage
from .paper import A3

MOST = 12  # full-width characters of a headline
LEAST_GAP = 8.0
_NOTE = Face(30, 14, 257, bold=True)
_WIDE, _NARROW = Face(99.2, 43.75, 257, bold=True), Face(79.4, 35, 257, bold=True)  # 35 and 28 mm
_REST, _ABOVE_REST = Face(54, 25, 257, bold=True), 4.0  # 19 mm
_PAUSES = "，、；：,;: "
_MARKS = str.maketrans("", "", "，。、：；！？｜,.:;!? ")


def poster(words: Words) -> LaidOutSheet:
    notes = [_NOTE.set(one) for one in words.notes]
    first, more = parted(words.poster, True) if words.poster else parted(words.title, False)
    rest = _REST.title(more)
    below = _REST.height(rest) + _ABOVE_REST * bool(rest) + 14 * len(notes)
    verbs, foot = Block(90), Block(118)
    room = A3.room - verbs.height - foot.height - 2 * LEAST_GAP - below
    lines = _WIDE.title(first)
    large = len(lines) <= 3 and _WIDE.height(lines) <= room
    face = _WIDE if large else _NARROW
    lines = face.title(first)
    shown = {"title": lines, "large": large, "rest": rest, "notes": notes}
    head = Block(max(face.height(lines) + below, 1), shown)
    over = max(face.height(lines) - room, 0)
    blocks = {"head": head, "verbs": verbs, "foot": foot}
    return LaidOutSheet(Shape.POSTER, [SheetPage(words, blocks, over, A3.room)])


def parted(text: str, made_for_it: bool) -> tuple[str, str]:
    """The headline of TEXT, at most MOST characters where it has a clause so short, and its rest.
    Of words MADE FOR a poster the marks do not count."""
    counted = text.translate(_MARKS) if made_for_it else without_breaks(text)
    if em_width(counted) <= MOST or (made_for_it and not is_chinese(text)):
        return text, ""
    said = (
        clauses(without_breaks(text))
        if is_chinese(text)
        else _english_clauses(without_breaks(text))
    )
    if len(said) == 1:
        return text, ""
    first = said.pop(0)
    if first.endswith("：") and em_width((first + said[0]).rstrip(_PAUSES)) <= MOST:
        first += said.pop(0)
    return first.rstrip(_PAUSES), "".join(said)


def _english_clauses(text: str) -> list[str]:
    """TEXT up to its first sentence's end or comma, and what follows."""
    for mark in ("? ", "! ", ". ", ", "):
        first, found, rest = text.partition(mark)
        if found and rest:
            return [first + found.strip(), rest]
    return [text]
