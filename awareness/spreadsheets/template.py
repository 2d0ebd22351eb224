"""The workbook to fill in: headings, one example that is not brought in, and a sheet that explains."""

from tempfile import SpooledTemporaryFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from awareness.publishing.models import Publishable

from . import choices
from .columns import Column
from .styling import file_of, heading, plain_cell, prepare
from .tables import EXAMPLE, MOST_ROWS
from .text_table import TABLES, TextTable
from .workbooks import NOTES_SHEET

HOW = [
    "一行一条。列的先后可以换，不用的列可以删掉，黄色的列要留着。",
    "一格里有几条的，一条一行：在格子里按Alt+回车换行。",
    "格子空着，就是没有。“发布单位”“排序”和写“是”“否”的列空着：原来的不变，新增的按平常的填。",
    "不要写公式，不要合并单元格。繁體空着会自动转换。",
    "热线照常写号码（例如110），会存成{110}这样的记号，页面上照常显示号码。",
    "导入的都是草稿，要检查、发布以后居民才看得到。",
]


def template(model: type[Publishable], by) -> SpooledTemporaryFile:
    """The template for texts of MODEL, with the columns that BY may write."""
    table = TABLES[model](by)
    columns = table.columns
    book = Workbook(write_only=True)
    sheet = book.create_sheet(str(model._meta.verbose_name))
    notes = book.create_sheet(NOTES_SHEET)
    prepare(sheet, columns)
    _choosing(sheet, columns, first_row=len(HOW) + len(columns) + 6)
    sheet.append([heading(sheet, one.column_name, needed=one.needed) for one in columns])
    sheet.append([plain_cell(sheet, _example(table, one)) for one in columns])
    _explain(notes, columns)
    return file_of(book)


def _example(table: TextTable, column: Column) -> str:
    if column.attribute == "slug":
        return f"{EXAMPLE}（这一行不会导入）"
    if isinstance(column.widget, choices.Named) and column.needed:
        return next(iter(column.widget.allowed()), "")
    return table.example.get(column.column_name, "")


def _explain(notes, columns: list[Column]) -> None:
    """How to fill in, then each column, then the words to choose from, one column each."""
    for place, wide in enumerate([26, 12, 60, 26, 26, 26, 26, 26], start=1):
        notes.column_dimensions[get_column_letter(place)].width = wide
    for line in HOW:
        notes.append([plain_cell(notes, line, wrap=False)])
    notes.append([])
    notes.append([heading(notes, text) for text in ("列", "要不要填", "怎么写")])
    for one in columns:
        needed = "要填" if one.needed else "可以空着"
        how = f"{one.widget.how}{one.help_text}"
        notes.append([plain_cell(notes, text) for text in (one.column_name, needed, how)])
    notes.append([])
    _list_choices(notes, [one for one in columns if one.widget.allowed()])


def _list_choices(notes, columns: list[Column]) -> None:
    notes.append([plain_cell(notes, "可以写的：", wrap=False)])
    notes.append([heading(notes, one.column_name) for one in columns])
    lists = [one.widget.allowed() for one in columns]
    for place in range(max(map(len, lists))):
        words = [words[place] if place < len(words) else "" for words in lists]
        notes.append([plain_cell(notes, word) for word in words])


def _choosing(sheet, columns: list[Column], first_row: int) -> None:
    """Drop-downs for the cells that hold one of a few; their words stand on the second sheet."""
    choosing = [one for one in columns if one.widget.allowed()]
    for place, one in enumerate(choosing, start=1):
        if isinstance(one.widget, choices.Several):
            continue  # more than one fits into the cell
        letter, last = get_column_letter(place), first_row + len(one.widget.allowed()) - 1
        source = f"{quote_sheetname(NOTES_SHEET)}!${letter}${first_row}:${letter}${last}"
        rule = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=True)
        rule.errorStyle, rule.errorTitle = "warning", one.column_name
        rule.error = "下拉里没有这一项。"
        cells = get_column_letter(columns.index(one) + 1)
        rule.add(f"{cells}2:{cells}{MOST_ROWS + 2}")
        sheet.data_validations.append(rule)
