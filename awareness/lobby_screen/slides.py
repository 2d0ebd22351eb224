"""One slide of a lobby screen: a few words, as large as the screen takes them.

A screen of 32 inches is 398 mm high (708 upright), and who stands 4 m away reads signs of 4 m / 200
= 20 mm. A headline of 12 % of the height is 48 mm high, or 85 upright. What stands beside it is at
least 7.2 % of the shorter side: type of 29 mm, its capitals and figures 20 mm.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from django.utils.translation import get_language

from awareness.delivery.languages import ENGLISH
from awareness.lib.text.phrase_breaks import without_breaks
from awareness.lib.text.width import em_width
from awareness.lib.typesetting.largest_fit import Frame, Setting, largest

LEAST = 12.0  # hundredths of the height; English, whose words are long, gets at least 8
BESIDE = 24  # characters besides the headline
# The room that lobby-screen.css leaves for a headline on a screen of 16 : 9, wide and upright.
WIDE = (Frame(131, 64, 22),)
TALL = (Frame(52.8, 60, 16), Frame(52.8, 68, 16))
WIDE_ENGLISH = (Frame(131, 52, 22),)
TALL_ENGLISH = (Frame(52.8, 50, 16),)


class SlideKind(StrEnum):
    URGENT = "urgent"
    WARNING = "warning"
    QUESTION = "question"
    ANSWER = "answer"
    SLOGAN = "slogan"


@dataclass(frozen=True)
class Slide:
    """TEXT with ｜ where its phrases end; FOREIGN: its `lang` if it is not the page's. Shown from
    SINCE until UNTIL, as far as these are known."""

    kind: SlideKind
    text: str
    notes: tuple[str, ...] = ()
    foreign: str = ""
    phone: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def is_shown(self, at: datetime) -> bool:
        return not (self.since and at < self.since) and not (self.until and at >= self.until)

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read on it."""
        return not without_breaks(self.text).strip()

    @property
    def wide(self) -> Setting:
        return largest(self.text, WIDE_ENGLISH if self.latin else WIDE, LEAST)

    @property
    def tall(self) -> Setting:
        return largest(self.text, TALL_ENGLISH if self.latin else TALL, LEAST)

    @property
    def latin(self) -> bool:
        return get_language() == ENGLISH

    @property
    def crowded(self) -> bool:
        """Whether an upright screen must make room for its headline."""
        return self.tall.high > TALL[0].high

    def beside(self, frame: str) -> float:
        """How many characters stand on it besides the headline, with those of FRAME."""
        return sum(em_width(words) for words in (frame, self.phone, *self.notes))

    def with_phone(self, phone: str, frame: str) -> "Slide":
        """With the office's PHONE too, where there is room for it."""
        more = replace(self, phone=phone)
        return more if more.beside(frame) <= BESIDE else self
