"""Where PDFs stand once they are made, and how the process that makes them is started.

The worker is a process of its own (worker.py). Nothing here sets a page or waits for one.
"""

import hashlib
import os
import re
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from awareness.delivery.media import MediaCache
from awareness.lib.files.job_queue import JobQueue
from awareness.lib.files.process_lock import is_held, the_only_one
from awareness.lib.typesetting.fonts import mark

from .worker import EVERY_SHEET, NO_ROOM

EDITION = 1  # raise it when the press makes other PDFs of the same page
LONGEST_NAME = 60  # characters
LONGEST_LOG = 100_000  # bytes; then a new one
OUTSIDE_WORDS = re.compile(r"-(?![a-z])")  # a dash, but not that of Tri-fold
NOT_IN_FILE_NAMES = re.compile(r"[^\w]+")
KEPT_SURROUNDINGS = ("PATH", "LD_LIBRARY_PATH")


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


def pdf_cache() -> MediaCache:
    return MediaCache("sheets", settings.SHEET_SPACE_MB * 1_000_000)


def job_queue() -> JobQueue:
    return JobQueue(room())


def room() -> Path:
    """The folder of the press."""
    return Path(settings.VAR_DIR) / "press"


def is_made(key: str, name: str) -> bool:
    """Whether the PDF stands in its place; what the worker has just made is put there now. OSError if
    there is no room."""
    file = f"{key}/{name}.pdf"
    if made := job_queue().result(key):
        pdf_cache().put(file, made)
        job_queue().fetched(key)
    return bool(made) or pdf_cache().has(file)


def refused_for(key: str) -> float:
    """Seconds for which KEY cannot be asked for: it, or all sheets, could not be made."""
    return max(job_queue().refused_for(one) for one in (key, EVERY_SHEET, NO_ROOM))


def start_worker() -> None:
    """Start the press, unless one is at work or starting.

    It inherits a lock, and so holds it from before its first moment until it ends or is killed.
    """
    with the_only_one(room() / "started", patience=0) as lock:
        if lock is not None and not is_held(room() / "lock"):
            start_process(lock)


def start_process(inherited: int) -> None:
    with log_file().open("a") as log:
        press = subprocess.Popen(
            command(),
            cwd=settings.BASE_DIR,
            env={name: os.environ[name] for name in KEPT_SURROUNDINGS if name in os.environ},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=[inherited],
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
    return [sys.executable, "-m", "awareness.pdf.worker", str(room())]
