"""Every page of the desk on a phone and on a desk: whole, readable, in Chinese, nothing for axe."""

import pytest

from .axe import DESK, violations, violations_of_looks
from .conftest import PHONE, look
from .desk import phone_of
from .desk_pages import DESK_PAGES, WIDTHS, english, every_page, outside, settled

TWICE = "document.documentElement.style.fontSize = '200%'"
OURS = {"hans", "hant", "App", "LED", "pdf"}


@pytest.fixture(scope="module")
def administrator(browser, site_env, cookies):
    """The one page of an administrator for all tests that only look."""
    with phone_of(browser, site_env, cookies["administrator"]) as context:
        yield context.new_page()


@pytest.fixture
def only_looked_at(administrator):
    administrator.emulate_media(color_scheme="light")
    administrator.set_viewport_size(PHONE["viewport"])
    return administrator


@pytest.mark.parametrize("kind", DESK_PAGES)
def test_axe_finds_nothing_on_either_width_in_light_and_dark(only_looked_at, kind):
    page = only_looked_at
    page.goto(DESK_PAGES[kind])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme="light")
        assert violations(settled(page), DESK) == [], width
        page.emulate_media(color_scheme="dark")
        assert violations_of_looks(page, DESK) == [], f"{width}, dark"


def test_axe_finds_nothing_at_the_login_and_after_a_refusal(window):
    page = window().new_page()
    page.goto("/admin/")
    assert violations(page, DESK) == []
    page.locator("[name=username]").fill("nobody")
    page.locator("[name=password]").fill("no-such-word")
    page.locator("main [type=submit]").first.click()
    assert violations(page, DESK) == []
    assert outside(page) == []


def test_axe_finds_nothing_in_a_form_that_was_refused(staff_window):
    page = staff_window().new_page()
    page.goto("/admin/cases/warning/add/")
    page.locator(".submit-row .default").click()
    page.locator(".errornote").wait_for()
    assert page.locator(".ui-tab-has-errors").count() > 0
    assert violations(settled(page), DESK) == []
    assert outside(page) == []


def test_axe_finds_nothing_with_the_menu_and_a_choice_open(staff_window):
    page = staff_window("administrator").new_page()
    page.goto("/admin/cases/warning/add/")
    page.locator(".menu > summary").click()
    assert violations(settled(page), DESK) == []
    page.keyboard.press("Escape")
    assert not page.locator(".menu").evaluate("menu => menu.open")
    page.locator(".select2-selection").first.click()
    page.locator(".select2-results__option").nth(1).wait_for()
    assert outside(page) == []
    page.locator(".select2-search__field").fill("没有这样的")
    page.locator(".select2-results__message").wait_for()
    assert english(page) - OURS == set()


@pytest.mark.parametrize("role", ["administrator", "auditor"])
def test_no_page_can_be_moved_sideways_or_says_a_word_of_english(staff_window, role):
    page = staff_window(role).new_page()
    wide, foreign, seen = {}, {}, 0
    for address in every_page(page):
        for width in (360, 320):
            page.set_viewport_size({"width": width, "height": 640})
            if out := outside(settled(page)):
                wide[address, width] = out
        if words := english(page) - OURS:
            foreign[address] = words
        seen += 1
    assert seen > 30
    assert wide == {}
    assert foreign == {}, set().union(*foreign.values())


@pytest.mark.parametrize("kind", ["list", "add", "stacked rows", "table rows", "ticks"])
def test_at_twice_the_type_pages_stay_whole(only_looked_at, kind):
    only_looked_at.goto(DESK_PAGES[kind])
    only_looked_at.evaluate(TWICE)
    assert outside(settled(only_looked_at)) == []


@pytest.mark.parametrize("kind", DESK_PAGES)
def test_no_type_is_smaller_than_sixteen_pixels(only_looked_at, kind):
    only_looked_at.goto(DESK_PAGES[kind])
    found = look(only_looked_at, "small()")
    assert [one for one in found if float(one.split()[0]) < 16] == []


def test_nothing_is_refused_by_the_policy_or_fails_in_a_script(staff_window):
    page = staff_window("administrator").new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in DESK_PAGES.values():
        page.goto(address)
    assert [text for text in said if "Security Policy" in text or "Error" in text] == []
