"""Programs that together may take so many seconds, and no longer."""

import os
import signal
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path


class InTime:
    """What the programs say goes to the file LOG; ENV is what they have around them."""

    def __init__(self, seconds: float, log: Path, env: dict[str, str]):
        self.ends, self.log, self.env = time.monotonic() + seconds, log, env

    def run(self, *words: str, stop: bool = True) -> bool:
        """Whether the program does its work in time. Else it is killed with all that it started,
        or, without STOP, left to its work: half an installation is worse than a late one."""
        left = self.ends - time.monotonic()
        if left <= 0:
            return False
        with self.log.open("a") as log:
            program = subprocess.Popen(
                words,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            return program.wait(left) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            if stop and program.poll() is None:
                os.killpg(program.pid, signal.SIGKILL)
            # Somebody must take note of its end.
            threading.Thread(target=program.wait, daemon=True).start()

    def note(self, words: str) -> None:
        with suppress(OSError), self.log.open("a") as log:
            print(words, file=log)
