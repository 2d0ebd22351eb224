"""Reads of public pages: who is counted, what is kept, and what happens without a database."""

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from awareness.page_views import counter
from awareness.page_views.models import PageCount, PageCountQuerySet
from tests.make import a_warning

PHONE = (
    "Mozilla/5.0 (Linux; Android 13; V2244A) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160065 MMWEBSDK/20231202 "
    "MicroMessenger/8.0.47.2560 WeChat/arm64 Weixin NetType/4G Language/zh_CN"
)
PAGE = "/scams/impersonating-authorities/"
READ = ("scam", "impersonating-authorities")


@pytest.fixture(autouse=True)
def nothing_waits():
    counter.waiting.take()
    yield
    counter.waiting.take()


@pytest.fixture
def reader(db):
    """A person's phone."""
    return Client(headers={"user-agent": PHONE})


def counted():
    """All that was ever counted: {(kind, key): times}."""
    counter.write_counts()
    return {(row.kind, row.key): row.count for row in PageCount.objects.all()}


def test_a_page_that_is_read_is_counted_in_any_language_and_size(reader):
    for path in [PAGE, f"/zh-hant{PAGE}", f"/en{PAGE}", f"{PAGE}?size=large"]:
        assert reader.get(path).status_code == 200
    assert counted() == {READ: 4}


@pytest.mark.parametrize(
    ("path", "read"),
    [
        ("/emergency/transferred/", ("situation", "transferred")),
        ("/cases/fake-police-378000/", ("case", "fake-police-378000")),
        ("/warnings/etc-expired-text/", ("warning", "etc-expired-text")),
        ("/quiz/basic-1/sheet/", ("quiz-sheet", "basic-1")),
        ("/emergency/worksheet/", ("worksheet", "")),
    ],
)
def test_every_kind_of_text_and_sheet_is_counted_by_its_name(reader, path, read):
    reader.get(path)
    assert counted() == {read: 1}


@pytest.mark.parametrize(
    "path", ["/", "/check/", "/quiz/basic-1/", "/privacy/", "/admin/login/", "/livez"]
)
def test_other_pages_are_not_counted(reader, path):
    assert reader.get(path).status_code == 200
    assert counted() == {}


def test_an_unchanged_page_that_is_opened_again_is_a_read(reader):
    first = reader.get(PAGE)
    again = reader.get(PAGE, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert counted() == {READ: 2}


def test_what_is_not_there_is_not_counted(reader):
    assert reader.get("/scams/no-such-scam/").status_code == 404
    reader.get("/scams/impersonating-authorities")  # sent on to the right address
    over = a_warning(ends_at="2026-01-02T00:00Z", starts_at="2026-01-01T00:00Z")
    assert reader.get(over.get_absolute_url()).status_code == 410
    assert counted() == {}


def test_a_head_request_is_no_read(reader):
    assert reader.head(PAGE).status_code == 200
    assert counted() == {}


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-purpose": "prefetch"},
        {"sec-purpose": "prefetch;prerender"},
        {"purpose": "prefetch"},
        {"sec-fetch-dest": "empty"},
    ],
    ids=str,
)
def test_what_a_browser_fetches_ahead_is_no_read(reader, headers):
    reader.get(PAGE, headers=headers)
    assert counted() == {}


@pytest.mark.parametrize(
    "program",
    [
        "",
        "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)",
        "Mozilla/5.0 (Linux; Android 7.0;) (compatible; PetalBot;+https://webmaster.petalsearch.com)",
        "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (compatible; Bytespider)",
        "Mozilla/5.0 (Windows NT 10.0) (compatible; bingbot/2.0) Chrome/116.0 Safari/537.36",
        "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/130.0 Safari/537.36",
        "curl/8.5.0",
        "python-requests/2.31",
        "Go-http-client/2.0",
        "okhttp/4.9.3",
    ],
)
def test_programs_are_not_counted(db, program):
    Client(headers={"user-agent": program}).get(PAGE)
    assert counted() == {}


@pytest.mark.parametrize(
    "browser",
    [
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
        "Mozilla/5.0 (Linux; U; Android 12; zh-CN; CUBOT NOTE 30) UCBrowser/15.5 Mobile",
        "Mozilla/5.0 (Linux; Android 10; MED-AL00; HMSCore 6.13) HuaweiBrowser/14.0 Mobile",
        "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko",
    ],
)
def test_people_with_any_browser_are_counted(db, browser):
    Client(headers={"user-agent": browser}).get(PAGE)
    assert counted() == {READ: 1}


def test_nothing_of_the_reader_is_kept(reader):
    reader.get(PAGE, REMOTE_ADDR="192.0.2.77", headers={"referer": "http://testserver/cases/"})
    counter.write_counts()
    fields = {field.name for field in PageCount._meta.get_fields()}
    assert fields == {"id", "day", "kind", "key", "count"}
    assert "192.0.2.77" not in str(list(PageCount.objects.values_list()))


def test_counting_asks_nothing_of_the_database_and_changes_nothing_in_the_answer(reader, visitor):
    with CaptureQueriesContext(connection) as without:
        plain = visitor.get(PAGE)
    with CaptureQueriesContext(connection) as counting:
        noted = reader.get(PAGE)
    assert len(counting) <= len(without)
    assert noted.content == plain.content
    assert noted.headers == plain.headers
    assert not noted.cookies


def test_all_that_waits_is_written_in_one_statement_and_added_to_what_is_there(
    reader, django_assert_num_queries
):
    reader.get(PAGE)
    counted()
    for path in [PAGE, PAGE, "/emergency/transferred/"]:
        reader.get(path)
    with django_assert_num_queries(1):
        counter.write_counts()
    assert counted() == {READ: 3, ("situation", "transferred"): 1}


def test_each_day_has_its_own_count(reader, time_machine):
    time_machine.move_to("2026-11-20T23:59:00+08:00")
    reader.get(PAGE)
    time_machine.move_to("2026-11-21T00:01:00+08:00")
    reader.get(PAGE)
    counter.write_counts()
    days = PageCount.objects.order_by("day").values_list("day", "count")
    assert [(str(day), count) for day, count in days] == [("2026-11-20", 1), ("2026-11-21", 1)]


def test_a_later_request_writes_what_waits(reader, settings):
    reader.get(PAGE)
    assert not PageCount.objects.exists()
    settings.KEEP_READS_EVERY = 1e-9
    reader.get("/livez")
    assert PageCount.objects.get().count == 1


def test_requests_that_come_too_soon_write_nothing(reader, settings):
    settings.KEEP_READS_EVERY = 1e9
    reader.get(PAGE)
    reader.get(PAGE)
    assert not PageCount.objects.exists()


def test_without_a_database_the_page_is_read_and_its_count_waits(reader, settings, monkeypatch):
    def away(self, reads):
        raise OperationalError("no server")

    settings.KEEP_READS_EVERY = 1e-9
    with monkeypatch.context() as patch:
        patch.setattr(PageCountQuerySet, "add", away)
        assert reader.get(PAGE).status_code == 200
        assert reader.get(PAGE).status_code == 200
    assert counted() == {READ: 2}


def test_however_long_the_database_is_away_only_so_many_pages_wait(db, monkeypatch):
    monkeypatch.setattr(counter, "MOST", 3)
    for number in range(10):
        counter.count_view("warning", f"w{number}")
    counter.count_view("warning", "w0")
    assert counted() == {("warning", "w0"): 2, ("warning", "w1"): 1, ("warning", "w2"): 1}
