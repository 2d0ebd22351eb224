"""A page is one small request: no cookie, nobody else's server, nothing more to fetch."""

from functools import cache

import brotli
import pytest

from .pages import KINDS, PREFIXES, SITUATIONS, SIZES

PAGE, EMERGENCY, HOME = 12 * 1024, 6 * 1024, 40 * 1024
STYLE, SCRIPT = 6 * 1024, 2 * 1024
CARRIED = """() => {
  const all = (found) => [...document.querySelectorAll(found)];
  const texts = (element) => all(element).map((e) => e.textContent).join("");
  const icons = all("link[rel=icon]").map((e) => e.getAttribute("href"));
  return { icon: icons.length === 1 ? icons[0] : "", style: texts("style"), script: texts("script") };
}"""


def limit(address: str) -> int:
    """Most bytes on the wire that the page at ADDRESS (without prefix) may take."""
    if address == "/":
        return HOME
    return EMERGENCY if address.startswith("/emergency/") else PAGE


@pytest.fixture(scope="module", params=PREFIXES)
def walk(request, browser, site):
    """One visitor opens every page of a language: [(address without prefix, answer, what stands
    in its head)], and every request that left the browser meanwhile."""
    prefix = PREFIXES[request.param]
    addresses = dict.fromkeys([*KINDS.values(), *SITUATIONS])
    with browser.new_context(base_url=site) as context:
        page, left = context.new_page(), []
        context.on("request", lambda request: left.append(request))
        answers = [
            (address, page.goto(prefix + address + size), page.evaluate(CARRIED))
            for size in SIZES.values()
            for address in addresses
        ]
        yield answers, left


def test_every_page_is_light(walk):
    answers, _left = walk
    weights = {
        (address, answer.url): answer.request.sizes()["responseBodySize"]
        for address, answer, _carried in answers
    }
    assert all(weights.values())
    heavy = {url: size for (address, url), size in weights.items() if size > limit(address)}
    assert heavy == {}


def test_every_page_comes_as_brotli(walk):
    answers, _left = walk
    assert {answer.headers.get("content-encoding") for _address, answer, _carried in answers} == {
        "br"
    }


def test_every_page_is_one_request_and_asks_nobody_else(walk):
    answers, left = walk
    assert [request.url for request in left] == [
        answer.url for _address, answer, _carried in answers
    ]


def test_no_page_sets_a_cookie_or_differs_by_one(walk, page):
    answers, _left = walk
    for _address, answer, _carried in answers:
        assert answer.header_value("set-cookie") is None, answer.url
        assert "cookie" not in answer.headers.get("vary", "").lower(), answer.url


def test_the_icon_is_in_the_page_and_style_and_script_are_small(walk):
    answers, _left = walk
    wrong = {
        answer.url: (
            carried["icon"][:60],
            compressed_size(carried["style"]),
            compressed_size(carried["script"]),
        )
        for _address, answer, carried in answers
        if not carried["icon"].startswith("data:")
        or compressed_size(carried["style"]) > STYLE
        or compressed_size(carried["script"]) > SCRIPT
    }
    assert wrong == {}


@cache
def compressed_size(text: str) -> int:
    return len(brotli.compress(text.encode(), mode=brotli.MODE_TEXT))
