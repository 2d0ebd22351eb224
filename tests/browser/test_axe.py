"""axe finds nothing: best practice, WCAG 2.2 AA and the AAA rules, 7:1 contrast, 48 px targets."""

import pytest

from .axe import violations, violations_of_looks
from .conftest import enlarge
from .pages import KINDS, path, turn

TURNS = [(kind, turn(kind)) for kind in KINDS]


def test_axe_finds_nothing_on_a_phone_in_either_size(untouched, kind, language):
    assert violations(untouched) == []
    enlarge(untouched)
    again = violations if language == turn(kind) else violations_of_looks
    assert again(untouched) == [], "大字版"


@pytest.mark.parametrize(("kind", "language"), TURNS, scope="module", indirect=True)
def test_axe_finds_nothing_in_the_dark_or_on_other_widths(untouched):
    page = untouched
    page.set_viewport_size({"width": 1280, "height": 800})
    assert violations(page) == [], 1280
    for width in (320, 412):
        page.set_viewport_size({"width": width, "height": 800})
        assert violations_of_looks(page) == [], width
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="dark")
    assert violations_of_looks(page) == [], "dark"


def test_axe_finds_nothing_with_more_contrast_asked_for(page):
    page.emulate_media(contrast="more")
    page.goto(path("scam"))
    assert violations(page) == []


def plant(page, html):
    page.goto(path("privacy"))
    page.evaluate("html => document.querySelector('h1').insertAdjacentHTML('afterend', html)", html)
    page.evaluate(  # a style attribute would be stopped by the page's own policy
        "document.querySelectorAll('[data-style]').forEach(e => e.style = e.dataset.style)"
    )
    return violations(page)


def test_the_bar_catches_a_text_of_less_than_seven_to_one(page):
    faint = "<p data-style='color: #5b5b5b; font-size: {}'>6.9 : 1</p>"
    for size in ("20px", "40px"):
        assert any("color-contrast" in line for line in plant(page, faint.format(size))), size
    fine = plant(page, "<p data-style='color: #595959'>7 : 1</p>")
    assert fine == []


def test_the_bar_catches_a_button_of_forty_pixels(page):
    button = "<button data-style='inline-size: {0}px; block-size: {0}px; padding: 0'>好</button>"
    small = plant(page, f"<p>{button.format(40)}{button.format(40)}</p>")
    assert any("target-size" in line for line in small)
    assert plant(page, f"<p>{button.format(48)}{button.format(48)}</p>") == []
