"""What staff send may be anything: each file is taken, or refused in a sentence and nothing kept."""

import io
import re
import zipfile
from datetime import datetime

import pytest
from django.conf import settings
from openpyxl import load_workbook
from openpyxl.workbook.external_link import ExternalLink

from awareness.cases.models import Warning

from .build import WARNING, a_csv, address, an_xlsx, counts, look, send, words

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def repacked(data, change, compression=zipfile.ZIP_DEFLATED) -> bytes:
    """The workbook DATA with its parts as CHANGE (a dict of them) makes them."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def a_workbook(change, **how) -> bytes:
    return repacked(an_xlsx([WARNING]), change, **how)


def with_part(name, content, **how):
    return a_workbook(lambda parts: parts.update({name: content}), **how)


def without(name):
    return a_workbook(lambda parts: parts.pop(name))


def in_part(name, old, new):
    def change(parts):
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)

    return a_workbook(change)


SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (96 + step, b"&%c;" % (95 + step) * 10) for step in range(2, 12)
    )
    + b']><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">&k;</workbook>'
)


def many_cells():
    row = b'<row r="1">' + b"<c><v>1</v></c>" * 400_000 + b"</row>"
    return (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        + row
        + b"</sheetData></worksheet>"
    )


REFUSED = {
    "nothing": (lambda: b"", 400, "这个文件是空的"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 415, "这不是Excel表"),
    "a PDF": (lambda: b"%PDF-1.7\n1 0 obj", 415, "这不是Excel表"),
    "a page of the web": (lambda: b"<!DOCTYPE html><table><tr><td>1", 415, "这不是Excel表"),
    "words in another encoding": (lambda: "网址名".encode("utf-32"), 415, "这不是Excel表"),
    "half of a sign": (lambda: "网址名".encode("utf-16")[:-1], 415, "这不是Excel表"),
    "a page of the web in UTF-16": (
        lambda: "<!DOCTYPE html>".encode("utf-16"),
        415,
        "这不是Excel表",
    ),
    "bytes in no encoding": (lambda: b"\xff\xff\xff", 415, "这不是Excel表"),
    "an old workbook": (lambda: OLE + b"\x01" * 600, 415, "旧格式"),
    "a locked workbook": (
        lambda: OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        415,
        "有打开密码",
    ),
    "macros": (lambda: with_part("xl/vbaProject.bin", b"Sub Auto_Open()"), 415, "带着宏"),
    "a binary workbook": (lambda: with_part("xl/workbook.bin", b""), 415, ".xlsb"),
    "another archive": (lambda: repacked(an_xlsx([WARNING]), dict.clear), 415, "这不是Excel表"),
    "a text document": (lambda: with_part("content.xml", b"<office/>"), 415, ".ods"),
    "half of a file": (lambda: an_xlsx([WARNING])[:3000], 400, "打不开"),
    "no workbook inside": (lambda: without("xl/workbook.xml"), 400, "打不开"),
    "a sheet that is no XML": (lambda: with_part(SHEET, b"<worksheet><row"), 400, "打不开"),
    "entities that swell": (lambda: with_part("xl/workbook.xml", ENTITIES), 400, "打不开"),
    "a bomb": (lambda: with_part("xl/media/a.bin", b"\0" * 60_000_000), 413, "解开以后太大"),
    "a thousand parts": (
        lambda: a_workbook(lambda parts: parts.update({f"xl/{n}": b"" for n in range(1000)})),
        413,
        "解开以后太大",
    ),
    "endless cells": (lambda: with_part(SHEET, many_cells()), 413, "解开以后太大"),
    "an unusual packing": (
        lambda: repacked(an_xlsx([WARNING]), lambda parts: None, zipfile.ZIP_LZMA),
        400,
        "打不开",
    ),
    "a quote that never ends": (lambda: '网址名,"标题'.encode(), 400, "打不开"),
    "a cell beyond measure": (lambda: b"a" * 200_000, 400, "打不开"),
    "no rows": (lambda: an_xlsx([], headings=list(WARNING)), 400, "表头下面没有要导入的行"),
    "an empty sheet": (lambda: an_xlsx([], headings=[None]), 400, "这个表是空的"),
    "a missing column": (
        lambda: an_xlsx([{"网址名": "a", "标题（简体）": "b"}]),
        400,
        "少了这些列：“地区”、“先做什么（简体）”",
    ),
    "an unknown column": (
        lambda: an_xlsx([WARNING | {"作者": "某人"}]),
        400,
        "不认识这些列：“作者”",
    ),
    "a double column": (
        lambda: an_xlsx([], headings=[*WARNING, "地区"]),
        400,
        "这些列有两个：“地区”",
    ),
    "a column without a name": (
        lambda: an_xlsx([WARNING | {None: "斜着的"}]),
        400,
        "第2行第5列有内容，上面却没有列名",
    ),
    "merged cells": (
        lambda: an_xlsx([WARNING, WARNING], change=lambda sheet: sheet.merge_cells("B2:B3")),
        400,
        "合并的单元格（B2:B3）",
    ),
    "no end of rows": (
        lambda: an_xlsx([WARNING], change=lambda sheet: sheet.cell(30_000, 1, "x")),
        413,
        "超过20000行",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_table_of_ours_is_refused_in_a_sentence(writer, kind):
    data, status, says = REFUSED[kind]
    page = send(writer, data())
    assert page.status_code == status
    assert says in words(page)
    assert page.context["refusal"].endswith("。")
    assert not list(settings.VAR_DIR.rglob("*.*"))


def test_more_than_five_megabytes_are_refused(writer):
    page = send(writer, b"PK\x03\x04" + b"\0" * (5 * 1024 * 1024))
    assert page.status_code == 413
    assert "超过5MB" in words(page)


def test_without_a_file_the_page_asks_for_one(writer):
    page = writer.post(address())
    assert page.status_code == 400
    assert "请先选一个文件" in words(page)


def test_a_formula_is_refused_where_it_stands(writer):
    page = look(writer, [WARNING | {"标题（简体）": '=HYPERLINK("http://x.example","点")'}])
    assert page.status_code == 400
    assert "第2行" in words(page)
    assert "标题（简体）：这一格是公式" in words(page)


def test_a_formula_in_a_column_without_a_name_is_seen_too(writer):
    page = look(writer, [WARNING | {None: "=1+1"}])
    assert "上面却没有列名" in words(page)


def test_a_mistake_of_excel_is_refused_where_it_stands(writer):
    page = look(writer, [WARNING | {"出了什么事（简体）": "#N/A"}])
    assert "出了什么事（简体）：这一格是Excel的错误值" in words(page)


def test_links_to_other_files_are_never_followed(writer):
    book = load_workbook(io.BytesIO(an_xlsx([WARNING])))
    book._external_links.append(a_link())
    file = io.BytesIO()
    book.save(file)
    assert counts(send(writer, file.getvalue())) == {"新增": 1}


def a_link():
    from openpyxl.packaging.relationship import Relationship
    from openpyxl.workbook.external_link.external import ExternalBook

    link = ExternalLink(externalBook=ExternalBook(id="rId1"))
    link.file_link = Relationship(type="externalLinkPath", Target="file:///etc/passwd", Id="rId1")
    link.file_link.TargetMode = "External"
    return link


def test_a_sheet_that_is_hidden_is_not_read(writer):
    def hide(sheet):
        hidden = sheet.parent.create_sheet("看不见", 0)
        hidden.append(["网址名"])
        hidden.sheet_state = "hidden"
        sheet.parent.active = 1

    page = send(writer, an_xlsx([WARNING], title="随便", change=hide))
    assert counts(page) == {"新增": 1}
    assert "读的是“随便”这一张工作表" in words(page)


def test_the_sheet_with_our_name_is_read_before_others(writer):
    def another(sheet):
        sheet.parent.create_sheet("草稿", 0).append(["随便"])

    page = send(writer, an_xlsx([WARNING], change=another))
    assert "读的是“本地预警”" in words(page)


def test_what_a_file_says_of_its_size_need_not_be_true(writer):
    data = in_part(SHEET, b'<dimension ref="A1:D2"', b'<dimension ref="A1:A1"')
    assert counts(send(writer, data)) == {"新增": 1}


def test_rows_that_skip_a_million_are_not_walked_through(writer):
    data = in_part(SHEET, b'<row r="2"', b'<row r="99999999"')
    data = repacked(data, lambda parts: parts.update({SHEET: _far(parts[SHEET])}))
    assert send(writer, data).status_code == 413


def _far(sheet: bytes) -> bytes:
    return re.sub(rb'r="([A-D])2"', rb'r="\g<1>99999999"', sheet)


def test_headings_may_be_typed_with_other_brackets_and_blanks(writer):
    names = {
        "网址名": "网址名 ",
        "标题（简体）": "标题 (简体)",
        "先做什么（简体）": "先做什么(简体)",
        "地区": "地区\n",
    }
    page = look(writer, [{names[name]: cell for name, cell in WARNING.items()}])
    assert counts(page) == {"新增": 1}


def test_full_width_digits_line_ends_and_blanks_are_tidied(writer):
    cells = {
        "标题（简体）": "  有人敲门要钱\u3000",
        "出了什么事（简体）": "第一条 \r\n第二条\x07\t\n\n",
        "结束时间": "２０２６－１２－０１　０９：３０",
    }
    page = send(writer, a_csv([WARNING | cells]), name="表.csv")
    assert counts(page) == {"新增": 1}, words(page)
    text = page.context["plan"].fates[0].text
    assert text.title_zh_hans == "有人敲门要钱"
    assert text.happened_zh_hans == "第一条\n第二条"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_a_table_of_text_is_read_whatever_stands_between_its_cells(writer, separator, encoding):
    cells = {"出了什么事（简体）": "先打电话，再上门；要现金,不要;转账\n走的时候说“停水”。"}
    page = send(writer, a_csv([WARNING | cells], encoding, separator), name="表.txt")
    assert counts(page) == {"新增": 1}, words(page)
    text = page.context["plan"].fates[0].text
    assert text.happened_zh_hans == cells["出了什么事（简体）"]


def test_empty_lines_before_the_headings_do_not_hide_what_separates_them(writer):
    data = b"\r\n\r\n" + a_csv([WARNING], separator=";")
    assert counts(send(writer, data, name="表.csv")) == {"新增": 1}


def test_a_line_end_as_excel_writes_it_into_its_file_is_one(writer):
    page = look(writer, [WARNING | {"出了什么事（简体）": "第一条_x000D_\n第二条"}])
    assert page.context["plan"].fates[0].text.happened_zh_hans == "第一条\n第二条"


def test_words_that_excel_took_for_a_date_come_out_as_words(writer):
    page = look(writer, [WARNING | {"出了什么事（简体）": datetime(2026, 6, 1)}])
    assert page.context["plan"].fates[0].text.happened_zh_hans == "2026年6月1日"


def test_the_example_of_the_template_is_not_brought_in(writer):
    page = look(writer, [WARNING | {"网址名": "示例"}, WARNING])
    assert counts(page) == {"新增": 1, "示例，不导入": 1}


def test_a_file_that_is_refused_stores_nothing(writer):
    before = Warning.objects.count()
    look(writer, [WARNING | {"地区": "哪里"}, WARNING])
    assert Warning.objects.count() == before
    assert not list(settings.VAR_DIR.rglob("warning-*"))
