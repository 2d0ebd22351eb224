"""Where a title may break. Staff set the places with ｜; without them the site proposes some."""

import re
from functools import lru_cache

BREAK = "｜"
_AFTER_MARKS = re.compile(
    r"(?<=[，、：；？！。])(?=[^，、：；？！。”」）])|(?<=[，、：；？！。][”」）])(?=[^，、：；？！。”」）])"
)
LONG_CLAUSE = 9  # characters; shorter clauses fit a line at 360 px and need no break


def plain(title: str) -> str:
    """TITLE without its break marks."""
    return (title or "").replace(BREAK, "")


def phrases(title: str) -> list[str]:
    """The parts of TITLE that should stay on one line: as staff set them, else as proposed."""
    title = title or ""
    return [part for part in (title if BREAK in title else propose(title)).split(BREAK) if part]


@lru_cache(maxsize=2048)
def propose(title: str) -> str:
    """TITLE with ｜ after punctuation, and inside long Chinese clauses where BudouX sees a phrase end."""
    parts = _AFTER_MARKS.sub(BREAK, title).split(BREAK)
    return BREAK.join(BREAK.join(_inside(part)) for part in parts)


def _inside(clause: str) -> list[str]:
    quoted = "“" in clause or "「" in clause
    if len(clause) <= LONG_CLAUSE or quoted or not re.search(r"[\u4e00-\u9fff]", clause):
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


@lru_cache(maxsize=1)
def _parser():
    import budoux  # loads its model: only when a title without marks turns up

    return budoux.load_default_simplified_chinese_parser()
