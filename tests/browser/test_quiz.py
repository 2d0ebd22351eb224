"""The quiz in a real browser: by keyboard alone, without scripts, at arm's length in the hall."""

import pytest

from .axe import violations
from .conftest import look
from .pages import PREFIXES
from .paper import page_sizes, printed, text_of


@pytest.fixture
def phone(window):
    return window().new_page()


@pytest.fixture
def plain(window):
    return window(java_script_enabled=False).new_page()


def answer(page, place=0):
    page.locator(".choice").nth(place).click()
    page.click("button.btn")


def to_result(page, address):
    """Play the set at ADDRESS, always the first choice; the page is then its result."""
    page.goto(address)
    while page.locator(".choice").count():
        answer(page)
        page.click("a.btn")


def test_a_whole_quiz_without_scripts(plain):
    loads = []
    plain.on("request", lambda request: loads.append(request.is_navigation_request()))
    to_result(plain, "/quiz/basic-1/")
    pages = [load for load in loads if load]
    assert len(pages) - 8 <= 17  # each posted answer is a navigation that only points on
    assert plain.locator("h1").inner_text()
    assert plain.context.cookies() == []


def test_back_and_reload_show_the_same_and_ask_nothing(plain):
    plain.goto("/quiz/basic-1/")
    options = plain.locator(".choice").all_inner_texts()
    answer(plain)
    verdict = plain.locator("h1").inner_text()
    plain.reload()
    assert plain.locator("h1").inner_text() == verdict
    plain.go_back()
    assert plain.locator(".choice").all_inner_texts() == options
    plain.go_forward()
    assert plain.locator("h1").inner_text() == verdict


def test_an_address_opened_elsewhere_reveals_nothing(plain, window):
    plain.goto("/quiz/basic-1/")
    answer(plain)
    other = window().new_page()
    other.goto(plain.url)
    assert other.locator("h1").inner_text() == "您也试试"
    assert other.locator(".cue").count() == 0
    other.click("text=是我自己做的")
    assert other.locator(".cue").count() > 0


def test_a_question_by_keyboard_alone(phone):
    phone.goto("/quiz/basic-1/")
    for _key in range(40):
        phone.keyboard.press("Tab")
        if phone.evaluate("document.activeElement.type") == "radio":
            break
    phone.keyboard.press("Space")
    phone.keyboard.press("ArrowDown")
    assert phone.evaluate("document.activeElement.checked")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**s=*")
    assert phone.get_by_role("heading", level=1).inner_text()


def test_a_reader_of_the_screen_hears_the_question_the_message_and_the_choices(phone):
    phone.goto("/quiz/basic-1/")
    tree = phone.locator("main").aria_snapshot()
    order = [
        tree.index(word) for word in ("第1题，共8题", "heading", "测验示例", "radio", "button")
    ]
    assert order == sorted(order)
    assert tree.count("radio") == 4


@pytest.mark.parametrize("language", PREFIXES)
def test_axe_finds_nothing_from_the_first_page_to_the_last(phone, language):
    prefix = PREFIXES[language]
    for address in ["/quiz/", "/quiz/daily/", "/quiz/basic-1/sheet/", "/quiz/hall/hall/"]:
        phone.goto(prefix + address)
        assert violations(phone) == [], address
    phone.goto(prefix + "/quiz/daily/")
    answer(phone)
    assert violations(phone) == [], "feedback"
    assert look(phone, "low()") == []
    assert look(phone, "sideways()") == []
    to_result(phone, prefix + "/quiz/daily/?size=large")
    assert violations(phone) == [], "result"
    assert look(phone, "sideways()") == []


@pytest.mark.parametrize("language", PREFIXES)
def test_questions_take_two_sheets_and_the_key_its_own(phone, language, tmp_path):
    phone.goto(PREFIXES[language] + "/quiz/basic-1/sheet/")
    code = phone.locator(".code b").first.inner_text()
    file = printed(phone, tmp_path)
    sizes = page_sizes(file)
    assert len(sizes) <= 3
    text = text_of(file)
    assert text.count(code) == 2


def test_the_hall_is_led_by_a_clicker_and_needs_no_network(window):
    context = window()
    screen = context.new_page()
    screen.set_viewport_size({"width": 1280, "height": 720})
    screen.goto("/quiz/hall/hall/")
    context.set_offline(True)
    assert screen.locator(".slide:visible").count() == 1
    assert screen.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 28
    seen = []
    for _press in range(11):
        visible = screen.locator(".slide:visible")
        seen.append((visible.get_attribute("id"), visible.locator("details[open]").count()))
        screen.keyboard.press("PageDown")
    assert seen[:4] == [("q1", 0), ("q1", 1), ("q2", 0), ("q2", 1)]
    assert seen[-1][0] == "end"
    screen.keyboard.press("PageUp")
    assert screen.locator(".slide:visible").get_attribute("id") == "q5"
