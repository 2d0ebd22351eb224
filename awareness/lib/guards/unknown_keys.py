"""Placeholders of hotlines that the public does not see as a number: not in the table, where they
show as bare figures, or not checked by anybody yet, where the sentence is left out."""

from collections.abc import Collection, Iterator, Set

from awareness.lib.guards.find import Find, FindWeight
from awareness.lib.guards.reading import placeholder_spans
from awareness.lib.text.placeholders import without_keys

_SHOWN = 20  # characters of a key


def find_unknown_keys(text: str, keys: Collection[str]) -> Iterator[Find]:
    """Each {key} in TEXT that KEYS does not hold."""
    for start, end, key in placeholder_spans(text):
        if key not in keys:
            why = f"热线表里没有“{key[:_SHOWN]}”，请改成表里的号码，或者先在热线里加上。"
            place = text[start:end]
            yield Find("unknown_key", start, end, place, why, None, FindWeight.BLOCK, False)


def find_unchecked_keys(text: str, keys: Set[str]) -> Iterator[Find]:
    """Each {key} in TEXT that is one of KEYS, the numbers that nobody has checked yet. It blocks
    where nothing of TEXT is left without the sentences that name one."""
    gone = not without_keys(text, keys)
    lost = "这一栏居民就什么也看不到" if gone else "写到它的这一句居民看不到"
    weight = FindWeight.BLOCK if gone else FindWeight.WARN
    for start, end, key in placeholder_spans(text):
        if key in keys:
            why = f"“{key}”还没有人核对过，{lost}。换一个号码，或者到“热线”里核对，再按“核对过了”。"
            yield Find("unchecked_key", start, end, text[start:end], why, None, weight, False)
