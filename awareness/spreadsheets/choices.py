"""Cells that hold one or some of a few: choices, and rows of other tables."""

import re
from collections import Counter
from difflib import get_close_matches
from functools import cached_property

from awareness.lib.text.lines import split_lines
from awareness.lib.text.phrase_breaks import without_breaks

from .cells import fold_cell
from .values import Cell

LISTED = 6  # allowed values that a sentence names
COMPARED = 100  # allowed values among which one that is alike is looked for


class OneOf(Cell):
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
            found.setdefault(fold_cell(word), set()).add(key)
        return found

    def words(self):
        for key, name in self.names.items():
            yield from ((name, key), (str(key), key))

    def read(self, text):
        keys = self.keys.get(fold_cell(text), set())
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

    def render(self, value):
        return self.names.get(value, str(value or ""))

    def allowed(self):
        return list(self.names.values())


class Several(OneOf):
    """Some of a few: one a line; as a list of their keys."""

    how = "一行一个，写“说明”里有的。"

    def read(self, text):
        words = [word for line in split_lines(text) for word in self._split(line)]
        return sorted({OneOf.read(self, word) for word in words})

    def _split(self, line: str) -> list[str]:
        if fold_cell(line) in self.keys:
            return [line]
        return [word for word in re.split("[、，,;；]", line) if word.strip()]

    def empty(self):
        return []

    def render(self, value):
        return "\n".join(self.names.get(key, str(key)) for key in value or [])


class SeveralInOne(Several):
    """Several keys kept as one text, with blanks between."""

    def read(self, text):
        chosen = super().read(text)
        return " ".join(key for key in self.names if key in chosen)

    def empty(self):
        return ""

    def render(self, value):
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
        """Their names; of those that share one, the slugs."""
        names = {key: str(row) for key, row in self.rows.items()}
        times = Counter(names.values())
        return {
            key: name if times[name] == 1 else self.rows[key].slug for key, name in names.items()
        }

    def words(self):
        for key, row in self.rows.items():
            written = {
                str(row),
                row.slug,
                without_breaks(getattr(row, "name_zh_hans", "") or ""),
            } - {""}
            yield from ((word, key) for word in written)


class OneNamed(Named, OneOf):
    how = "从下拉里选，或写网址名。"


class SeveralNamed(Named, Several):
    pass
