"""A site that is tried answers to private addresses of its machine, and to no other stranger."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from awareness.lib.network.hosts import is_only_here, own_private_addresses
from tests.entry.way_in import INDEX, LOGIN, PASSWORD
from tests.make import a_staff_member

PRIVATE = [
    "127.0.0.1",
    "127.0.0.1:8000",
    "[::1]",
    "[::1]:8000",
    "10.0.0.1",
    "172.16.0.1:80",
    "172.31.255.254",
    "192.168.1.5",
    "192.168.1.5:8000",
    "169.254.7.7",
    "[fd00::1]:8000",
    "[FD12:3456::9]",
    "[fe80::1]",
]
STRANGE = [
    "",
    "8.8.8.8",
    "8.8.8.8:8000",
    "172.32.0.1",
    "192.169.0.1",
    "[2001:db8::1]",
    "[::ffff:8.8.8.8]",
    "[::ffff:c0a8:105]",
    "fangpian.example",
    "192.168.1.5.evil.example",
    "192.168.1.5:99999",
    "192.168.1.5:0",
    "192.168.1.5:",
    "192.168.1.5:80:80",
    "192.168.1.5@evil.example",
    "192.168.1",
    "192.168.001.005",
    "3232235781",
    "0xc0a80105",
    "0xc0.0xa8.1.5",
    "fd00::1",
    "[fd00::1",
    "[fe80::1%25eth0]",
    "pc.local",
]


def asked(client, host, path="/livez", **more):
    return client.get(path, headers={"host": host}, **more)


@pytest.fixture
def tried(settings):
    """No SITE_URL and no ALLOWED_HOSTS."""
    settings.TRIAL = settings.PRIVATE_HOSTS = settings.IN_THE_CLEAR = True


@pytest.fixture
def named(settings):
    """A SITE_URL."""
    settings.TRIAL = settings.PRIVATE_HOSTS = settings.IN_THE_CLEAR = False
    settings.SITE_URL = "https://fangpian.example"
    settings.ALLOWED_HOSTS = ["fangpian.example", "127.0.0.1", "localhost", "[::1]"]


@pytest.mark.parametrize("host", PRIVATE)
def test_while_it_is_tried_any_private_address_will_do(db, tried, visitor, host):
    assert asked(visitor, host, "/").status_code == 200


@pytest.mark.parametrize("host", STRANGE)
def test_any_other_name_is_refused(db, tried, visitor, host):
    assert asked(visitor, host, "/").status_code == 400


@pytest.mark.parametrize("host", ["192.168.1.5", "10.0.0.1:8000", "[fd00::1]:8000"])
def test_a_site_with_an_address_of_its_own_is_asked_by_no_other(db, named, visitor, host):
    assert asked(visitor, host, "/").status_code == 400
    assert asked(visitor, "fangpian.example", "/").status_code == 200


def test_refused_pages_are_the_site_s_own(db, tried, visitor):
    answer = asked(visitor, "evil.example", "/")
    assert "Content-Security-Policy" in answer.headers
    assert "evil.example" not in answer.content.decode()


def come_to_the_desk(host):
    browser = Client(headers={"host": host}, enforce_csrf_checks=True)
    page = browser.get(LOGIN).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    staff = a_staff_member("near")
    form = {"username": staff.username, "password": PASSWORD, "csrfmiddlewaretoken": token}
    return browser, form


def test_staff_log_in_from_a_machine_beside(db, tried):
    browser, form = come_to_the_desk("192.168.1.5:8000")
    answer = browser.post(LOGIN, form, headers={"origin": "http://192.168.1.5:8000"})
    assert answer.status_code == 302
    assert browser.get(INDEX).status_code == 200


def test_a_form_of_another_site_is_refused(db, tried):
    browser, form = come_to_the_desk("192.168.1.5:8000")
    for origin in ("http://192.168.1.6:8000", "http://evil.example"):
        browser.post(LOGIN, form, headers={"origin": origin})
        assert browser.get(INDEX).status_code == 302


def invitation(desk, host):
    """The page that shows a colleague's invitation, asked under HOST."""
    page = reverse("admin:office_staff_invitation", args=[a_staff_member("laowang").pk])
    desk.post(page, headers={"host": host})
    return asked(desk, host, page).content.decode()


CANNOT_OPEN = "手机打不开"


def test_an_invitation_leads_where_the_desk_was_opened(desk, tried):
    page = invitation(desk, "192.168.1.5:8000")
    assert 'href="http://192.168.1.5:8000/admin/entry/invited/' in page
    assert CANNOT_OPEN not in page


def test_an_invitation_that_no_phone_can_open_says_so(desk, tried, settings):
    settings.HOST = "127.0.0.1"
    page = invitation(desk, "127.0.0.1:8000")
    assert 'href="http://127.0.0.1:8000/admin/entry/invited/' in page
    assert CANNOT_OPEN in page
    assert "SITE_URL" in page
    settings.HOST = "10.1.2.3"
    page = asked(desk, "127.0.0.1", reverse("admin:office_staff_invitation", args=[1]))
    assert "http://10.1.2.3:8000/admin/" in page.content.decode()


def test_an_invitation_bears_the_address_of_the_site_wherever_the_desk_is(desk, named):
    page = invitation(desk, "127.0.0.1")
    assert 'href="https://fangpian.example/admin/entry/invited/' in page
    assert CANNOT_OPEN not in page


@pytest.mark.parametrize("page", [LOGIN, INDEX])
def test_the_desk_says_that_others_can_read_along(tried, desk, page):
    if page == LOGIN:
        desk = Client()
    said = "这是试用：没有加密，密码和预警在网络上看得见。"
    assert said in desk.get(page).content.decode()


@pytest.mark.parametrize("page", [LOGIN, INDEX])
def test_a_desk_with_https_says_nothing_of_it(named, desk, page):
    browser = Client() if page == LOGIN else desk
    assert "没有加密" not in asked(browser, "fangpian.example", page).content.decode()


def test_the_machine_s_own_addresses_are_of_use_to_others():
    assert not [one for one in own_private_addresses() if is_only_here(one)]


@pytest.mark.parametrize(
    ("host", "only"),
    [
        ("127.0.0.1:8000", True),
        ("localhost:8000", True),
        ("[::1]:8000", True),
        ("192.168.1.5", False),
        ("fangpian.example", False),
        ("localhost.example", False),
    ],
)
def test_what_means_every_machine_itself(host, only):
    assert is_only_here(host) == only
