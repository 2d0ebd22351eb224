"""Texts taken out as a table: what a list shows, each text as its newest version says it."""

import codecs
import csv
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

from django.db.models import QuerySet
from openpyxl import Workbook

from awareness.audit.log import record
from awareness.audit.models import AuditAction
from awareness.publishing.models import Publishable

from .cells import cell_text, neutral
from .dry_run import STATE
from .rows import newest
from .styling import blank_cells, file_of, filled, heading, plain_cell, prepare
from .text_table import TABLES, TextTable

AT_ONCE = 200  # rows in memory
KINDS = ("xlsx", "csv")
MOST_IN_WORKBOOK = 10_000  # rows; a workbook is whole before its first byte is sent


def note_taken_out(rows: QuerySet, kind: str, by) -> None:
    """A line in the log: BY takes ROWS out as KIND."""
    about, count = str(rows.model._meta.verbose_name), rows.order_by().count()
    record(verb=AuditAction.EXPORTED, by=by, about=about, detail=f"{kind}：{count}行")


def workbook(rows: QuerySet, by) -> SpooledTemporaryFile:
    """ROWS as xlsx, written row by row to a file."""
    table = TABLES[rows.model](by)
    columns = table.columns
    book = Workbook(write_only=True)
    sheet = book.create_sheet(str(rows.model._meta.verbose_name))
    prepare(sheet, columns)
    names = [heading(sheet, one.column_name, needed=one.needed) for one in columns]
    sheet.append([*names, heading(sheet, STATE)])
    cells, last = blank_cells(sheet, columns), plain_cell(sheet, "")
    for text, state in _texts(rows):
        values = zip(cells, columns, strict=True)
        row = [filled(cell, one.export(text)) for cell, one in values]
        sheet.append([*row, filled(last, state)])
    return file_of(book)


def csv_lines(rows: QuerySet, by) -> Iterator[bytes]:
    """ROWS as CSV, a line at a time; it begins with the mark by which Excel knows UTF-8."""
    table: TextTable = TABLES[rows.model](by)
    writer = csv.writer(_Echo())
    yield codecs.BOM_UTF8 + writer.writerow([*(one.column_name for one in table.columns), STATE])
    for text, state in _texts(rows):
        values = [*(cell_text(one.export(text)) for one in table.columns), state]
        yield writer.writerow([neutral(value) for value in values])


class _Echo:
    def write(self, line: str) -> bytes:
        return line.encode()


def _texts(rows: QuerySet) -> Iterator[tuple[Publishable, str]]:
    """Each text as its newest version says it, and how it stands."""
    links = [field.name for field in rows.model._meta.many_to_many]
    rows = rows.select_related("draft").prefetch_related(*links)
    for text in rows.iterator(chunk_size=AT_ONCE):
        state = text.badge()  # of what is public, not of the draft
        yield newest(text), state
