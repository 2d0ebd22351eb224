"""What stands by itself and is read from afar: the card on a counter (A5), the poster (A3)."""

from ..fit import Cut
from ..setting import Block, Face
from ..subjects import Form
from ..words import Words, is_chinese
from .page import LINE, Page, Sheet, laid
from .parts import head, listed_steps, unless_asked, verbs_in_rows

COUNTER_CUTS: list[Cut] = [
    ("answer", 1),
    ("more", 0),
    ("verbs", 1),
    ("steps", 1),
]


def counter(words: Words) -> Sheet:
    return Sheet(
        Form.COUNTER, [laid(words, 192, counter_blocks, unless_asked(words, COUNTER_CUTS, 0))]
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
    return Sheet(Form.POSTER, [Page(words, blocks, over * LINE, POSTER_ROOM)])
