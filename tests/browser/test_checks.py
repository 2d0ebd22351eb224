"""The checks in a real browser: worked out on the page, word for word as the server would."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest

from awareness.check.examples import load_examples

from . import paper
from .axe import violations, violations_of_looks
from .conftest import look
from .pages import PREFIXES, SIZES
from .server import OFFICE_PHONE

CHECKS = {example["name"]: example["ticks"] for example in load_examples("check")}
TRANSFERS = {example["name"]: example["answers"] for example in load_examples("transfer")}
MORE_TICKS = [["odd-one"], ["crime", "service", "pay-first", "code", "told"], ["deadline", "atm"]]
ADDRESSES = ["/check/", "/check/transfer/", "/check/paste/"]
# As a tap does it, but all at once: tapping each is slow, and other tests tap.
CHOOSE = """(wanted) => {
  const boxes = [...document.querySelectorAll("[type=checkbox], [type=radio]")];
  for (const box of boxes.filter((one) => wanted.includes(`${one.name}=${one.value}`))) {
    box.checked = true;
    for (const kind of ["input", "change"]) box.dispatchEvent(new Event(kind, { bubbles: true }));
  }
}"""
PRESS = "() => document.querySelector('[name=done]').click()"
SAID = "(id) => document.getElementById(id).innerText"
MESSAGE = "您的医保卡被停用。今日截止，请把钱转到安 全 帳 戶，驗證碼发给我！"


@pytest.fixture
def phone(window):
    """A phone's window, and all that leaves it from now on."""
    page = window().new_page()
    page.left = []
    page.on("request", lambda request: page.left.append(request.url))
    return page


@pytest.fixture
def plain(window):
    return window(java_script_enabled=False).new_page()


def said(page):
    return re.sub(r"\s+", " ", page.evaluate(SAID, "result")).strip()


def tick(page, ticks):
    for value in ticks:
        if page.locator(f"[name=s][value='{value}']").count():
            page.check(f"[name=s][value='{value}']")
    page.click("[name=done]")


def answer(page, answers):
    for name, value in answers.items():
        page.check(f"[name='{name}'][value='{value}']")
    page.click("[name=done]")


def weighed_here(phone, path, wanted):
    """PHONE with everything WANTED (name=value) chosen in the form at PATH, and its button pressed."""
    phone.goto(path)
    phone.left.clear()
    phone.evaluate(CHOOSE, wanted)
    phone.evaluate(PRESS)


def weighed_there(plain, path, wanted):
    """PLAIN, without scripts, at the address to which the form leads with the same chosen."""
    plain.goto(f"{path}?{'&'.join([*wanted, 'done=1'])}")


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/check/", [f"s={value}" for value in MORE_TICKS[1]]),
        ("/en/check/", ["s=sharing"]),
        ("/check/transfer/", ["t01=a", "t02=c"]),
        ("/zh-hant/check/transfer/", []),
    ],
)
def test_without_scripts_a_form_leads_to_the_address_of_what_was_chosen(plain, path, wanted):
    plain.goto(path)
    plain.evaluate(CHOOSE, wanted)
    plain.click("[name=done]")
    by_form = urlsplit(plain.url)
    weighed_there(plain, path, wanted)
    by_address = urlsplit(plain.url)
    assert by_form.path == by_address.path == path
    assert sorted(parse_qsl(by_form.query)) == sorted(parse_qsl(by_address.query))
    assert said(plain)


def some_of(cases, language):
    """The reckoning is the same in each language, and so is done whole in one only."""
    return cases if language == "zh-Hans" else cases[::4]


@pytest.mark.parametrize("language", PREFIXES)
def test_ticks_are_weighed_on_the_page_as_the_server_weighs_them(phone, plain, language):
    path = PREFIXES[language] + "/check/"
    for ticks in some_of([*CHECKS.values(), *MORE_TICKS], language):
        wanted = [f"s={value}" for value in ticks]
        weighed_there(plain, path, wanted)
        weighed_here(phone, path, wanted)
        assert said(phone) == said(plain), ticks
        assert said(phone)
        assert phone.left == []
        assert phone.url.endswith(path)


@pytest.mark.parametrize("language", PREFIXES)
def test_answers_are_added_up_on_the_page_as_on_the_server(phone, plain, language):
    path = PREFIXES[language] + "/check/transfer/"
    some = [{}, {"t01": "a", "t02": "c"}, {"t04": "d"}, {"t01": "d", "t03": "c"}]
    for answers in some_of([*TRANSFERS.values(), *some], language):
        wanted = [f"{name}={value}" for name, value in answers.items()]
        weighed_there(plain, path, wanted)
        weighed_here(phone, path, wanted)
        assert said(phone) == said(plain), answers
        assert phone.evaluate(SAID, "ten") == plain.evaluate(SAID, "ten")
        assert phone.left == []


def test_the_result_is_announced_and_the_second_one_replaces_the_first(phone):
    phone.goto("/check/")
    tick(phone, ["crime"])
    assert phone.evaluate("document.activeElement.textContent") == "有些像这一类骗局"
    assert phone.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    tick(phone, ["officials", "sharing"])
    assert phone.evaluate("document.activeElement.textContent") == "这件事最急，先做"
    assert "有些像" not in said(phone)


def test_an_emergency_is_answered_where_it_is_ticked(phone):
    phone.goto("/check/")
    box = phone.locator("[name=s][value='sharing']")
    button = phone.locator("form .btn", has_text="先停共享")
    assert not button.is_visible()
    box.check()
    assert button.is_visible()
    gap = button.bounding_box()["y"] - box.bounding_box()["y"]
    assert 0 < gap < 200
    box.uncheck()
    assert not button.is_visible()
    box.check()
    button.click()
    assert phone.url.endswith("/emergency/sharing-screen/")


def test_a_hard_stop_is_answered_as_soon_as_it_is_chosen(phone):
    phone.goto("/check/transfer/")
    phone.check("[name=t04][value=d]")
    block = phone.locator("#t04 .now")
    assert block.is_visible()
    assert "红灯：停下，不要转" in block.inner_text()
    assert block.locator("svg.zi").is_visible()
    phone.check("[name=t04][value=a]")
    assert not block.is_visible()
    assert "这是最可靠的核实。" in phone.locator("#t04 .said:visible").inner_text()


def test_open_questions_are_led_to(phone):
    phone.goto("/check/transfer/")
    answer(phone, {"t01": "a"})
    assert phone.locator("#missing li:visible").count() == 9
    phone.click("#missing a[href='#t07']")
    assert phone.locator("#t07").bounding_box()["y"] < 100
    assert phone.is_checked("[name=t01][value=a]")


def test_a_whole_check_by_keyboard(phone):
    phone.goto("/check/")
    phone.focus("[name=s]")
    phone.keyboard.press("Space")
    phone.keyboard.press("Enter")
    assert "冒充公检法社保" in said(phone)


def paste(page, text):
    page.fill("#words", text)
    page.click("#seek")


def answered(page, address):
    """PAGE with its answer shown."""
    if address == "/check/":
        tick(page, ["crime", "service", "deadline", "code", "sharing", "sent"])
        page.evaluate("document.getElementById('how').open = true")
    elif address == "/check/transfer/":
        answer(page, TRANSFERS["自称公安要转安全账户"])
    else:
        paste(page, MESSAGE + " safe account")


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing_before_and_after(phone, address, language):
    for size in SIZES.values():
        phone.goto(PREFIXES[language] + address + size)
        assert violations(phone) == [], size
        answered(phone, address)
        assert violations(phone) == [], size
        assert look(phone, "low()") == []
        assert look(phone, "small()") == []
    phone.emulate_media(color_scheme="dark")
    assert violations_of_looks(phone) == [], "dark"


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_never_runs_out_of_the_side(phone, address, language):
    phone.goto(PREFIXES[language] + address)
    answered(phone, address)
    for width in (320, 280):
        phone.set_viewport_size({"width": width, "height": 640})
        assert look(phone, "sideways()") == [], width
    phone.evaluate("document.documentElement.dataset.size = 'large'")
    assert look(phone, "sideways()") == [], "大字版"


@pytest.mark.parametrize("language", PREFIXES)
def test_the_ten_questions_fit_two_sheets_with_hotlines_and_office(phone, language, tmp_path):
    phone.goto(PREFIXES[language] + "/check/transfer/")
    file = paper.printed(phone, tmp_path)
    text = paper.text_of(file)
    assert paper.page_sizes(file) == [paper.A4] * 2
    assert paper.unreadable(file) == []
    for label in phone.locator("#ten legend, #ten label").all():
        assert paper.tight(label.evaluate("e => e.textContent")) in text
    assert "96110" in text and OFFICE_PHONE in text


@pytest.mark.parametrize("address", ["/check/", "/check/transfer/"])
@pytest.mark.parametrize("language", PREFIXES)
def test_pages_are_light_and_their_scripts_two_kilobytes(phone, address, language):
    response = phone.goto(PREFIXES[language] + address)
    assert response.request.sizes()["responseBodySize"] <= 12 * 1024
    scripts = phone.locator("script[type=module]").all_text_contents()
    assert len("".join(scripts).encode()) <= 2 * 1024
    assert len(phone.left) == 1
