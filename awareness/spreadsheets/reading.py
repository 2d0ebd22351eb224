"""A file as rows of cells: what it is, its content says, not its name."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import workbooks
from .errors import BROKEN, NO_TABLE, TableRefused

LARGEST = 5 * 1024 * 1024  # bytes
LARGEST_SAYS = "这个文件超过5MB。请去掉图片，或分成几个文件再传。"
NOT_TEXT = ("%pdf", "{\\rtf", "<html", "<!doctype", "<?xml")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS = (",", ";", "\t")  # the first, if none is there
FIRST_LINE = re.compile(r"[\r\n]*([^\r\n]*)")


@dataclass(frozen=True)
class RawTable:
    """Rows as they stand in the file; KIND is xlsx or csv, NAME that of the sheet, if it has one."""

    kind: str
    name: str
    rows: Iterator[list]


def sheet_of(data: bytes, title: str) -> RawTable:
    """The table in DATA; in a workbook the sheet called TITLE, else the first. Refused if there is none."""
    if not data:
        raise TableRefused("这个文件是空的。")
    if len(data) > LARGEST:
        raise TableRefused(LARGEST_SAYS, status=413)
    if workbooks.is_old_or_locked(data):
        workbooks.refuse_old_or_locked(data)
    if data.startswith(b"PK"):
        return RawTable("xlsx", *workbooks.workbook_rows(data, title))
    return RawTable("csv", "", _lines(_text(data)))


def _text(data: bytes) -> str:
    """DATA as UTF-16 if it says so, else as UTF-8, else as GB18030: so Excel in China writes
    “Unicode text” and CSV."""
    for encoding in ("utf-16",) if data.startswith(UTF_16) else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text or text.lstrip()[:9].lower().startswith(NOT_TEXT):
            break
        return text
    raise TableRefused(NO_TABLE, status=415)


def _lines(text: str) -> Iterator[list]:
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        yield from table
    except csv.Error as error:
        raise TableRefused(BROKEN) from error


def _separator(text: str) -> str:
    """What stands between the headings of TEXT: none of ours has such a sign in it."""
    headings = FIRST_LINE.match(text)[1]
    return max(SEPARATORS, key=headings.count)
