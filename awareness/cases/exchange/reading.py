"""A file as rows of cells: what it is, its content says, not its name."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from . import workbooks
from .refusing import BROKEN, NO_TABLE, Refused

LARGEST = 5 * 1024 * 1024  # bytes
LARGEST_SAYS = "这个文件超过5MB。请去掉图片，或分成几个文件再传。"
NOT_TEXT = (b"%pdf", b"{\\rtf", b"<html", b"<!doctype", b"<?xml")


@dataclass(frozen=True)
class Sheet:
    """Rows as they stand in the file; KIND is xlsx or csv, NAME that of the sheet, if it has one."""

    kind: str
    name: str
    rows: Iterator[list]


def sheet_of(data: bytes, title: str) -> Sheet:
    """The table in DATA; in a workbook the sheet called TITLE, else the first. Refused if there is none."""
    if not data:
        raise Refused("这个文件是空的。")
    if len(data) > LARGEST:
        raise Refused(LARGEST_SAYS, status=413)
    if workbooks.is_old_or_locked(data):
        workbooks.refuse_old_or_locked(data)
    if data.startswith(b"PK"):
        return Sheet("xlsx", *workbooks.rows_of(data, title))
    return Sheet("csv", "", _lines(_text(data)))


def _text(data: bytes) -> str:
    """DATA as UTF-8, else as GB18030, in which Excel in China writes CSV."""
    if b"\0" in data or data.lstrip()[:9].lower().startswith(NOT_TEXT):
        raise Refused(NO_TABLE, status=415)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(NO_TABLE, status=415)


def _lines(text: str) -> Iterator[list]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), strict=True)
    except csv.Error as error:
        raise Refused(BROKEN) from error
