"""Breaking text into lines before it is printed, so that every printer sets the same lines.

Latin letters are measured by wide faces (Noto Sans); whatever face a printer has takes no more.
"""

import re
import string
from collections.abc import Iterable
from functools import lru_cache

from PIL import ImageFont

from awareness.lib.text.script import is_chinese
from awareness.lib.typesetting.fonts import FOLDER
from awareness.lib.typesetting.title_breaks import (
    NEVER_FIRST,
    NEVER_LAST,
    PAUSE,
    SENTENCE,
    SET,
    break_places,
)

_LATIN, _CHINESE_TOO = "NotoSans-{}-latin.woff2", "NotoSansSC-{}-subset.woff2"
# A J is twice as wide in a Chinese face. Codes are made of these; in sentences small letters make up.
_WIDER_IN_CHINESE = frozenset(string.digits + string.ascii_uppercase + string.punctuation)
_MEASURED_AT = 200  # pixels: widths scale with the size
# A Latin word or number is never cut; any other character may stand alone on its line.
# A box to tick stays with what it stands before; a date is one piece.
_DATE = r"\d{4}年\d{1,2}月\d{1,2}日[，。、]?|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}[,.;]? ?"
_PIECES = re.compile(_DATE + r"|(?:□ )?[\u0021-\u024f‘’…%]+ ?|□ .| |.", re.S)
# White space, and what is no sign of its own: controls, marks of direction, joiners.
_UNSET = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
# What the lines of a title cost, beside their breaks: one line more; a line that goes on after a
# clause's end and is itself but a part of one; a short word alone; an English line that is almost
# empty (its words may be parted almost anywhere); a word cut in two.
_LINE, _RUNS_ON, _ALONE, _EMPTY, _CUT = 10, 19, 4, 12, 40
_SHORT = 8  # letters


@lru_cache(maxsize=4)
def _face(name: str, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FOLDER / name.format("Bold" if bold else "Regular"), _MEASURED_AT)


@lru_cache(maxsize=4096)
def _advance(sign: str, bold: bool, chinese: bool) -> float:
    if ord(sign) < 0x250 or (not chinese and 0x2010 <= ord(sign) <= 0x2026):
        names = (_LATIN, _CHINESE_TOO) if sign in _WIDER_IN_CHINESE else (_LATIN,)
        return max(_face(name, bold).getlength(sign) for name in names) / _MEASURED_AT
    return 1.0


def on_one_line(text: str) -> str:
    """TEXT with every line end, control sign and run of spaces as one space."""
    return _UNSET.sub(" ", text).strip()


def text_width(text: str, bold: bool = False) -> float:
    """Width of TEXT on one line, in em. Curly quotes are full width in Chinese only."""
    text = _UNSET.sub(" ", text)
    chinese = is_chinese(text)
    return sum(_advance(sign, bold, chinese) for sign in text)


def break_lines(text: str, measure: float, bold: bool = False) -> list[str]:
    """TEXT in lines of at most MEASURE em. No mark begins or ends a line that may not, no word or
    number is cut, and no single character is left for the last line. A line that is followed by
    another keeps its space."""
    return list(_broken(on_one_line(text), measure, bold))


@lru_cache(maxsize=4096)
def _broken(text: str, measure: float, bold: bool) -> tuple[str, ...]:
    chinese = is_chinese(text)
    lines: list[list[str]] = [[]]
    room = measure
    for piece in _pieces(text, measure, bold):
        wide = sum(_advance(sign, bold, chinese) for sign in piece.rstrip())
        if wide > room + 0.001 and lines[-1]:
            lines.append(_carried(lines[-1], piece))
            room = measure - sum(_advance(sign, bold, chinese) for sign in "".join(lines[-1]))
        lines[-1].append(piece)
        room -= sum(_advance(sign, bold, chinese) for sign in piece)
    _spare_the_last(lines)
    return tuple("".join(line) for line in lines)


def _pieces(text: str, measure: float, bold: bool) -> list[str]:
    """What may not be cut; a word wider than the column must be."""
    return [part for piece in _PIECES.findall(text) for part in _cut(piece, measure, bold)]


def _cut(piece: str, measure: float, bold: bool) -> list[str]:
    if text_width(piece.rstrip(), bold) <= measure:
        return [piece]
    parts, room = [""], measure
    for sign in piece:
        wide = _advance(sign, bold, False)
        if wide > room and parts[-1] and sign != " ":
            parts.append("")
            room = measure
        parts[-1] += sign
        room -= wide
    return parts


def _carried(line: list[str], piece: str) -> list[str]:
    """What leaves the end of LINE for the next, which PIECE would begin."""
    carried: list[str] = []
    first = piece
    while len(line) > 1 and (first[0] in NEVER_FIRST or line[-1][-1] in NEVER_LAST):
        first = line.pop()
        carried.insert(0, first)
    return carried


def _spare_the_last(lines: list[list[str]]) -> None:
    """Give a last line of one character company."""
    if len(lines) < 2 or len("".join(lines[-1]).strip("。！？，”」")) != 1:
        return
    while len(lines[-2]) > 2:
        lines[-1].insert(0, lines[-2].pop())
        starts, ends = lines[-1][0][0], lines[-2][-1][-1]
        if starts not in NEVER_FIRST and ends not in NEVER_LAST:
            return


def title_lines(phrases: list[str], measure: float) -> list[str]:
    """The PHRASES of a title (bold) in lines of MEASURE em: as few as read well, each ended where it
    reads best, and among breaks as good as each other about equally long; none if they say nothing.
    """
    phrases = [_UNSET.sub(" ", phrase) for phrase in phrases if on_one_line(phrase)]
    return list(_titled(tuple(phrases), measure))


@lru_cache(maxsize=2048)
def _titled(phrases: tuple[str, ...], measure: float) -> tuple[str, ...]:
    text = "".join(phrases)
    ends = _ends(text, break_places(phrases), measure)
    strong = [at for at, cost in ends if cost <= SENTENCE]
    # Of the best lines up to each end: what they cost, how uneven they are, and the end before.
    best: dict[int, tuple[float, float, int]] = {0: (0, 0, 0)}
    costs = {0: SET, **dict(ends)}
    for end in costs:
        for start in reversed([at for at in best if at < end]):
            left = measure - text_width(text[start:end].strip(), bold=True)
            if left < -0.001 and end in best:
                break
            runs_on = any(start < at < end for at in strong)
            weak = max(costs[start], costs[end]) > PAUSE
            price = best[start][0] + _LINE + costs[end] + _RUNS_ON * (runs_on and weak)
            price += _english(text[start:end], left / measure, start == 0 and end == len(text))
            tried = (price, best[start][1] + left**2, start)
            best[end] = min(best.get(end, tried), tried)
    return tuple(_lines(text, best))


def _english(line: str, left: float, whole: bool) -> float:
    """What LINE costs for how it looks: a short word by itself, much LEFT of its column."""
    if whole or is_chinese(line):
        return 0
    alone = len(line.split()) == 1 and len(line.strip()) < _SHORT
    return _EMPTY * left**2 + _ALONE * alone


def _ends(text: str, found: Iterable[tuple[int, int]], measure: float) -> list[tuple[int, int]]:
    """Every place where a line may end: FOUND, the last, and inside what is wider than a line."""
    ends, at = [], 0
    for place, cost in (*found, (len(text), SET)):
        for line in break_lines(text[at:place], measure, bold=True)[:-1]:
            at += len(line)
            ends.append((at, _CUT))
        ends.append((place, cost))
        at = place
    return ends


def _lines(text: str, best: dict[int, tuple[float, float, int]]) -> list[str]:
    lines: list[str] = []
    end = len(text)
    while end:
        start = best[end][2]
        lines.insert(0, text[start:end])
        end = start
    return lines
