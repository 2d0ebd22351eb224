"""Placeholders of hotlines that are not in the table: shown to the public as bare figures."""

from collections.abc import Collection, Iterator

from awareness.lib.guards.find import Find, Weight
from awareness.lib.guards.reading import placeholders

_SHOWN = 20  # characters of a key


def find_unknown_keys(text: str, keys: Collection[str]) -> Iterator[Find]:
    """Each {key} in TEXT that KEYS does not hold."""
    for start, end, key in placeholders(text):
        if key not in keys:
            why = f"热线表里没有“{key[:_SHOWN]}”，请改成表里的号码，或者先在热线里加上。"
            place = text[start:end]
            yield Find("unknown_key", start, end, place, why, None, Weight.BLOCK, False)
