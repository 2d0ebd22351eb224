"""From a list to a table and back, on a phone."""

import pytest

from tests.spreadsheets.build import WARNING, an_xlsx

from .axe import DESK, violations, violations_of_looks
from .desk_pages import outside, settled

WRONG = WARNING | {"地区": "青石街", "标题（简体）": "这个标题实在是写得太长太长太长太长太长太长了"}


def send(page, tmp_path, rows):
    file = tmp_path / "表.xlsx"
    file.write_bytes(an_xlsx(rows))
    page.goto("/admin/cases/warning/excel/")
    page.set_input_files("#file", file)
    page.get_by_role("button", name="看看会怎样").click()


def test_a_table_goes_out_and_comes_in_again_from_the_list(staff_window, tmp_path):
    page = staff_window("administrator").new_page()
    page.goto("/admin/cases/warning/?q=医保")
    page.get_by_role("link", name="用表格导入、导出").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="导出Excel表").click()
    download.value.save_as(tmp_path / "out.xlsx")
    page.set_input_files("#file", tmp_path / "out.xlsx")
    page.get_by_role("button", name="看看会怎样").click()
    assert "每一行都和现在一样" in page.locator("#content").inner_text()
    send(page, tmp_path, [WARNING | {"标题（简体）": "快递里夹着卡片，别扫"}])
    page.get_by_role("button", name="全部导入成草稿").click()
    assert "新增1条草稿" in page.locator(".messagelist").inner_text()
    assert page.locator("#result_list tbody th").first.inner_text() == "快递里夹着卡片，别扫"


@pytest.mark.parametrize(
    "rows", [[], [WARNING, WARNING | {"出了什么事（简体）": "打13912345678。"}], [WRONG, WARNING]]
)
def test_axe_finds_nothing_and_nothing_stands_out(staff_window, tmp_path, rows):
    page = staff_window("administrator").new_page()
    page.goto("/admin/cases/case/excel/")
    if rows:
        send(page, tmp_path, rows)
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert outside(settled(page)) == []
        page.emulate_media(color_scheme="light")
        assert violations(page, DESK) == [], width
        page.emulate_media(color_scheme="dark")
        assert violations_of_looks(page, DESK) == [], f"{width}, dark"
