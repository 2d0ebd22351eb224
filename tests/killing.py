"""Processes that are killed at any moment, as when the power fails under one of them."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from django.db import connections

from tests.browser.server import ROOT, free_port, surroundings

from . import prepared
from .databases import fresh_database


def child(work: Callable[[], None]) -> int:
    """Number of a new process that does WORK, with database connections of its own."""
    connections.close_all()
    number = os.fork()
    if number == 0:
        try:
            work()
        finally:
            os._exit(0)
    return number


def was_killed(number: int) -> bool:
    """Wait for the process NUMBER to end; whether a signal ended it."""
    return os.WIFSIGNALED(os.waitpid(number, 0)[1])


def kill_within(number: int, seconds: float) -> bool:
    """Kill the process NUMBER at a random moment of the next SECONDS; whether it was still at work."""
    time.sleep(random.uniform(0, seconds))
    os.kill(number, signal.SIGKILL)
    return was_killed(number)


def report_of(module: str, folder: Path) -> dict:
    """What MODULE, run as a program on a site of its own in FOLDER, prints last, as JSON."""
    with fresh_database(folder) as database:
        prepared.fill(database, folder)
        finished = subprocess.run(
            [sys.executable, "-m", module],
            cwd=ROOT,
            env=surroundings(folder, free_port(), database),
            capture_output=True,
            text=True,
        )
    assert finished.returncode == 0, finished.stderr
    return json.loads(finished.stdout.splitlines()[-1])
