"""An address that a chat or a document took too long still leads to its page."""

import pytest


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("/scams/，请看", "/scams/"),
        ("/scams/impersonating-authorities/，请看", "/scams/impersonating-authorities/"),
        ("/scams/impersonating-authorities，请看", "/scams/impersonating-authorities/"),
        ("/scams/impersonating-authorities/）", "/scams/impersonating-authorities/"),
        ("/scams/impersonating-authorities/)", "/scams/impersonating-authorities/"),
        ("/scams/impersonating-authorities/】看看", "/scams/impersonating-authorities/"),
        ("/scams/impersonating-authorities/。", "/scams/impersonating-authorities/"),
        ("/scams/impersonating-authorities/.", "/scams/impersonating-authorities/"),
        ("/scams/impersonating-authorities/,", "/scams/impersonating-authorities/"),
        ("/scams/impersonating-authorities/”，他说", "/scams/impersonating-authorities/"),
        ("/scams/impersonating-authorities/\u3000请看", "/scams/impersonating-authorities/"),
        ("/scams/impersonating-authorities/请看", "/scams/impersonating-authorities/"),
        ("/en/emergency/), please read", "/en/emergency/"),
        ("/en，see", "/en/"),
        ("/zh-hant/quiz/basic-1/2/」", "/zh-hant/quiz/basic-1/2/"),
        ("/，请看", "/"),
        ("/s/K7Q4/，是真的吗", "/s/K7Q4/"),
        ("/s/K7Q4，是真的吗", "/s/K7Q4/"),
        ("/s/编号/x", "/s/"),
        ("/admin/entry/invited/abc/。", "/admin/entry/invited/abc/"),
    ],
)
def test_text_glued_to_an_address_is_left_behind(visitor, asked, page):
    answer = visitor.get(asked)
    assert answer.status_code == 302
    assert answer["Location"] == page


def test_the_size_that_an_address_asks_for_is_kept(visitor):
    answer = visitor.get("/scams/，请看", {"size": "large"})
    assert answer["Location"] == "/scams/?size=large"


@pytest.mark.parametrize(
    "asked", ["/nope，请看", "/nope/", "//evil.example/，", "/scams/../，", "/scams/\0/"]
)
def test_what_begins_with_no_page_is_a_404(visitor, asked):
    assert visitor.get("/", PATH_INFO=asked.encode().decode("latin-1")).status_code == 404


def test_the_desk_asks_who_it_is_before_it_says_what_is_there(visitor):
    assert visitor.get("/admin/nope。")["Location"].startswith("/admin/login/")


def test_what_was_typed_into_an_address_is_not_taken_for_text(visitor):
    assert visitor.get("/s/编号K7Q4/").status_code in {200, 404}


def test_only_reading_is_led_on(visitor):
    assert visitor.post("/scams/，请看").status_code == 404
