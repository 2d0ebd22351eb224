"""`make bench`, third part: how long the press takes for a sheet, and what the PDF weighs.

Each shape of sheet in three languages, and a plain page as yardstick in between, all by one press.
Ends with 1 if a number is broken.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import django

from tests.browser.pages import PREFIXES
from tests.browser.server import ROOT, manage, surroundings
from tests.databases import fresh_database

SHAPES = ("a4", "large", "trifold", "poster", "counter")
PAGES = ("/scams/impersonating-authorities/", "/scams/insider-tips-investment/", "/rules/")
YARDSTICK = "<html lang=zh-Hans><title>.</title><p>" + "先挂断，再自己拨110。" * 200
MOST_KB, MOST_SECONDS = 300, 2.0
MOST_YARDSTICKS = 8.0  # the times of one run compared: the machine does not matter
MOST_HELD = 250  # MB


def main():
    with tempfile.TemporaryDirectory() as name, fresh_database(Path(name)) as database:
        site = surroundings(Path(name), 8000, database)
        os.environ.update(site, DJANGO_SETTINGS_MODULE="awareness.settings")
        manage(os.environ, "prepare")
        django.setup()
        sheets = let_wait()
        held, first = run_the_press()
        seconds, sizes = measured(sheets)
    usual = median(took for key, took in seconds.items() if sheets[key] == "yardstick")
    print(table(sheets, seconds, sizes, usual))
    print(f"{held} MB held at most; first PDF {first:.1f} s after the press was started\n")
    broken = too_much(sheets, seconds, sizes, usual)
    if held > MOST_HELD:
        broken.append(f"the press held {held} MB")
    print("\n".join(f"BROKEN: {line}" for line in broken) or "Every number holds.")
    sys.exit(bool(broken))


def let_wait() -> dict[str, str]:
    """The shape of each sheet that now waits for the press, by its key, in order."""
    from django.test import Client

    from awareness.pdf import requests

    requests.start_worker = lambda: None
    sheets: dict[str, str] = {}
    for shape in SHAPES:
        for page in PAGES:
            for prefix in PREFIXES.values():
                address = f"{prefix}{page}leaflet/pdf/?format={shape}"
                reader = Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR=f"10.0.0.{len(sheets)}")
                status = reader.post(address).status_code
                assert status == 303, f"{address}: {status}"
                note(sheets, shape)
        requests.job_queue().put(f"{len(sheets):032x}", f"yardstick\n{YARDSTICK}".encode())
        note(sheets, "yardstick")
    return sheets


def note(sheets: dict[str, str], shape: str) -> None:
    """Take down what has come to wait since the last look."""
    from awareness.pdf import requests

    for path in (requests.room() / "waiting").glob("0-*"):
        sheets.setdefault(path.name[2:], shape)


def run_the_press() -> tuple[int, float]:
    """MB that the press held at most, and seconds from its start to its first PDF."""
    from awareness.pdf import requests

    began = time.time()
    work = subprocess.Popen([*requests.command(), "0.1"], cwd=ROOT)
    _number, status, used = os.wait4(work.pid, 0)
    work.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_maxrss // 1024, min(finished().values()) - began


def finished() -> dict[str, float]:
    """When each PDF was done, by its key."""
    from awareness.pdf import requests

    return {path.name: path.stat().st_mtime for path in requests.job_queue().finished.glob("*")}


def measured(sheets: dict[str, str]) -> tuple[dict[str, float], dict[str, float]]:
    """Seconds and KB of each sheet but the first, for which the press had to warm up."""
    from awareness.pdf import requests

    times = sorted((at, key) for key, at in finished().items())
    pairs = zip(times, times[1:], strict=False)
    seconds = {key: at - before for (before, _key), (at, key) in pairs}
    files = requests.job_queue().finished.glob("*")
    sizes = {path.name: path.stat().st_size / 1024 for path in files}
    missing = len(sheets) - len(sizes)
    if missing:
        sys.exit(f"BROKEN: {missing} sheets could not be made")
    return seconds, sizes


def table(sheets, seconds, sizes, usual) -> str:
    lines = ["| sheet | KB, largest | s, slowest | × plain page |", "|---|--:|--:|--:|"]
    for shape in (*SHAPES, "yardstick"):
        keys = [key for key, known in sheets.items() if known == shape and key in seconds]
        slowest = max(seconds[key] for key in keys)
        largest = max(sizes[key] for key in keys)
        middle = median(seconds[key] for key in keys) / usual
        lines.append(f"| {shape} | {largest:.0f} | {slowest:.2f} | {middle:.1f} |")
    return "\n".join(lines) + "\n"


def too_much(sheets, seconds, sizes, usual) -> list[str]:
    broken = [f"{sheets[key]}: {kb:.0f} KB" for key, kb in sizes.items() if kb > MOST_KB]
    for key, took in seconds.items():
        if took > MOST_SECONDS:
            broken.append(f"{sheets[key]}: {took:.1f} s")
    for shape in SHAPES:
        ratio = median(took for key, took in seconds.items() if sheets[key] == shape) / usual
        if ratio > MOST_YARDSTICKS:
            broken.append(f"{shape}: {ratio:.1f} plain pages")
    return broken


if __name__ == "__main__":
    main()
