"""The way into the desk on a phone: from the first start's password to the desk, and an invitation."""

import re
from base64 import b32decode
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from threading import Barrier
from urllib.parse import urlencode, urlsplit

import pytest
from django_otp.oath import TOTP

from tests.databases import fresh_database

from .axe import DESK, violations
from .conftest import PHONE, look
from .desk import Thumb, came_in, phone_of
from .server import free_port, manage, serving, start_first, surroundings

OWN = "hong-cha-diannao-7"


@pytest.fixture(scope="module")
def first_start(tmp_path_factory):
    """(environment, what the first start printed) of a site of its own."""
    folder = tmp_path_factory.mktemp("entry")
    with fresh_database(folder) as database:
        env = surroundings(folder, free_port(), database)
        printed = start_first(env)
        with serving(env):
            yield env, printed


@pytest.fixture
def stranger(browser, first_start):
    """Makes the phone of somebody who is not logged in."""
    opened = []

    def make(**options):
        env, _printed = first_start
        opened.append(browser.new_context(base_url=env["SITE_URL"], **(PHONE | options)))
        return opened[-1].new_page()

    yield make
    for context in opened:
        context.close()


def faults(page):
    return violations(page) + look(page, "sideways()") + look(page, "low()")


def at_desk(page):
    page.set_viewport_size({"width": 360, "height": 1600})  # the save button covers nothing
    return violations(page, DESK) + look(page, "sideways()")


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def code_of(key: str) -> str:
    return f"{TOTP(b32decode(key.replace(' ', ''))).token():06d}"


def sign_in(page, username, password):
    page.goto("/admin/")
    page.get_by_label("用户名").fill(username)
    page.get_by_label("密码", exact=True).fill(password)
    press(page, "登录")


def test_from_the_first_password_to_the_desk(first_start, stranger):
    page, seen = stranger(), []
    page.on("console", lambda message: seen.append(message.text))
    given = re.search(r"一次性密码 (\S+?)（", first_start[1])[1]
    page.goto("/admin/")
    assert faults(page) == [], "login"
    sign_in(page, "admin", given)
    assert faults(page) == [], "password"
    page.get_by_label("现在的密码").fill(given)
    page.get_by_label("新密码", exact=True).fill(OWN)
    page.get_by_label("新密码再输一遍").fill(OWN)
    press(page, "换密码")
    assert faults(page) == [], "phone"
    page.get_by_label("手机上现在的六位码").fill("１２３")
    press(page, "绑定")
    assert faults(page) == [], "phone, typed wrongly"
    page.get_by_label("手机上现在的六位码").fill(code_of(page.locator(".secret").inner_text()))
    press(page, "绑定")
    assert faults(page) == [], "recovery codes"
    codes = page.locator(".codes li").all_inner_texts()
    press(page, "我抄好了")
    assert page.url.endswith("/admin/")
    assert not [text for text in seen if "Content Security Policy" in text]
    come_in_by_recovery_code(stranger(), codes[0])


def come_in_by_recovery_code(page, code):
    sign_in(page, "admin", OWN)
    assert faults(page) == [], "code"
    page.get_by_label("六位码，或一个备用码").fill("000 000")
    press(page, "确定")
    assert faults(page) == [], "code, typed wrongly"
    page.get_by_label("六位码，或一个备用码").fill(code)
    press(page, "确定")
    assert page.url.endswith("/admin/")


def test_recovery_codes_print_on_one_sheet_and_nothing_else(browser, first_start, tmp_path):
    cookie = came_in(first_start[0], zhang="editor")["zhang"]
    with phone_of(browser, first_start[0], cookie) as context:
        page = context.new_page()
        page.goto("/admin/entry/phone/")
        page.get_by_label("手机上现在的六位码").fill(code_of(page.locator(".secret").inner_text()))
        press(page, "绑定")
        page.emulate_media(media="print")
        shown = page.locator("body").inner_text()
    assert len(re.findall(r"\d{5} \d{5}", shown)) == 10
    assert "我抄好了" not in shown


def test_an_invitation_from_the_desk_to_a_strangers_phone(browser, first_start, stranger):
    cookie = came_in(first_start[0], boss="administrator")["boss"]
    with phone_of(browser, first_start[0], cookie) as context:
        page, thumb = context.new_page(), Thumb()
        page.goto("/admin/entry/")
        assert at_desk(page) == [], "own choice"
        page.goto("/admin/office/staff/add/")
        assert at_desk(page) == [], "newcomer"
        page.get_by_label("姓名").fill("张小青")
        page.get_by_label("单位").select_option(index=1)
        thumb.tap(page.get_by_role("button", name="做邀请网址"))
        address = page.locator(".secret a").inner_text()
        assert thumb.taps == 1
        assert at_desk(page) == [], "address"
        page.get_by_role("link", name="张小青").click()
        assert at_desk(page) == [], "colleague"
        page.get_by_role("link", name="二次验证").last.click()
        assert at_desk(page) == [], "second step of a colleague"
    guest = stranger()
    guest.goto(address)
    assert faults(guest) == [], "invitation"
    guest.get_by_label("用户名").fill("zhangxq")
    guest.get_by_label("密码", exact=True).fill(OWN)
    guest.get_by_label("密码再输一遍").fill(OWN)
    press(guest, "设好密码，进去")
    assert guest.url.endswith("/admin/")
    late = stranger()
    assert late.goto(address).status == 410
    assert faults(late) == [], "over"


def test_of_two_who_send_the_same_recovery_code_at_once_one_comes_in(
    browser, first_start, stranger
):
    env, _printed = first_start
    cookie = came_in(env, chen="editor")["chen"]
    with phone_of(browser, env, cookie) as context:
        page = context.new_page()
        page.goto("/admin/entry/phone/")
        page.get_by_label("手机上现在的六位码").fill(code_of(page.locator(".secret").inner_text()))
        press(page, "绑定")
        codes = page.locator(".codes li").all_inner_texts()
    rivals = [stranger() for _ in range(2)]
    for page in rivals:
        sign_in(page, "chen", "a-long-good-password")
    for code in codes[:3]:
        together = Barrier(2)
        with ThreadPoolExecutor(2) as both:
            sent = [both.submit(posting(env, page, code, together)) for page in rivals]
        assert sorted(answer.result() for answer in sent) == [200, 302]
        for page in rivals:
            page.context.clear_cookies()
            sign_in(page, "chen", "a-long-good-password")


def posting(env, page, code, together):
    """What sends CODE from PAGE at the same moment as another, and gives the status."""
    token = page.locator("form input[name=csrfmiddlewaretoken]").first.input_value()
    cookies = "; ".join(f"{one['name']}={one['value']}" for one in page.context.cookies())
    form = urlencode({"csrfmiddlewaretoken": token, "code": code})
    headers = {
        "Cookie": cookies,
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": env["SITE_URL"],
    }

    def send() -> int:
        with closing(HTTPConnection(urlsplit(env["SITE_URL"]).netloc, timeout=20)) as server:
            together.wait(10)
            server.request("POST", "/admin/entry/code/", form, headers)
            return server.getresponse().status

    return send


@pytest.mark.parametrize("width", [320, 412, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_login_stands_on_every_width_and_in_the_dark(stranger, width, scheme):
    page = stranger(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto("/admin/login/?ended=1")
    assert faults(page) == []
    assert page.get_by_role("button", name="登录").bounding_box()["width"] >= 270


def test_five_failures_are_answered_by_a_calm_page(stranger):
    page = stranger()
    for _ in range(5):
        sign_in(page, "admin", "not-the-password")
    assert "请等15分钟再试" in page.locator("h1").inner_text()
    assert faults(page) == [], "locked"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_session_killed_while_typing_gives_the_text_back(first_start, stranger, scripts):
    env, _printed = first_start
    name = "writer" if scripts else "plain-writer"
    came_in(env, **{name: "editor"})
    page = stranger(java_script_enabled=scripts)
    sign_in(page, name, "a-long-good-password")
    page.goto("/admin/cases/warning/add/")
    title = page.locator("[name=title_zh_hans]")
    title.fill("有人冒充水电工")
    manage(
        env,
        "shell",
        "--command",
        "from django.contrib.sessions.models import Session; Session.objects.all().delete()",
    )
    title.press("Enter")
    page.get_by_text("您刚才写的没有丢").wait_for()
    page.get_by_label("用户名").fill(name)
    page.get_by_label("密码", exact=True).fill("a-long-good-password")
    press(page, "登录")
    assert "有人冒充水电工" in page.locator("main").inner_text()
    if scripts:
        assert faults(page) == [], "unsaved"
    press(page, "接着提交")
    assert page.locator("[name=title_zh_hans]").input_value() == "有人冒充水电工"
