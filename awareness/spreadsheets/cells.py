"""What stands in a cell, whichever program wrote it."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

LONGEST = 32_766  # characters; Excel keeps 32,767 in a cell, one is for the apostrophe

# What spreadsheets take for a formula at the head of a cell (OWASP, "CSV injection"), after any
# apostrophes that stand there already.
_LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
# A carriage return as Excel writes it into its XML.
_RETURN_IN_XML = re.compile(r"_x000[dD]_")
_LINE_END = re.compile(r"[ \t\u00a0]*(?:\r\n|\r|\n)")


@dataclass(frozen=True)
class Unreadable:
    """Stands where a cell holds something that is not a value."""

    why: str

    def __str__(self):
        return ""


FORMULA = Unreadable("这一格是公式，不能导入。请改成算好的字：复制，再选“粘贴为数值”。")
MISTAKE = Unreadable("这一格是Excel的错误值（例如#N/A），请改成字或清空。")


def neutral(text: str) -> str:
    """TEXT as no spreadsheet will calculate it: an apostrophe before what begins like a formula."""
    return f"'{text}" if _LIKE_A_FORMULA.match(text) else text


def restored(text: str) -> str:
    """TEXT without the apostrophe that `neutral` put there."""
    return text[1:] if text[:1] == "'" and _LIKE_A_FORMULA.match(text) else text


def tidied(text: str) -> str:
    """TEXT with one kind of line end, nothing unprintable and no blanks at the ends of lines."""
    lines = _LINE_END.sub("\n", ILLEGAL_CHARACTERS_RE.sub("", text))
    return lines.strip()[:LONGEST]


def cell_text(value) -> str:
    """VALUE as a person would type it into a cell."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case datetime():
            return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
        case date():
            return f"{value:%Y-%m-%d}"
        case float() if value.is_integer():
            return str(int(value))
    return tidied(str(value))


def given(value) -> str:
    """What somebody wrote into the cell that holds VALUE."""
    if isinstance(value, str):
        value = restored(_RETURN_IN_XML.sub("", value).strip())
    return cell_text(value)


def half_width(text: str) -> str:
    """TEXT with ordinary digits and signs instead of full-width ones."""
    return unicodedata.normalize("NFKC", text).strip()


def fold_cell(text: str) -> str:
    """TEXT for comparing names and numbers: half-width, lower case, no blanks."""
    return re.sub(r"\s+", "", half_width(text)).casefold()
