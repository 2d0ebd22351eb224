"""The press: makes the sheets that wait into PDFs, one at a time, in a process of its own.

`python -m awareness.pdf.worker FOLDER [IDLE_SECONDS]`, without Django, the database or the site's
files: the sheets wait in FOLDER, and there the site fetches what comes of them. It ends when nothing
has come for a while (with 0 for IDLE_SECONDS as soon as nothing waits, with `inf` never) and the
site starts it again, unless it is run as a service of its own.
"""

import faulthandler
import os
import resource
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

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
    folder, idle = Path(sys.argv[1]), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    with the_only_one(folder / "lock") as lock:
        if alone := lock is not None:
            be_modest()
            ended = work(folder, float(*idle or [IDLE]))
    if alone and not ended:
        os.execv(sys.executable, sys.orig_argv)


def be_modest() -> None:
    """The page servers go first."""
    os.setpriority(os.PRIO_PROCESS, 0, NICENESS)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.signal(signal.SIGALRM, out_of_time)


def out_of_time(number, frame):
    raise OutOfTime


def work(folder: Path, idle: float) -> bool:
    """Make sheets until none has come for IDLE seconds; False if a fresh process should go on.

    A fault of the disk is no sheet's fault: nothing counts as tried, and all rests a little."""
    spool = JobQueue(folder)
    try:
        return make_all(folder, spool, idle)
    except OSError as error:
        say(f"The press cannot read or write: {error!r}")
        for let_rest in (lambda: spool.refuse(NO_ROOM, REST), spool.clear):
            with suppress(OSError):
                let_rest()
        return True


def make_all(folder: Path, spool: JobQueue, idle: float) -> bool:
    spool.tidy()
    if not set_up(folder, spool):
        return True
    made, last = 0, time.monotonic()
    while (folder / "lock").exists():
        if taken := spool.take():
            made += 1
            if not make(taken, spool) or made == SHIFT:
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


def make(taken: Taken, spool: JobQueue) -> bool:
    """Make the PDF of TAKEN; False if it breaks what sets pages."""
    try:
        _name, html = taken.path.read_text("utf-8").split("\n", 1)
        spool.finish(taken, render_pdf(html))
    except OSError:
        raise  # the disk's fault, not the sheet's
    except (Exception, OutOfTime) as error:
        spool.give_up(taken)
        say(f"Sheet {taken.key} cannot be made: {error!r}")
        return False
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
