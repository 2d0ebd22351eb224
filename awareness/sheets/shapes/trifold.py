"""The tri-fold: six panels on the two sides of an A4. Inside, its own words are spread over the
three panels, and the room they leave goes to what helps anybody."""

from dataclasses import replace

from awareness.lib.text.script import is_chinese
from awareness.lib.text.width import em_width

from ..blocks import NOTHING, Block, Face, titled
from ..sheet_text import SheetPart, SheetStep, Words, usual_verbs
from ..subjects import Shape
from ..trimming import Cut
from .fillers import BODY, HEAD, RULED, Help, helps, listed, to_say
from .page import GAP, LaidOutSheet, SheetPage, laid
from .paper import A4_FOLDED
from .question import asked_alone
from .shared_parts import has_questions, listed_steps, message_samples, verbs_in_rows
from .trifold_outside import cover, flap

PANELS = 3
PANEL_EMS = 180  # full-width characters that a panel may hold at most
EMPTY = 45.0  # mm: a panel with more room left takes one part more
AIR = 9.0  # mm above such a part
DRAWN = 60.0  # mm: as much as a drawing and some air need
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


def trifold(words: Words) -> LaidOutSheet:
    """Panels in the order cover, flap, back, inside left, middle, right."""
    return LaidOutSheet(
        Shape.TRIFOLD, [cover(words), flap(words), SheetPage(words), *inside_panels(words)]
    )


def inside_panels(words: Words) -> list[SheetPage]:
    bare = replace(
        words,
        samples=(),
        told=SheetPart(),
        signs=SheetPart(),
        do=SheetPart(),
        steps=(),
        say="",
        verbs=(),
    )
    if has_questions(words):
        pages = asked_alone(bare, words.steps[:PANELS])
    else:
        pages = [page for page in map(_panel, _spread(bare, words)) if page.blocks]
    pages += [SheetPage(bare, {}, 0, A4_FOLDED.room)] * (PANELS - len(pages))
    said = [[to_say(words)]] if words.say else []
    return [with_drawing(page) for page in _helped(pages, [*said, *helps(words)])]


def _panel(words: Words) -> SheetPage:
    page = laid(words, A4_FOLDED.room, panel_blocks, PANEL_CUTS)
    return replace(page, blocks={name: block for name, block in page.blocks.items() if block})


def _spread(bare: Words, words: Words) -> list[Words]:
    """WORDS on at most three panels: each part on one, a long one on as many as are free."""
    parts = [(name, getattr(words, name)) for name in ("told", "signs", "do")]
    own = [replace(bare, **{name: part}) for name, part in parts if part]
    if words.steps:
        own = _with_steps(bare, words.steps, own)
    own = _without_hopeless(own)
    while len(own) < PANELS and any(_is_long(some) for some in own):
        long = next(place for place, some in enumerate(own) if _is_long(some))
        own[long : long + 1] = _halves(own[long])
    with_samples = [place for place, some in enumerate(own) if some.told or some.signs]
    for place, said in zip(with_samples, words.samples, strict=False):
        own[place] = replace(own[place], samples=(said,))
    return own


def _with_steps(bare: Words, steps: tuple[SheetStep, ...], others: list[Words]) -> list[Words]:
    """The STEPS on as few panels as hold all of them, at most as many as OTHERS leave."""
    panels: list[Words] = []
    for count in range(1, max(PANELS - len(others), 1) + 1):
        each = -(-len(steps) // count)
        panels = [
            replace(bare, steps=steps[start : start + each]) for start in range(0, len(steps), each)
        ]
        if not any(_panel(some).words != some for some in panels):
            break
    return panels + others


def _without_hopeless(own: list[Words]) -> list[Words]:
    """OWN without the last part of which nothing fits one panel, where no panel is free for it to
    go on to: so another part may."""
    hopeless = [some for some in own if not _panel(some).blocks]
    if len(own) < PANELS or not hopeless:
        return own
    return [some for some in own if some is not hopeless[-1]]


def _is_long(words: Words) -> bool:
    """Whether a part other than steps says more than its panel holds, and can be parted."""
    part = words.told or words.signs or words.do
    return len(part.lines) > 1 and _panel(words).words != words


def _halves(words: Words) -> list[Words]:
    name = next(name for name in ("told", "signs", "do") if getattr(words, name))
    part: SheetPart = getattr(words, name)
    half = -(-len(part.lines) // 2)
    return [
        replace(words, **{name: replace(part, lines=lines)})
        for lines in (part.lines[:half], part.lines[half:])
    ]


def _helped(pages: list[SheetPage], offered: list[list[Help]]) -> list[SheetPage]:
    """PAGES with each of OFFERED, as full as it fits, on the emptiest that holds it; a page that is
    full enough takes no more."""
    pages = list(pages)
    said = [_ems(page.words) for page in pages]
    for versions in [*offered, [_verbs(pages[0].words)]]:
        for place in sorted(range(len(pages)), key=lambda one: -pages[one].spare):
            page = pages[place]
            help = _fitting(versions, page.spare, PANEL_EMS - said[place])
            if help:
                pages[place] = replace(page, blocks={**page.blocks, help.name: help.block})
                said[place] += help.ems
                break
    return pages


def _fitting(versions: list[Help], spare: float, ems: float) -> Help | None:
    """The fullest of VERSIONS that leaves some air, or else the shortest, in SPARE mm."""
    if spare <= EMPTY:
        return None
    few = [one for one in versions if one.ems <= ems]
    airy = [one for one in few if one.block.height <= spare - AIR]
    close = [one for one in few if one.block.height <= spare - GAP]
    return next(iter(airy), None) or next(reversed(close), None)


def _verbs(words: Words) -> Help:
    """停, 查 and 报, in few words."""
    first = replace(words, verbs=tuple(lines[:1] for lines in usual_verbs()))
    text = "".join(line for lines in first.verbs for line in lines)
    return Help("verbs", verbs_in_rows(first, Face(16, 9, 60), 16, 4), em_width(text))


def with_drawing(page: SheetPage) -> SheetPage:
    """A drawing at the foot, where more than its height and some air is left."""
    if page.spare < DRAWN:
        return page
    return replace(page, blocks={**page.blocks, "pen": Block(38)})


def panel_blocks(words: Words) -> dict[str, Block]:
    chinese = is_chinese(words.title)
    said = Face(16, 9, 62 if chinese else 70)
    blocks = {
        "told": titled(words.told.title, HEAD, BODY, words.told.lines, True, 0, RULED),
        "signs": listed(words.signs),
        "do": listed(words.do),
        "steps": listed_steps(words, Face(16, 9, 68, bold=True), Face(16, 9, 68), 3),
        "samples": message_samples(words, said, said, *((0, 28) if chinese else (9, 0))),
    }
    return blocks | {"limit": Block(1000) if _ems(words) > PANEL_EMS else NOTHING}


def _ems(words: Words) -> float:
    """How many full-width characters a panel's WORDS have."""
    parts: list[SheetPart | SheetStep] = [words.told, words.signs, words.do]
    text = "".join(line for part in parts for line in part.lines)
    text += "".join(step.short + "".join(step.more) for step in words.steps)
    return em_width(text + "".join(piece.text for said in words.samples for piece in said))
