"""The template: it explains itself, and filled in it is a table that comes in."""

import io

import pytest
from openpyxl import load_workbook

from awareness.office.models import District

from .build import CASE, WARNING, address, bring_in, counts, send, words


def template(client, model):
    answer = client.get(address("template", model))
    return load_workbook(io.BytesIO(b"".join(answer.streaming_content)))


def filled(book, row) -> bytes:
    sheet = book.worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    sheet.append([row.get(name) for name in headings])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(("model", "row"), [("warning", WARNING), ("case", CASE)])
def test_the_template_filled_in_comes_in(writer, model, row):
    page = send(writer, filled(template(writer, model), row), model)
    assert counts(page) == {"新增": 1, "示例，不导入": 1}, words(page)


@pytest.mark.parametrize("model", ["warning", "case"])
def test_the_example_shows_what_would_be_taken(writer, model):
    """Given an address, the example row itself is one without a fault."""
    book = template(writer, model)
    book.worksheets[0]["A2"] = "no-example-any-more"
    file = io.BytesIO()
    book.save(file)
    page = send(writer, file.getvalue(), model)
    assert counts(page) == {"新增": 1}, words(page)
    assert "存成草稿后还要改" not in words(page)


@pytest.mark.parametrize("model", ["warning", "case"])
def test_the_template_as_it_is_has_nothing_to_bring_in(writer, model):
    file = io.BytesIO()
    template(writer, model).save(file)
    page = send(writer, file.getvalue(), model)
    assert page.status_code == 400
    assert "示例行不算" in words(page)


@pytest.mark.parametrize("model", ["warning", "case"])
def test_every_column_is_explained_on_the_second_sheet(writer, model):
    book = template(writer, model)
    headings = [cell.value for cell in book.worksheets[0][1]]
    explained = {row[0].value: row[2].value for row in book["说明"].iter_rows(max_col=3)}
    assert all(explained[name] is not None for name in headings if "（" not in name)
    assert set(headings) <= set(explained)
    assert explained["网址名"].startswith("小写英文、数字和短横。已经有的：按它找到那一条")


@pytest.mark.parametrize(
    ("model", "column", "word"),
    [
        ("warning", "地区", "青石街道"),
        ("warning", "紧急", "否"),
        ("warning", "骗局", "虚假中奖"),
        ("warning", "发布单位", "示例派出所"),
        ("case", "结果", "受了损失"),
        ("case", "出处", "公开报道"),
        ("case", "属于哪一类", "虚假贷款"),
    ],
)
def test_what_may_be_chosen_drops_down(writer, model, column, word):
    book = template(writer, model)
    sheet = book.worksheets[0]
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == column)
    rules = sheet.data_validations.dataValidation
    (rule,) = [rule for rule in rules if f"{letter}3" in rule.sqref]
    sheet_name, _, place = rule.formula1.partition("!")
    words_listed = [
        cell.value for row in book[sheet_name.strip("'")][place.replace("$", "")] for cell in row
    ]
    assert word in words_listed
    assert None not in words_listed


def test_headings_stay_in_sight_and_columns_are_wide(writer):
    sheet = template(writer, "warning").worksheets[0]
    assert sheet.freeze_panes == "B2"
    assert all(sheet.column_dimensions[cell.column_letter].width >= 12 for cell in sheet[1])


def test_a_place_that_staff_add_can_be_chosen_at_once(desk):
    District.objects.create(slug="new-street", name_zh_hans="新街道")
    page = send(desk, filled(template(desk, "warning"), WARNING | {"地区": "新街道"}))
    assert counts(page)["新增"] == 1


def test_a_text_typed_into_the_template_stays_text(writer):
    book = template(writer, "warning")
    letters = {cell.value: cell.column_letter for cell in book.worksheets[0][1]}
    assert book.worksheets[0].column_dimensions[letters["标题（简体）"]].number_format == "@"
    bring_in(writer, [WARNING | {"网址名": "typed", "标题（简体）": "00123"}])
