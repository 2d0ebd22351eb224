"""Reading an xlsx file that anyone may have made."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager

from openpyxl import load_workbook

from .cells import FORMULA, MISTAKE
from .errors import BROKEN, NO_TABLE, TableRefused

UNPACKED = 50 * 1024 * 1024  # bytes; a thousand long rows in three languages have 15 MB
PARTS = 1000
MARKS = 1_000_000  # XML tags in a part: each costs far more memory than its bytes
WIDEST = 200  # columns
NOTES_SHEET = "说明"
OTHER_WORKBOOKS = {
    "xl/workbook.bin": "这是.xlsb表。请在Excel里另存为“Excel工作簿（.xlsx）”再传。",
    "content.xml": "这是.ods表。请另存为“Excel工作簿（.xlsx）”再传。",
}
MACROS = "这个表里带着宏（会自己运行的程序）。请另存为“Excel工作簿（.xlsx）”，去掉宏再传。"
LOCKED = "这个表有打开密码。请在Excel里去掉密码，另存一份再传。"
OLD = "这是旧格式的表（.xls或.et）。请另存为“Excel工作簿（.xlsx）”再传。"
TOO_BIG = "这个表解开以后太大，不打开。请把要传的行复制到新的模板里，不要带图片和格式。"
ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:]+)"')


def is_old_or_locked(data: bytes) -> bool:
    return data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def refuse_old_or_locked(data: bytes):
    """Excel wraps a workbook with a password into the container of its old format."""
    raise TableRefused(LOCKED if ENCRYPTED_PART in data else OLD, status=415)


def check_package(data: bytes) -> None:
    """Refused unless DATA is a workbook of a size that can be opened; nothing is parsed here."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_parts(package.infolist())
            for part in package.infolist():
                if _marks(package, part) > MARKS:
                    raise TableRefused(TOO_BIG, status=413)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, zlib.error) as error:
        raise TableRefused(BROKEN) from error


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename for part in parts}
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise TableRefused(TOO_BIG, status=413)
    if any(part.flag_bits & 1 for part in parts):
        raise TableRefused(LOCKED, status=415)
    # Others can swell a few bytes beyond all bounds before they are counted.
    if any(part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for part in parts):
        raise TableRefused(BROKEN)
    if any(name.endswith("vbaProject.bin") for name in names):
        raise TableRefused(MACROS, status=415)
    for name, says in OTHER_WORKBOOKS.items():
        if name in names:
            raise TableRefused(says, status=415)
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise TableRefused(NO_TABLE, status=415)


def _marks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    with package.open(part) as file:
        return sum(chunk.count(b"<") for chunk in iter(lambda: file.read(1 << 16), b""))


def workbook_rows(data: bytes, title: str) -> tuple[str, Iterator[list]]:
    """The name of the sheet that is read (the one called TITLE, else the first) and its rows."""
    check_package(data)
    with _as_broken():
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        sheet = _chosen(book, title)
        merged = _merged(book, sheet)
    if merged:
        raise TableRefused(f"表里有合并的单元格（{merged}）。请取消合并，每一格都填好再传。")
    return sheet.title, _rows(book, sheet)


@contextmanager
def _as_broken():
    """Whatever openpyxl trips over in a malformed file is one sentence for its sender."""
    try:
        yield
    except TableRefused:
        raise
    except Exception as error:
        raise TableRefused(BROKEN) from error


def _chosen(book, title: str):
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    named = [sheet for sheet in sheets if sheet.title.strip() == title]
    others = [sheet for sheet in sheets if sheet.title != NOTES_SHEET]
    if not (named or others):
        raise TableRefused("这个文件里没有可以看见的工作表。")
    return (named or others)[0]


def _merged(book, sheet) -> str:
    """Where SHEET has its first merged cells; openpyxl, when it only reads, does not say so."""
    with book._archive.open(sheet._worksheet_path) as source:
        found = _MERGED.search(source.read())
    return found[1].decode() if found else ""


def _rows(book, sheet) -> Iterator[list]:
    sheet.reset_dimensions()  # what the file says of its size need not be true
    with closing(book), _as_broken():
        for row in sheet.iter_rows(max_col=WIDEST):
            yield [_value(cell) for cell in row]


def _value(cell):
    if cell.data_type == "f":
        return FORMULA
    return MISTAKE if cell.data_type == "e" else cell.value
