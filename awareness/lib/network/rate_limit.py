"""How often one client may do a thing. Counted in the memory of this process: several processes
together let through as many times more as they are."""

import os
import threading
import time
from collections import deque
from collections.abc import Callable
from hashlib import blake2b

KEY = os.urandom(32)  # so not even a picture of this memory names anybody


class RateLimit:
    """MOST times in any SECONDS for each client; who has done nothing for so long is forgotten."""

    def __init__(self, most: int, seconds: float, now: Callable[[], float] = time.monotonic):
        self.most, self.seconds, self.now = most, seconds, now
        self._done: dict[bytes, deque[float]] = {}
        self._lock = threading.Lock()

    def wait(self, client: str) -> float:
        """Seconds until CLIENT may do it once more; 0 if now."""
        now = self.now()
        with self._lock:
            self._forget_until(now - self.seconds)
            done = self._done.get(_digest(client))
            return done[0] + self.seconds - now if done and len(done) >= self.most else 0

    def count(self, client: str) -> None:
        """CLIENT has just done it."""
        with self._lock:
            done = self._done.setdefault(_digest(client), deque(maxlen=self.most))
            done.append(self.now())

    def forget(self) -> None:
        """Everybody may again."""
        with self._lock:
            self._done.clear()

    def _forget_until(self, moment: float) -> None:
        for client, done in list(self._done.items()):
            while done and done[0] <= moment:
                done.popleft()
            if not done:
                del self._done[client]


def _digest(client: str) -> bytes:
    return blake2b(client.encode(), key=KEY, digest_size=16).digest()
