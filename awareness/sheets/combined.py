"""Two or three pages on one sheet: of each its headline, its answer and what to listen for."""

from collections.abc import Callable
from dataclasses import replace

from awareness.lib.text.script import is_chinese

from .blocks import Block, Face, titled
from .shapes.a4 import A4_FIXED
from .shapes.large import LARGE_NOTE, large_foot
from .shapes.page import GAP, LaidOutSheet, SheetPage, laid
from .shapes.paper import A4, A4_FOLDED
from .shapes.shared_parts import head, verbs_in_columns, verbs_in_rows
from .shapes.trifold import RULED, trifold, with_drawing
from .sheet_text import Words
from .subjects import Shape

FORMS = (Shape.A4, Shape.LARGE, Shape.TRIFOLD)  # a poster and a card carry one thing
MOST_SIGNS = 5
FEW_SIGNS = 2  # of each topic; fewer only where not even the verbs' room helps

_TITLE, _ANSWER = Face(24, 11, 180, bold=True), Face(14, 7.9, 180, bold=True)
_L_TITLE, _L_ANSWER = Face(32, 15, 180, bold=True), Face(20, 11.4, 180, bold=True)
_P_TITLE, _P_ANSWER = Face(26, 12, 81, bold=True), Face(16, 9, 81, bold=True)


def combined_sheet(topics: list[Words], over: Words, form: Shape) -> LaidOutSheet:
    """The sheet of TOPICS; OVER is what stands over them all."""
    return {Shape.A4: _a4, Shape.LARGE: _large, Shape.TRIFOLD: _trifold}[form](topics, over)


def _a4(topics: list[Words], over: Words) -> LaidOutSheet:
    """The verbs in full, in their first sentence, or none: as much of them as leaves every topic
    what to listen for."""
    shorter = (over.verbs, tuple(verb[:1] for verb in over.verbs), ())
    pages = [_a4_page(topics, replace(over, verbs=verbs)) for verbs in shorter]
    fitting = [page for page in pages if not page.over]
    best = next((page for page in fitting if _fewest_signs(page) >= FEW_SIGNS), None)
    return LaidOutSheet(Shape.A4, [best or max(fitting or pages[-1:], key=_fewest_signs)])


def _fewest_signs(page: SheetPage) -> int:
    """How many signs the topic has that has the fewest."""
    return min(len(topic["signs"]["items"]) if topic["signs"] else 0 for topic in page.topics)


def _a4_page(topics: list[Words], over: Words) -> SheetPage:
    verbs = (
        verbs_in_columns(over, Face(14, 7.9, 55), 24)
        if is_chinese(over.title)
        else verbs_in_rows(over, Face(14, 7.4, 156), 16, 2)
    )
    there = [block for block in (*A4_FIXED.values(), verbs) if block]
    room = A4.room - sum(block.height + GAP for block in there)
    faces = (_TITLE, _ANSWER, Face(14, 7.9, 180), Face(14, 7.9, 175))
    shown = _fitting(topics, room, lambda one: _topic(one, *faces))
    blocks = {
        "from": A4_FIXED["from"],
        "topics": shown,
        "verbs": verbs,
        "tell": A4_FIXED["tell"],
        "foot": A4_FIXED["foot"],
    }
    return SheetPage(over, blocks, max(shown.height - room, 0), A4.room)


def _large(topics: list[Words], over: Words) -> LaidOutSheet:
    room = A4.room - 15 - GAP
    faces = (_L_TITLE, _L_ANSWER, Face(20, 11.4, 180), Face(20, 11.4, 171), LARGE_NOTE)
    shown = _fitting(topics, room, lambda one: _topic(one, *faces))
    verbs = verbs_in_rows(over, Face(20, 11.4, 138), 34, 4)
    top = {"from": Block(15)}
    back = top | {"verbs": verbs, "tell": Block(36), "foot": large_foot(over)}
    pages = [
        SheetPage(over, top | {"topics": shown}, room=A4.room),
        SheetPage(over, back, room=A4.room),
    ]
    return LaidOutSheet(Shape.LARGE, pages)


def _fitting(topics: list[Words], room: float, make: Callable[[Words], Block]) -> Block:
    """As many signs of each topic as stand in ROOM mm: the same number of each, then one more of
    those that have room for it, the first topics first."""
    counts = next(
        (most for most in range(MOST_SIGNS, 0, -1) if _high(topics, most, make) <= room), 0
    )
    shown = [_with_signs(one, counts) for one in topics]
    for place, topic in enumerate(topics):
        fuller = [*shown[:place], _with_signs(topic, counts + 1), *shown[place + 1 :]]
        shown = fuller if _height(fuller, make) <= room else shown
    return Block(_height(shown, make), [make(one).shown for one in shown])


def _high(topics: list[Words], most: int, make: Callable[[Words], Block]) -> float:
    return _height([_with_signs(one, most) for one in topics], make)


def _height(topics: list[Words], make: Callable[[Words], Block]) -> float:
    return sum(make(one).height + GAP for one in topics)


def _topic(
    words: Words,
    title: Face,
    answer: Face,
    alone: Face,
    item: Face,
    note: Face | None = None,
    gap: float = 1,
) -> Block:
    """ALONE is the face of a single sign, which needs no list."""
    top = head(words, title, answer, note)
    lines = words.signs.lines
    single = len(lines) == 1
    signs = titled("", alone if single else item, item, lines, single, gap)
    shown = {**top.shown, "signs": signs.shown, "foreign": words.foreign}
    return Block(top.height + signs.height, shown)


def _with_signs(words: Words, most: int) -> Words:
    """WORDS with at most MOST lines to listen for; a page without such a list gives what to do."""
    listed = words.signs or words.do
    return replace(words, signs=replace(listed, lines=listed.lines[:most]))


def _trifold(topics: list[Words], over: Words) -> LaidOutSheet:
    cover = trifold(over).pages[:3]
    topics = [_with_signs(one, MOST_SIGNS) for one in topics]
    inside = [with_drawing(laid(one, A4_FOLDED.room, _panel, [("signs", 0)])) for one in topics]
    if len(inside) < 3:
        inside.append(laid(over, A4_FOLDED.room, _verbs, [("verbs", 1)]))
    return LaidOutSheet(Shape.TRIFOLD, [*cover, *inside])


def _panel(words: Words) -> dict[str, Block]:
    return {"topics": _one(words)}


def _one(words: Words) -> Block:
    block = _topic(words, _P_TITLE, _P_ANSWER, Face(16, 9, 81), Face(16, 9, 75), gap=2.5)
    return Block(block.height + RULED, [block.shown])


def _verbs(words: Words) -> dict[str, Block]:
    return {"verbs": verbs_in_rows(words, Face(16, 9, 60), 16, 4)}
