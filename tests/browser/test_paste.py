"""The paste check in a real browser: looked through there, marked, explained, never sent."""

import re

import pytest

from .pages import PREFIXES

MESSAGE = "您的医保卡被停用。今日截止，请把钱转到安 全 帳 戶，驗證碼发给我！"
SAFE = "明天下午三点开家长会，请带一支笔。"


@pytest.fixture
def phone(window):
    """A phone's window, and all that leaves it from now on."""
    page = window().new_page()
    page.left = []
    page.on("request", lambda request: page.left.append(request.url))
    return page


@pytest.fixture
def plain(window):
    return window(java_script_enabled=False).new_page()


def paste(page, text):
    page.fill("#words", text)
    page.click("#seek")


def test_a_pasted_message_is_marked_and_explained_without_a_request(phone):
    phone.goto("/check/paste/")
    phone.left.clear()
    paste(phone, MESSAGE)
    marks = phone.locator("#message mark").all_text_contents()
    assert [re.sub(r"[\u2060\d]", "", mark) for mark in marks] == [
        "医保卡被停用",
        "今日截止",
        "安 全 帳 戶",
    ]
    assert phone.locator("#cues li").count() == 3
    assert phone.locator("#likely li").all_text_contents()[0].strip() == "冒充公检法社保"
    assert not phone.locator("#nothing").is_visible()
    assert phone.left == []
    assert phone.evaluate("document.activeElement.textContent") == "这些话，骗子常说"


def test_full_width_and_hidden_words_are_found(phone):
    phone.goto("/en/check/paste/")
    paste(
        phone, "Ｓａｆｅ　ａｃｃｏｕｎｔ, u\u200bs\u200bd\u200bt and 稳*赚. Don't tell your family!"
    )
    assert phone.locator("#message mark").count() == 4


def test_a_latin_word_inside_another_is_not_found(phone):
    phone.goto("/check/paste/")
    paste(phone, "nfcx, usdtx, batman, hotpot")
    assert phone.locator("#found").is_hidden()


def test_what_a_warning_tells_people_not_to_do_is_not_held_against_it(phone):
    phone.goto("/check/paste/")
    paste(phone, "反诈中心提醒：请勿点击链接，不要共享屏幕。入职不收押金。")
    assert phone.locator("#found").is_hidden()
    paste(phone, "不要挂断，请共享屏幕")
    assert phone.locator("#message mark").count() == 2


def test_no_match_says_that_it_means_nothing(phone):
    phone.goto("/check/paste/")
    paste(phone, SAFE)
    told = phone.locator("#nothing").inner_text()
    assert "没有匹配，不等于安全" in told
    assert "96110" in told and "110" in told
    assert not phone.locator("#found").is_visible()
    paste(phone, MESSAGE)
    assert not phone.locator("#nothing").is_visible()


def test_what_is_pasted_is_text_is_not_kept_and_can_be_wiped(phone):
    phone.goto("/check/paste/")
    paste(phone, "<img src=/x onerror=alert(1)> 安全账户")
    assert phone.locator("#message img").count() == 0
    assert "<img src=/x" in phone.locator("#message").inner_text()
    assert phone.evaluate("localStorage.length + sessionStorage.length") == 0
    assert phone.context.cookies() == []
    phone.click("#wipe")
    assert phone.input_value("#words") == ""
    assert phone.locator("#message").text_content() == ""
    assert not phone.locator("#found").is_visible()


def test_the_paste_page_could_not_send_even_if_it_tried(phone):
    phone.goto("/check/paste/")
    assert phone.evaluate("fetch('/check/').then(() => 'sent', () => 'stopped')") == "stopped"


def test_without_scripts_there_is_no_box_to_paste_into(plain):
    plain.goto("/check/paste/")
    assert not plain.locator("#words").is_visible()
    assert plain.locator("main .btn.tel").count() == 3
    assert plain.locator("main .btn.tel:visible").count() == 2


@pytest.mark.parametrize("language", PREFIXES)
def test_the_paste_page_is_light_with_all_its_words(phone, language):
    response = phone.goto(PREFIXES[language] + "/check/paste/")
    assert response.request.sizes()["responseBodySize"] <= 20 * 1024
    assert len(phone.left) == 1
