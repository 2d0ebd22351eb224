"""Signs that our fonts do not have, such as emoji: one printer draws them and another leaves a gap,
so on a sheet nobody draws them. Letters and characters always stay: without one a name is wrong."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from awareness.lib.typesetting.fonts import FOLDER

_FACES = ("NotoSansSC-Regular-subset", "NotoSans-Regular-latin")
_PERHAPS = re.compile(r"[^\s\u0021-\u024f\u3001-\u303f\u3400-\u9fff\uff01-\uff5e]")
_JOINED = "\u200d\ufe0e\ufe0f\u20e3"  # make one picture of several signs
_MARKS = {"S", "P"}  # general categories, by their first letter
_NO_SIGNS = {"Cn", "Co"}  # newer than the table that is asked, or somebody's own


def without_undrawn(value: Any) -> Any:
    """VALUE, a text or something made of texts, without the marks that no font of ours has."""
    if isinstance(value, str):
        return "".join(_drawn(value)) if _PERHAPS.search(value) else value
    if isinstance(value, tuple):
        return tuple(map(without_undrawn, value))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: without_undrawn(getattr(value, one.name)) for one in fields(value)}
        return replace(value, **parts)
    return value


def _drawn(text: str) -> Iterator[str]:
    """The signs of TEXT that can be drawn; one that goes takes the space after it along."""
    before, gone = " ", False
    for sign in text:
        if _is_undrawn(sign):
            gone = True
        elif not (gone and sign == " " == before):
            yield sign
            before, gone = sign, False


def _is_undrawn(sign: str) -> bool:
    if not _PERHAPS.match(sign):
        return False
    kind = unicodedata.category(sign)
    mark = kind[0] in _MARKS or kind in _NO_SIGNS
    return sign in _JOINED or (mark and ord(sign) not in _signs())


@cache
def _signs() -> frozenset[int]:
    """A tenth of a second, when the first rare mark comes."""
    from fontTools.ttLib import TTFont

    found: set[int] = set()
    for face in _FACES:
        with TTFont(FOLDER / f"{face}.woff2", lazy=True) as font:
            found |= font.getBestCmap().keys()
    return frozenset(found)
