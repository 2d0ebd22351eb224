"""A lock that one process at a time holds, and that goes with the process however it ends."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PATIENCE = 1.0  # seconds: somebody may just be looking whether it is held


@contextmanager
def the_only_one(path: Path, patience: float = PATIENCE) -> Iterator[int | None]:
    """Hold the lock PATH meanwhile, its holder's number in it; gives None if another has it.

    What it gives else is the lock's handle: a process that inherits it holds the lock too."""
    with path.open("a") as file:
        alone = _locked(file.fileno(), patience)
        if alone:
            with suppress(OSError):  # a full disk: the lock holds without the number
                file.truncate(0)
                os.write(file.fileno(), f"{os.getpid()}\n".encode())
        yield file.fileno() if alone else None


def is_held(path: Path) -> bool:
    """Whether some process holds the lock PATH."""
    with suppress(FileNotFoundError):
        handle = os.open(path, os.O_RDWR)
        try:
            return not _locked(handle, 0)
        finally:
            os.close(handle)
    return False


def _locked(handle: int, patience: float) -> bool:
    until = time.monotonic() + patience
    while True:
        with suppress(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        if time.monotonic() >= until:
            return False
        time.sleep(0.05)
