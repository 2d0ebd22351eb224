"""What a guard reports, and how a place is shown in a list."""

from dataclasses import dataclass
from enum import Enum

AROUND = 12  # characters shown on either side of a find


class FindWeight(Enum):
    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True)
class Find:
    """A place in a text that must not, or should not, go out as it is."""

    kind: str
    start: int
    end: int
    text: str
    why: str
    remedy: str | None
    weight: FindWeight
    personal: bool


@dataclass(frozen=True)
class GuardRule:
    """The part of a find that is the same wherever the rule strikes."""

    kind: str
    why: str
    weight: FindWeight = FindWeight.BLOCK
    personal: bool = False


def explain(text: str, find: Find) -> str:
    """The place of FIND in TEXT on one line: …up to twelve characters【the find】twelve more…"""
    before = text[max(0, find.start - AROUND) : find.start]
    after = text[find.end : find.end + AROUND]
    lead = "…" if find.start > AROUND else ""
    trail = "…" if find.end + AROUND < len(text) else ""
    return " ".join(f"{lead}{before}【{find.text}】{after}{trail}".split())
