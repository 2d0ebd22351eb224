"""A photo goes from a phone's gallery into a warning, and is seen by residents and on paper."""

import http.client
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from awareness.lib.photos.photo import MOST_BYTES
from tests import photos

from . import paper
from .axe import DESK, violations
from .conftest import enlarge, look
from .desk import came_in, phone_of
from .desk_pages import settled
from .pages import path
from .server import manage, running_env

ADD = "/admin/pictures/picture/add/"
WORDS = "一条街，路边停着一辆车。"
MOST_ON_PAPER = 60  # mm
SHOW = """
from awareness.cases.models import Warning
from awareness.pictures.models import Picture
picture = Picture.objects.get(description_zh_hans={words!r})
Warning.objects.live().update(picture=picture)
"""


@pytest.fixture(scope="module")
def photo_site(tmp_path_factory):
    """The environment of a site of its own, served by two processes."""
    with running_env(tmp_path_factory.mktemp("pictures"), workers=2) as env:
        yield env


@pytest.fixture(scope="module")
def editor(photo_site):
    return came_in(photo_site, zhang="editor")["zhang"]


@pytest.fixture(scope="module")
def desk(browser, photo_site, editor):
    with phone_of(browser, photo_site, editor) as context:
        yield context.new_page()


def choose(page, data: bytes, name="IMG_0001.HEIC"):
    page.set_input_files("#id_file", {"name": name, "mimeType": "", "buffer": data})


def describe(page, words):
    page.get_by_label("人脸、车牌、姓名都盖住了").check()
    page.locator("#id_description_zh_hans").fill(words)


def save(page):
    page.get_by_role("button", name="保存", exact=True).click()


@pytest.fixture(scope="module")
def shown(desk, photo_site):
    """An iPhone photo, uploaded at the desk and shown by every live warning."""
    desk.goto(ADD)
    choose(desk, photos.saved(photos.a_street(2000, 1500), "HEIF"))
    describe(desk, WORDS)
    save(desk)
    desk.get_by_text("图片存好了，现在可以放进预警或案例。").wait_for()
    manage(photo_site, "shell", "--verbosity", "0", "--command", SHOW.format(words=WORDS))


def test_axe_finds_nothing_from_the_empty_form_to_the_list(desk, shown):
    desk.goto(ADD)
    assert violations(settled(desk), DESK) == [], "form"
    choose(desk, photos.a_jpeg())
    save(desk)
    desk.get_by_text("照片收到了，不用再选。").wait_for()
    assert violations(settled(desk), DESK) == [], "form with something missing"
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.goto("/admin/pictures/picture/")
    assert violations(settled(desk), DESK) == [], "list"
    assert desk.get_by_role("img", name=WORDS).evaluate("image => image.naturalWidth") > 0
    desk.get_by_role("link", name=WORDS).click()
    desk.get_by_role("img", name=WORDS).wait_for()


def test_a_photo_that_is_too_heavy_is_told_before_it_is_sent(desk):
    desk.goto(ADD)
    choose(desk, b"\xff\xd8\xff" + bytes(MOST_BYTES))
    assert (
        desk.get_by_role("alert").text_content()
        == "这个文件超过20兆，请选小一点的，或者截屏后再传。"
    )
    assert desk.locator("#id_file").input_value() == ""


def test_a_new_photo_is_chosen_for_a_warning_without_leaving_it(desk):
    desk.goto("/admin/cases/warning/add/")
    desk.locator("#id_title_zh_hans").fill("门口有人收钱")
    with desk.context.expect_page() as opened:
        desk.locator("#add_id_picture").click()
    upload = opened.value
    choose(upload, photos.saved(photos.a_street(800, 1200)), "IMG_0002.jpg")
    describe(upload, "一张收据。")
    with upload.expect_event("close"):
        save(upload)
    assert "一张收据。" in desk.locator("#id_picture option:checked").text_content()
    assert desk.locator("#id_title_zh_hans").input_value() == "门口有人收钱"


def public(browser, env):
    return browser.new_context(base_url=env["SITE_URL"], viewport={"width": 360, "height": 640})


def test_residents_see_it_whole_on_a_phone(browser, photo_site, shown):
    with public(browser, photo_site) as context:
        page = context.new_page()
        for language in ("zh-Hans", "en"):
            page.goto(path("warning", language))
            image = page.locator(".picture img")
            image.scroll_into_view_if_needed()
            page.wait_for_function("document.querySelector('.picture img').naturalWidth > 0")
            assert image.evaluate("e => e.currentSrc").endswith("/360.webp")
            assert image.bounding_box()["width"] == 328
            assert violations(page) == []
            enlarge(page)
            assert violations(page) == [], "大字版"
            assert look(page, "sideways()") == []


def test_a_lost_file_leaves_its_place_and_its_words(browser, photo_site, shown):
    with public(browser, photo_site) as context:
        page = context.new_page()
        page.route("**/media/**", lambda route: route.fulfill(status=404))
        page.goto(path("warning"))
        image = page.get_by_role("img", name=WORDS)
        image.scroll_into_view_if_needed()
        assert look(page, "sideways()") == []
        assert violations(page) == []


def test_on_paper_it_is_at_most_six_centimetres_high(browser, photo_site, shown, tmp_path):
    with public(browser, photo_site) as context:
        page = context.new_page()
        page.goto(path("warning"))
        page.emulate_media(media="print")
        height = page.locator(".picture img").bounding_box()["height"]
        assert height * 25.4 / 96 <= MOST_ON_PAPER + 0.5
        sheets = paper.page_sizes(paper.printed(page, tmp_path))
        page.evaluate("document.querySelector('.picture').remove()")
        assert len(sheets) <= len(paper.page_sizes(paper.printed(page, tmp_path))) + 1


def test_of_two_that_send_the_same_photo_at_once_one_is_told_it_is_there(photo_site, editor):
    together, photo = Barrier(2), photos.saved(photos.a_street(1300, 700))
    with ThreadPoolExecutor(2) as both:
        sent = [both.submit(send, photo_site, editor, photo, together) for _ in range(2)]
    answers = sorted(one.result() for one in sent)
    assert [status for status, _page in answers] == [200, 302]
    assert "这张图已经传过了" in answers[0][1]


def send(env, cookie, photo, together) -> tuple[int, str]:
    """Status and page that the owner of COOKIE gets for sending PHOTO together with another."""
    connection = http.client.HTTPConnection(urlsplit(env["SITE_URL"]).netloc, timeout=30)
    session = f"{cookie['name']}={cookie['value']}"
    connection.request("GET", ADD, headers={"Cookie": session})
    answer = connection.getresponse()
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', answer.read().decode())[1]
    secret = answer.getheader("Set-Cookie").partition(";")[0]
    values = {
        "csrfmiddlewaretoken": token,
        "description_zh_hans": "两次。",
        "checked_for_people": "on",
        "file": SimpleUploadedFile("a.jpg", photo),
    }
    headers = {
        "Cookie": f"{session}; {secret}",
        "Content-Type": MULTIPART_CONTENT,
        "Origin": env["SITE_URL"],
    }
    together.wait(10)
    connection.request("POST", ADD, encode_multipart(BOUNDARY, values), headers)
    answer = connection.getresponse()
    page = answer.read().decode()
    connection.close()
    return answer.status, page
