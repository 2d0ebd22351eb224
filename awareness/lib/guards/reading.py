"""A text as the guards read it: one width, one script, nothing invisible, every place kept.

Full-width signs become plain ones (NFKC), Traditional characters Simplified ones, invisible
signs and the break mark ｜ go. So each rule is written once, in plain Simplified Chinese.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import opencc

from awareness.lib.guards.find import Find, GuardRule
from awareness.lib.text.phrase_breaks import BREAK
from awareness.lib.text.placeholders import find_placeholders

BLANK = "\ue000"  # private use: no rule matches it, and it parts what stands on both sides
HIDDEN_NUMBER = {
    "zh-hans": "（号码已隐去）",
    "zh-hant": "（號碼已隱去）",
    "en": "(number removed)",
}
_KEPT = set("，；！？（）…‥")  # their plain twins may stand inside a web address
_DASHES = re.compile("[‐-―−⸺⸻－]")
_MIDDLE_DOTS = re.compile("[•・‧∙⋅･●]")
# ① before a number is a mark of the list; ①③⑧ is a number in disguise (`in_figures`).
_RINGED = re.compile("[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]")
_SPOKEN = "零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖"
_FIGURE = f"[0-9{_SPOKEN}\u2460-\u2468\u24ea\u24f5-\u24fd\u2776-\u277e]"
_FIGURES = re.compile(f"{_FIGURE}(?:[ .·|_/~()（）-]{{0,3}}{_FIGURE}){{6,}}")  # 7: a telephone


@dataclass(frozen=True)
class FoldedText:
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
        self, rule: GuardRule, start: int, end: int, remedy: str | Mapping[str, str] | None = None
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

    def without(self, spans: Iterable[tuple[int, int]]) -> "FoldedText":
        """The same reading with SPANS of its text blanked."""
        text = list(self.text)
        for start, end in spans:
            text[start:end] = BLANK * (end - start)
        return replace(self, text="".join(text))

    def closed(self, gaps: re.Pattern) -> "FoldedText":
        """The same reading without what GAPS match."""
        gone = {place for gap in gaps.finditer(self.text) for place in range(*gap.span())}
        if not gone:
            return self
        kept = [place for place in range(len(self.text)) if place not in gone]
        text = "".join(self.text[place] for place in kept)
        return replace(self, text=text, places=[self.places[place] for place in kept])

    def in_figures(self) -> "FoldedText":
        """The same reading with numbers spelt out, 一三八 or ①③⑧, as figures."""
        text = _FIGURES.sub(lambda run: run[0].translate(_to_figures()), self.text)
        return replace(self, text=text)


def fold_text(original: str, language: str, keys: Collection[str] = ()) -> FoldedText:
    """ORIGINAL folded, with the hotline placeholders that KEYS holds, such as {110}, blanked."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(original):
        folded = _break(original, place) if sign == BREAK else _fold(sign)
        signs.append(folded)
        places += [place] * len(folded)
    reading = FoldedText(original, language, "".join(signs), places)
    known = [span for *span, key in placeholder_spans(original) if key in keys]
    return reading.without(
        (bisect_left(places, start), bisect_left(places, end)) for start, end in known
    )


def placeholder_spans(original: str) -> list[tuple[int, int, str]]:
    """(start, end, key) of each placeholder in ORIGINAL as shown: without its break marks."""
    if "{" not in original:
        return []
    kept = [place for place, sign in enumerate(original) if sign != BREAK]
    shown = "".join(original[place] for place in kept)
    return [(kept[start], kept[end - 1] + 1, key) for start, end, key in find_placeholders(shown)]


def _break(text: str, place: int) -> str:
    """A break mark between two numbers parts them; elsewhere it is not there for the reader."""
    return (
        "|" if text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit() else ""
    )


@cache
def _fold(sign: str) -> str:
    if sign in _KEPT or _RINGED.match(sign):
        return sign
    if unicodedata.category(sign) == "Cf" or "\ufe00" <= sign <= "\ufe0f":
        return ""
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", sign).replace("\t", " "))
    return _MIDDLE_DOTS.sub("·", plain).translate(_simplified())


@lru_cache(maxsize=1)
def _to_figures() -> dict[int, str]:
    figures = dict(zip(map(ord, _SPOKEN), "000123456789" + "1" + "123456789", strict=True))
    for sign in map(chr, (*range(0x2460, 0x2469), 0x24EA, *range(0x24F5, 0x24FE))):
        figures[ord(sign)] = str(unicodedata.digit(sign))
    return figures | {0x2776 + figure: str(figure + 1) for figure in range(9)}


@lru_cache(maxsize=1)
def _simplified() -> dict[int, str]:
    """Traditional → Simplified, one character for one, so that places stay."""
    traditional = [chr(code) for code in range(0x4E00, 0xA000)]
    simplified = opencc.OpenCC("t2s").convert("\n".join(traditional)).split("\n")
    pairs = zip(traditional, simplified, strict=True)
    return {ord(old): new for old, new in pairs if old != new and len(new) == 1}
