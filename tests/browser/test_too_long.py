"""What is too long to be sent is said in a sentence, and is still there on the way back."""

import pytest

from .desk import came_in, phone_of

FORM = "/admin/cases/warning/add/"
TOO_LONG = "字" * 1_000_000  # nine megabytes on the wire; a form takes two and a half


@pytest.fixture(scope="module")
def phone(browser, site_env):
    context = phone_of(browser, site_env, came_in(site_env, longwriter="editor")["longwriter"])
    yield context
    context.close()


def test_a_text_beyond_measure_is_still_there_on_the_way_back(phone):
    page = phone.new_page()
    page.goto(FORM)
    page.locator("#id_title_zh_hans").fill("有人冒充水电工")
    page.locator("#id_happened_zh_hans").evaluate("(box, text) => { box.value = text }", TOO_LONG)
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        page.locator("[name=_save]").evaluate("(button) => button.click()")
    page.wait_for_load_state()
    assert answer.value.status == 413
    assert "写得太长，没有存上" in page.locator("main").inner_text()
    assert "按返回键，文字还在" in page.locator("main").inner_text()
    page.go_back()
    page.wait_for_load_state()
    assert page.locator("#id_title_zh_hans").input_value() == "有人冒充水电工"
    assert len(page.locator("#id_happened_zh_hans").input_value()) == len(TOO_LONG)
