"""Sheets as printers make them: every page of the starter content, in every shape and language."""

import re
import shutil
import time
from pathlib import Path

import pytest

from . import paper
from .axe import violations
from .conftest import PHONE, back, wait_until
from .pages import PREFIXES

LOOK = (Path(__file__).parent / "sheet_look.js").read_text("utf-8")
LISTS = ["/scams/", "/cases/", "/warnings/", "/emergency/", "/audiences/"]
ALONE = [
    "/rules/",
    "/family/",
    *(f"/quiz/{name}/sheet/" for name in ("basic-1", "elders", "daily")),
]
SHAPES = {
    "a4": (1, (595, 842)),
    "large": (2, (595, 842)),
    "trifold": (2, (842, 595)),
    "poster": (1, (842, 1191)),
    "counter": (1, (420, 595)),
}
ONE_OF_EACH = [
    "/scams/impersonating-authorities/",
    "/cases/fake-police-378000/",
    "/warnings/etc-expired-text/",
    "/emergency/transferred/",
    "/audiences/elders/",
    *ALONE[:3],
]
MOST_INK = 0.08
POINT = 96 / 72  # CSS pixels
TWELVE, SIXTEEN = 12 * POINT, 16 * POINT
MOST_APART = 1.0  # mm, between a browser's print and the press's PDF
HARDLY = 0.2  # mm
LONGEST = 60  # seconds for the press


@pytest.fixture
def desk_screen(window):
    """A page as wide as a desk's screen, laid out as for the printer."""
    page = window(viewport={"width": 1300, "height": 900}).new_page()
    page.emulate_media(media="print")
    return page


@pytest.fixture(scope="module")
def pages(browser, site):
    """The addresses of every page of the starter content that has a sheet."""
    page = browser.new_page(base_url=site)
    found = list(ALONE)
    for start in LISTS:
        page.goto(start)
        links = page.locator("main a[href]").evaluate_all(
            "all => all.map(a => a.getAttribute('href'))"
        )
        found += [
            link for link in dict.fromkeys(links) if re.fullmatch(f"{start}[a-z0-9-]+/", link)
        ]
    page.close()
    return [one for one in found if one not in {"/emergency/worksheet/", "/emergency/after/"}]


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_sheet_has_its_pages_and_nothing_over_an_edge(desk_screen, pages, shape, language):
    count, size = SHAPES[shape]
    assert len(pages) > 40
    turn = list(SHAPES).index(shape) + list(PREFIXES).index(language)
    for place, path in enumerate(pages):
        if language == "zh-Hant" and place % 3 and path not in ONE_OF_EACH:
            continue  # as long as 简体, sign for sign
        desk_screen.goto(f"{PREFIXES[language]}{path}leaflet/?format={shape}")
        looked = desk_screen.evaluate(LOOK)
        assert looked["wrong"] == [], path
        assert looked["smallest"] >= (SIXTEEN if shape == "large" else TWELVE) - 0.1, path
        assert looked["count"] == count, path
        if (place + turn) % 5 == 0 or path in ONE_OF_EACH:  # printing takes longer than looking
            assert sizes_of(desk_screen.pdf(prefer_css_page_size=True)) == [size] * count, path
        assert "/s/" in looked["text"] and "96110" in looked["text"], path


def sizes_of(made):
    """Width and height of each page of a PDF that Chromium MADE, in whole points."""
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", made)
    return [(round(float(width)), round(float(height))) for width, height in found]


@pytest.mark.parametrize("second", ["zh-hans", "zh-hant", "en"])
def test_the_back_in_two_languages_is_one_more_page(desk_screen, pages, second, tmp_path):
    for path in pages:
        prefix = "/en" if second != "en" else ""
        desk_screen.goto(f"{prefix}{path}leaflet/?second={second}")
        assert desk_screen.evaluate(LOOK)["wrong"] == [], path
    assert len(paper.page_sizes(paper.printed(desk_screen, tmp_path))) == 2


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("shape", ["a4", "large", "trifold"])
def test_several_pages_on_one_sheet_fit(desk_screen, shape, count, tmp_path):
    keys = ["scam.contraband-deposit", "warning.medical-insurance-meeting-app", "scam.fake-prize"]
    query = "&".join(f"page={key}" for key in keys[:count])
    for prefix in PREFIXES.values():
        desk_screen.goto(f"{prefix}/leaflets/sheet/?{query}&format={shape}")
        assert desk_screen.evaluate(LOOK)["wrong"] == [], prefix
        pages, size = SHAPES[shape]
        assert paper.page_sizes(paper.printed(desk_screen, tmp_path)) == [size] * pages


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_a_sheet_tells_office_date_and_code_and_its_picture_leads_to_its_address(
    desk_screen, path, tmp_path
):
    for shape in SHAPES:
        desk_screen.goto(f"{path}leaflet/?format={shape}")
        file = paper.printed(desk_screen, tmp_path)
        text, address = paper.text_of(file), desk_screen.locator(".address").first.inner_text()
        assert "示例派出所" in text
        assert re.search(r"有效至20\d\d年\d+月\d+日", text)
        assert [f"http://{address}/"] == paper.decoded(file, tmp_path), shape
        assert len(address) <= 32


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_a_plain_sheet_takes_little_ink_and_reads_without_backgrounds(desk_screen, path, tmp_path):
    desk_screen.goto(f"{path}leaflet/")
    file = paper.printed(desk_screen, tmp_path)
    bare = paper.printed(desk_screen, tmp_path, backgrounds=False)
    assert paper.ink(file) <= MOST_INK
    assert sorted(paper.text_of(bare)) == sorted(paper.text_of(file))
    assert paper.unreadable(file) == paper.unreadable(bare) == []


def test_the_code_for_the_camera_is_large_enough(desk_screen):
    """At least 30 mm, 60 on a poster, not counting the white around it (4 modules on each side)."""
    for shape in SHAPES:
        desk_screen.goto(f"{ONE_OF_EACH[0]}leaflet/?format={shape}")
        drawn = desk_screen.locator(".qr").first
        side = drawn.bounding_box()["width"] * 25.4 / 96
        modules = int(drawn.get_attribute("viewBox").split()[2])
        assert side * (modules - 8) / modules >= (60 if shape == "poster" else 30)


def test_the_panels_of_a_tri_fold_are_as_the_folds_need_them(desk_screen):
    desk_screen.goto(f"{ONE_OF_EACH[0]}leaflet/?format=trifold")
    widths = desk_screen.locator(".panel").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect())"
        ".map(box => [box.left * 25.4 / 96, box.width * 25.4 / 96])"
    )
    found = [round(width, 1) for _left, width in sorted(widths[:3])]
    assert found == pytest.approx([97, 100, 100], abs=HARDLY)
    found = [round(width, 1) for _left, width in sorted(widths[3:])]
    assert found == pytest.approx([100, 100, 97], abs=HARDLY)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_pdf_of_the_press_is_the_same_sheet_within_a_millimetre(desk_screen, shape, tmp_path):
    for path in ONE_OF_EACH[:4]:
        desk_screen.goto(f"{path}leaflet/?format={shape}")
        own = paper.printed(desk_screen, tmp_path)
        made = pressed(desk_screen, f"{path}leaflet/pdf/?format={shape}", tmp_path / "made.pdf")
        assert made.stat().st_size <= 300_000
        assert paper.page_sizes(made) == paper.page_sizes(own)
        assert sorted(paper.text_of(made)) == sorted(paper.text_of(own)), path
        one, other = paper.glyphs(made), paper.glyphs(own)
        assert paper.astray(one, other, MOST_APART) == [], path
        assert paper.astray(other, one, MOST_APART) == [], path
        assert paper.decoded(made, tmp_path) == paper.decoded(own, tmp_path)


def pressed(page, address, file):
    """The PDF at ADDRESS, once the press has made it."""
    until = time.monotonic() + LONGEST
    answer = page.request.post(address)
    while answer.status == 202 and time.monotonic() < until:
        time.sleep(0.1)
        answer = page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    file.write_bytes(answer.body())
    return file


@pytest.mark.parametrize("keys", [True, False])
def test_one_press_brings_the_pdf_and_back_leads_to_the_sheet(whole_browser, site, keys):
    page = whole_browser.new_page(base_url=site, java_script_enabled=not keys, **PHONE)
    for _time in ("it is made", "it is there"):
        page.goto("/cases/fake-police-378000/")
        page.goto(f"/cases/fake-police-378000/leaflet/?format={'large' if keys else 'poster'}")
        button = page.get_by_role("button", name="要PDF，发给打印店")
        button.press("Enter") if keys else button.dblclick()
        # Of two presses the first way there is broken off, which `wait_for_url` takes for the end.
        wait_until(page, lambda: page.url.endswith(".pdf"))
        back(page)
        assert "/leaflet/?format=" in page.url
        back(page)
        assert page.url.endswith("/cases/fake-police-378000/")


@pytest.fixture
def no_pdf_yet(site_env):
    """A site on which nobody has asked for a PDF, whatever tests came before."""
    shutil.rmtree(Path(site_env["MEDIA_ROOT"]) / "sheets", ignore_errors=True)


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("size", ["", "?size=large"])
def test_the_button_for_the_pdf_is_as_large_as_a_main_act(window, no_pdf_yet, language, size):
    page = window().new_page()
    for address in ("leaflet/", "leaflet/pdf/"):
        page.goto(f"{PREFIXES[language]}{ONE_OF_EACH[0]}{address}{size}")
        box = page.locator("form button").bounding_box()
        assert (box["width"], box["height"] >= 60) == (328, True)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("language", PREFIXES)
def test_on_a_phone_a_sheet_reads_as_a_page(window, language):
    page = window().new_page()
    for path in ONE_OF_EACH:
        page.goto(f"{PREFIXES[language]}{path}leaflet/")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.get_by_role("heading", level=1).count() == 1


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", PREFIXES)
def test_a_sheet_on_the_screen_is_accessible(window, no_pdf_yet, language, width):
    page = window(viewport={"width": width, "height": 740}).new_page()
    for path in ONE_OF_EACH[:1] + ONE_OF_EACH[3:4]:
        for query in [
            "",
            "?second=en" if language != "en" else "?second=zh-hans",
            "?format=trifold",
        ]:
            page.goto(f"{PREFIXES[language]}{path}leaflet/{query}")
            assert violations(page) == [], path
    page.goto(f"{PREFIXES[language]}{path}leaflet/pdf/")
    assert violations(page) == []
