"""Breaking text into lines before it is printed, so that every printer sets the same lines.

Latin letters are measured by a wide face (Noto Sans); whatever face a printer has takes no more.
"""

import re
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from .picture import NEVER_FIRST, NEVER_LAST
from .whole_words import words

_FACES = Path(__file__).parent / "fonts"
_MEASURED_AT = 200  # pixels: widths scale with the size
# A Latin word or number is never cut; any other character may stand alone on its line.
# A box to tick stays with what it stands before.
_PIECES = re.compile(r"(?:□ )?[\u0021-\u024f‘’…%]+ ?|□ .| |.", re.S)
# White space, and what is no sign of its own: controls, marks of direction, joiners.
_UNSET = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]")


@lru_cache(maxsize=2)
def _face(bold: bool) -> ImageFont.FreeTypeFont:
    name = "NotoSans-Bold-latin.woff2" if bold else "NotoSans-Regular-latin.woff2"
    return ImageFont.truetype(_FACES / name, _MEASURED_AT)


@lru_cache(maxsize=4096)
def _advance(sign: str, bold: bool, chinese: bool) -> float:
    if ord(sign) < 0x250 or (not chinese and 0x2010 <= ord(sign) <= 0x2026):
        return _face(bold).getlength(sign) / _MEASURED_AT
    return 1.0


def one_line(text: str) -> str:
    """TEXT with every line end, control sign and run of spaces as one space."""
    return _UNSET.sub(" ", text).strip()


def width(text: str, bold: bool = False) -> float:
    """Width of TEXT on one line, in em. Curly quotes are full width in Chinese only."""
    text = _UNSET.sub(" ", text)
    chinese = bool(_CHINESE.search(text))
    return sum(_advance(sign, bold, chinese) for sign in text)


def broken(text: str, measure: float, bold: bool = False) -> list[str]:
    """TEXT in lines of at most MEASURE em. No mark begins or ends a line that may not, no word or
    number is cut, and no single character is left for the last line. A line that is followed by
    another keeps its space."""
    return list(_broken(one_line(text), measure, bold))


@lru_cache(maxsize=4096)
def _broken(text: str, measure: float, bold: bool) -> tuple[str, ...]:
    chinese = bool(_CHINESE.search(text))
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
    if width(piece.rstrip(), bold) <= measure:
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
    """The PHRASES of a title (bold) in as few lines of MEASURE em as they need, about equally long;
    none if they say nothing."""
    phrases = [_UNSET.sub(" ", phrase) for phrase in phrases if one_line(phrase)]
    parts = [piece for phrase in phrases for piece in _unbreakable(phrase, measure)]
    whole = _filled(parts, measure)
    narrow = max((width(part.strip(), bold=True) for part in parts), default=measure)
    while narrow < measure:
        tried = _filled(parts, narrow)
        if len(tried) <= len(whole):
            return tried
        narrow += 0.25
    return whole


def _unbreakable(phrase: str, measure: float) -> list[str]:
    """What of PHRASE stays together: all of it if it fits a line, else its words."""
    if not _CHINESE.search(phrase):
        return re.findall(r"\S+\s*", phrase)
    return [phrase] if width(phrase, bold=True) <= measure else words(phrase)


def _filled(parts: list[str], measure: float) -> list[str]:
    lines: list[str] = []
    for part in parts:
        if lines and width((lines[-1] + part).strip(), bold=True) <= measure:
            lines[-1] += part
        elif width(part.strip(), bold=True) <= measure:
            lines.append(part)
        else:
            lines += broken(part, measure, bold=True)
    return lines
