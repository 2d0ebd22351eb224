"""Texts taken out as a table: what a list shows, each text as its newest version says it."""

import codecs
import csv
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

from django.db.models import QuerySet
from openpyxl import Workbook

from awareness.publishing.log import note
from awareness.publishing.models import Publishable
from awareness.publishing.records import Verb

from .cells import neutral, written
from .fates import STATE
from .resources import TABLES, TextTable
from .rows import newest
from .styling import filled, heading, plain, prepare

AT_ONCE = 200  # rows in memory
IN_MEMORY = 1 << 20  # bytes
MOST_IN_WORKBOOK = 10_000  # rows; a workbook is whole before its first byte is sent


def taken_out(rows: QuerySet, kind: str, by) -> int:
    """How many ROWS there are; a line in the log says that BY takes them out as KIND."""
    count = rows.order_by().count()
    about = str(rows.model._meta.verbose_name)
    note(verb=Verb.EXPORTED, by=by, about=about, detail=f"{kind}：{count}行")
    return count


def workbook(rows: QuerySet, by) -> SpooledTemporaryFile:
    """ROWS as xlsx, written row by row to a file."""
    table = TABLES[rows.model](by)
    columns = table.columns
    book = Workbook(write_only=True)
    sheet = book.create_sheet(str(rows.model._meta.verbose_name))
    prepare(sheet, columns)
    names = [heading(sheet, one.column_name, needed=one.needed) for one in columns]
    sheet.append([*names, heading(sheet, STATE)])
    for text in _texts(rows):
        cells = [filled(sheet, one, one.export(text)) for one in columns]
        sheet.append([*cells, plain(sheet, text.badge())])
    file = SpooledTemporaryFile(IN_MEMORY)
    book.save(file)
    file.seek(0)
    return file


def lines(rows: QuerySet, by) -> Iterator[bytes]:
    """ROWS as CSV, a line at a time; it begins with the mark by which Excel knows UTF-8."""
    table: TextTable = TABLES[rows.model](by)
    writer = csv.writer(_Echo())
    yield codecs.BOM_UTF8 + writer.writerow([*(one.column_name for one in table.columns), STATE])
    for text in _texts(rows):
        values = [*(written(one.export(text)) for one in table.columns), text.badge()]
        yield writer.writerow([neutral(value) for value in values])


class _Echo:
    def write(self, line: str) -> bytes:
        return line.encode()


def _texts(rows: QuerySet) -> Iterator[Publishable]:
    links = [field.name for field in rows.model._meta.many_to_many]
    rows = rows.select_related("draft").prefetch_related(*links)
    for text in rows.iterator(chunk_size=AT_ONCE):
        yield newest(text)
