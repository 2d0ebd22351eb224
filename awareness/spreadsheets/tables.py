"""Rows of a file under the columns that we know."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice

from .cells import Unreadable, fold_cell, given
from .errors import TableRefused
from .reading import RawTable

MOST_ROWS = 1000
FARTHEST = 20_000  # rows that are looked at, empty ones too
EXAMPLE = "示例"  # what the first cell of a row begins with that is only an example


@dataclass(frozen=True)
class Table:
    """HEADINGS are our own, ROWS the cells under them; NUMBERS says in which row of the file each
    stands."""

    kind: str
    name: str
    headings: list[str]
    rows: list[dict]
    numbers: list[int]
    examples: list[int]


def table_of(
    sheet: RawTable, known: list[str], needed: list[str], read_only: Collection[str]
) -> Table:
    """SHEET under the KNOWN columns; Refused if one is missing of those NEEDED, unknown or double.

    The first of KNOWN is the one by which rows are found.
    """
    rows = _filled(sheet)
    first = next(rows, None)
    if first is None:
        raise TableRefused("这个表是空的。请下载这里的模板，填好再传。")
    headings = _headings(first[1], known, needed, read_only)
    found = Table(sheet.kind, sheet.name, _kept(headings, read_only), [], [], [])
    for number, cells in rows:
        _check_width(number, cells, headings)
        row = {name: cell for name, cell in _pairs(headings, cells) if name in found.headings}
        if given(row[known[0]]).startswith(EXAMPLE):
            found.examples.append(number)
            continue
        if len(found.numbers) == MOST_ROWS:
            raise TableRefused(f"一次最多传{MOST_ROWS}行。请分成几个文件。", status=413)
        found.rows.append(row)
        found.numbers.append(number)
    if not found.numbers:
        raise TableRefused("表头下面没有要导入的行（示例行不算）。")
    return found


def _filled(sheet: RawTable):
    """(number, cells) of the rows in which anything stands."""
    for number, cells in enumerate(islice(sheet.rows, FARTHEST), start=1):
        if any(map(_says, cells)):
            yield number, cells
    if next(iter(sheet.rows), None) is not None:
        says = f"这个表超过{FARTHEST}行（空行也算）。请把要传的行复制到新的模板里。"
        raise TableRefused(says, status=413)


def _says(cell) -> bool:
    return isinstance(cell, Unreadable) or bool(given(cell))


def _headings(cells: list, known: list[str], needed: list[str], read_only) -> list[str]:
    """Our name for each of CELLS, '' for an empty one."""
    own = {fold_cell(name): name for name in [*known, *read_only]}
    texts = [given(cell) for cell in cells]
    names = [own.get(fold_cell(text), "") for text in texts]
    _refuse(
        "不认识这些列", [text for text, name in zip(texts, names, strict=True) if text and not name]
    )
    _refuse("这些列有两个", [name for name in own.values() if names.count(name) > 1])
    _refuse("少了这些列", [name for name in needed if name not in names])
    return names


def _refuse(what: str, names: list[str]) -> None:
    if names:
        said = "、".join(f"“{name[:20]}”" for name in names[:10])
        more = f"等{len(names)}列" if len(names) > 10 else ""
        raise TableRefused(f"{what}：{said}{more}。列名要和模板里的一样。")


def _kept(headings: list[str], read_only) -> list[str]:
    return [name for name in headings if name and name not in read_only]


def _pairs(headings: list[str], cells: list):
    padded = [*cells, *[None] * (len(headings) - len(cells))]
    return zip(headings, padded, strict=False)


def _check_width(number: int, cells: list, headings: list[str]) -> None:
    """Something under no heading has slipped sideways, or its heading is lost."""
    for place, cell in enumerate(cells):
        if (place >= len(headings) or not headings[place]) and _says(cell):
            raise TableRefused(f"第{number}行第{place + 1}列有内容，上面却没有列名。")
