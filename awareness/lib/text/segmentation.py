"""The words of a Chinese clause, for lines so short that a phrase does not fit on one.

BudouX proposes; the site's own words (`vocabulary/whole_words.txt`, one a line) are never cut.
"""

import re
from functools import lru_cache
from pathlib import Path

import budoux
import opencc

VOCABULARY = Path(__file__).parent / "vocabulary" / "whole_words.txt"
CLINGING = "的了着过吗呢吧们"  # never begin a line
MARKS = "，。、：；！？（）《》「」『』“”‘’…"
_LATIN = re.compile(r"[!-~‘’%]+")


def segment(clause: str) -> list[str]:
    """CLAUSE cut between its words; marks stay with the word before them, and a first or last
    word of one character with its neighbour. 繁體 is cut where its 简体 is."""
    plain = _simplifier().convert(clause)
    plain = plain if len(plain) == len(clause) else clause
    whole = _spans(plain)
    cuts, at = {0, len(clause)}, 0
    for piece in _parser().parse(plain):
        at += len(piece)
        if not any(start < at < end for start, end in whole):
            cuts.add(at)
    cuts |= {edge for span in whole for edge in span}
    ends = sorted(cut for cut in cuts if _may_begin(plain, cut))
    return [clause[a:b] for a, b in zip(ends, [*ends[1:], len(clause)], strict=True)]


def _may_begin(clause: str, cut: int) -> bool:
    """Whether a line may begin at CUT of CLAUSE."""
    if cut == 0:
        return True
    before, after = clause[:cut].strip(MARKS), clause[cut:].strip(MARKS)
    return min(len(before), len(after)) > 1 and clause[cut] not in CLINGING + MARKS


def _spans(clause: str) -> list[tuple[int, int]]:
    """Where the longest known words and the Latin ones stand in CLAUSE."""
    found = [one.span() for one in _known().finditer(clause)]
    return found + [one.span() for one in _LATIN.finditer(clause)]


@lru_cache(maxsize=1)
def _known() -> re.Pattern:
    listed = VOCABULARY.read_text("utf-8").split()
    return re.compile("|".join(sorted(listed, key=len, reverse=True)))


@lru_cache(maxsize=1)
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@lru_cache(maxsize=1)
def _parser() -> budoux.Parser:
    return budoux.load_default_simplified_chinese_parser()
