"""Who is frightened finds the number to call without scrolling."""

import pytest

from .pages import PREFIXES, SITUATIONS, SIZES

FIRST_STEPS = ["/emergency/", "/emergency/after/", "/emergency/worksheet/", *SITUATIONS]
SCREEN = {"width": 360, "height": 780}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", PREFIXES)
def test_the_button_that_dials_is_on_the_first_screen(window, language, size):
    page, below = window(viewport=SCREEN).new_page(), {}  # a phone remembers large type
    for address in FIRST_STEPS:
        page.goto(PREFIXES[language] + address + SIZES[size])
        box = page.locator("main a[href^='tel:']").first.bounding_box()
        if box["y"] + box["height"] > SCREEN["height"]:
            below[address] = box["y"]
    assert below == {}
