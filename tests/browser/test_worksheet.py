"""The evidence sheet: filled on the phone, kept there, printed, never sent."""

import pytest

from . import paper
from .pages import PREFIXES, path

TYPED = {
    "#w-time": "11月20日下午3点05分",
    "#w-sum": "一共3万8千元，分两次",
    "#w-said": "先说医保卡停用，再叫我下载会议软件。\n然后让我把手机对着银行卡。",
}
LONG = "他说我的账户有问题，要我转到另一个账户。" * 30


@pytest.fixture
def sheet(window):
    page = window().new_page()
    page.goto(path("worksheet"))
    return page


def fill(page):
    for box, text in TYPED.items():
        page.locator(box).press_sequentially(text)
    page.locator(".tickrow input").first.check()


def test_what_is_typed_survives_a_reload(sheet):
    fill(sheet)
    sheet.reload()
    assert {box: sheet.input_value(box) for box in TYPED} == TYPED
    assert sheet.locator(".tickrow input").first.is_checked()
    assert not sheet.locator(".tickrow input").last.is_checked()


def test_nothing_leaves_the_phone_while_typing(sheet):
    left = []
    sheet.context.on("request", lambda request: left.append(request))
    fill(sheet)
    sheet.reload()
    sheet.goto(path("home"))
    assert [request.method for request in left] == ["GET", "GET"]
    sent = [f"{request.url} {request.post_data}" for request in left]
    assert sent == [f"{sheet.url}{path('worksheet')[1:]} None", f"{sheet.url} None"]
    assert sheet.context.cookies() == []


def test_there_is_no_form_that_could_send(sheet):
    assert sheet.locator("form, main [name]").count() == 0


def test_wiping_asks_twice_and_then_leaves_nothing(sheet):
    fill(sheet)
    wipe = sheet.locator("#wipe")
    wipe.click()
    assert wipe.inner_text() == "再按一次，就全部擦掉"
    assert sheet.input_value("#w-time") == TYPED["#w-time"]
    wipe.click()
    assert wipe.inner_text() == "全部擦掉"
    assert sheet.evaluate("localStorage.length") == 0
    sheet.reload()
    assert [sheet.input_value(box) for box in TYPED] == ["", "", ""]
    assert not sheet.locator(".tickrow input").first.is_checked()


def test_the_print_button_opens_the_print_window(sheet):
    sheet.evaluate("window.print = () => { window.printed = true }")
    sheet.locator("#print").click()
    assert sheet.evaluate("printed")


def test_the_print_holds_what_was_typed_on_two_sheets(sheet, tmp_path):
    fill(sheet)
    file = paper.printed(sheet, tmp_path)
    assert all(paper.tight(words) in paper.text_of(file) for words in TYPED.values())
    assert len(paper.page_sizes(file)) <= 2


def test_a_long_story_is_printed_to_its_end(sheet, tmp_path):
    sheet.fill("#w-how", LONG)
    assert paper.text_of(paper.printed(sheet, tmp_path)).count(LONG[:20]) == 30


@pytest.mark.parametrize("language", PREFIXES)
def test_without_scripts_it_is_a_sheet_to_print_and_says_so(window, language, tmp_path):
    page = window(java_script_enabled=False).new_page()
    page.goto(path("worksheet", language))
    labels = page.locator("#worksheet label")
    boxes = page.locator("#worksheet :is(input, textarea)")
    assert labels.count() == boxes.count() > 10
    assert all(label.is_visible() for label in labels.all())
    assert page.locator("noscript p").is_visible()
    assert not page.locator(".tools").is_visible()
    file = paper.printed(page, tmp_path)
    assert len(paper.page_sizes(file)) <= 2
    words = " ".join(labels.all_inner_texts()).split()  # poppler reads across the two columns
    text = paper.text_of(file)
    assert [word for word in words if word not in text] == []
