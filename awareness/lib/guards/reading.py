"""A text as the guards read it: one width, one script, nothing invisible, every place kept.

Full-width signs become plain ones (NFKC), Traditional characters Simplified ones, invisible
signs and the break mark ｜ go. So each rule is written once, in plain Simplified Chinese.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import opencc

from awareness.lib.guards.find import Find, Rule
from awareness.lib.numbers import find_placeholders
from awareness.lib.phrases import BREAK

BLANK = "\ue000"  # private use: no rule matches it, and it parts what stands on both sides
HIDDEN_NUMBER = {
    "zh-hans": "（号码已隐去）",
    "zh-hant": "（號碼已隱去）",
    "en": "(number removed)",
}
_KEPT = set("，；！？（）…‥")  # their plain twins may stand inside a web address
_DASHES = re.compile("[‐-―−⸺⸻－]")
_MIDDLE_DOTS = re.compile("[•・‧∙⋅･●]")
_LONG_NUMBER = 7  # digits of the shortest telephone number with a person behind it


@dataclass(frozen=True)
class Reading:
    """TEXT is what rules search; PLACES[i] is where TEXT[i] stands in ORIGINAL."""

    original: str
    language: str
    text: str
    places: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of TEXT[START:END], which is not empty."""
        return self.places[start], self.places[end - 1] + 1

    def source(self, start: int, end: int) -> str:
        """What the original has at TEXT[START:END]."""
        first, last = self.span(start, end)
        return self.original[first:last]

    def find(
        self, rule: Rule, start: int, end: int, remedy: str | Mapping[str, str] | None = None
    ) -> Find:
        """RULE struck at TEXT[START:END]; a remedy may differ by language."""
        first, last = self.span(start, end)
        if isinstance(remedy, Mapping):
            remedy = remedy[self.language]
        return Find(
            kind=rule.kind,
            start=first,
            end=last,
            text=self.original[first:last],
            why=rule.why,
            remedy=remedy,
            weight=rule.weight,
            personal=rule.personal,
        )

    def without(self, spans: Iterable[tuple[int, int]]) -> "Reading":
        """The same reading with SPANS of its text blanked."""
        text = list(self.text)
        for start, end in spans:
            text[start:end] = BLANK * (end - start)
        return replace(self, text="".join(text))


def read(original: str, language: str, known_numbers: Iterable[str] = ()) -> Reading:
    """ORIGINAL folded, with hotline placeholders such as {110} blanked."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(original):
        folded = _break(original, place) if sign == BREAK else _fold(sign)
        signs.append(folded)
        places += [place] * len(folded)
    reading = Reading(original, language, "".join(signs), places)
    return reading.without(_placeholders(reading.text, set(known_numbers)))


def _placeholders(text: str, known: set[str]) -> list[tuple[int, int]]:
    """A key with a long number in it is shown to the public as it stands, so it is read."""
    return [
        (start, end)
        for start, end, key in find_placeholders(text)
        if key in known or sum(sign.isdigit() for sign in key) < _LONG_NUMBER
    ]


def _break(text: str, place: int) -> str:
    """A break mark between two numbers parts them; elsewhere it is not there for the reader."""
    return (
        "|" if text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit() else ""
    )


@cache
def _fold(sign: str) -> str:
    if sign in _KEPT:
        return sign
    if unicodedata.category(sign) == "Cf" or "\ufe00" <= sign <= "\ufe0f":
        return ""
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", sign).replace("\t", " "))
    return _MIDDLE_DOTS.sub("·", plain).translate(_simplified())


@lru_cache(maxsize=1)
def _simplified() -> dict[int, str]:
    """Traditional → Simplified, one character for one, so that places stay."""
    traditional = [chr(code) for code in range(0x4E00, 0xA000)]
    simplified = opencc.OpenCC("t2s").convert("\n".join(traditional)).split("\n")
    pairs = zip(traditional, simplified, strict=True)
    return {ord(old): new for old, new in pairs if old != new and len(new) == 1}
