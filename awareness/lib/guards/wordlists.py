"""The lists of words that rules look up, one text file each in `vocabulary/`."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "vocabulary"


def word_list(name: str) -> frozenset[str]:
    """The words of the list NAME, which white space parts."""
    return frozenset((_FOLDER / f"{name}.txt").read_text("utf-8").split())
