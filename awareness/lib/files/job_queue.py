"""Work that waits for another process, and what came of it: a file each, the oldest first, given up
after two tries.

Any process may be killed at any moment: what it had in hand is tried once more by the next.
"""

import os
import re
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MOST_TRIES = 2
GIVEN_UP_FOR = 300  # seconds; then it may be asked for again
SCRATCH_LASTS = 3600  # seconds; whoever wrote it was killed
RESULT_LASTS = 24 * 3600  # seconds; whoever asked for it went away
_ENTRY = re.compile(r"([0-9])-([0-9a-z]+)")


class Full(Exception):
    """As many as may wait are waiting."""


class TooLong(Exception):
    """One piece of work is longer than any should be."""


@dataclass(frozen=True)
class Taken:
    """A piece of work in hand: its KEY (lower-case letters and digits) and its file."""

    key: str
    path: Path


class JobQueue:
    """The work in FOLDER: at most MOST pieces of LONGEST bytes each."""

    def __init__(self, folder: Path, most: int = 60, longest: int = 200_000):
        self.waiting, self.given_up = folder / "waiting", folder / "given-up"
        self.finished = folder / "finished"
        self.most, self.longest = most, longest

    def put(self, key: str, body: bytes) -> None:
        """Let BODY wait as KEY, unless it waits already. Full, TooLong; OSError if there is no room."""
        if len(body) > self.longest:
            raise TooLong(key)
        if self._entry(key):
            return
        if len(self._entries()) >= self.most:
            raise Full
        self._write(self.waiting, f"0-{key}", body)

    def _write(self, folder: Path, name: str, body: bytes) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(prefix=".new-", dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(body)
                file.flush()
                os.fsync(handle)
            Path(scratch).rename(folder / name)
        finally:
            Path(scratch).unlink(missing_ok=True)

    def take(self) -> Taken | None:
        """The piece that waited longest, those tried before after all others; None if there is none."""
        for tries, _since, key, path in self._entries():
            if tries >= MOST_TRIES:
                self.give_up(Taken(key, path))
                continue
            mine = path.with_name(f"{tries + 1}-{key}")
            with suppress(FileNotFoundError):
                return Taken(key, path.rename(mine))
        return None

    def done(self, taken: Taken) -> None:
        taken.path.unlink(missing_ok=True)

    def finish(self, taken: Taken, result: bytes) -> None:
        """TAKEN is done, and RESULT waits to be fetched. OSError if there is no room for it."""
        self._write(self.finished, taken.key, result)
        self.done(taken)
        for path in sorted(self.finished.iterdir(), key=_age)[self.most :]:
            path.unlink(missing_ok=True)  # nobody has come for it

    def result(self, key: str) -> bytes | None:
        """What came of KEY, until it was fetched."""
        with suppress(FileNotFoundError):
            return (self.finished / key).read_bytes()
        return None

    def fetched(self, key: str) -> None:
        """The result of KEY is in its place."""
        (self.finished / key).unlink(missing_ok=True)

    def give_up(self, taken: Taken) -> None:
        """TAKEN cannot be done: it is refused for a while."""
        self.refuse(taken.key)
        self.done(taken)

    def refuse(self, key: str, seconds: float = GIVEN_UP_FOR) -> None:
        """The file's time is the moment that ends it."""
        self.given_up.mkdir(parents=True, exist_ok=True)
        path, ends = self.given_up / key, time.time() + seconds
        path.touch()
        os.utime(path, (ends, ends))

    def accept(self, key: str) -> None:
        (self.given_up / key).unlink(missing_ok=True)

    def refused_for(self, key: str) -> float:
        """Seconds for which KEY is not to be asked for again; 0 if it may."""
        left = -_age(self.given_up / key)
        return left if 0 < left <= GIVEN_UP_FOR else 0  # longer: the clock was set back

    def clear(self) -> None:
        """Nothing waits any more; who asks again waits anew."""
        for _tries, _since, _key, path in self._entries():
            path.unlink(missing_ok=True)

    def waits_for(self, key: str) -> float | None:
        """Seconds for which KEY has waited; None if it does not wait."""
        entry = self._entry(key)
        return time.time() - entry[0] if entry else None

    def wait_anew(self, key: str) -> None:
        """KEY, which waited in vain, counts as asked for just now."""
        if entry := self._entry(key):
            with suppress(FileNotFoundError):  # taken or done meanwhile
                os.utime(entry[1])

    def tidy(self) -> None:
        """Take away what nobody reads any more."""
        for folder, pattern, lasts in (
            (self.waiting, ".new-*", SCRATCH_LASTS),
            (self.finished, "*", RESULT_LASTS),
            (self.finished, ".new-*", SCRATCH_LASTS),
            (self.given_up, "*", 0),
        ):
            for path in folder.glob(pattern):
                if _age(path) > lasts:
                    path.unlink(missing_ok=True)

    def _entry(self, key: str) -> tuple[float, Path] | None:
        """(since when, file) of KEY, if it waits. Tries only grow, so a look that goes up with
        them finds even what is being taken meanwhile."""
        for tries in range(MOST_TRIES + 1):
            path = self.waiting / f"{tries}-{key}"
            with suppress(FileNotFoundError):
                return path.stat().st_mtime, path
        return None

    def _entries(self) -> list[tuple[int, float, str, Path]]:
        """(tries, since when, key, file) of what waits, in the order in which it is taken."""
        found = []
        with suppress(FileNotFoundError):
            for path in self.waiting.iterdir():
                if name := _ENTRY.fullmatch(path.name):
                    with suppress(FileNotFoundError):  # taken or done meanwhile
                        since = path.stat().st_mtime
                        found.append((int(name[1]), since, name[2], path))
        return sorted(found)


def _age(path: Path) -> float:
    """Seconds since the time of PATH; for ever if it is not there."""
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return float("inf")
