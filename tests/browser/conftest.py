"""One server and one Chromium for each worker; a clean window for each test."""

import functools
import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Locator, Page, sync_playwright

from .pages import KINDS, PREFIXES, path
from .server import running_env

# Playwright keeps an event loop in this thread, which Django takes for asynchronous code;
# tests with a database may run in the same process.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

PHONE = {"viewport": {"width": 360, "height": 640}, "locale": "zh-CN"}
ROLES = ("editor", "reviewer", "administrator", "auditor")
# Chromium without a desktop's windows opens and prints several times as fast as the whole of it,
# but shows no PDF and keeps no page that was left.
PATIENCE = 30  # seconds
SHELL, WHOLE = "chromium-headless-shell", "chromium"
CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"]


def until_there(act):
    """ACT (a click, a key), over once the page it leads to is wholly there. The library itself
    returns when the first bytes arrive, and on a busy machine a test then counts half a page."""

    @functools.wraps(act)
    def acted(place, *args, **options):
        act(place, *args, **options)
        with suppress(Error):  # it may have closed its own window
            (place if isinstance(place, Page) else place.page).wait_for_load_state()

    return acted


for kind in (Page, Locator):
    kind.click, kind.press = until_there(kind.click), until_there(kind.press)


def wait_until(page, there):
    """Ends once THERE() is true while PAGE goes on; raises after PATIENCE."""
    end = time.monotonic() + PATIENCE
    while not there():
        assert time.monotonic() < end, f"waited in vain at {page.url}"
        page.wait_for_timeout(50)


def back(page):
    """The way back from PAGE. While Chromium puts another in its place (a PDF's viewer, a page
    that it kept) it takes no orders, and says so."""

    def gone():
        try:
            page.go_back(wait_until="commit")
        except Error as refused:
            if "Not attached to an active page" in str(refused):
                return False
            raise
        return True

    wait_until(page, gone)


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.parent.name == "browser":
            item.add_marker("browser")


@pytest.fixture(scope="session")
def site_env(tmp_path_factory):
    """Environment of a freshly prepared site, served as `make run` serves it."""
    with running_env(tmp_path_factory.mktemp("site")) as env:
        yield env


@pytest.fixture(scope="session")
def site(site_env):
    return site_env["SITE_URL"]


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright):
    chromium = playwright.chromium.launch(**launch_options())
    yield chromium
    chromium.close()


def launch_options(program=SHELL, **more):
    return {"executable_path": shutil.which(program), "args": CHROMIUM_OPTIONS, **more}


@pytest.fixture
def whole_browser(playwright):
    """As readers have it: pages that were left are kept, which Playwright turns off by default."""
    options = launch_options(WHOLE, ignore_default_args=["--disable-back-forward-cache"])
    with playwright.chromium.launch(**options) as chromium:
        yield chromium


@pytest.fixture
def window(browser, site):
    """Makes a browser context of its own, a phone by default; all are closed after the test."""
    opened = []

    def make(**options):
        opened.append(browser.new_context(base_url=site, **(PHONE | options)))
        return opened[-1]

    yield make
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def cookies(site_env):
    """The cookies with which one person of each role is at the desk."""
    from .desk import came_in  # it needs PHONE from here

    return came_in(site_env, **{role: role for role in ROLES})


@pytest.fixture
def staff_window(window, cookies, site):
    """Makes a phone in which somebody of a role is at the desk; what they save stays on the site."""

    def make(role="editor", **options):
        context, cookie = window(**options), cookies[role]
        address = site + cookie["path"]
        context.add_cookies([{"name": cookie["name"], "value": cookie["value"], "url": address}])
        return context

    return make


@pytest.fixture(scope="session")
def only_page(browser, site):
    with browser.new_context(base_url=site, **PHONE) as context:
        yield context.new_page()


@pytest.fixture
def page(only_page):
    """A phone's window for tests that only look: one for the whole session, because opening
    takes longer than looking. What listens or leaves traces opens its own `window()`."""
    return as_a_phone(only_page)


def as_a_phone(page):
    """PAGE as wide, and shown in the way, in which a window of a phone opens."""
    page.emulate_media(media="null", color_scheme="null", forced_colors="null", contrast="null")
    page.set_viewport_size(PHONE["viewport"])
    return page


@pytest.fixture(scope="module", params=PREFIXES)
def language(request):
    return request.param


@pytest.fixture(scope="module", params=KINDS)
def kind(request):
    return request.param


@pytest.fixture(scope="module")
def looked_at(browser, site):
    """Not the session's window: a test between two of these would leave another page in it."""
    with browser.new_context(base_url=site, **PHONE) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def opened(looked_at, kind, language):
    """The page of a kind in a language, opened once for all tests of a file that only look."""
    looked_at.goto(path(kind, language))
    return looked_at


@pytest.fixture
def untouched(opened):
    """The same as it was opened, whatever the last test looked at."""
    shrink(opened)
    root_font(opened, 100)
    return as_a_phone(opened)


LOOK = Path(__file__).with_name("look.js").read_text("utf-8")


def look(page, question):
    """QUESTION (a call of look.js) put to PAGE as it stands now."""
    return page.evaluate(f"'look' in window || (() => {{ {LOOK} }})(); look.{question}")


def enlarge(page):
    """PAGE in 大字版, as its own link or its memory would make it."""
    page.evaluate("document.documentElement.dataset.size = 'large'")


def shrink(page):
    page.evaluate("delete document.documentElement.dataset.size")


def root_font(page, percent):
    page.evaluate("size => document.documentElement.style.fontSize = size", f"{percent}%")
