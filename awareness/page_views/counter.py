"""Reads are counted in memory and written now and then, after an answer has left.

A page never waits for its count. A process that is killed loses the last few seconds of it.
"""

import logging
import time
from collections import Counter
from threading import Lock

from django.conf import settings
from django.db import Error
from django.utils import timezone

from .models import PageCount, Read

log = logging.getLogger("awareness.page_views")
MOST = 2000  # different pages that wait to be written, while the database is away


class Reads:
    """Counts shared by the threads of a process."""

    def __init__(self):
        self._lock = Lock()
        self._counts: Counter[Read] = Counter()
        self._written_at = time.monotonic()

    def add(self, read: Read, times: int = 1) -> None:
        with self._lock:
            if read in self._counts or len(self._counts) < MOST:
                self._counts[read] += times

    def due(self, seconds: float) -> bool:
        """Whether the last writing was SECONDS ago; True to one thread only."""
        with self._lock:
            is_due = time.monotonic() - self._written_at >= seconds
            if is_due:
                self._written_at = time.monotonic()
            return is_due

    def take(self) -> Counter[Read]:
        with self._lock:
            taken, self._counts = self._counts, Counter()
            return taken


waiting = Reads()


def count_view(kind: str, key: str) -> None:
    waiting.add((timezone.localdate(), kind, key))


def write_counts() -> None:
    """Write what waits; it goes on waiting if the database does not answer."""
    taken = waiting.take()
    if not taken:
        return
    try:
        PageCount.objects.add(taken)
    except Error as error:
        log.warning("Counts of %d pages wait: %s", len(taken), type(error).__name__)
        for read, times in taken.items():
            waiting.add(read, times)


def write_if_due(**_signal) -> None:
    if settings.KEEP_READS_EVERY and waiting.due(settings.KEEP_READS_EVERY):
        write_counts()


def write_at_exit() -> None:
    if settings.KEEP_READS_EVERY:
        write_counts()
