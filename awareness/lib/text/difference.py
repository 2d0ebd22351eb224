"""How one text differs from another, piece by piece, for people to read."""

from dataclasses import dataclass
from difflib import SequenceMatcher

# Beyond this many characters the middle is not compared sign by sign.
CLOSE = 4000


@dataclass(frozen=True)
class DifferencePiece:
    """A run of text; KIND is 'same', 'out' or 'in'."""

    kind: str
    text: str


def difference(before: str, after: str) -> list[DifferencePiece]:
    """The pieces of which BEFORE (same, out) and AFTER (same, in) are made, in reading order."""
    if len(before) + len(after) > 2 * CLOSE:
        return _pieces(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return _pieces(list(before), list(after))


def _pieces(before: list[str], after: list[str]) -> list[DifferencePiece]:
    found = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            found.append(DifferencePiece("same", "".join(before[a:b])))
            continue
        if b > a:
            found.append(DifferencePiece("out", "".join(before[a:b])))
        if d > c:
            found.append(DifferencePiece("in", "".join(after[c:d])))
    return found
