"""A short text as large as a screen takes it: where its lines end, and how large that lets them be."""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from awareness.lib.text.phrase_breaks import title_phrases, without_breaks
from awareness.lib.text.script import is_chinese
from awareness.lib.text.segmentation import segment
from awareness.lib.typesetting.line_breaking import text_width

LEADING = 1.12  # from line to line, in em
EVEN = 0.95  # as large: better than lines that read badly
MUCH = 1.4  # times larger: worth a line that ends inside a phrase
_WORDS = re.compile(r"[^\s-]+-*\s*|-+\s*|\s+")  # a long word may end its line at a hyphen
_SIGNS = re.compile(r"[!-~]+|[“‘「『（《]?.[，。、：；！？）》」』”’…]*")
_PAUSE = re.compile(r"[，？！]|[?!;:.] ")
_DROPPED = "，、；。"  # at the end of a line, which is a pause itself


@dataclass(frozen=True)
class Frame:
    """Room for a text, and the largest type it may have, all in hundredths of a screen's height."""

    wide: float
    high: float
    largest: float


@dataclass(frozen=True)
class Setting:
    """LINES as they stand; SIZE in hundredths of a screen's height."""

    lines: tuple[str, ...]
    size: float

    @property
    def measure(self) -> float:
        """The longest line, in em."""
        return max(text_width(line, bold=True) for line in self.lines)

    @property
    def half_ems(self) -> int:
        """Half ems that take the longest line."""
        return ceil(2 * self.measure - 0.01)

    @property
    def high(self) -> float:
        """All its lines, in hundredths of a screen's height."""
        return round(self.size * LEADING * len(self.lines), 2)

    @property
    def ragged(self) -> bool:
        """Whether a character stands alone on a line, a line goes on after a pause, or a word is cut."""
        alone = min(len(line) for line in self.lines) == 1
        goes_on = any(_PAUSE.search(line[:-1]) or line.endswith("-") for line in self.lines)
        return len(self.lines) > 1 and (alone or goes_on)


@lru_cache(maxsize=4096)
def largest(text: str, boxes: tuple[Frame, ...], least: float) -> Setting:
    """TEXT (｜ where its phrases end) in the first of BOXES, and broken the best way, that lets
    it be at least LEAST; where none does, as large as it goes between its words.

    Lines end with phrases, or with words where that lets them be much larger; a Chinese word is
    cut last of all. A text that says nothing is one empty line.
    """
    if not without_breaks(text).strip():
        return Setting(("",), least)
    if not is_chinese(text):
        return _best(tuple(_WORDS.findall(text.replace("｜", ""))), boxes, least)
    found = title_phrases(text)
    by_phrase = _best(tuple(found), boxes, least)
    by_word = _best(tuple(word for phrase in found for word in segment(phrase)), boxes, least)
    if by_phrase.size >= least and by_word.size <= MUCH * by_phrase.size:
        return by_phrase
    if max(by_phrase.size, by_word.size) >= least:
        return max(by_phrase, by_word, key=lambda one: one.size)
    by_sign = _best(tuple(_SIGNS.findall("".join(found))), boxes, least)
    return max(by_word, by_sign, key=lambda one: one.size)


def _best(pieces: tuple[str, ...], boxes: tuple[Frame, ...], least: float) -> Setting:
    """PIECES in the first of BOXES that lets them be at least LEAST, else as large as they go."""
    settings = [_fitted(pieces, box) for box in boxes]
    reached = (one for one in settings if one.size >= least)
    return next(reached, max(settings, key=lambda one: one.size))


def _fitted(pieces: tuple[str, ...], box: Frame) -> Setting:
    """PIECES in the number of lines that lets them be largest, the lines about equally long."""
    settings = []
    for measure in sorted(_measures(pieces)):
        lines = _filled(pieces, measure)
        size = min(box.largest, box.wide / max(measure, 1), box.high / (LEADING * len(lines)))
        settings.append(Setting(tuple(lines), size))
    return max(settings, key=lambda one: (one.size * (EVEN if one.ragged else 1), -one.measure))


def _measures(pieces: tuple[str, ...]) -> set[float]:
    """Each width, in em, that a line of PIECES can have and that takes the widest of them."""
    narrowest = max(_wide(piece) for piece in pieces)
    runs = (
        _wide("".join(pieces[start:end]))
        for start in range(len(pieces))
        for end in range(start + 1, len(pieces) + 1)
    )
    return {run for run in runs if run >= narrowest}


def _filled(pieces: tuple[str, ...], measure: float) -> list[str]:
    lines = [""]
    for piece in pieces:
        if lines[-1] and _wide(lines[-1] + piece) > measure + 0.001:
            lines.append("")
        lines[-1] += piece
    *others, last = lines
    return [_shown(line) for line in others] + [last.strip().rstrip("。")]


def _wide(line: str) -> float:
    return text_width(_shown(line), bold=True)


def _shown(line: str) -> str:
    chinese = is_chinese(line)
    return line.strip().rstrip(_DROPPED) if chinese else line.strip()
