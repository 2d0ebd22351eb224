"""Hotlines and office phones inside sentences: kept as {110}, shown as the number that the table holds now."""

import re
from collections.abc import Mapping, Set

_PLACEHOLDER = re.compile(r"\{([0-9A-Za-z-]{1,60})\}")
_SENTENCES = re.compile(r".+?(?:[。！？；]|[.!?;](?=\s|$)|$)\s*")
_WRITTEN = re.compile("[0-9]+(-[0-9]+)*")
# 110元, 110人 and the like are amounts, not the hotline.
_NOT_A_NUMBER = r"(?![0-9]|[.,][0-9]|\s?(?:[元万亿块人名年月天岁次个条件米%]|yuan|people))"


def mark_numbers(text: str, table: Mapping[str, str]) -> str:
    """TEXT with every plain number of TABLE (number as written → key) as a {key} placeholder."""
    known = sorted((number for number in table if _WRITTEN.fullmatch(number)), key=len)
    if not known:
        return text
    either = "|".join(reversed(known))  # the longest first
    pattern = rf"(?<![0-9A-Za-z{{./:@_-])({either})(?![A-Za-z}}@_-]){_NOT_A_NUMBER}"
    return re.sub(pattern, lambda found: f"{{{table[found[1]]}}}", text)


def fill_numbers(text: str, table: Mapping[str, str]) -> str:
    """TEXT with each {key} replaced by its number; an unknown key is shown without braces."""
    return _PLACEHOLDER.sub(lambda found: table.get(found[1], found[1]), text)


def without_keys(text: str, keys: Set[str]) -> str:
    """TEXT without the sentences that name one of KEYS, and without the lines that are then empty."""
    if keys.isdisjoint(placeholders(text)):
        return text
    lines = (_without(line, keys) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _without(line: str, keys: Set[str]) -> str:
    if keys.isdisjoint(placeholders(line)):
        return line
    kept = (part for part in _SENTENCES.findall(line) if keys.isdisjoint(placeholders(part)))
    return "".join(kept).strip()


def find_placeholders(text: str) -> list[tuple[int, int, str]]:
    """(start, end, key) of each placeholder in TEXT, in order."""
    return [(found.start(), found.end(), found[1]) for found in _PLACEHOLDER.finditer(text)]


def placeholders(text: str) -> set[str]:
    """Keys that TEXT refers to."""
    return set(_PLACEHOLDER.findall(text))
