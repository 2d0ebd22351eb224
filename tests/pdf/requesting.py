"""Asking for sheets as a reader does, and looking at the press that makes them."""

import itertools
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.test import RequestFactory

from awareness.pdf import requests, views
from tests.browser.server import ROOT

PATIENCE = 60  # seconds, on a machine with much else to do
SLOW = "<p>骗" * 25_000  # takes the press some seconds
CRASHES = "<style>li::marker { content: '一' }</style><ul style='position:absolute'><li>一</ul>"

WORDS = {"title": "防骗站", "foreign": "", "shape": "A4", "again": "/sheet/", "back": "/back/"}
readers = itertools.count()


def a_sheet(words: str = "先挂断，再自己拨110。") -> str:
    return (
        '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>防骗宣传单</title>'
        "<style>@page { size: A4; margin: 15mm } body { font: 14pt 'Noto Sans SC' }</style></head>"
        f"<body><h1>自称公安打来，要您转钱？</h1><p>{words}</p></body></html>"
    )


def asked(method: str, html: str, name: str = "防骗站-A4", reader: str = "", **headers):
    """The site's answer to one request for HTML as a PDF; each comes from another READER unless told."""
    number = next(readers)
    reader = reader or f"10.0.{number // 256}.{number % 256}"
    request = RequestFactory(headers=headers).generic(method, "/sheet/", REMOTE_ADDR=reader)
    return views.pdf_response(request, views.Wanted.of(html, name), WORDS, {})


def look(html: str, name: str = "防骗站-A4"):
    """The answer to who opens the address."""
    return asked("GET", html, name)


def press_button(html: str, name: str = "防骗站-A4", reader: str = "", **headers):
    return asked("POST", html, name, reader, **headers)


def ask(html: str, name: str = "防骗站-A4"):
    """What a reader sees who presses the button."""
    answer = press_button(html, name)
    return look(html, name) if answer.status_code == 303 else answer


def asked_until_over(html: str, name: str = "防骗站-A4"):
    """The answer that ends the waiting of who has pressed the button once."""
    return ended(ask(html, name)) or until(lambda: ended(look(html, name)))


def ended(answer):
    return answer if answer.status_code != 202 else None


def until(look):
    """What LOOK gives as soon as it gives something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.05)
    raise AssertionError("waited in vain")


def shelf() -> Path:
    """The folder of the finished PDFs."""
    return Path(settings.MEDIA_ROOT) / "sheets"


def made() -> list[Path]:
    """What the press has made and nobody has fetched yet."""
    return list(requests.job_queue().finished.glob("[!.]*"))


def pdfs() -> list[Path]:
    return [path for path in shelf().rglob("*") if path.is_file()]


def shown(pdf: Path, tool: str, *options: str) -> str:
    """What TOOL (of poppler) says of PDF; CalledProcessError if it is not a whole one."""
    command = [tool, *options, str(pdf), *(["-"] if tool == "pdftotext" else [])]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def is_whole(pdf: Path) -> bool:
    return "要您转钱" in shown(pdf, "pdftotext") and pdf.read_bytes().rstrip().endswith(b"%%EOF")


def at_work() -> int | None:
    """Number of the process that is the press, if there is one."""
    if requests.is_held(requests.room() / "lock"):
        return int((requests.room() / "lock").read_text() or 0) or None
    return None


def is_gone(number: int) -> bool:
    """Whether the process NUMBER has ended and somebody took note of it."""
    return not Path(f"/proc/{number}").exists()


def a_press(*words: str, first: str = "", idle: float = 0.3) -> subprocess.Popen:
    """A press of one's own, that does FIRST before it begins. It ends soon when nothing waits."""
    program = f"from awareness.pdf import worker\n{first}\nworker.main()"
    return subprocess.Popen([sys.executable, "-c", program, *words, str(idle)], cwd=ROOT)


def its_words() -> list[str]:
    """What the site tells a press when it starts it."""
    return requests.command()[3:]
