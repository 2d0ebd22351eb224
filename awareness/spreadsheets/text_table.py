"""A table of texts: its columns in order, and what a row of it makes of a text.

`laid_over` only finds out; what it found is kept by importing.bring_in, in one transaction, after
somebody has seen it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from django.db import models

from awareness.delivery.languages import ENGLISH, SOURCE, TRADITIONAL
from awareness.publishing.models import Publishable

from . import rules, values
from .cells import given
from .columns import Column, in_three, widget_for
from .rows import Held, data_of, life_of, newest, settled

Errors = dict[str, list[str]]  # sentences, by the attribute that a column writes or WHOLE_ROW


@dataclass(frozen=True)
class LaidOver:
    """A row of a file laid over its TEXT, in memory. SAME: nothing differs."""

    text: Publishable
    same: bool = False
    errors: Errors = field(default_factory=dict)


class TextTable:
    """A table of texts. BY: who brings it in or takes it out."""

    model: ClassVar[type[Publishable]]
    names: ClassVar[list[str]]  # of its columns' fields, in order
    names_itself = False  # whether a new text without an address is given one, by `new_slugs`
    example: ClassVar[dict[str, str]] = {}  # a fictional row for the template, by names of columns
    staff_only: tuple[str, ...] = ()  # fields for those who may change texts

    def __init__(self, by):
        self.by = by
        self.numbers: dict[str, int] = {}  # where in the file an address first stands
        self.free = None
        writes = by.has_perm(f"{self.opts.app_label}.change_{self.opts.model_name}")
        fields = map(self.opts.get_field, self.names)
        self.columns = [
            Column(one, self.widget_for(one))
            for one in fields
            if writes or one.name not in self.staff_only
        ]

    @property
    def opts(self):
        return self.model._meta

    @property
    def address_column(self) -> str:
        return next(one.column_name for one in self.columns if one.attribute == "slug")

    @classmethod
    def widget_for(cls, of: models.Field) -> values.Cell:
        return widget_for(of)

    def laid_over(self, rows: list[dict]) -> list[LaidOver]:
        """What becomes of each of ROWS, cells by names of columns. Nothing is kept."""
        slugs = [given(row[self.address_column]) for row in rows]
        for number, slug in enumerate(slugs, start=1):
            self.numbers.setdefault(slug, number)
        found = self._newest_rows().in_bulk(set(slugs) - {""}, field_name="slug")
        return [
            self._lay_over(found.get(slug), row, number)
            for number, (slug, row) in enumerate(zip(slugs, rows, strict=True), start=1)
        ]

    def _newest_rows(self):
        rows = self.model._base_manager.select_related("draft")
        return rows.prefetch_related(*(one.name for one in self.opts.many_to_many))

    def _lay_over(self, there: Publishable | None, row: dict, number: int) -> LaidOver:
        text = self._existing(there, number) if there else self._new(number)
        unread: Errors = {}
        for one in self.columns:
            if one.column_name in row:
                try:
                    one.save(text, row)
                except ValueError as error:
                    unread[one.attribute] = [str(error)]
        if not unread and self._is_same(text):
            return LaidOver(text, same=True)
        return LaidOver(text, errors=self._errors(text, unread))

    def _existing(self, row: Publishable, number: int) -> Publishable:
        life, office = life_of(row), row.office_id
        return self._held(newest(row), life, office, number)

    def _new(self, number: int) -> Publishable:
        text = self.model(office_id=self.by.office_id)
        text.links = {one.name: [] for one in self.opts.many_to_many}
        return self._held(text, {}, None, number)

    def _held(self, text, life: dict, office: int | None, number: int) -> Publishable:
        cells = {one.column_name: one.shown(text) for one in self.columns}
        text.held = Held(life, data_of(text), office, cells, number=number)
        return text

    def _is_same(self, text) -> bool:
        """Whether nothing differs; else TEXT is settled as saving would."""
        held = text.held
        if not (held.touched or held.is_new):
            return True
        if held.is_new and not text.slug and self.names_itself:
            text.slug = self.next_free()
        return settled(text) == held.data and not held.is_new

    def _errors(self, text, unread: Errors) -> Errors:
        found = {place: list(says) for place, says in unread.items()}
        says = [*rules.faults(text, self.columns, self.by), *self._address(text)]
        for place, sentence in says or rules.over_limit(text):
            if place not in unread:
                found.setdefault(place, []).append(sentence)
        return found

    def _address(self, text):
        """An address is needed where none is given by itself, and stands in one row only."""
        if not text.slug and not self.names_itself:
            yield "slug", "这一格要填。"
        if text.slug and self.numbers.get(text.slug, text.held.number) != text.held.number:
            yield "slug", "这个网址名在上面已经有一行了。"

    def new_slugs(self) -> Iterator[str]:
        """Addresses that nobody has now."""
        raise NotImplementedError

    def next_free(self) -> str:
        self.free = self.free or self.new_slugs()
        return next(slug for slug in self.free if slug not in self.numbers)


def ordered(model, before: list[str], texts: list[str], after: list[str]) -> list[str]:
    """Names of columns: 简体 among BEFORE and AFTER, then English, 繁體 (made by itself) last."""
    others = [*in_three(model, texts, ENGLISH), *in_three(model, texts, TRADITIONAL)]
    return [*before, *in_three(model, texts, SOURCE), *after, *others]


TABLES: dict[type[Publishable], type[TextTable]] = {}  # each room brings in those of its texts
