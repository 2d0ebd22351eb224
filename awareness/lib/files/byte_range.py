"""The part of a file that a reader asks for: `Range: bytes=500-999`, `500-` or `-500`."""

import re

_ONE = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*", re.I)


class Beyond(Exception):
    """Nothing of the file is in the part asked for."""


def part_asked_for(header: str, size: int) -> range | None:
    """The bytes of SIZE that HEADER names; None for all: several parts and nonsense are passed over."""
    found = _ONE.fullmatch(header.strip())
    if not found or found[1] + found[2] == "":
        return None
    if not found[1]:
        first, last = max(size - int(found[2]), 0), size - 1
    else:
        first, last = int(found[1]), min(int(found[2] or size), size - 1)
        if found[2] and int(found[2]) < first:
            return None
    if first > last:
        raise Beyond
    return range(first, last + 1)
