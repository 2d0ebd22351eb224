"""The tri-fold: six panels on the two sides of an A4."""

from dataclasses import replace

from awareness.lib.lines import sentences
from awareness.lib.width import em_width

from ..fit import Cut
from ..setting import NOTHING, Block, Face, titled
from ..subjects import Form
from ..words import Part, Step, Words, is_chinese, usual_verbs
from .page import Page, Sheet, laid
from .parts import (
    asks,
    head,
    joined,
    listed_steps,
    said_aloud,
    samples,
    unless_asked,
    verbs_in_rows,
)

PANEL_ROOM = 189.0  # 210 less margins of 11 and 10
COVER_ROOM = 105.0  # less the drawing, who speaks, and the office
RULED = 6.0  # below a panel's title, with the line under it
PANEL_EMS = 180  # full-width characters that a panel may hold at most
_P_HEAD, _P_BODY, _P_ITEM = Face(22, 11, 81, bold=True), Face(16, 9, 81), Face(16, 9, 75)


def trifold(words: Words) -> Sheet:
    """Panels in the order cover, flap, back, inside left, middle, right."""
    inside = inside_panels(words)
    return Sheet(Form.TRIFOLD, [_cover(words), _flap(words), Page(words), *inside])


def _cover(words: Words) -> Page:
    title, answer = Face(34, 15, 84, bold=True), Face(18, 9.5, 84, bold=True)
    said = sentences(words.answer)
    block = head(words, title, answer)
    while said and block.height > COVER_ROOM:
        said.pop()
        block = head(replace(words, answer=joined(said)), title, answer)
    blocks = {"from": Block(12), "pen": Block(56), "head": block, "name": Block(9)}
    return Page(words, blocks, max(block.height - COVER_ROOM, 0), PANEL_ROOM)


def _flap(words: Words) -> Page:
    some = words if words.verbs else replace(words, verbs=usual_verbs())
    return laid(some, PANEL_ROOM - 20, _flap_blocks, [("verbs", 1)])


def _flap_blocks(words: Words) -> dict[str, Block]:
    return {
        "title": Block(17),
        "verbs": verbs_in_rows(words, Face(14, 7.9, 48), 30, 8),
    }


def inside_panels(words: Words) -> list[Page]:
    bare = replace(
        words, samples=(), told=Part(), signs=Part(), do=Part(), steps=(), say="", verbs=()
    )
    own: list[Words] = []
    if words.told:
        own.append(replace(bare, told=words.told, samples=words.samples[:1]))
    if words.signs:
        own.append(replace(bare, signs=words.signs, samples=words.samples[1:2]))
    if words.do:
        own.append(replace(bare, do=words.do))
    if words.steps:
        own = _with_steps(bare, words, own)
    if len(own) < 3:
        own.append(replace(bare, verbs=words.verbs or usual_verbs()))
    return [
        with_drawing(laid(some, PANEL_ROOM, panel_blocks, unless_asked(some, PANEL_CUTS, 0)))
        for some in own[:3]
    ]


def with_drawing(page: Page) -> Page:
    """A drawing where more than its height and some air is left, above the messages."""
    if page.spare < 60:
        return page
    blocks = {name: block for name, block in page.blocks.items() if name != "samples"}
    blocks["pen"] = Block(38)
    return replace(page, blocks=blocks | {"samples": page.blocks.get("samples", NOTHING)})


def _with_steps(bare: Words, words: Words, others: list[Words]) -> list[Words]:
    """The steps on as many panels as the other parts leave, the first with what to say."""
    count = max(3 - len(others), 1)
    each = -(-len(words.steps) // count)
    chunks = [words.steps[start : start + each] for start in range(0, len(words.steps), each)]
    if asks(words):  # the shortest question of each chunk is the last to give way
        chunks = [tuple(sorted(chunk, key=lambda step: len(str(step)))) for chunk in chunks]
    panels = [replace(bare, steps=chunk) for chunk in chunks]
    if words.say and len(panels) + len(others) < 3:
        panels.append(replace(bare, say=words.say))
    return panels + others


PANEL_CUTS: list[Cut] = [
    ("told", 2),
    ("signs", 4),
    ("samples", 0),
    ("signs", 1),
    ("do", 1),
    ("more", 0),
    ("steps", 1),
    ("verbs", 1),
    ("told", 1),
]


def panel_blocks(words: Words) -> dict[str, Block]:
    chinese = is_chinese(words.title)
    said = Face(16, 9, 62 if chinese else 70)
    blocks = {
        "told": titled(words.told.title, _P_HEAD, _P_BODY, words.told.lines, True, 0, RULED),
        "signs": titled(words.signs.title, _P_HEAD, _P_ITEM, words.signs.lines, False, 2.5, RULED),
        "do": titled(words.do.title, _P_HEAD, _P_ITEM, words.do.lines, False, 2.5, RULED),
        "steps": listed_steps(words, Face(16, 9, 68, bold=True), Face(16, 9, 68), 3),
        "say": said_aloud(words, Face(16, 9, 73), 23),
        "verbs": verbs_in_rows(words, Face(16, 9, 60), 16, 4),
        "samples": samples(words, said, said, *((0, 28) if chinese else (9, 0))),
    }
    return blocks | {"limit": _too_many(words)}


def _too_many(words: Words) -> Block:
    """Higher than any panel where there are more characters than a panel may hold."""
    parts: list[Part | Step] = [words.told, words.signs, words.do]
    text = "".join(line for part in parts for line in part.lines) + words.say
    text += "".join(step.short + "".join(step.more) for step in words.steps)
    text += "".join(piece.text for said in words.samples for piece in said)
    return Block(1000) if em_width(text) > PANEL_EMS else NOTHING
