"""How a value is written in a cell, and what may be written there: one widget a kind of value.

`clean` takes what stands in the cell and raises ValueError with a sentence; `render` gives what
is exported: text, a number, a date or a moment in the time zone of the site.
"""

import re
from datetime import date, datetime, time, timedelta

from django.core.validators import slug_re
from django.utils import timezone

from .cells import Unreadable, fold_cell, given, half_width, tidied


class Cell:
    """Any cell: its text, '' for an empty one."""

    how = ""

    def clean(self, value):
        if isinstance(value, Unreadable):
            raise ValueError(value.why)
        return self.read(given(value)) if given(value) else self.empty()

    def read(self, text: str):
        return text

    def empty(self):
        return None

    def render(self, value):
        return value

    def allowed(self) -> list[str]:
        """The values to choose from, if they are few and fixed."""
        return []


class TextCell(Cell):
    def __init__(self, longest: int | None = None):
        super().__init__()
        self.longest = longest

    def clean(self, value):
        if isinstance(value, date):  # Excel makes dates of words that look like one
            value = f"{value:%Y年%-m月%-d日}"
        return super().clean(value)

    def read(self, text):
        if self.longest and len(text) > self.longest:
            raise ValueError(f"最多{self.longest}个字符，现在{len(text)}个。")
        return text

    def empty(self):
        return ""

    def render(self, value):
        return tidied(value or "")


class Slug(TextCell):
    how = "小写英文、数字和短横。已经有的：按它找到那一条；没有的：新增一条。"

    def read(self, text):
        if not slug_re.fullmatch(text):
            raise ValueError("网址名只能有小写英文、数字和短横。")
        return super().read(text)


class YesNo(Cell):
    how = "写“是”或“否”。"
    WORDS = dict.fromkeys(["是", "true", "1", "√"], True) | dict.fromkeys(
        ["否", "false", "0"], False
    )

    def read(self, text):
        if (found := self.WORDS.get(fold_cell(text))) is None:
            raise ValueError("请写“是”或“否”。")
        return found

    def render(self, value):
        return "是" if value else "否"

    def allowed(self):
        return ["是", "否"]


class Number(Cell):
    how = "只写数字，例如：20000。"

    def __init__(self, largest: int):
        super().__init__()
        self.largest = largest

    def read(self, text):
        digits = fold_cell(text).replace(",", "")
        if not digits.isascii() or not digits.isdecimal() or int(digits[:20]) > self.largest:
            raise ValueError(f"请写0到{self.largest}的整数，只写数字。")
        return int(digits)

    def render(self, value):
        return "" if value is None else value


class Day(Cell):
    like = "2026-11-30"
    how = f"写成{like}，或用Excel的日期。"
    # Excel counts days from here; a cell without the format of a date holds only the count.
    FIRST = datetime(1899, 12, 30)
    COUNTED = range(20_000, 80_000)  # 1954 to 2119
    COUNT = re.compile(r"\d{5}(?:\.\d+)?", re.A)
    SHAPE = re.compile(
        r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*日?\s*(.*)", re.S
    )

    def read(self, text):
        day, rest = self._parts(text)
        if rest:
            raise ValueError("这里只写日子，不写几点。")
        return day

    def _parts(self, text: str) -> tuple[date, str]:
        """The day in TEXT, and what stands behind it."""
        text = half_width(text)
        if self.COUNT.fullmatch(text) and int(text[:5]) in self.COUNTED:
            at = self.FIRST + timedelta(minutes=round(float(text) * 24 * 60))
            return at.date(), f"{at:%H:%M}" if at.time() != time() else ""
        found = self.SHAPE.fullmatch(text)
        try:
            return date(*map(int, found.groups()[:3])), found[4]
        except (AttributeError, ValueError) as error:
            raise ValueError(f"看不懂这个日子，请写成{self.like}。") from error

    def render(self, value):
        return value or ""


class Moment(Day):
    """A moment as the clock on the wall shows it; only a day is its beginning."""

    like = "2026-11-30 09:00"
    how = f"写成{like}，或用Excel的日期和时间。"
    CLOCK = re.compile(r"(\d{1,2})[:时点](\d{1,2})?分?(?::\d{1,2})?")

    def read(self, text):
        day, rest = self._parts(text)
        found = self.CLOCK.fullmatch(rest or "0:00")
        try:
            clock = time(int(found[1]), int(found[2] or 0))
        except (TypeError, ValueError) as error:
            raise ValueError(f"看不懂这个时间，请写成{self.like}。") from error
        return timezone.make_aware(datetime.combine(day, clock))

    def render(self, value):
        if not value:
            return ""
        return timezone.make_naive(value).replace(second=0, microsecond=0)
