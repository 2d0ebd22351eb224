"""What stands on a picture that people send to their family: the words, in the order of reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

Sentences = tuple[str, ...]
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff]+")


@dataclass(frozen=True)
class CardLine:
    """One thing to do. SIGN is a drawn character (lib/strokes.py), a number or '' for none; NAME
    stands under the character for who does not read it; SHORT goes over the SENTENCES, in bold."""

    sign: str
    sentences: Sentences
    short: str = ""
    name: str = ""

    @property
    def drawn(self) -> bool:
        return bool(self.sign) and not self.sign.isdigit()


@dataclass(frozen=True)
class Imprint:
    """Who says it and where to read on: HOTLINES are (what for, number); ADDRESS is in words, LINK
    is what the QR code holds; NEVER is what we never ask for, DATES such as '发布：…'."""

    site: str
    office: str
    phone: str
    dates: Sentences
    hotlines: tuple[tuple[str, str], ...]
    address: str
    link: str
    look: str  # before the address
    never: str

    def said(self, comma: str, colon: str) -> Iterator[str]:
        """What can be read in it, but for the hotlines."""
        yield comma.join(filter(None, (self.site, self.office, self.phone)))
        yield from (*self.dates, f"{self.look}{colon}{self.address}")
        yield from filter(None, [self.never])


@dataclass(frozen=True)
class Card:
    """PHRASES are the title, each to stay on one line; SAMPLE is a fraudster's message under the
    ribbon RIBBON; SIGNS go large over the title; PRESSING: it has already happened."""

    phrases: tuple[str, ...]
    answer: Sentences
    lines: tuple[CardLine, ...]
    imprint: Imprint
    place: str = ""
    note: str = ""
    sample: str = ""
    ribbon: str = ""
    signs: tuple[str, ...] = ()
    pressing: bool = False

    def said(self) -> Iterator[str]:
        """Everything that can be read on it, in order, a paragraph at a time."""
        english = is_english("".join(self.phrases))
        between, comma, colon = (" ", ", ", ": ") if english else ("", "，", "：")
        title, answer = "".join(self.phrases).strip(), between.join(self.answer).strip()
        yield from filter(None, (self.place, title, self.note, answer))
        for line in self.lines:
            said = between.join(line.sentences)
            yield colon.join(filter(None, (line.name, line.short, said)))
        if self.sample:
            yield f"{self.ribbon}{colon}{self.sample}"
        for label, number in self.imprint.hotlines:
            yield f"{label}{' ' if is_english(label) else ''}{number}"
        yield from self.imprint.said(comma, colon)

    @property
    def length(self) -> int:
        """Signs in the sentences, all lines together."""
        return sum(map(len, self.answer)) + sum(_length(line)[1] for line in self.lines)

    def shorter(self) -> "Card | None":
        """The same with one sentence less: the last of the longest line, then of the answer, then
        a whole line. None if nothing can go."""
        long = max(self.lines, key=_length, default=None)
        if long and len(long.sentences) > (0 if long.short else 1):
            cut = replace(long, sentences=long.sentences[:-1])
            return replace(self, lines=tuple(cut if one is long else one for one in self.lines))
        if len(self.answer) > 1:
            return replace(self, answer=self.answer[:-1])
        if self.lines:
            return replace(self, lines=tuple(one for one in self.lines if one is not long))
        return replace(self, answer=()) if self.answer else None


def tidy(value: Any) -> Any:
    """VALUE, a card or a part of one, with a single space for what breaks a line or has no shape."""
    if isinstance(value, str):
        return _BLANK.sub(" ", value)
    if isinstance(value, tuple):
        return tuple(map(tidy, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: tidy(getattr(value, one.name)) for one in fields(value)})
    return value


def is_english(text: str) -> bool:
    """Whether TEXT holds no Chinese."""
    return not any("\u3400" <= sign <= "\u9fff" for sign in text)


def _length(line: CardLine) -> tuple[bool, int]:
    """Lines that can give a sentence first, the longest of them first."""
    spare = len(line.sentences) > (0 if line.short else 1)
    return spare, sum(map(len, line.sentences)) + len(line.short)
