"""The press: makes the sheets that wait into PDFs, one at a time, in a process of its own.

`python -m awareness.pdf.worker SPOOL SHELF MOST_BYTES [IDLE_SECONDS]`, without Django and
without the database. It ends when nothing has come for a while; the site starts it again.
"""

import faulthandler
import os
import resource
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from awareness.lib.files.file_cache import FileCache
from awareness.lib.files.job_queue import JobQueue, Taken
from awareness.lib.files.process_lock import the_only_one
from awareness.lib.typesetting.fonts import unpacked

EVERY_SHEET = "everysheet"  # the spool's key for: the press itself cannot work
NO_ROOM = "noroom"  # and for: the disk is full, or a folder cannot be written
REST = 60  # seconds, after which there may be room
MOST_MEMORY = 1024**3  # bytes of address space; a sheet takes 0.35 of it
SHIFT = 100  # sheets; then a fresh process goes on, whatever this one has piled up
LONGEST = 20  # seconds a sheet
STUCK = 25  # seconds after which not even the interpreter answers
LOOKS_EVERY, IDLE = 0.2, 600.0  # seconds
NICENESS = 10


class OutOfTime(BaseException):
    """Not an Exception: no library takes it for one of its own."""


class Unprintable(Exception):
    """The sheet breaks what sets pages."""


def main() -> None:
    spool_folder, shelf_folder, most, *idle = sys.argv[1:]
    folder = Path(spool_folder)
    folder.mkdir(parents=True, exist_ok=True)
    with the_only_one(folder / "lock") as lock:
        if alone := lock is not None:
            be_modest()
            shelf = FileCache(Path(shelf_folder), int(most))
            ended = work(folder, shelf, float(*idle or [IDLE]))
    if alone and not ended:
        os.execv(sys.executable, sys.orig_argv)


def be_modest() -> None:
    """The page servers go first."""
    os.setpriority(os.PRIO_PROCESS, 0, NICENESS)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.signal(signal.SIGALRM, out_of_time)


def out_of_time(number, frame):
    raise OutOfTime


def work(folder: Path, shelf: FileCache, idle: float) -> bool:
    """Make sheets until none has come for IDLE seconds; False if a fresh process should go on.

    A fault of the disk is no sheet's fault: nothing counts as tried, and all rests a little."""
    spool = JobQueue(folder)
    try:
        return make_all(folder, spool, shelf, idle)
    except OSError as error:
        say(f"The press cannot read or write: {error!r}")
        for let_rest in (lambda: spool.refuse(NO_ROOM, REST), spool.clear):
            with suppress(OSError):
                let_rest()
        return True


def make_all(folder: Path, spool: JobQueue, shelf: FileCache, idle: float) -> bool:
    spool.tidy()
    if not set_up(folder, spool):
        return True
    made, last = 0, time.monotonic()
    while (folder / "lock").exists():
        if taken := spool.take():
            made += 1
            if not make(taken, spool, shelf) or made == SHIFT:
                return False
            last = time.monotonic()
        elif time.monotonic() - last > idle:
            break
        else:
            time.sleep(LOOKS_EVERY)
    return True


def set_up(folder: Path, spool: JobQueue) -> bool:
    """Fonts and libraries; False, and the site is told, if these are missing."""
    os.environ["FONTCONFIG_FILE"] = str(unpacked(folder / "fonts"))
    try:
        import weasyprint  # noqa: F401 - slow, and looks for libraries of the system
    except (ImportError, OSError) as error:
        spool.refuse(EVERY_SHEET)
        say(f"The press cannot start: {error!r}")
        return False
    spool.accept(EVERY_SHEET)
    return True


def make(taken: Taken, spool: JobQueue, shelf: FileCache) -> bool:
    """Put the PDF of TAKEN on the shelf as <key>/<name>.pdf; False if it breaks what sets pages."""
    try:
        name, html = taken.path.read_text("utf-8").split("\n", 1)
        file = f"{taken.key}/{name}.pdf"
        if not shelf.find(file):
            shelf.put(file, render_pdf(html))
    except OSError:
        raise  # the disk's fault, not the sheet's
    except (Exception, OutOfTime) as error:
        spool.give_up(taken)
        say(f"Sheet {taken.key} cannot be made: {error!r}")
        return False
    spool.done(taken)
    return True


def render_pdf(html: str) -> bytes:
    """HTML as a tagged PDF. It may bring pictures inside it (data:); nothing is fetched."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    closed = URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
    faulthandler.dump_traceback_later(STUCK, exit=True)
    signal.alarm(LONGEST)
    try:
        return HTML(string=html, url_fetcher=closed).write_pdf(pdf_tags=True)
    except OSError as error:
        raise Unprintable from error  # it touches no disk of ours
    finally:
        signal.alarm(0)
        faulthandler.cancel_dump_traceback_later()


def say(words: str) -> None:
    with suppress(OSError):  # the disk may be full
        print(time.strftime("%Y-%m-%d %H:%M:%S"), words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
