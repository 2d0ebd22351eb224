"""Text on a card: where its lines break, and how much room they take. Measures are pixels."""

from collections.abc import Iterator
from functools import lru_cache

from awareness.lib.cards.canvas import INK, Canvas
from awareness.lib.cards.card import Sentences, is_english
from awareness.lib.text.phrase_breaks import chunks, clauses
from awareness.lib.typesetting import line_breaking

SIZE = (1080, 1440)  # of a card, the shape that WeChat shows whole
MARGIN = 72
WIDTH = SIZE[0] - 2 * MARGIN


@lru_cache(maxsize=1024)
def lines_of(text: str, size: int, width: int, bold: bool = False) -> list[str]:
    """TEXT in lines of WIDTH, cut between clauses or small phrases where that takes no further line,
    and with no word alone on the last."""
    measure = width * 0.985 / size  # hinting may draw a letter half a pixel wider than measured
    lines = line_breaking.break_lines(text, measure, bold)
    if len(lines) > 1:
        lines = next((one for one in _kept_whole(text, measure) if len(one) <= len(lines)), lines)
    return [line.rstrip() for line in within(lines, measure, bold)]


def within(lines: list[str], measure: float, bold: bool) -> list[str]:
    """LINES, cut anywhere if the rules for marks have made one too wide or far too many of them."""
    widths = [line_breaking.text_width(line.strip(), bold) for line in lines]
    if max(widths, default=0) <= measure + 0.01 and len(lines) <= 2 * sum(widths) / measure + 2:
        return lines
    cut, room = [""], measure
    for sign in "".join(lines):
        wide = line_breaking.text_width(sign, bold) if sign < "\u0250" else 1.0
        if wide > room and cut[-1]:
            cut.append("")
            room = measure
        cut[-1] += sign
        room -= wide
    return cut


def _kept_whole(text: str, measure: float) -> Iterator[list[str]]:
    if not is_english(text):
        yield line_breaking.title_lines(clauses(text), measure)
        yield line_breaking.title_lines(list(chunks(text)), measure)
    elif " " not in line_breaking.break_lines(text, measure)[-1].strip():
        yield line_breaking.title_lines([text], measure)


def joined_lines(sentences: Sentences) -> str:
    return (" " if is_english("".join(sentences)) else "").join(sentences)


class CardText:
    """Lines of one size, one under the other. LEADING is the height of a line of Chinese; English
    needs less, its letters being lower."""

    def __init__(
        self,
        lines: list[str],
        size: int,
        leading: float = 1.4,
        bold: bool = False,
        colour: str = INK,
    ):
        lines = [line for line in lines if line]
        self.lines, self.size, self.bold, self.colour = lines, size, bold, colour
        self.step = round(size * (min(leading, 1.28) if is_english("".join(lines)) else leading))
        self.height = self.step * (len(lines) - 1) + round(size * 1.2) if lines else 0

    def draw_at(self, picture: Canvas, left: int, y: int) -> int:
        for place, line in enumerate(self.lines):
            at = (left, y + place * self.step)
            picture.text(at, line, self.size, self.bold, self.colour)
        return y + self.height
