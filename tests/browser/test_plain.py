"""Everything is there without scripts; with them, the phone remembers the type size and no more."""

from types import SimpleNamespace

import pytest

from .conftest import PHONE, as_a_phone, back
from .pages import KINDS, path, turn

READER_SPEAKS = """
window.said = [];
const voice = { lang: "zh-CN", name: "test" };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [voice],
  speak: (utterance) => said.push(utterance),
  cancel: () => { said.length = 0; },
} });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
# Asked at once: what finds its way to elements has first to be put into each page.
SAID = """() => ({
  text: document.body.innerText,
  main: document.querySelector("main").innerText,
  hrefs: [...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")),
})"""


@pytest.fixture(scope="module")
def plain(browser, site):
    """One window for all, because without scripts and cookies none leaves a trace in it."""
    with browser.new_context(base_url=site, java_script_enabled=False, **PHONE) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def read(plain, only_page, kind):
    """What a page of this kind says without scripts, with them, and then without style too:
    opened once for all tests that only read it."""
    plain.goto(path(kind, turn(kind)))
    as_a_phone(only_page).goto(path(kind, turn(kind)))
    found = SimpleNamespace(plain=plain.evaluate(SAID), scripted=only_page.evaluate(SAID))
    only_page.evaluate("document.querySelectorAll('style').forEach(e => e.remove())")
    found.bare = only_page.evaluate(SAID)
    return found


@pytest.mark.parametrize(  # the worksheet is filled in by a script
    "kind", [kind for kind in KINDS if kind != "worksheet"], scope="module", indirect=True
)
def test_a_page_says_the_same_without_scripts(read):
    assert read.plain == read.scripted


def test_without_style_the_hotlines_still_come_first_and_last(read):
    text, main = read.bare["text"], read.bare["main"]
    for number in ("96110", "110"):
        assert text.index(number) < text.index(main)
        assert text.rindex(number) > text.index(main) + len(main)


def test_large_type_is_a_link_that_other_links_carry(plain):
    plain.goto(path("home"))
    plain.get_by_role("link", name="大字版").click()
    assert type_size(plain) == "24px"
    plain.get_by_role("link", name="案例", exact=True).click()
    assert plain.url.endswith("/cases/?size=large") and type_size(plain) == "24px"
    plain.get_by_role("link", name="标准字").click()
    assert type_size(plain) == "20px"


def test_in_large_type_every_inner_link_keeps_it(plain, kind):
    plain.goto(path(kind, turn(kind), "large"))
    inner = [href for href in plain.evaluate(SAID)["hrefs"] if href.startswith(("/", "?"))]
    assert inner and [href for href in inner if "size=" not in href] == []


def test_the_phone_remembers_large_type_without_a_cookie(window):
    context = window()
    page = context.new_page()
    page.goto(path("home", size="large"))
    page.goto(path("scams"))
    assert type_size(page) == "24px"
    assert page.evaluate("({...localStorage})") == {"size": "large"}
    page.get_by_role("link", name="标准字").click()
    page.goto(path("cases"))
    assert type_size(page) == "20px"
    assert page.evaluate("localStorage.length") == 0
    assert context.cookies() == []


def test_back_finds_the_page_as_it_was_left(whole_browser, site):
    remembering = whole_browser.new_page(base_url=site)
    for kind in ("home", "scam", "worksheet"):
        remembering.goto(path(kind))
        remembering.evaluate("addEventListener('pageshow', e => { window.kept = e.persisted })")
        remembering.goto(path("cases"))
        back(remembering)
        assert remembering.evaluate("window.kept"), kind


def type_size(page) -> str:
    return page.locator("main").evaluate("main => getComputedStyle(main).fontSize")


def test_the_read_aloud_button_hides_where_nothing_can_speak(plain, page):
    for tab in (plain, page):  # this Chromium has no voices
        tab.goto(path("scam"))
        assert tab.locator(".aloud").count() == 1
        assert not tab.locator(".aloud").is_visible()


def test_the_read_aloud_button_reads_paragraph_by_paragraph_and_stops(window):
    context = window()
    context.add_init_script(READER_SPEAKS)
    page = context.new_page()
    page.goto(path("scam"))
    button = page.locator(".aloud button")
    button.click()
    said = page.evaluate("said.map(u => u.text)")
    assert said[0] == page.inner_text("h1") and len(said) > 20
    assert set(page.evaluate("said.map(u => u.lang)")) == {"zh-CN"}
    assert button.inner_text() == "停止朗读"
    button.click()
    assert page.evaluate("said.length") == 0 and button.inner_text() == "读给我听"
