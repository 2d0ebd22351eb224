"""A reader asks for a sheet as a PDF: it is made once, elsewhere, and is then a plain file."""

import subprocess
import sys
import time
from urllib.parse import unquote

import pytest
from django.core.checks import run_checks
from django.test import Client

from awareness.delivery.media import MediaCache
from awareness.pdf import checks, requests, views
from tests.browser.server import ROOT

from .requesting import (
    CRASHES,
    a_sheet,
    ask,
    asked_until_over,
    at_work,
    is_gone,
    is_whole,
    look,
    pdfs,
    shown,
    until,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.files,
    pytest.mark.usefixtures("own_press"),
]


def test_a_reader_waits_a_little_and_is_led_to_the_file():
    first = ask(a_sheet())
    assert first.status_code == 202
    assert first["Refresh"] == "1"
    assert first["Cache-Control"] == "no-store"
    assert "正在排版" in first.content.decode()
    answer = asked_until_over(a_sheet())
    assert answer.status_code == 302
    assert unquote(answer["Location"]).endswith("/防骗站-A4.pdf")
    file = Client().get(answer["Location"])
    assert file.status_code == 200
    assert file["Content-Type"] == "application/pdf"
    assert file["Content-Disposition"].startswith("inline")
    assert "immutable" in file["Cache-Control"]
    assert file.content == pdfs()[0].read_bytes()


def test_the_pdf_has_its_title_its_tags_and_the_letters_it_needs_inside():
    asked_until_over(a_sheet())
    [pdf] = pdfs()
    facts = shown(pdf, "pdfinfo")
    assert "防骗宣传单" in facts
    assert "A4" in facts
    assert "Tagged:          yes" in facts
    assert "先挂断，再自己拨110。" in shown(pdf, "pdftotext")
    fonts = shown(pdf, "pdffonts").splitlines()[2:]
    assert len(fonts) == 2
    assert all("Noto-Sans-SC" in font and "yes yes yes" in font for font in fonts)
    assert pdf.stat().st_size < 60_000


def test_a_sheet_is_made_once_and_another_text_name_or_edition_is_another_file(monkeypatch):
    first = asked_until_over(a_sheet())["Location"]
    made = pdfs()[0].stat().st_ino
    assert ask(a_sheet())["Location"] == first
    assert pdfs()[0].stat().st_ino == made
    other_text = asked_until_over(a_sheet("拿不准，问一问。"))["Location"]
    other_name = asked_until_over(a_sheet(), "另一个名字")["Location"]
    monkeypatch.setattr(requests, "EDITION", requests.EDITION + 1)
    other_edition = asked_until_over(a_sheet())["Location"]
    assert len({first, other_text, other_name, other_edition}) == 4


@pytest.mark.parametrize(
    "name, kept",
    [
        ("防骗站-冒充公检法-A4", "防骗站-冒充公检法-A4"),
        ("../../etc/passwd", "etc-passwd"),
        ('a"b\nc.html', "a-b-c-html"),
        ("。。。", "sheet"),
        ("长" * 90, "长" * 60),
        (f"{'长' * 90}-A4一张", f"{'长' * 55}-A4一张"),
        (
            "A caller says he is from the bank and asks you for a face scan-One A4 page",
            "A-caller-says-he-is-from-the-bank-and-asks-you-One-A4-page",
        ),
        (
            "A caller says he is from the bank and asks for a face-scan-Tri-fold",
            "A-caller-says-he-is-from-the-bank-and-asks-for-a-Tri-fold",
        ),
    ],
)
def test_a_file_name_keeps_its_words_and_nothing_that_harms(name, kept):
    assert requests.file_name(name) == kept


def test_a_file_that_is_not_there_is_not_found(visitor):
    for name in ("没有.pdf", "..%2F..%2Fsecret_key", "x.html"):
        assert visitor.get(f"/media/sheets/{'0' * 32}/{name}").status_code == 404


@pytest.fixture
def file():
    """Asks for one and the same file, by headers."""
    address, body = f"{'0' * 32}/x.pdf", bytes(range(200))
    requests.pdf_cache().put(address, body)
    return lambda **headers: Client(headers=headers).get(f"/media/sheets/{address}")


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("0-9", 0, 9), ("150-", 150, 199), ("-20", 180, 199), ("190-900", 190, 199), ("-900", 0, 199)],
)
def test_a_part_of_a_file_is_sent_to_who_asks_for_it(file, asked, first, last):
    whole, part = file(), file(range=f"bytes={asked}")
    assert whole["Accept-Ranges"] == "bytes"
    assert part.status_code == 206
    assert part.content == whole.content[first : last + 1]
    assert part["Content-Range"] == f"bytes {first}-{last}/200"
    assert part["Content-Length"] == str(last + 1 - first)
    for name in ("ETag", "Content-Type", "Content-Disposition", "Cache-Control"):
        assert part[name] == whole[name]


@pytest.mark.parametrize("asked", ["200-", "900-901", "-0"])
def test_what_is_beyond_the_end_is_not_sent(file, asked):
    answer = file(range=f"bytes={asked}")
    assert answer.status_code == 416
    assert answer["Content-Range"] == "bytes */200"
    assert answer["Cache-Control"] == "no-store"
    assert answer.content == b""


@pytest.mark.parametrize(
    "asked", ["bytes=", "bytes=-", "bytes=9-3", "bytes=0-1,5-6", "signs=0-1", "x"]
)
def test_several_parts_and_nonsense_get_the_whole(file, asked):
    answer = file(range=asked)
    assert (answer.status_code, len(answer.content)) == (200, 200)


def test_a_download_goes_on_only_with_the_same_file(file):
    tag = file()["ETag"]
    assert file(range="bytes=5-", if_range=tag).status_code == 206
    assert file(range="bytes=5-", if_range='"another"').status_code == 200
    assert file(range="bytes=5-", if_range="Sun, 22 Nov 2026 08:00:00 GMT").status_code == 200


def test_a_file_that_a_reader_has_is_not_sent_again(file):
    for more in ({}, {"range": "bytes=0-1"}):
        answer = file(if_none_match=file()["ETag"], **more)
        assert (answer.status_code, answer.content) == (304, b"")
        assert "immutable" in answer["Cache-Control"]


def test_a_ready_file_is_read_where_nothing_may_be_written(file, monkeypatch):
    def refused(*words, **more):
        raise PermissionError

    monkeypatch.setattr("os.utime", refused)
    assert file().status_code == 200


def test_no_more_wait_than_may_and_the_next_reader_is_told_another_way(no_press):
    answers = [ask(a_sheet(str(number))) for number in range(61)]
    assert [answer.status_code for answer in answers] == [202] * 60 + [503]
    assert answers[60]["Retry-After"]
    page = answers[60].content.decode()
    assert "现在排队的人多" in page
    assert "Ctrl+P" in page
    assert 'href="/back/"' in page
    assert ask(a_sheet("0")).status_code == 202


def test_a_sheet_longer_than_any_is_refused_in_words(no_press):
    answer = ask(a_sheet("长" * 100_000))
    assert answer.status_code == 503
    assert "这份PDF没有做成" in answer.content.decode()


def test_a_sheet_that_breaks_the_press_is_given_up_and_the_next_one_made():
    ask(CRASHES)
    assert asked_until_over(a_sheet()).status_code == 302
    answer = asked_until_over(CRASHES)
    assert answer.status_code == 503
    assert "Refresh" not in answer
    assert "Ctrl+P" in answer.content.decode()
    assert ask(CRASHES).status_code == 503


def test_a_sheet_that_is_given_up_says_for_how_long(time_machine):
    ask(CRASHES)
    asked_until_over(CRASHES)
    time_machine.move_to(time.time() + 100)
    assert 190 <= int(ask(CRASHES)["Retry-After"]) <= 200
    time_machine.move_to(time.time() + 201)
    assert not requests.job_queue().refused_for(requests.key_of(CRASHES, "防骗站-A4"))


def test_nobody_waits_for_ever(no_press, monkeypatch):
    assert ask(a_sheet()).status_code == 202
    monkeypatch.setattr(views, "LONGEST_WAIT", 0)
    assert look(a_sheet()).status_code == 503


def test_without_the_libraries_of_the_system_a_reader_is_told_another_way(monkeypatch):
    crippled = "import sys; sys.modules['weasyprint'] = None\nfrom awareness.pdf.worker "
    crippled += "import main; main()"
    words = [sys.executable, "-c", crippled, *requests.command()[3:]]
    monkeypatch.setattr(requests, "command", lambda: words)
    assert "Ctrl+P" in asked_until_over(a_sheet()).content.decode()
    assert ask(a_sheet("另一张")).status_code == 503


def test_a_press_that_cannot_even_be_started_is_no_error_of_the_page(monkeypatch):
    monkeypatch.setattr(requests, "command", lambda: ["/no/such/program"])
    assert ask(a_sheet()).status_code == 503


def test_the_check_names_the_packages_that_are_missing(monkeypatch):
    assert not [note for note in run_checks() if note.id == "pdf.I001"]
    monkeypatch.setattr(checks, "library_is_there", lambda library: "pango" not in library)
    [note] = [note for note in run_checks() if note.id == "pdf.I001"]
    assert note.hint.endswith("apt-get install libpango-1.0-0 libpangoft2-1.0-0")


def test_the_press_ends_when_nothing_comes_and_comes_back_when_something_does(monkeypatch):
    words = [*requests.command(), "0.3"]
    monkeypatch.setattr(requests, "command", lambda: words)
    ask(a_sheet())
    first = until(at_work)
    until(lambda: is_gone(first))  # not even a dead entry in the table of processes
    assert asked_until_over(a_sheet("第二张")).status_code == 302


def test_the_shelf_keeps_no_more_than_it_may_and_what_was_asked_for_last(monkeypatch):
    monkeypatch.setattr(requests, "pdf_cache", lambda: MediaCache("sheets", 60_000))
    for number in range(8):
        assert asked_until_over(a_sheet(f"第{number}张")).status_code == 302
    assert 1 < len(pdfs()) < 8
    assert sum(pdf.stat().st_size for pdf in pdfs()) <= 60_000
    assert all(is_whole(pdf) for pdf in pdfs())
    assert ask(a_sheet("第7张")).status_code == 302


def test_page_servers_never_load_what_sets_pages():
    program = (
        "import os, sys, django\n"
        "os.environ['DJANGO_SETTINGS_MODULE'] = 'awareness.settings'\n"
        "django.setup()\n"
        "import awareness.urls, awareness.pdf.requests as press\n"
        "press.key_of('x', 'y')\n"
        "assert not {'weasyprint', 'fontTools'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
