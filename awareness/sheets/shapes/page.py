"""A page of a sheet: its words fitted to its room, and where each part stands. Millimetres."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ..blocks import Block
from ..sheet_text import Words
from ..subjects import Shape
from ..trimming import Fitted, trimmed

GAP = 3.5  # at least, between two parts of a sheet


@dataclass(frozen=True)
class SheetPage:
    """One printed page or panel: the words that are on it, and its parts by name."""

    words: Words
    blocks: dict[str, Block] = field(default_factory=dict)
    over: float = 0
    room: float = 0  # mm from the first part's top to the last part's foot

    @property
    def spare(self) -> float:
        """mm left over between the parts."""
        return max(self.room - sum(block.height for block in self.blocks.values()), 0)

    def tops(self) -> dict[str, float]:
        """Where each part begins, in mm below the first: what is left over parts them equally."""
        there = {name: block for name, block in self.blocks.items() if block}
        gap, top, tops = self.spare / max(len(there) - 1, 1), 0.0, {}
        for name, block in there.items():
            tops[name] = top
            top += block.height + gap
        return tops

    def __getattr__(self, name: str):
        """What the part NAME shows; None if the page has no such part."""
        if name.startswith("__"):
            raise AttributeError(name)
        block = self.blocks.get(name)
        return block.shown if block else None


@dataclass(frozen=True)
class LaidOutSheet:
    """A sheet set in lines. OVER: lines by which the least that must stand is still too long, 0 for
    every text within the limits of its fields."""

    form: Shape
    pages: list[SheetPage]

    @property
    def over(self) -> int:
        return sum(-int(-page.over // LINE) for page in self.pages if page.over > 0)


LINE = 7.9  # of the text of a plain sheet


def laid(words: Words, room: float, blocks: Callable[[Words], dict[str, Block]], cuts) -> SheetPage:
    """The page of BLOCKS of as much of WORDS as stands in ROOM mm."""

    def height(some: Words) -> float:
        there = [block.height for block in blocks(some).values() if block]
        return sum(there) + GAP * max(len(there) - 1, 0)

    result: Fitted = trimmed(words, height, room, cuts)
    return SheetPage(result.words, blocks(result.words), result.over, room)
