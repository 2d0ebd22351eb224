"""Loudspeaker scripts: read out one at a time, printed one a page or one alone."""

import pytest

from . import paper
from .pages import PREFIXES, path
from .test_plain import READER_SPEAKS


@pytest.fixture
def speaking(window):
    context = window()
    context.add_init_script(READER_SPEAKS)
    page = context.new_page()
    page.goto(path("loudspeaker"))
    return page


def said(page):
    return page.evaluate("said.map(u => u.text)")


def test_the_button_of_a_script_reads_that_script_alone(speaking):
    script = speaking.locator("#fake-prize")
    script.locator(".aloud button").click()
    sentences = script.locator(".lines p").all_inner_texts()
    assert said(speaking) == [script.locator("h2").inner_text(), *sentences]


def test_another_button_stops_the_first_script(speaking):
    first, second = (speaking.locator(f"#{slug}") for slug in ("fake-prize", "online-romance"))
    first.locator(".aloud button").click()
    second.locator(".aloud button").click()
    assert said(speaking)[0] == second.locator("h2").inner_text()
    assert first.locator("button").inner_text() == "读给我听"
    second.locator(".aloud button").click()
    assert said(speaking) == [] and second.locator("button").inner_text() == "读给我听"


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_script_is_printed_on_a_page_of_its_own(page, tmp_path, language):
    page.goto(path("loudspeaker", language))
    assert len(paper.page_sizes(paper.printed(page, tmp_path))) == 13


def test_who_came_for_one_script_prints_that_one(page, tmp_path):
    page.goto(path("scam"))
    page.get_by_role("link", name="这一类的广播稿").click()
    names = page.locator(".announce h2").all_inner_texts()
    file = paper.printed(page, tmp_path)
    text = paper.text_of(file)
    assert len(paper.page_sizes(file)) == 1
    assert [name for name in names if paper.tight(name) in text] == names[:1]


@pytest.mark.parametrize("language", PREFIXES)
def test_the_family_page_is_one_sheet_of_paper_front_and_back(page, tmp_path, language):
    page.goto(path("family", language))
    assert len(paper.page_sizes(paper.printed(page, tmp_path))) == 2
