"""The page stays whole, large enough and calm on any phone."""

import io

import pytest
from PIL import Image
from playwright.sync_api import Error

from .conftest import enlarge, look, root_font, shrink
from .pages import CHINESE, path

NARROW = {"width": 280, "height": 640}
SMALL = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}
FIRST_SCREEN = {"width": 360, "height": 640}
PHONE_WIDTHS = (280, 296, 320, 344, 360, 375, 393, 412)
CHARACTERS_A_LINE = 40
MOST_RED = 0.03


def test_nothing_runs_out_of_the_side(untouched):
    page = untouched
    page.set_viewport_size(SMALL)
    for percent in (140, 200, 100):
        root_font(page, percent)
        assert look(page, "sideways()") == [], f"320 px, {percent} %"
    enlarge(page)
    assert look(page, "sideways()") == [], "320 px, 大字版"
    page.set_viewport_size(NARROW)
    assert look(page, "sideways()") == [], "280 px, 大字版"
    shrink(page)
    assert look(page, "sideways()") == [], "280 px"


def test_every_text_can_be_read_and_every_control_can_be_hit(untouched):
    page = untouched
    assert look(page, "small()") == []
    assert look(page, "low()") == []
    page.set_viewport_size(DESK)
    assert look(page, "low()") == [], "1280 px"


def test_nothing_on_paper_is_smaller_than_twelve_points(untouched):
    """16 px on the screen are 12 pt on paper."""
    untouched.emulate_media(media="print")
    sizes = untouched.evaluate(
        "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility()"
        " && !e.closest('.vh') && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))"
        ".map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 16


def test_a_small_text_and_a_low_button_are_caught(page):
    page.goto(path("privacy"))
    page.evaluate("document.querySelector('main p').style.fontSize = '17px'")
    page.evaluate("document.querySelector('main p').innerHTML = '<button>好</button>'")
    assert look(page, "small()") and look(page, "low()")


@pytest.mark.parametrize("language", ["zh-Hans"], scope="module", indirect=True)
def test_a_line_holds_at_most_forty_characters(untouched):
    page = untouched
    page.set_viewport_size(DESK)
    assert look(page, f"long({CHARACTERS_A_LINE})") == []
    enlarge(page)
    assert look(page, f"long({CHARACTERS_A_LINE})") == [], "大字版"


@pytest.mark.parametrize("language", CHINESE, scope="module", indirect=True)
def test_headings_break_where_a_typesetter_would(untouched):
    """No line begins with a closing mark and no last line is one character."""
    page, broken = untouched, {}
    for size in ("标准字", "大字版"):
        for width in PHONE_WIDTHS:
            page.set_viewport_size({"width": width, "height": 640})
            if found := look(page, "badly_broken()"):
                broken[f"{size} {width} px"] = found
        enlarge(page)
    assert broken == {}


def red_share(png: bytes) -> float:
    """Share of pixels that the eye calls red; amber, brown and pink are not."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    counts = image.getcolors(image.width * image.height)
    red = sum(count for count, (r, g, b) in counts if r > 110 and r - max(g, b) > 70)
    return red / (image.width * image.height)


def taken(page) -> bytes:
    """A picture of PAGE; a Chromium that is out of breath is asked once more."""
    try:
        return page.screenshot()
    except Error:
        page.wait_for_timeout(1000)
        return page.screenshot()


@pytest.mark.parametrize("language", ["zh-Hans"], scope="module", indirect=True)
def test_red_is_rare_on_the_first_screen(untouched, kind):
    page = untouched
    normal = red_share(taken(page))
    enlarge(page)
    large = red_share(taken(page))
    assert max(normal, large) <= (0 if kind == "home" else MOST_RED)


def test_the_red_card_is_seen_as_red(page):
    page.goto(path("situation"))
    assert red_share(taken(page)) > 0.005
