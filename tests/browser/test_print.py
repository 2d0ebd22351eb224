"""Any page from the browser's print menu is a sheet to hand over."""

import re
from types import SimpleNamespace

import pytest

from . import paper
from .conftest import as_a_phone
from .pages import PREFIXES, path, turn

CODE = re.compile(r"/s/([0-9A-Z]+)")
RIBBON = re.compile("测验|測驗|示例")  # runs down the side, so a PDF has it anywhere
LEFT_OUT = ".skip, nav:not(.strip), .langs, .size, .back, .doors, .filters, .index, .pages, button"

# What of those is shown, and how many strips of hotlines.
SHOWN = """(left_out) => {
  const shown = (found) => [...document.querySelectorAll(found)].filter((e) => e.checkVisibility());
  return [shown(left_out).map((e) => e.outerHTML.slice(0, 60)), shown(".strip").length];
}"""


@pytest.fixture(scope="module")
def sheet(kind, only_page, site, tmp_path_factory):
    """What a test may ask of the print of one page, which is opened and printed once for all."""
    page, address = as_a_phone(only_page), path(kind, turn(kind))
    page.goto(address)
    folder = tmp_path_factory.mktemp("print")
    office = page.evaluate("document.querySelector('.brand span').lastChild.textContent")
    page.emulate_media(media="print")
    left, strips = page.evaluate(SHOWN, LEFT_OUT)
    page.emulate_media(media="null")
    return SimpleNamespace(
        address=site + address,
        office=office,
        left=left,
        strips=strips,
        full=paper.printed(page, folder),
        bare=paper.printed(page, folder, backgrounds=False),
    )


def test_a_print_names_hotlines_office_and_address(sheet):
    text = paper.text_of(sheet.full)
    assert "96110" in text and "110" in text.replace("96110", "")
    assert paper.tight(sheet.office) in text
    assert paper.tight(sheet.address) in text
    assert set(paper.page_sizes(sheet.full)) == {paper.A4}
    assert paper.unreadable(sheet.full) == []


def test_a_print_without_backgrounds_loses_no_word(sheet):
    assert sorted(paper.text_of(sheet.bare)) == sorted(paper.text_of(sheet.full))
    assert paper.unreadable(sheet.bare) == []


def test_a_print_has_nothing_to_click(sheet):
    assert sheet.left == []
    assert sheet.strips == 1


def test_a_faint_word_is_caught(page, tmp_path):
    page.goto(path("privacy"))
    page.evaluate("document.querySelector('h1').style = 'color: #ddd; print-color-adjust: exact'")
    assert "隐私" in "".join(paper.unreadable(paper.printed(page, tmp_path)))


def test_what_is_folded_on_the_screen_is_open_on_paper(page, tmp_path):
    page.goto(path("audience"))
    folded = page.locator("main details p").last.text_content()
    assert paper.tight(folded) in paper.text_of(paper.printed(page, tmp_path))


@pytest.mark.parametrize("address", ["/quiz/basic-1/", "/quiz/basic-1/2/"])
@pytest.mark.parametrize("language", PREFIXES)
def test_a_question_is_printed_with_its_situation_and_its_answers(
    page, language, address, tmp_path
):
    page.goto(PREFIXES[language] + address)
    text = RIBBON.sub("", paper.text_of(paper.printed(page, tmp_path)))
    said = page.locator("main h1, main blockquote, main .choice").all_text_contents()
    assert len(said) >= 5
    for words in said:
        assert RIBBON.sub("", paper.tight(words)) in text


@pytest.mark.parametrize("language", PREFIXES)
def test_a_term_stays_with_its_definition(page, language, tmp_path):
    page.goto(path("glossary", language))
    sheets = sheets_of(paper.printed(page, tmp_path))
    for term in page.locator(".term").all():
        parts = [paper.tight(one) for one in term.locator("h2, .eg").all_text_contents()]
        assert any(all(part in sheet for part in parts) for sheet in sheets), parts


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("kind", ["home", "scams", "situation", "emergency", "rules", "audience"])
def test_no_line_of_a_list_stands_alone_on_a_sheet(page, kind, language, tmp_path):
    page.goto(path(kind, language))
    sheets = sheets_of(paper.printed(page, tmp_path))
    for rows in page.locator("main :is(ul, ol):not(.steps, .cues)").all():
        lines = [paper.tight(one) for one in rows.locator("> li").all_inner_texts()]
        lines = [line for line in lines if line]
        if len(lines) > 3 and rows.is_visible():
            on = [next((n for n, one in enumerate(sheets) if line in one), None) for line in lines]
            assert (on[0], on[-1]) == (on[1], on[-2]), lines


@pytest.mark.parametrize("language", PREFIXES)
def test_what_a_code_says_is_one_sheet(page, language, tmp_path):
    page.goto("/rules/leaflet/")
    code = page.locator(".sheet").first.text_content() or ""
    page.goto(f"{PREFIXES[language]}/s/{CODE.search(code)[1]}/?stay=1")
    assert len(paper.page_sizes(paper.printed(page, tmp_path))) == 1


def sheets_of(file) -> list[str]:
    """The text of each sheet, without spaces."""
    return [paper.tight(one) for one in paper.poppler("pdftotext", file, "-").decode().split("\f")]
