"""A press that is killed: `python -m tests.pdf.killed_worker FOLDER`.

Once at each thing it does to the disk, then at random moments. Prints, as JSON, how often, how many
PDFs stand, and what was wrong with any.
"""

import itertools
import json
import os
import signal
import sys
import time
from pathlib import Path

from awareness.lib.files.job_queue import JobQueue
from awareness.lib.typesetting.fonts import unpacked
from awareness.pdf import worker
from tests.killing import child, kill_within, was_killed

from .requesting import a_sheet, is_whole

AT_RANDOM = 20
LONGEST = 1.5  # times as long as a sheet takes
WRITES = {"open", "os.mkdir", "os.rename", "os.chmod", "os.utime", "os.remove"}
FOLDER = Path(sys.argv[1])
SPOOL = JobQueue(FOLDER / "press", most=1000)  # every result is kept
numbers = itertools.count()


def a_new_one_waits() -> str:
    """Its key."""
    key = f"{next(numbers):032x}"
    SPOOL.put(key, f"sheet\n{a_sheet(key)}".encode())
    return key


def make_what_waits():
    sys.argv = ["press", str(FOLDER / "press"), "0"]
    worker.main()


def dies_at(step: int):
    """From now on this process kills itself when it touches the folder for the STEPth time."""
    touched = itertools.count(1)

    def watch(event, words):
        if event in WRITES and str(FOLDER) in str(words) and next(touched) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    make_what_waits()


def wrong(key: str) -> list[str]:
    """What is amiss now, and after another press has made KEY."""
    found = [f"half: {pdf}" for pdf in results() if not is_whole(pdf)]
    was_killed(child(make_what_waits))
    return found + ([] if SPOOL.result(key) else [f"lost: {key}"])


def results() -> list[Path]:
    return [path for path in SPOOL.finished.glob("*") if not path.name.startswith(".new-")]


def main():
    os.environ["FONTCONFIG_FILE"] = str(unpacked(FOLDER / "press" / "fonts"))
    import weasyprint  # noqa: F401 - once, for all children

    key, began, kills = a_new_one_waits(), time.monotonic(), 0
    broken = wrong(key)
    took = time.monotonic() - began
    for step in itertools.count(1):
        key = a_new_one_waits()
        if not was_killed(child(lambda step=step: dies_at(step))):
            break
        kills += 1
        broken += wrong(key)
    for _ in range(AT_RANDOM):
        key = a_new_one_waits()
        kills += kill_within(child(make_what_waits), LONGEST * took)
        broken += wrong(key)
    waiting = [path.name for path in SPOOL.waiting.iterdir()]
    made = len(results())
    print(json.dumps({"kills": kills, "made": made, "waiting": waiting, "wrong": broken}))


if __name__ == "__main__":
    main()
