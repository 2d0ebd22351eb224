"""How our workbooks look: a heading that stays in sight, columns wide enough, cells that wrap."""

from tempfile import SpooledTemporaryFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from . import values
from .cells import cell_text, neutral
from .columns import Column

IN_MEMORY = 1 << 20  # bytes
TEXT, DAY, MOMENT = "@", "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
WRAPPED = Alignment(vertical="top", wrap_text=True)
BOLD = Font(bold=True)
NEEDED = PatternFill("solid", fgColor="FFE08A")
OTHER = PatternFill("solid", fgColor="E3E8EE")
NARROW, MIDDLING, WIDE = 12, 18, 44  # characters
LONG_TEXT = 300  # characters a text may have for a middling column


def number_format(column: Column) -> str:
    """Text stays text when somebody types into it: Excel makes no formula and no date of it."""
    match column.widget:
        case values.Moment():
            return MOMENT
        case values.Day():
            return DAY
        case values.Number():
            return "0"
    return TEXT


def column_width(column: Column) -> int:
    match column.widget:
        case values.Slug():
            return 24
        case values.YesNo() | values.Number():
            return NARROW
        case values.TextCell(longest=None):
            return WIDE
        case values.TextCell(longest=longest) if longest >= 80:
            return 30
    return MIDDLING


def prepare(sheet, columns: list[Column]) -> None:
    """Widths and formats of SHEET's columns; the heading and the first column stay in sight."""
    sheet.freeze_panes = "B2"
    for place, column in enumerate(columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = column_width(column)
        dimension.number_format = number_format(column)


def heading(sheet, text: str, needed: bool = False) -> WriteOnlyCell:
    cell = plain_cell(sheet, text)
    cell.font, cell.fill = BOLD, NEEDED if needed else OTHER
    return cell


def plain_cell(sheet, text: str, wrap: bool = True) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet)
    cell.number_format = TEXT
    if wrap:
        cell.alignment = WRAPPED
    return filled(cell, text)


def blank_cells(sheet, columns: list[Column]) -> list[WriteOnlyCell]:
    """A cell for each of COLUMNS, to be filled again for every row: styling it takes longest."""
    cells = [plain_cell(sheet, "") for _column in columns]
    for cell, column in zip(cells, columns, strict=True):
        cell.number_format = number_format(column)
    return cells


def filled(cell: WriteOnlyCell, value) -> WriteOnlyCell:
    """CELL with VALUE, which is never calculated: text as text, dates and numbers as such."""
    if isinstance(value, str) and value:
        cell.value, cell.data_type = neutral(cell_text(value)), "s"
    else:
        cell.value = None if value == "" else value
    return cell


def file_of(book: Workbook) -> SpooledTemporaryFile:
    """BOOK as a file to send; whoever sends it closes it."""
    file = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115
    book.save(file)
    file.seek(0)
    return file
