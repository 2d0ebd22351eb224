"""Any page from the browser's print menu is a sheet to hand over."""

import pytest

from . import paper
from .pages import KINDS, PREFIXES, path, turn

LEFT_OUT = ".skip, nav:not(.strip), .langs, .size, .back, .doors, .filters, .index, .pages, button"


@pytest.mark.parametrize("kind", KINDS)
def test_a_print_names_hotlines_office_and_address(page, site, kind, tmp_path):
    page.goto(path(kind, turn(kind)))
    file = paper.printed(page, tmp_path)
    text = paper.text_of(file)
    office = page.locator(".brand").evaluate("e => e.querySelector('span').lastChild.textContent")
    assert "96110" in text and "110" in text.replace("96110", "")
    assert paper.tight(office) in text
    assert paper.tight(site + path(kind, turn(kind))) in text
    assert set(paper.page_sizes(file)) == {paper.A4}
    assert paper.unreadable(file) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_print_without_backgrounds_loses_no_word(page, kind, tmp_path):
    page.goto(path(kind, turn(kind)))
    bare = paper.printed(page, tmp_path, backgrounds=False)
    assert sorted(paper.text_of(bare)) == sorted(paper.text_of(paper.printed(page, tmp_path)))
    assert paper.unreadable(bare) == []


def test_a_faint_word_is_caught(page, tmp_path):
    page.goto(path("privacy"))
    page.evaluate("document.querySelector('h1').style = 'color: #ddd; print-color-adjust: exact'")
    assert "隐私" in "".join(paper.unreadable(paper.printed(page, tmp_path)))


@pytest.mark.parametrize("kind", KINDS)
def test_a_print_has_nothing_to_click(page, kind):
    page.goto(path(kind, turn(kind)))
    page.emulate_media(media="print")
    shown = page.locator(LEFT_OUT).evaluate_all(
        "found => found.filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 60))"
    )
    assert shown == []
    assert (
        page.locator(".strip").evaluate_all(
            "found => found.filter(e => e.checkVisibility()).length"
        )
        == 1
    )


def test_what_is_folded_on_the_screen_is_open_on_paper(page, tmp_path):
    page.goto(path("audience"))
    folded = page.locator("main details p").last.text_content()
    assert paper.tight(folded) in paper.text_of(paper.printed(page, tmp_path))


@pytest.mark.parametrize("language", PREFIXES)
def test_nothing_on_paper_is_smaller_than_twelve_points(page, language):
    """16 px on the screen are 12 pt on paper."""
    page.emulate_media(media="print")
    for kind in KINDS:
        page.goto(path(kind, language))
        sizes = page.evaluate(
            "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility()"
            " && !e.closest('.vh') && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))"
            ".map(e => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(sizes) >= 16, kind
