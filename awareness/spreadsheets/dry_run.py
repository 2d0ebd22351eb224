"""What would become of each row of a table: the dry run."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from django.core.serializers.json import DjangoJSONEncoder

from awareness.content_checks.finds import finds_in
from awareness.publishing.models import Publishable, Work

from .cells import given
from .columns import LANGUAGE_NAMES, TRADITIONAL
from .reading import sheet_of
from .rows import data_of
from .tables import Table, table_of
from .text_table import TABLES, LaidOver, TextTable

STATE = "现在"  # a column of what is exported; it says how a text stands and is not brought in
BEFORE_AFTER = 60  # characters shown of what a cell says before and after
AROUND = 6  # characters shown of what stays, on each side
WAITING = {Work.SUBMITTED: "待审", Work.DUE: "已定时"}


class RowKind(StrEnum):
    WRONG = "有错"
    NEW = "新增"
    CHANGED = "改动"
    SAME = "没有变化"
    EXAMPLE = "示例，不导入"


@dataclass(frozen=True)
class CellChange:
    name: str
    before: str
    after: str


@dataclass(frozen=True)
class RowOutcome:
    """What becomes of row NUMBER of the file. ERRORS are (column, sentence); TEXT is what would be
    kept as DATA."""

    number: int
    kind: RowKind
    title: str = ""
    text: Publishable | None = None
    data: dict = field(default_factory=dict)
    changes: tuple[CellChange, ...] = ()
    errors: tuple[tuple[str, str], ...] = ()
    columns: dict[str, str] = field(default_factory=dict)  # what somebody wrote: attribute to name

    @property
    def work(self) -> str:
        """What its draft waits for no longer."""
        waiting = WAITING.get(self.text.work()) if self.text else ""
        return f"现在是“{waiting}”，导入以后变回草稿，要重新交。" if waiting else ""

    @cached_property
    def finds(self) -> list[str]:
        """What the guards would stop, in the columns that somebody wrote: looked for when asked."""
        texts = {place: self.text.__dict__.get(place) for place in self.columns}
        return [
            f"{self.columns[found.column]}“{found.find.text[:20]}”：{found.find.why}"
            for found in finds_in(type(self.text), texts)
            if found.blocks
        ]


@dataclass(frozen=True)
class Plan:
    """A table and its fates in the order of the file."""

    table: Table
    fates: list[RowOutcome]

    def of(self, kind: RowKind) -> list[RowOutcome]:
        return [fate for fate in self.fates if fate.kind == kind]

    @property
    def counts(self) -> dict[str, int]:
        found = Counter(fate.kind for fate in self.fates)
        return {kind.value: found[kind] for kind in RowKind if found[kind]}

    @property
    def possible(self) -> bool:
        """All or nothing; and something to do."""
        return not self.of(RowKind.WRONG) and bool(self.of(RowKind.NEW) or self.of(RowKind.CHANGED))

    @property
    def print(self) -> str:
        """Another one as soon as anything would come out otherwise than was shown."""
        told = [
            (fate.number, fate.kind, fate.text and [fate.text.slug, fate.text.held.life], fate.data)
            for fate in self.fates
        ]
        return hashlib.sha256(json.dumps(told, cls=DjangoJSONEncoder).encode()).hexdigest()


def plan_of(data: bytes, model: type[Publishable], by) -> Plan:
    """What would become of the rows in the file DATA if BY brought it in. Refused: no such table."""
    resource = TABLES[model](by)
    names = [one.column_name for one in resource.columns]
    needed = [one.column_name for one in resource.columns if one.needed or one.attribute == "slug"]
    name = str(model._meta.verbose_name)
    table = table_of(sheet_of(data, name), names, needed, {STATE})
    fates = [
        _fate(resource, table, place, laid)
        for place, laid in enumerate(resource.laid_over(table.rows))
    ]
    examples = [RowOutcome(number, RowKind.EXAMPLE) for number in table.examples]
    return Plan(table, sorted([*fates, *examples], key=lambda fate: fate.number))


def _fate(resource: TextTable, table: Table, place: int, laid: LaidOver) -> RowOutcome:
    number, text = table.numbers[place], laid.text
    if laid.errors:
        errors = _errors(resource, laid.errors)
        return RowOutcome(number, RowKind.WRONG, _title(table, place), errors=errors)
    data = data_of(text)
    if laid.same:
        return RowOutcome(number, RowKind.SAME, str(text), text, data)
    kind = RowKind.NEW if text.held.is_new else RowKind.CHANGED
    changes = () if text.held.is_new else tuple(_changes(resource, text))
    touched = [one for one in resource.columns if one.column_name in text.held.touched]
    columns = {one.attribute: one.column_name for one in touched}
    return RowOutcome(number, kind, str(text), text, data, changes, columns=columns)


def _title(table: Table, place: int) -> str:
    """What the row is called, though it cannot be kept."""
    heading = next(name for name in table.headings if name.startswith("标题"))
    return given(table.rows[place][heading])[:BEFORE_AFTER]


def _errors(resource: TextTable, wrong: dict) -> tuple[tuple[str, str], ...]:
    """(column, sentence) in the order of the columns, what is wrong with the whole row last."""
    names = {one.attribute: one.column_name for one in resource.columns}
    places = [place for place in names if place in wrong] + [
        key for key in wrong if key not in names
    ]
    return tuple((names.get(place, place), says) for place in places for says in wrong[place])


def _changes(resource: TextTable, text: Publishable):
    """The columns that somebody changed; what is converted by itself goes without saying."""
    for one in resource.columns:
        before, after = text.held.cells[one.column_name], one.shown(text)
        by_itself = one.column_name.endswith(f"（{LANGUAGE_NAMES[TRADITIONAL]}）")
        touched = one.column_name in text.held.touched
        if before != after and (touched or not by_itself):
            yield CellChange(one.column_name, *differing_parts(before, after))


def differing_parts(before: str, after: str) -> tuple[str, str]:
    """BEFORE and AFTER where they differ, with a few characters around."""
    start, longest = 0, min(len(before), len(after))
    while start < longest and before[start] == after[start]:
        start += 1
    end = 0
    while end < longest - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return _piece(before, start, end), _piece(after, start, end)


def _piece(text: str, start: int, end: int) -> str:
    first, last = max(0, start - AROUND), min(len(text), len(text) - end + AROUND)
    shown = text[first:last]
    shown = shown if len(shown) <= BEFORE_AFTER else f"{shown[:BEFORE_AFTER]}…"
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"
