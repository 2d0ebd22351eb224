"""A sheet as a PDF: from the shelf if it was ever made, else from the press, which is asked to make it.

The press is a process of its own (press_room.py). Nothing here sets a page or waits for one.
"""

import hashlib
import logging
import os
import re
import subprocess
import sys
import threading
import time
from contextlib import suppress
from math import ceil
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from awareness.delivery.pages import page
from awareness.lib.faces import mark
from awareness.lib.only_one import is_held
from awareness.lib.shelf import Shelf
from awareness.lib.spool import Full, Spool, TooLong

from .press_room import EVERY_SHEET, NO_ROOM

logger = logging.getLogger(__name__)
EDITION = 1  # raise it when the press makes other PDFs of the same page
LONGEST_NAME = 60  # characters
LOOK_AGAIN = 1  # seconds between two looks of a reader who waits: most sheets take less
LONGEST_WAIT = 180  # seconds, after which a reader is told not to
STARTING = 3  # seconds that a press may take before it holds its lock
COME_BACK = 60  # seconds
LONGEST_LOG = 100_000  # bytes; then a new one
OUTSIDE_WORDS = re.compile(r"-(?![a-z])")  # a dash, but not that of Tri-fold
NOT_IN_FILE_NAMES = re.compile(r"[^\w]+")
KEPT_SURROUNDINGS = ("PATH", "LD_LIBRARY_PATH")


def pdf_answer(request: HttpRequest, html: str, name: str, back: str | None = None) -> HttpResponse:
    """The PDF of HTML, its style inlined, as the file NAME.pdf.

    302 to the file; 202 with a page that looks again while it is made; 503 until when it cannot be
    made or too many wait. BACK is the address of the sheet itself, where the browser prints it.
    """
    name = file_name(name)
    key = key_of(html, name)
    if shelf().find(f"{key}/{name}.pdf"):
        return ready(key, name)
    words = {"back": back or request.path, "again": request.get_full_path()}
    try:
        seconds = ask_for(key, f"{name}\n{html}".encode())
    except Full:
        return sorry(request, words | {"many": True}, COME_BACK)
    except (OSError, TooLong) as error:
        logger.error("A sheet cannot be sent to the press: %r", error)
        return sorry(request, words, COME_BACK)
    return sorry(request, words, seconds) if seconds else wait(request, words)


def file_name(name: str) -> str:
    """NAME as a file may be called, without its ending: a long one loses words of its title, not
    the shape that stands last."""
    *titles, shape = map(as_file, OUTSIDE_WORDS.split(name))
    title = "-".join(filter(None, titles))
    room = LONGEST_NAME - len(f"-{shape}")
    if len(title) > room > 0:
        title = title[: room + 1].rpartition("-")[0] or title[:room]
    return "-".join(filter(None, (title, shape)))[:LONGEST_NAME] or "sheet"


def as_file(words: str) -> str:
    return NOT_IN_FILE_NAMES.sub("-", words).strip("-")


def key_of(html: str, name: str) -> str:
    """Another one for another text, name, font or way of making it: a file never changes."""
    text = f"{EDITION}\n{mark()}\n{name}\n{html}"
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def shelf() -> Shelf:
    return Shelf(Path(settings.MEDIA_ROOT) / "sheets", settings.SHEET_SPACE_MB * 1_000_000)


def spool() -> Spool:
    return Spool(room())


def room() -> Path:
    """The folder of the press."""
    return Path(settings.VAR_DIR) / "press"


def ready(key: str, name: str) -> HttpResponse:
    answer = HttpResponseRedirect(reverse("sheet-file", args=[key, f"{name}.pdf"]))
    answer.headers["Cache-Control"] = "no-store"  # the file may have to be made again
    return answer


def ask_for(key: str, work: bytes) -> float:
    """Let WORK wait for the press, and see that there is one; else the seconds after which it may."""
    queue = spool()
    if seconds := max(queue.refused_for(one) for one in (key, EVERY_SHEET, NO_ROOM)):
        return seconds
    queue.put(key, work)
    wake()
    return 0 if queue.waits_for(key) < LONGEST_WAIT else COME_BACK


def wake() -> None:
    """Start the press, unless one is at work or just starting."""
    lock = room() / "lock"
    with suppress(FileNotFoundError):
        just_woken = 0 <= time.time() - lock.stat().st_mtime < STARTING
        if just_woken or is_held(lock):
            return
    lock.touch()
    with log_file().open("a") as log:
        press = subprocess.Popen(
            command(),
            cwd=settings.BASE_DIR,
            env={name: os.environ[name] for name in KEPT_SURROUNDINGS if name in os.environ},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    # Somebody must take note of its end, or it stays in the table of processes.
    threading.Thread(target=press.wait, daemon=True).start()


def log_file() -> Path:
    path = room() / "press.log"
    with suppress(FileNotFoundError):
        if path.stat().st_size > LONGEST_LOG:
            path.unlink()
    return path


def command() -> list[str]:
    work = [str(room()), str(shelf().folder), str(shelf().most)]
    return [sys.executable, "-m", "awareness.leaflets.press_room", *work]


def wait(request, words) -> HttpResponse:
    answer = page(request, "leaflets/pdf_wait.html", words, status=202)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Refresh"] = str(LOOK_AGAIN)
    return answer


def sorry(request, words, seconds: float) -> HttpResponse:
    answer = page(request, "leaflets/pdf_failed.html", words, status=503)
    answer.headers["Retry-After"] = str(ceil(seconds))
    return answer
