"""One server and one Chromium for each worker; a clean window for each test."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from .server import running

# Playwright keeps an event loop in this thread, which Django takes for asynchronous code;
# tests with a database may run in the same process.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

PHONE = {"viewport": {"width": 360, "height": 640}, "locale": "zh-CN"}
CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-background-networking"]


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.parent.name == "browser":
            item.add_marker("browser")


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Address of a freshly prepared site, served as `make run` serves it."""
    with running(tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright):
    chromium = playwright.chromium.launch(**launch_options())
    yield chromium
    chromium.close()


def launch_options(**more):
    return {"executable_path": shutil.which("chromium"), "args": CHROMIUM_OPTIONS, **more}


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
def only_page(browser, site):
    with browser.new_context(base_url=site, **PHONE) as context:
        yield context.new_page()


@pytest.fixture
def page(only_page):
    """A phone's window for tests that only look: one for the whole session, because opening
    takes longer than looking. What listens or leaves traces opens its own `window()`."""
    only_page.emulate_media(
        media="null", color_scheme="null", forced_colors="null", contrast="null"
    )
    only_page.set_viewport_size(PHONE["viewport"])
    return only_page


LOOK = Path(__file__).with_name("look.js").read_text("utf-8")


def look(page, question):
    """QUESTION (a call of look.js) put to PAGE as it stands now."""
    return page.evaluate(f"'look' in window || (() => {{ {LOOK} }})(); look.{question}")


def enlarge(page):
    """PAGE in 大字版, as its own link or its memory would make it."""
    page.evaluate("document.documentElement.dataset.size = 'large'")
