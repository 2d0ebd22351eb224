"""Tables as staff would send them, and what the desk answers."""

import csv
import io
import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook, load_workbook

WARNING = {
    "网址名": "",
    "标题（简体）": "有人冒充水电工上门收钱",
    "先做什么（简体）": "不开门。",
    "地区": "青石街道",
}
CASE = {
    "网址名": "new-case",
    "属于哪一类": "冒充公检法社保",
    "结果": "拦住了",
    "怎么来的": "电话",
    "出处": "单位材料",
    "标题（简体）": "一通电话",
    "网页标题（简体）": "一通电话，多问一句",
    "一句话（简体）": "多问了一句，没有汇。",
    "经过（简体）": "有人来电。\n没有汇。",
    "启示（简体）": "停下来，问一问。",
}


def an_xlsx(rows, headings=None, title="本地预警", change=None) -> bytes:
    """ROWS (dicts by heading) as a workbook; CHANGE does what it likes with its sheet before saving."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    headings = headings or list(dict.fromkeys(name for row in rows for name in row))
    sheet.append(headings)
    for row in rows:
        sheet.append([row.get(name) for name in headings])
    if change:
        change(sheet)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def a_csv(rows, encoding="utf-8", separator=",") -> bytes:
    file = io.StringIO(newline="")
    headings = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(file, headings, delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode(encoding)


def address(page="", model="warning", *more):
    return reverse(f"admin:cases_{model}_excel{page and '_'}{page}", args=more)


def send(client, data, model="warning", name="表.xlsx"):
    """The page that shows what would become of each row of the file DATA."""
    return client.post(address("", model), {"file": SimpleUploadedFile(name, data)})


def look(client, rows, model="warning"):
    """The same for ROWS."""
    return send(client, an_xlsx(rows), model)


def confirm(client, page, model="warning"):
    """Press the button of PAGE."""
    return client.post(address("import", model), {"seen": page.context["seen"]})


def bring_in(client, rows, model="warning"):
    """ROWS brought in for good; the page that was shown before."""
    page = look(client, rows, model)
    answer = confirm(client, page, model)
    assert answer.status_code == 302, words(answer)
    return page


def words(page) -> str:
    """What PAGE says to its reader."""
    body = page.content.decode()
    text = re.sub(r"<[^>]*>", " ", body[body.index('id="content"') :])
    return " ".join(text.split())


def counts(page) -> dict:
    return page.context["plan"].counts


def taken_out(client, kind="xlsx", model="warning", **query) -> bytes:
    answer = client.get(address("export", model, kind), query)
    assert answer.status_code == 200, words(answer)
    return b"".join(answer.streaming_content)


def rows_of(workbook: bytes) -> list[dict]:
    """The rows of the first sheet of WORKBOOK, by heading."""
    first, *others = load_workbook(io.BytesIO(workbook)).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(first, row, strict=True)) for row in others]
