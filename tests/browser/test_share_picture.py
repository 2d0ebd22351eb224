"""The page from which a picture is saved and sent on, and the way to it."""

import pytest

from .axe import violations
from .conftest import enlarge
from .pages import PREFIXES, path

PICTURES = {
    "scam": "/scams/fake-prize/leaflet/picture/",
    "situation": "/emergency/transferred/leaflet/picture/",
    "rule": "/rules/buqingxin/leaflet/picture/",
    "family": "/family/leaflet/picture/",
}


@pytest.mark.parametrize("language", PREFIXES)
def test_axe_finds_nothing_in_either_size(page, language):
    page.goto(PREFIXES[language] + PICTURES["scam"])
    assert violations(page) == []
    enlarge(page)
    assert violations(page) == [], "大字版"


@pytest.mark.parametrize("address", PICTURES.values(), ids=PICTURES)
def test_the_whole_picture_is_seen_at_its_own_shape_without_scrolling_sideways(page, address):
    page.goto(address, wait_until="networkidle")
    picture = page.locator("main img")
    assert picture.evaluate("one => [one.naturalWidth, one.naturalHeight]") == [1080, 1440]
    box = picture.bounding_box()
    assert box["height"] == pytest.approx(box["width"] * 4 / 3, abs=2)
    assert box["width"] >= 300
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_way_to_it_can_be_pressed_on_a_phone_and_is_not_on_paper(page):
    page.goto(path("scam"))
    way = page.get_by_role("link", name="存成图片，发给家人")
    assert way.bounding_box()["height"] >= 48
    page.emulate_media(media="print")
    assert not way.is_visible()
