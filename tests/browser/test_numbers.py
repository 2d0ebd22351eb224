"""Asking for a number and confirming it on a phone; every page follows, in every process."""

import http.client
import re
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import urlencode, urlsplit

import pytest

from .axe import DESK, violations
from .desk import Thumb, came_in, phone_of, type_where_it_waits
from .pages import KINDS, PREFIXES
from .server import running_env

MOST_TAPS = 6
MOST_SECONDS = 2  # from confirmed to seen everywhere
EVERYWHERE = [prefix + path for prefix in PREFIXES.values() for path in KINDS.values()]
PUBLIC = [*EVERYWHERE, "/quiz/basic-1/sheet/"]
LIST = "/admin/office/hotline/"


@pytest.fixture(scope="module")
def office_site(tmp_path_factory):
    """The environment of a site of its own, served by two processes."""
    with running_env(tmp_path_factory.mktemp("numbers"), workers=2) as env:
        yield env


@pytest.fixture(scope="module")
def staff(office_site):
    """The cookies of an editor and of two reviewers."""
    return came_in(office_site, zhang="editor", li="reviewer", zhao="reviewer")


@pytest.fixture(scope="module")
def editor(browser, office_site, staff):
    with phone_of(browser, office_site, staff["zhang"]) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def reviewer(browser, office_site, staff):
    with phone_of(browser, office_site, staff["li"]) as context:
        yield context.new_page()


def line_page(page, number):
    page.goto(LIST)
    page.get_by_role("link", name=number, exact=True).first.click()


def ask_for(page, old, new):
    """The path of the request that PAGE's owner makes."""
    line_page(page, old)
    page.get_by_role("link", name="申请改号码").click()
    page.get_by_label("新号码").fill(new)
    page.get_by_label("怎么核对的").fill("打过，接通了。")
    page.get_by_role("button", name="交给另一个人确认").click()
    page.get_by_text("申请交上去了").wait_for()
    return urlsplit(page.url).path


def test_asking_for_another_number_takes_at_most_six_taps(editor):
    thumb = Thumb()
    editor.goto("/admin/")
    thumb.tap(editor.get_by_role("link", name=re.compile("^热线")).first)
    thumb.tap(editor.get_by_role("link", name="12356", exact=True))
    thumb.tap(editor.get_by_role("link", name="申请改号码"))
    editor.locator("#id_number:focus").wait_for()  # in focus as the page opens
    type_where_it_waits(editor, "12357")
    thumb.tap(editor.get_by_label("怎么核对的"))
    type_where_it_waits(editor, "打过，接通了。")
    thumb.tap(editor.get_by_role("button", name="交给另一个人确认"))
    editor.get_by_text("申请交上去了").wait_for()
    assert thumb.taps <= MOST_TAPS


def faults(page):
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return violations(page, DESK) + (["runs out of the side"] if wide else [])


def test_axe_finds_nothing_on_any_page_of_a_number(editor, reviewer):
    request = ask_for(editor, "12366", "12367")
    assert faults(editor) == [], "asked"
    line_page(editor, "12333")
    assert faults(editor) == [], "line"
    editor.get_by_role("link", name="申请改号码").click()
    assert faults(editor) == [], "ask"
    editor.get_by_label("新号码").fill("打12334")
    editor.get_by_role("button", name="交给另一个人确认").click()
    assert faults(editor) == [], "asked wrongly"
    editor.goto(f"{LIST}add/")
    assert faults(editor) == [], "new line"
    reviewer.goto(LIST)
    assert faults(reviewer) == [], "list"
    reviewer.goto(request)
    assert faults(reviewer) == [], "answer"
    line_page(reviewer, "12333")
    reviewer.get_by_role("link", name="核对过了").click()
    assert faults(reviewer) == [], "check"


def test_a_confirmed_number_is_everywhere_within_two_seconds(editor, reviewer, office_site):
    request = ask_for(editor, "110", "998")
    assert all("tel:110" in read(office_site, path) for path in PUBLIC * 2)
    reviewer.goto(request)
    reviewer.get_by_role("button", name="确认换上998").click()
    reviewer.get_by_text("已换上998").wait_for()
    due = time.monotonic() + MOST_SECONDS
    rounds, late = 0, []
    while rounds < 3:  # each round is answered by both processes
        rounds += time.monotonic() > due
        late += [path for path in PUBLIC if is_late(office_site, path, due)]
    assert late == []


def is_late(env, path, due):
    """Whether PATH, asked for after DUE, still says the old number."""
    begun = time.monotonic()
    page = read(env, path)
    return begun > due and ("tel:110" in page or "tel:998" not in page)


def read(env, path) -> str:
    """The page at PATH over a connection of its own, so that any process may answer."""
    connection = http.client.HTTPConnection(urlsplit(env["SITE_URL"]).netloc, timeout=10)
    connection.request("GET", path, headers={"Connection": "close"})
    try:
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def test_of_two_who_confirm_at_the_same_moment_one_is_told_it_is_done(editor, office_site, staff):
    for old, new in [("12123", "12124"), ("12378", "12379"), ("12363", "12364")]:
        request = ask_for(editor, old, new)
        together = Barrier(2)
        with ThreadPoolExecutor(2) as both:
            answers = [
                both.submit(confirm, office_site, request, staff[name], together)
                for name in ("li", "zhao")
            ]
        assert sorted(answer.result() for answer in answers) == [302, 409]


def confirm(env, path, cookie, together) -> int:
    """The status that the owner of COOKIE gets for confirming at the same moment as another."""
    connection = http.client.HTTPConnection(urlsplit(env["SITE_URL"]).netloc, timeout=10)
    session = f"{cookie['name']}={cookie['value']}"
    connection.request("GET", path, headers={"Cookie": session})
    answer = connection.getresponse()
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', answer.read().decode())[1]
    secret = answer.getheader("Set-Cookie").partition(";")[0]
    form = urlencode({"csrfmiddlewaretoken": token, "deed": "confirm"})
    headers = {
        "Cookie": f"{session}; {secret}",
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": env["SITE_URL"],
    }
    together.wait(10)
    connection.request("POST", path, form, headers)
    status = connection.getresponse().status
    connection.close()
    return status
