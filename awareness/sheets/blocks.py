"""Setting the words of a sheet in lines and reckoning how high they stand, in millimetres.

The sizes are those of static/css/components/sheet.css: whoever changes one changes the other, and
the browser's tests compare them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from awareness.lib.text.cues import CuePiece
from awareness.lib.text.phrase_breaks import title_phrases
from awareness.lib.typesetting.line_breaking import break_lines, title_lines

POINT = 25.4 / 72  # mm


@dataclass(frozen=True)
class Face:
    """Type of SIZE points on lines LEADING mm apart in a column WIDTH mm wide."""

    size: float
    leading: float
    width: float
    bold: bool = False

    @property
    def measure(self) -> float:
        """The column's width in em."""
        return self.width / (self.size * POINT)

    def set(self, text: str) -> list[str]:
        return break_lines(text, self.measure, self.bold) if text else []

    def title(self, text: str) -> list[str]:
        """A title in balanced lines; ｜ and punctuation are where it may break."""
        return title_lines(title_phrases(text), self.measure) if text else []

    def height(self, lines: Iterable) -> float:
        return self.leading * len(list(lines))

    def said(self, pieces: Iterable[CuePiece]) -> list[list[CuePiece]]:
        """A message with its marked places, in lines."""
        pieces = list(pieces)
        lines = self.set("".join(piece.text for piece in pieces))
        return _cut_alike(pieces, lines)


def _cut_alike(pieces: list[CuePiece], lines: list[str]) -> list[list[CuePiece]]:
    """PIECES cut where the LINES of their whole text end."""
    cut: list[list[CuePiece]] = []
    left = list(pieces)
    for line in lines:
        row, room = [], len(line)
        while room and left:
            piece = left.pop(0)
            if len(piece.text) > room:
                left.insert(0, CuePiece(piece.text[room:], piece.number))
                piece = CuePiece(piece.text[:room], piece.number)
            row.append(piece)
            room -= len(piece.text)
        cut.append(row)
    return cut


@dataclass(frozen=True)
class Block:
    """A part of a sheet: what it shows, set in lines, and its HEIGHT in mm."""

    height: float
    shown: object = None

    def __bool__(self):
        return self.height > 0


NOTHING = Block(0)


def titled(
    title: str,
    head: Face,
    body: Face,
    lines: Iterable[str],
    flowing: bool,
    gap: float,
    under: float = 1,
) -> Block:
    """A title, UNDER mm, and a paragraph (FLOWING: the sentences run on) or a list with GAP mm
    between its lines."""
    rows = list(lines)
    if not rows:
        return NOTHING
    joint = "" if any("\u3400" <= sign <= "\u9fff" for sign in rows[0]) else " "
    items = [body.set(joint.join(rows))] if flowing else [body.set(row) for row in rows]
    heads = head.set(title)
    height = head.height(heads) + under + sum(body.height(item) for item in items)
    shown = {"title": heads, "items": items, "flowing": flowing}
    return Block(height + gap * (len(items) - 1), shown)


def in_columns(*blocks: Block) -> Block:
    """BLOCKS in columns: as high as the highest."""
    there = [block for block in blocks if block]
    return Block(max((block.height for block in there), default=0), there)
