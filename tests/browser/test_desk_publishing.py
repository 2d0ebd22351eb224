"""Publishing on a phone: few taps, what residents will see before it goes out, seen at once."""

import time

import pytest

from . import paper
from .axe import DESK, violations, violations_of_looks
from .conftest import PHONE
from .desk import Thumb, came_in, phone_of, type_where_it_waits
from .desk_pages import settled
from .pages import PREFIXES
from .server import running_env

MOST_TAPS = {"urgent": 5, "reviewed": 4}
MOST_SECONDS = {"urgent": 60, "seen": 2}
TITLE, FIRST, PLACE = "出了什么事", "先做什么", "哪里"


@pytest.fixture(scope="module")
def own_site(tmp_path_factory):
    """The environment of a site of its own, served by two processes."""
    with running_env(tmp_path_factory.mktemp("publishing"), workers=2) as env:
        yield env


@pytest.fixture(scope="module")
def staff(own_site):
    return came_in(own_site, wang="editor", chen="reviewer", liu="reviewer")


@pytest.fixture
def phone(browser, own_site, staff):
    """Makes a page on the phone of one of the staff."""
    opened = []

    def make(name):
        opened.append(phone_of(browser, own_site, staff[name]))
        return opened[-1].new_page()

    yield make
    for context in opened:
        context.close()


def seen_everywhere(context, title, paths, seconds=MOST_SECONDS["seen"]):
    """Whether TITLE stands on all PATHS, in every process, within SECONDS."""
    until = time.monotonic() + seconds
    left = [path for path in paths for _process in range(4)]
    while left and time.monotonic() < until:
        left = [path for path in left if title not in context.request.get(path).text()]
    return not left


def faults(page):
    """What axe holds against PAGE itself; what its frames show is looked at by the site's own tests."""
    page.wait_for_load_state("networkidle")
    settled(page)
    page.evaluate("document.querySelectorAll('iframe').forEach((frame) => frame.remove())")
    return violations(page, DESK)


def test_an_urgent_warning_from_the_front_page_in_five_taps_and_a_minute(phone):
    page, thumb = phone("chen"), Thumb()
    page.goto("/admin/")
    begun = time.monotonic()
    thumb.tap(page.get_by_role("link", name="发紧急预警"))
    type_where_it_waits(page, "有人冒充水电工上门收钱")  # the first field waits for it
    thumb.tap(page.get_by_label(FIRST))
    type_where_it_waits(page, "不开门，打110问一问。")
    assert page.get_by_label(PLACE).input_value()  # the office's own district
    thumb.tap(page.get_by_role("button", name="下一步"))
    assert "有人冒充水电工上门收钱" in page.frame_locator(".phone-frame").locator("h1").inner_text()
    thumb.tap(page.get_by_role("button", name="立即发布"))
    assert "已经在线上" in page.locator(".messagelist").inner_text()
    assert thumb.taps <= MOST_TAPS["urgent"]
    assert time.monotonic() - begun <= MOST_SECONDS["urgent"]
    simplified, traditional = "有人冒充水电工", "有人冒充水電工"
    assert seen_everywhere(page.context, simplified, ["/", "/warnings/", "/scams/", "/en/"])
    assert seen_everywhere(page.context, traditional, ["/zh-hant/", "/zh-hant/scams/"])


def test_a_text_is_handed_on_and_published_in_four_taps(phone):
    writer = phone("wang")
    writer.goto("/admin/cases/warning/add/")
    writer.get_by_label("标题").first.fill("快递说丢件赔双倍，别点")
    writer.get_by_label("先做什么").first.fill("挂断，打快递公司公布的电话。")
    writer.locator("#id_district").select_option(index=1)
    writer.get_by_role("button", name="存草稿，去检查和发布").click()
    writer.get_by_role("link", name="交审核").click()
    writer.get_by_role("button", name="交审核").click()
    page, thumb = phone("liu"), Thumb()
    page.goto("/admin/")
    thumb.tap(page.get_by_role("link", name="快递说丢件赔双倍"))
    thumb.tap(page.get_by_role("button", name="立即发布"))
    assert "已经在线上" in page.locator(".messagelist").inner_text()
    assert thumb.taps <= MOST_TAPS["reviewed"]
    assert seen_everywhere(page.context, "快递说丢件赔双倍", ["/warnings/"])


@pytest.mark.parametrize("width", [360, 1280])
def test_its_pages_are_accessible_and_nothing_scrolls_sideways(phone, width):
    page = phone("chen")
    page.set_viewport_size({"width": width, "height": 740})
    for path in ["1/publish", "1/history", "1/do/withdraw", "urgent", "1/change"]:
        page.emulate_media(color_scheme="light")
        page.goto(f"/admin/cases/warning/{path}/")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert faults(page) == [], path
        page.emulate_media(color_scheme="dark")
        assert violations_of_looks(page, DESK) == [], f"{path}, dark"


def test_finds_are_put_right_with_a_tap_each(phone):
    page = phone("wang")
    page.goto("/admin/cases/warning/urgent/")
    page.get_by_label(TITLE).fill("有人冒充燃气公司收钱")
    page.get_by_label(FIRST).fill("市民李建国接到13912345678。打110问一问。")
    page.get_by_role("button", name="下一步").click()
    assert "1391234" in page.locator(".found").inner_text()
    assert faults(page) == []
    while (remedy := page.locator(".found button")).count():
        remedy.first.click()
    assert "没有找到个人信息" in page.locator(".checklist").inner_text()
    shown = page.frame_locator(".phone-frame").locator("main").inner_text()
    assert "李建国" not in shown
    assert "13912345678" not in shown


def test_a_text_with_a_sheet_is_told_how_it_fits_and_shown_the_sheet(phone, tmp_path):
    page = phone("chen")
    for path in ["cases/warning/1", "cases/case/1", "emergency/situation/1", "guide/scamtype/1"]:
        page.goto(f"/admin/{path}/publish/")
        assert "打印（简体）：正好1张A4" in page.locator(".checklist").inner_text(), path
        frame = page.locator(".paper-frame")
        sheet = page.context.new_page()
        sheet.goto(frame.get_attribute("src"))
        assert sheet.locator("article.sheet").count() == 1
        assert len(paper.page_sizes(paper.printed(sheet, tmp_path))) == 1, path
        box, hold = frame.bounding_box(), page.locator(".paper-hold").bounding_box()
        assert box["height"] <= hold["height"] + 1
        assert box["width"] <= hold["width"] + 1


def test_the_lines_of_a_text_without_a_sheet_are_counted_as_the_printer_breaks_them(
    phone, tmp_path
):
    page = phone("chen")
    for path in ["emergency/section/1", "quiz/question/1"]:
        page.goto(f"/admin/{path}/publish/")
        said = page.locator("#fit")
        said.filter(has_text="张A4").wait_for()
        sheet = page.context.new_page()
        sheet.goto(page.locator(".phone-frame").get_attribute("src"))
        pages = len(paper.page_sizes(paper.printed(sheet, tmp_path)))
        assert f"{pages}张A4" in said.inner_text(), path
        assert ("正好" in said.inner_text()) == (pages == 1), path


def test_a_preview_opens_logged_out_on_a_phone_in_three_languages(phone, browser, own_site):
    page = phone("chen")
    page.goto("/admin/cases/warning/1/publish/")
    address = page.get_by_label("发给同事看的网址").input_value()
    site = own_site["SITE_URL"]
    with browser.new_context(base_url=site, **PHONE) as stranger:
        window = stranger.new_page()
        for prefix in PREFIXES.values():
            window.goto(prefix + address.removeprefix(site))
            assert window.locator(".preview").is_visible()
            assert stranger.cookies() == []
