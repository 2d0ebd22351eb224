"""Where a title may break. Staff set the places with ｜; without them the site proposes some."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from awareness.lib.text.script import is_chinese
from awareness.lib.text.traditional import to_traditional

if TYPE_CHECKING:
    import budoux

BREAK = "｜"
_AFTER_MARKS = re.compile(
    r"(?<=[，、：；？！。])(?=[^，、：；？！。”」）])|(?<=[，、：；？！。][”」）])(?=[^，、：；？！。”」）])"
)
_ONE_PIECE = re.compile(r"[（《「『“‘].|.[，。、：；！？）》」』”’…·%]|[\u0021-\u024f]{2}")
LONG_CLAUSE = 9  # characters; shorter clauses fit a line at 360 px and need no break


def without_breaks(title: str) -> str:
    """TITLE without its break marks."""
    return (title or "").replace(BREAK, "")


def title_phrases(title: str) -> list[str]:
    """The parts of TITLE that should stay on one line: as staff set them, else as proposed."""
    title = title or ""
    return [part for part in (title if BREAK in title else propose(title)).split(BREAK) if part]


@lru_cache(maxsize=2048)
def propose(title: str) -> str:
    """TITLE with ｜ after punctuation, and inside long Chinese clauses where BudouX sees a phrase end."""
    parts = _AFTER_MARKS.sub(BREAK, title).split(BREAK)
    return BREAK.join(BREAK.join(_inside(part)) for part in parts)


def clauses(text: str) -> list[str]:
    """The parts of TEXT up to each mark that ends one."""
    return _AFTER_MARKS.split(text)


@lru_cache(maxsize=2048)
def chunks(text: str) -> tuple[str, ...]:
    """The small parts of a Chinese TEXT, each best kept on one line; no mark and no number is cut off."""
    parts: list[str] = []
    for part in _parser(traditional=to_traditional(text) == text).parse(text):
        if parts and _ONE_PIECE.search(parts[-1][-1] + part[0]):
            parts[-1] += part
        else:
            parts.append(part)
    return tuple(parts)


def title_parts(title: str) -> list[str]:
    """As `phrases` for large type, where a title without marks and without clauses breaks anywhere
    between small parts."""
    if BREAK in title or len(clauses(title)) > 1 or not is_chinese(title):
        return title_phrases(title) if BREAK in title else clauses(title)
    return list(chunks(title))


def _inside(clause: str) -> list[str]:
    quoted = "“" in clause or "「" in clause
    if len(clause) <= LONG_CLAUSE or quoted or not is_chinese(clause):
        return [clause]
    lines: list[str] = []
    for chunk in _parser().parse(clause):
        if lines and len(lines[-1]) + len(chunk) <= LONG_CLAUSE:
            lines[-1] += chunk
        else:
            lines.append(chunk)
    if len(lines) > 1 and len(lines[-1]) == 1:  # never a last line of one character
        lines[-2:] = ["".join(lines[-2:])]
    return lines


@lru_cache(maxsize=2)
def _parser(traditional: bool = False) -> "budoux.Parser":
    import budoux  # loads its model: only when a title without marks turns up

    if traditional:
        return budoux.load_default_traditional_chinese_parser()
    return budoux.load_default_simplified_chinese_parser()
