"""How a value is written in a cell, and what may be written there: one widget a kind of value.

`clean` takes what stands in the cell and raises ValueError with a sentence; `render` gives what
is exported: text, a number, a date or a moment in the time zone of the site.
"""

import re
from datetime import date, datetime, time
from difflib import get_close_matches
from functools import cached_property

from django.core.validators import slug_re
from django.utils import timezone
from import_export.widgets import Widget

from awareness.lib.lines import split_lines
from awareness.lib.phrases import plain

from .cells import Unreadable, folded, given, half_width, tidied

LISTED = 6  # allowed values that a sentence names
COMPARED = 100  # allowed values among which one that is alike is looked for


class Cell(Widget):
    """Any cell: its text, '' for an empty one."""

    how = ""

    def clean(self, value, row=None, **kwargs):
        if isinstance(value, Unreadable):
            raise ValueError(value.why)
        return self.read(given(value)) if given(value) else self.empty()

    def read(self, text: str):
        return text

    def empty(self):
        return None

    def allowed(self) -> list[str]:
        """The values to choose from, if they are few and fixed."""
        return []


class Text(Cell):
    def __init__(self, longest: int | None = None, how: str = ""):
        super().__init__()
        self.longest, self.how = longest, how

    def clean(self, value, row=None, **kwargs):
        if isinstance(value, date):  # Excel makes dates of words that look like one
            value = f"{value:%Y年%-m月%-d日}"
        return super().clean(value, row, **kwargs)

    def read(self, text):
        if self.longest and len(text) > self.longest:
            raise ValueError(f"最多{self.longest}个字符，现在{len(text)}个。")
        return text

    def empty(self):
        return ""

    def render(self, value, obj=None, **kwargs):
        return tidied(value or "")


class Slug(Text):
    how = "小写英文、数字和短横。已经有的：按它找到那一条；没有的：新增一条。"

    def read(self, text):
        if not slug_re.fullmatch(text):
            raise ValueError("网址名只能有小写英文、数字和短横。")
        return super().read(text)


class YesNo(Cell):
    how = "写“是”或“否”。"
    WORDS = {
        "是": True,
        "true": True,
        "1": True,
        "√": True,
        "否": False,
        "false": False,
        "0": False,
    }

    def read(self, text):
        if (found := self.WORDS.get(folded(text))) is None:
            raise ValueError("请写“是”或“否”。")
        return found

    def render(self, value, obj=None, **kwargs):
        return "是" if value else "否"

    def allowed(self):
        return ["是", "否"]


class Number(Cell):
    how = "只写数字，例如：20000。"

    def __init__(self, largest: int):
        super().__init__()
        self.largest = largest

    def read(self, text):
        digits = folded(text).replace(",", "")
        if not digits.isascii() or not digits.isdecimal() or int(digits[:20]) > self.largest:
            raise ValueError(f"请写0到{self.largest}的整数，只写数字。")
        return int(digits)

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else value


class Day(Cell):
    how = "写成2026-11-30，或用Excel的日期。"
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
        found = self.SHAPE.fullmatch(half_width(text))
        try:
            return date(*map(int, found.groups()[:3])), found[4]
        except (AttributeError, ValueError) as error:
            raise ValueError("看不懂这个日子，请写成2026-11-30。") from error

    def render(self, value, obj=None, **kwargs):
        return value or ""


class Moment(Day):
    """A moment as the clock on the wall shows it; only a day is its beginning."""

    how = "写成2026-11-30 09:00，或用Excel的日期和时间。"
    CLOCK = re.compile(r"(\d{1,2})[:时点](\d{1,2})?分?(?::\d{1,2})?")

    def read(self, text):
        day, rest = self._parts(text)
        found = self.CLOCK.fullmatch(rest or "0:00")
        try:
            clock = time(int(found[1]), int(found[2] or 0))
        except (TypeError, ValueError) as error:
            raise ValueError("看不懂这个时间，请写成2026-11-30 09:00。") from error
        return timezone.make_aware(datetime.combine(day, clock))

    def render(self, value, obj=None, **kwargs):
        if not value:
            return ""
        return timezone.make_naive(value).replace(second=0, microsecond=0)


class Choice(Cell):
    """One of a few, by its name or its key."""

    how = "从下拉里选。"

    def __init__(self, choices):
        super().__init__()
        self.choices = choices

    @cached_property
    def names(self) -> dict:
        """What is shown, by key."""
        return {key: str(name) for key, name in self.choices}

    @cached_property
    def keys(self) -> dict[str, set]:
        """The keys that a word may mean."""
        found: dict[str, set] = {}
        for word, key in self.words():
            found.setdefault(folded(word), set()).add(key)
        return found

    def words(self):
        for key, name in self.names.items():
            yield from ((name, key), (str(key), key))

    def read(self, text):
        keys = self.keys.get(folded(text), set())
        if len(keys) > 1:
            raise ValueError(f"叫“{text[:20]}”的不止一个，请写网址名。")
        if not keys:
            raise ValueError(f"没有“{text[:20]}”。{self._instead(text)}")
        return next(iter(keys))

    def _instead(self, text: str) -> str:
        names = self.allowed()
        if len(names) <= LISTED:
            return f"可以写：{'、'.join(names)}。"
        few = names if len(names) <= COMPARED else []
        alike = get_close_matches(text[:20], few, n=3, cutoff=0.3)
        return f"最像的：{'、'.join(alike)}。" if alike else "可以写哪些，见模板的“说明”。"

    def render(self, value, obj=None, **kwargs):
        return self.names.get(value, str(value or ""))

    def allowed(self):
        return list(self.names.values())


class Several(Choice):
    """Some of a few: one a line; as a list of their keys."""

    how = "一行一个，写“说明”里有的。"

    def read(self, text):
        words = [word for line in split_lines(text) for word in self._split(line)]
        return sorted({Choice.read(self, word) for word in words})

    def _split(self, line: str) -> list[str]:
        if folded(line) in self.keys:
            return [line]
        return [word for word in re.split("[、，,;；]", line) if word.strip()]

    def empty(self):
        return []

    def render(self, value, obj=None, **kwargs):
        return "\n".join(self.names.get(key, str(key)) for key in value or [])


class SeveralInOne(Several):
    """Several keys kept as one text, with blanks between."""

    def read(self, text):
        chosen = super().read(text)
        return " ".join(key for key in self.names if key in chosen)

    def empty(self):
        return ""

    def render(self, value, obj=None, **kwargs):
        return super().render((value or "").split())


class Named:
    """Rows of another table, by their name or slug: looked up once for a whole file."""

    def __init__(self, model):
        super().__init__(())
        self.model = model

    @cached_property
    def rows(self) -> dict:
        return {row.pk: row for row in self.model._default_manager.all()}

    @cached_property
    def names(self):
        names = {key: str(row) for key, row in self.rows.items()}
        alike = [name for name in names.values() if list(names.values()).count(name) > 1]
        return {key: self.rows[key].slug if name in alike else name for key, name in names.items()}

    def words(self):
        for key, row in self.rows.items():
            written = {str(row), row.slug, plain(getattr(row, "name_zh_hans", "") or "")} - {""}
            yield from ((word, key) for word in written)


class OneNamed(Named, Choice):
    how = "从下拉里选，或写网址名。"


class SeveralNamed(Named, Several):
    pass
