"""A PDF is made when somebody presses a button, and never because somebody looks."""

import os
import re
import time
from pathlib import Path

import pytest
from django.test import Client

from awareness.pdf import requests
from awareness.pdf.views import PER_ADDRESS

from .requesting import pdfs

SHEET = "/scams/fake-prize/leaflet/"
PDF = f"{SHEET}pdf/"
TOGETHER = "/leaflets/sheet/pdf/?page=scam.fake-prize&page=warning.etc-expired-text"
WORDS = {
    "": "要PDF，发给打印店",
    "/zh-hant": "要PDF，發給列印店",
    "/en": "Get a PDF for the print shop",
}
FORM = "application/x-www-form-urlencoded"
HERE, ELSEWHERE = "203.0.113.7", "198.51.100.9"
SCAMS = ["fake-prize", "impersonating-authorities", "insider-tips-investment"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_press")]


@pytest.fixture(autouse=True)
def starts(monkeypatch):
    """Notes when the site would start the process that makes PDFs, and starts none."""
    noted = []
    monkeypatch.setattr(requests, "start_process", lambda lock: noted.append(lock))
    return noted


def waiting() -> list[str]:
    return [path.name for path in requests.job_queue().waiting.glob("*")]


def make_all():
    """What the process does that makes PDFs."""
    queue = requests.job_queue()
    while taken := queue.take():
        queue.finish(taken, b"%PDF-1.7 %%EOF")


def different(count: int) -> list[str]:
    """Addresses of COUNT sheets as PDFs."""
    shapes = ("a4", "large", "trifold", "poster", "counter")
    every = [
        f"{prefix}/scams/{scam}/leaflet/pdf/?format={shape}"
        for shape in shapes
        for prefix in WORDS
        for scam in SCAMS
    ]
    return every[:count]


@pytest.mark.parametrize("prefix", WORDS)
def test_the_sheet_has_a_button_and_no_link_that_makes_its_pdf(visitor, prefix):
    html = visitor.get(f"{prefix}{SHEET}?format=large").content.decode()
    button = f'<form method="post" action="{prefix}{PDF}?format=large"><button class="btn" type="'
    assert f'{button}submit">{WORDS[prefix]}</button></form>' in html
    assert not re.search('href="[^"]*pdf/', html)


def test_large_type_stays_on_the_way_to_the_pdf(visitor):
    html = visitor.get(f"{SHEET}?size=large").content.decode()
    assert f'action="{PDF}?size=large"' in html
    assert visitor.post(f"{PDF}?size=large")["Location"] == f"{PDF}?size=large"
    assert 'data-size="large"' in visitor.get(f"{PDF}?size=large").content.decode()


@pytest.mark.parametrize("prefix", WORDS)
@pytest.mark.parametrize("address", [PDF, f"{PDF}?format=poster&second=x&office=nobody", TOGETHER])
def test_who_opens_the_address_finds_a_button_and_makes_nothing(visitor, starts, address, prefix):
    for ask in (visitor.head, visitor.get):
        answer = ask(prefix + address)
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "no-store"
        assert not answer.cookies and "Cookie" not in answer["Vary"]
    page = answer.content.decode()
    assert f'type="submit">{WORDS[prefix]}</button>' in page
    assert '<meta name="robots" content="noindex">' in page
    assert not requests.room().exists() and not starts


def test_who_presses_waits_at_the_same_address_and_is_led_to_the_file(visitor, starts):
    address = f"{PDF}?format=large"
    pressed = visitor.post(address)
    assert (pressed.status_code, pressed["Location"]) == (303, address)
    assert pressed["Cache-Control"] == "no-store" and not pressed.cookies
    assert len(waiting()) == len(starts) == 1
    for ask in (visitor.head, visitor.get):
        answer = ask(address)
        assert (answer.status_code, answer["Refresh"]) == (202, "1")
        assert answer["Cache-Control"] == "no-store"
    assert "正在排版" in answer.content.decode()
    assert f'href="{address}"' in answer.content.decode()  # for a browser that does not look again
    make_all()
    for ask in (visitor.head, visitor.get):
        answer = ask(address)
        assert answer.status_code == 302
        assert visitor.get(answer["Location"]).content.startswith(b"%PDF")


def test_pressing_leads_to_a_file_that_is_there_at_once(visitor):
    visitor.post(PDF)
    make_all()
    pressed = visitor.post(PDF)
    assert (pressed.status_code, pressed["Cache-Control"]) == (303, "no-store")
    assert pressed["Location"].endswith(".pdf")
    assert not waiting()


def test_pages_that_share_a_sheet_have_one_pdf(visitor):
    assert visitor.post(TOGETHER)["Location"] == TOGETHER
    assert visitor.get(TOGETHER).status_code == 202
    make_all()
    assert visitor.get(TOGETHER).status_code == 302


def test_pressing_twice_is_as_pressing_once(visitor):
    for _time in range(PER_ADDRESS.most + 1):
        assert visitor.post(PDF).status_code == 303
    assert len(waiting()) == 1


def test_a_file_that_made_room_for_others_has_its_button_again(visitor):
    visitor.post(PDF)
    make_all()
    assert visitor.get(PDF).status_code == 302
    [file] = pdfs()
    file.unlink()
    assert visitor.get(PDF).status_code == 200
    assert visitor.post(PDF)["Location"] == PDF
    assert len(waiting()) == 1


def test_looking_starts_what_makes_pdfs_again_for_a_sheet_that_waits_and_for_no_other(
    visitor, starts
):
    visitor.post(PDF)
    starts.clear()
    visitor.get(f"{PDF}?format=poster")
    assert not starts
    visitor.get(PDF)
    assert len(starts) == len(waiting()) == 1


def test_a_sheet_that_waited_while_nobody_looked_is_made_for_who_presses_again(visitor, starts):
    visitor.post(PDF)
    [file] = requests.job_queue().waiting.iterdir()
    os.utime(file, (time.time() - 9000,) * 2)
    starts.clear()
    answer = visitor.get(PDF)
    assert answer.status_code == 503
    assert "过一分钟，再试一次</button>" in answer.content.decode()
    assert starts
    assert visitor.post(PDF).status_code == 303
    assert visitor.get(PDF).status_code == 202


def test_a_waiting_reader_is_never_told_that_nothing_waits_while_it_is_taken(visitor, monkeypatch):
    """The process may take the sheet between any two things that the look does."""
    visitor.post(PDF)
    stat, seen = Path.stat, []

    def taken_first(path, **more):
        if path.parent == requests.job_queue().waiting and not seen:
            seen.append(path)
            monkeypatch.setattr(Path, "stat", stat)
            requests.job_queue().take()
        return stat(path, **more)

    monkeypatch.setattr(Path, "stat", taken_first)
    assert visitor.get(PDF).status_code == 202
    assert seen


def test_a_sheet_given_up_says_so_to_who_looks_and_who_presses(visitor):
    visitor.post(PDF)
    requests.job_queue().give_up(requests.job_queue().take())
    assert visitor.post(PDF)["Location"] == PDF
    answer = visitor.get(PDF)
    assert answer.status_code == 503
    assert 290 <= int(answer["Retry-After"]) <= 300
    assert not waiting()


def test_a_hall_gets_a_dozen_new_sheets_at_once_and_a_flood_does_not():
    reader = Client(REMOTE_ADDR=HERE)
    answers = [reader.post(address).status_code for address in different(PER_ADDRESS.most + 3)]
    assert answers == [303] * PER_ADDRESS.most + [429] * 3
    assert PER_ADDRESS.most >= 2 * 12
    assert len(waiting()) == PER_ADDRESS.most


@pytest.fixture
def had_enough(monkeypatch):
    """A reader whose address may have no new PDF for now; what was asked for is made."""
    monkeypatch.setattr(PER_ADDRESS, "most", 3)
    reader = Client(REMOTE_ADDR=HERE)
    for address in different(PER_ADDRESS.most):
        reader.post(address)
    make_all()
    return reader


@pytest.mark.parametrize(
    ("prefix", "says"),
    [("", "先用浏览器打印"), ("/zh-hant", "先用瀏覽器列印"), ("/en", "Print it with your browser")],
)
def test_who_has_had_enough_is_told_until_when_and_how_else_to_print(had_enough, prefix, says):
    answer = had_enough.post(f"{prefix}/rules/leaflet/pdf/?format=large")
    page = answer.content.decode()
    assert answer.status_code == 429
    assert 590 <= int(answer["Retry-After"]) <= 600
    assert answer["Cache-Control"] == "no-store"
    assert f"<h1>{says}</h1>" in page
    assert "Ctrl+P" in page and f'href="{prefix}/rules/leaflet/?format=large"' in page
    assert not waiting()


def test_who_has_had_enough_still_gets_what_is_there(had_enough):
    for address in different(PER_ADDRESS.most):
        assert had_enough.post(address)["Location"].endswith(".pdf")
        assert had_enough.get(address).status_code == 302


def test_who_has_had_enough_may_again_after_a_while(had_enough, monkeypatch):
    assert had_enough.post("/rules/leaflet/pdf/").status_code == 429
    later = time.monotonic() + PER_ADDRESS.seconds + 1
    monkeypatch.setattr(PER_ADDRESS, "now", lambda: later)
    assert had_enough.post("/rules/leaflet/pdf/").status_code == 303


def test_others_are_not_stopped(had_enough):
    assert Client(REMOTE_ADDR=ELSEWHERE).post("/rules/leaflet/pdf/").status_code == 303


def test_a_house_with_many_addresses_of_the_new_kind_is_one_reader(monkeypatch):
    monkeypatch.setattr(PER_ADDRESS, "most", 3)
    for number, address in enumerate(different(PER_ADDRESS.most)):
        assert Client(REMOTE_ADDR=f"2001:db8::{number:x}").post(address).status_code == 303
    neighbour = Client(REMOTE_ADDR="2001:db8::ffff:ffff")
    assert neighbour.post("/rules/leaflet/pdf/").status_code == 429
    assert Client(REMOTE_ADDR="2001:db8:0:1::1").post("/rules/leaflet/pdf/").status_code == 303


def test_nobody_who_asked_is_written_down(had_enough, settings, caplog, capfd):
    had_enough.post("/rules/leaflet/pdf/")
    files = [path for path in settings.VAR_DIR.parent.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if HERE.encode() in path.read_bytes() or HERE in path.name]
    assert HERE not in caplog.text + "".join(capfd.readouterr())


@pytest.mark.parametrize(
    ("says", "waits"), [("cross-site", 0), ("same-origin", 1), ("same-site", 1), ("none", 1)]
)
def test_a_page_elsewhere_cannot_press_the_button_in_its_readers_name(visitor, says, waits):
    pressed = visitor.post(PDF, headers={"sec-fetch-site": says})
    assert (pressed.status_code, pressed["Location"]) == (303, PDF)
    assert len(waiting()) == waits
    assert visitor.get(PDF).status_code == (202 if waits else 200)


def test_no_cookie_and_no_token_is_needed():
    assert Client(enforce_csrf_checks=True).post(PDF).status_code == 303


@pytest.mark.parametrize(
    "query",
    [
        "format=zz&second=%00&office=..%2F..",
        "format=poster&second=en",
        "a=1&" * 3000,
        "page=scam.nobody",
        "format=" + "x" * 5000,
        "%E0%A4%A",
    ],
)
def test_odd_wishes_are_read_as_the_sheet_reads_them(visitor, query):
    pressed = visitor.post(f"{PDF}?{query}")
    assert pressed.status_code == 303
    assert len(pressed["Location"]) < 100
    assert visitor.get(pressed["Location"]).status_code == 202
    assert visitor.get(f"{PDF}?{query}").status_code == 202
    assert len(waiting()) == 1


@pytest.mark.parametrize(
    "address",
    [
        "/scams/nobody/leaflet/pdf/",
        "/leaflets/sheet/pdf/",
        "/leaflets/sheet/pdf/?page=scam.nobody",
        "/leaflets/sheet/pdf/?page=rules&page=family",
    ],
)
def test_a_sheet_that_is_not_there_is_not_made(visitor, address):
    assert visitor.get(address).status_code == visitor.post(address).status_code == 404


@pytest.mark.parametrize("prefix", WORDS)
def test_a_long_body_is_refused_and_a_short_one_passed_over(visitor, prefix):
    assert visitor.post(prefix + PDF, "x=" + "y" * 3_000_000, FORM).status_code == 413
    assert not waiting()
    assert visitor.post(prefix + PDF, "format=poster&page=x", FORM)["Location"] == prefix + PDF


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_ways_of_asking_are_none(visitor, method):
    assert getattr(visitor, method)(PDF).status_code == 405


@pytest.mark.parametrize("address", [SHEET, "/leaflets/", "/rules/", "/leaflets/sheet/"])
def test_pages_beside_it_take_nothing(visitor, address):
    assert visitor.post(address).status_code == 405


def test_the_languages_of_a_sheet_of_several_pages_lead_to_the_same_pages(visitor):
    for address in (TOGETHER, TOGETHER.replace("pdf/", "")):
        html = visitor.get(address).content.decode().replace("&amp;", "&")
        assert f'href="/en{address}"' in html
        assert visitor.get(f"/en{address}").status_code == 200


def test_robots_are_asked_to_leave_what_has_no_end(visitor):
    lines = visitor.get("/robots.txt").content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    off = [re.escape(line.removeprefix("Disallow: ")).replace(r"\*", ".*") for line in lines[1:]]
    assert all(off)
    for path in (PDF, TOGETHER, TOGETHER.replace("pdf/", ""), "/quiz/basic-1/sheet/?form=7K"):
        for prefix in WORDS:
            assert any(re.match(rule, prefix + path) for rule in off), path
    for path in ("/", SHEET, "/leaflets/", "/quiz/basic-1/sheet/", "/scams/fake-prize/"):
        assert not [rule for rule in off if re.match(rule, path)], path
