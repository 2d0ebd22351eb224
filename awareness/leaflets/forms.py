"""The five shapes of a sheet: which parts of the words stand where, in what type, and what must
give way where there is more than fits. Sizes: design/experience.md, section 5; millimetres."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from awareness.lib.lines import sentences
from awareness.lib.width import em_width

from .fit import Cut, Fitted, fitted
from .setting import NOTHING, Block, Face, beside, titled
from .subjects import Form
from .words import Part, Step, Words, is_chinese, usual_verbs

GAP = 3.5  # at least, between two parts of a sheet


@dataclass(frozen=True)
class Page:
    """One printed page or panel: the words that are on it, and its parts by name."""

    words: Words
    blocks: dict[str, Block] = field(default_factory=dict)
    left_out: int = 0
    over: float = 0
    room: float = 0  # mm from the first part's top to the last part's foot

    @property
    def spare(self) -> float:
        """mm left over between the parts."""
        return max(self.room - sum(block.height for block in self.blocks.values()), 0)

    def tops(self) -> dict[str, float]:
        """Where each part begins, in mm below the first: what is left over parts them equally."""
        there = {name: block for name, block in self.blocks.items() if block}
        gap, top, tops = self.spare / max(len(there) - 1, 1), 0.0, {}
        for name, block in there.items():
            tops[name] = top
            top += block.height + gap
        return tops

    def __getattr__(self, name: str):
        """What the part NAME shows; None if the page has no such part."""
        if name.startswith("__"):
            raise AttributeError(name)
        block = self.blocks.get(name)
        return block.shown if block else None


@dataclass(frozen=True)
class Sheet:
    """A sheet set in lines. LEFT_OUT lines did not fit; OVER: lines by which the least that must
    stand is still too long, 0 for every text within the limits of its fields."""

    form: Form
    pages: list[Page]

    @property
    def left_out(self) -> int:
        return sum(page.left_out for page in self.pages)

    @property
    def over(self) -> int:
        return sum(-int(-page.over // LINE) for page in self.pages if page.over > 0)


LONG_SENTENCE = 14  # em
LINE = 7.9  # of the text of a plain sheet


def laid(words: Words, room: float, blocks: Callable[[Words], dict[str, Block]], cuts) -> Page:
    """The page of BLOCKS of as much of WORDS as stands in ROOM mm."""

    def height(some: Words) -> float:
        there = [block.height for block in blocks(some).values() if block]
        return sum(there) + GAP * max(len(there) - 1, 0)

    result: Fitted = fitted(words, height, room, cuts)
    return Page(result.words, blocks(result.words), result.left_out, result.over, room)


# Parts that all shapes share


def head(words: Words, title: Face, answer: Face, note: Face | None = None) -> Block:
    note = note or Face(14, 7, title.width, bold=True)
    lines, said = title.title(words.title), answer.set(words.answer)
    notes = [note.set(one) for one in words.notes]
    height = title.height(lines) + answer.height(said) + sum(map(note.height, notes))
    return Block(height + 2, {"title": lines, "answer": said, "notes": notes})


def samples(words: Words, one: Face, two: Face, ribbon: float, least: float = 0) -> Block:
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
        heads, rest = short.set(step.short), more.set(_joined(step.more))
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
    return [{"first": bold.set(first), "rest": face.set(_joined(rest))} for first, rest in parts]


def _first_clause(sentences: tuple[str, ...]) -> tuple[str, list[str]]:
    """What to do in a few words, and the rest: a long first sentence is parted at its comma."""
    first, *rest = sentences
    clause, comma, more = first.partition("，")
    if comma and em_width(first) > LONG_SENTENCE:
        return clause + comma, [more, *rest]
    return first, rest


def _all(item: dict[str, list[str]]) -> list[str]:
    return item["first"] + item["rest"]


def _joined(sentences: Iterable[str]) -> str:
    rows = list(sentences)
    return "".join(rows) if rows and is_chinese(rows[0]) else " ".join(rows)


# A4: one page


A4_ROOM = 275.0  # 297 less margins of 12 and 10
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
        return A4_CUTS["asked" if _asks(words) else "steps"]
    return A4_CUTS["scam" if words.brief else "told"]


def _asks(words: Words) -> bool:
    """Whether its steps are questions with answers to tick: whole or not at all."""
    return any("□" in line for step in words.steps for line in step.more)


def _unless_asked(words: Words, cuts: list[Cut], least: int = 1) -> list[Cut]:
    return [("say", 0), ("steps", least)] if _asks(words) else cuts


def a4(words: Words) -> Sheet:
    return Sheet(Form.A4, [laid(words, A4_ROOM, a4_blocks, cuts_of(words))])


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
        "samples": samples(words, one, two, *((0, 27) if chinese else (8, 0))),
        "steps": listed_steps(words, short, _MORE, 1.5),
        "say": said_aloud(words, Face(14, LINE, 168), 15),
        "columns": columns(words),
        "do": _wide(words.do),
        "verbs": verbs,
        "tell": A4_FIXED["tell"],
        "foot": A4_FIXED["foot"],
    }


def columns(words: Words) -> Block:
    """What happened beside what to listen for; alone, each has the whole width."""
    if not (words.told and words.signs):
        alone = _wide(words.told or words.signs)
        return beside(alone) if alone else NOTHING
    return beside(*(_narrow(part) for part in (words.told, words.signs)))


def _narrow(part: Part) -> Block:
    return titled(
        part.title, _HEAD2, _BODY2 if part.flowing else _ITEM2, part.lines, part.flowing, 0.8
    )


def _wide(part: Part) -> Block:
    return titled(
        part.title, _HEAD1, _BODY1 if part.flowing else _ITEM1, part.lines, part.flowing, 0.8
    )


# Two languages side by side, on the back of an A4


_BESIDE = {
    "title": Face(22, 10.5, 86, bold=True),
    "answer": Face(14, LINE, 86, bold=True),
    "verb": Face(14, 7.4, 68),
    "short": Face(14, 7.4, 74, bold=True),
    "more": Face(14, 7.4, 74),
}
BESIDE_ROOM = 240.0  # less the line on top and the address at the foot


def back_column(words: Words) -> Page:
    """One language's column."""
    return laid(words, BESIDE_ROOM, _beside_blocks, cuts_of(words))


def _beside_blocks(words: Words) -> dict[str, Block]:
    return {
        "head": head(words, _BESIDE["title"], _BESIDE["answer"]),
        "steps": listed_steps(words, _BESIDE["short"], _BESIDE["more"], 1.5),
        "signs": _narrow(words.signs),
        "verbs": verbs_in_rows(words, _BESIDE["verb"], 14, 2),
        "do": _narrow(words.do),
    }


# Large type: two pages


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


def large(words: Words) -> Sheet:
    first = laid(
        words, A4_ROOM, large_front, _unless_asked(words, [*LARGE_CUTS, ("more", 2), ("steps", 1)])
    )
    rest = _after(words, first.words)
    cuts = [
        ("do", 2),
        ("signs", 3),
        ("more", 1),
        ("do", 0),
        ("signs", 0),
        ("say", 0),
        ("more", 0),
        ("verbs", 1),
        ("steps", 1),
    ]
    return Sheet(
        Form.LARGE, [first, laid(rest, A4_ROOM, large_back, _unless_asked(words, cuts, 0))]
    )


def _after(words: Words, shown: Words) -> Words:
    """WORDS without the steps that the first page has."""
    signs = words.signs if words.steps else Part()
    return replace(words, steps=words.steps[len(shown.steps) :], signs=signs)


def large_front(words: Words) -> dict[str, Block]:
    chinese = is_chinese(words.title)
    said = Face(20, 11.4, 156 if chinese else 166)
    return {
        "from": Block(15),
        "head": head(words, _L_TITLE, _L_ANSWER, LARGE_NOTE),
        "samples": samples(words, said, said, *((0, 39) if chinese else (11, 0)))
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


# Counter card: A5


COUNTER_CUTS: list[Cut] = [
    ("answer", 1),
    ("more", 0),
    ("verbs", 1),
    ("steps", 1),
]


def counter(words: Words) -> Sheet:
    return Sheet(
        Form.COUNTER, [laid(words, 192, counter_blocks, _unless_asked(words, COUNTER_CUTS, 0))]
    )


def counter_blocks(words: Words) -> dict[str, Block]:
    return {
        "from": Block(12),
        "head": head(words, Face(26, 11.5, 130, bold=True), Face(16, 8, 130, bold=True)),
        "steps": listed_steps(words, Face(14, 7.4, 117, bold=True), Face(14, 7.4, 117), 1.5),
        "verbs": verbs_in_rows(words, Face(14, 7.4, 109), 14, 2),
        "tell": Block(22),
        "foot": Block(41 if is_chinese(words.title) else 46),
    }


# Poster: A3


POSTER_ROOM = 380.0


def poster(words: Words) -> Sheet:
    note = Face(30, 14, 257, bold=True)
    notes = [note.set(one) for one in words.notes]
    text = words.poster or words.title
    wide, narrow = Face(99.2, 43.75, 257, bold=True), Face(79.4, 35, 257, bold=True)
    lines = wide.title(text)
    large_enough = len(lines) <= (3 if is_chinese(text) else 4)
    face = wide if large_enough else narrow
    lines = face.title(text)
    over = max(len(lines) * face.leading - 190, 0)
    shown = {"title": lines, "large": large_enough, "notes": notes}
    head = Block(max(len(lines) * face.leading + 14 * len(notes), 1), shown)
    blocks = {"head": head, "verbs": Block(98), "foot": Block(88)}
    return Sheet(Form.POSTER, [Page(words, blocks, 0, over * LINE, POSTER_ROOM)])


# Tri-fold: six panels


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
        block = head(replace(words, answer=_joined(said)), title, answer)
    blocks = {"from": Block(12), "pen": Block(56), "head": block, "name": Block(9)}
    return Page(words, blocks, 0, max(block.height - COVER_ROOM, 0), PANEL_ROOM)


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
        with_drawing(laid(some, PANEL_ROOM, panel_blocks, _unless_asked(some, PANEL_CUTS, 0)))
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
    if _asks(words):  # the shortest question of each chunk is the last to give way
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


MAKE: dict[Form, Callable[[Words], Sheet]] = {
    Form.A4: a4,
    Form.LARGE: large,
    Form.TRIFOLD: trifold,
    Form.POSTER: poster,
    Form.COUNTER: counter,
}
