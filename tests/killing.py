"""Processes that are killed at any moment, as when the power fails under one of them."""

import os
import random
import signal
import time
from collections.abc import Callable

from django.db import connections


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
