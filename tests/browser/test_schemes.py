"""Keyboard, forced colours and other ways in which readers set up their screens."""

import io

import pytest
from PIL import Image

from .pages import KINDS, path, turn

# Least share of a drawing's pixels that stand out 4.5:1; the writing grid alone stays below.
DRAWN = {".zi": 0.1, ".pen": 0.03}
# The browser itself draws the edges of ticks and radios.
EDGED = ".btn, .door, .card, .note, .says, .script, .choice, input:not([type=checkbox], [type=radio]), textarea"


def luminance(colour) -> float:
    """Relative luminance (WCAG) of an (r, g, b) of 0–255."""
    parts = [c / 255 for c in colour]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one, other) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def drawn_share(png: bytes) -> float:
    image = Image.open(io.BytesIO(png)).convert("RGB")
    counts = image.getcolors(image.width * image.height)
    ground = max(counts)[1]
    seen = sum(count for count, colour in counts if contrast(colour, ground) >= 4.5)
    return seen / (image.width * image.height)


def faint_drawings(page) -> list[tuple[str, float]]:
    shares = [
        (kind, drawn_share(drawing.screenshot()))
        for kind in DRAWN
        for drawing in page.locator(f"svg{kind}").all()
    ]
    assert shares
    return [(kind, share) for kind, share in shares if share < DRAWN[kind]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "scam", "check", "rules", "missing"])
def test_in_forced_colours_drawings_and_edges_stay(page, kind, scheme):
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    page.goto(path(kind, turn(kind)))
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert faint_drawings(page) == []
    bare = page.locator(EDGED).evaluate_all(
        "found => found.filter(e => getComputedStyle(e).borderInlineStartStyle === 'none')"
        ".map(e => e.outerHTML.slice(0, 60))"
    )
    assert bare == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "scam"])
def test_drawings_are_seen_in_light_and_dark(page, kind, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(path(kind))
    assert faint_drawings(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_tab_is_the_way_past_the_header(page, kind):
    page.goto(path(kind, turn(kind)))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


RING = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
  return [style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 3,
          style.boxShadow !== "none", !!top && (e.contains(top) || top.contains(e))];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "worksheet"])
def test_focus_goes_through_every_control_with_a_double_ring_that_nothing_covers(
    page, kind, scheme
):
    page.emulate_media(color_scheme=scheme)
    page.goto(path(kind))
    count = page.locator("a[href], button, input, textarea, summary").evaluate_all(
        "found => found.filter(e => e.checkVisibility()).length"
    )
    for place in range(count):
        page.keyboard.press("Tab")
        assert page.evaluate(RING) == [True, True, True], (
            place,
            page.evaluate("document.activeElement.outerHTML"),
        )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body")
