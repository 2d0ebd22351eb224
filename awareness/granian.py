"""The application server of `make run`: `python -m awareness.granian`, after `manage.py prepare`.

Granian with one rule changed. Its own loop ends the whole site when a worker dies, or, told to start
another, when that one dies within seconds too. Here the others go on serving, and whatever died is
started again for as long as the site is wanted.
"""

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import time
from functools import partial

from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.urls import get_resolver
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from awareness import settings

LOOKS_EVERY = 0.5  # seconds; a death is told at once, this is for a word that got lost
APART = 1.0  # seconds between two starts of a worker that dies again and again
GRACE = 5  # seconds for answers under way when the site is stopped
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


class Server(Granian):
    def _serve_loop(self, *how):
        while not self.interrupt_signal:
            self.main_loop_interrupt.wait(LOOKS_EVERY)
            self.main_loop_interrupt.clear()
            self.interrupt_children.clear()
            dead = [worker for worker in self.wrks if not worker.is_alive()]
            due = [one.idx for one in dead if time.monotonic() >= one.birth + APART]
            if due and not self.interrupt_signal:
                self._respawn_workers(due, *how)
            if self.reload_signal:
                self._reload(*how)


def load_application(parent: int):
    """The application, in a worker: it does not outlive the PARENT, which alone starts others."""
    # Ctrl+C reaches everybody, and the parent then says so again: granian's workers hang on both.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # not the parent's, until granian sets its own
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    from awareness.wsgi import application

    return application


def load_beforehand():
    """A fault in the code or a setting ends the start, not every worker; and another worker is a
    fork of what is loaded, there in a tenth of a second, with the code of its fellows."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "awareness.settings")
    get_wsgi_application()
    get_resolver().url_patterns  # noqa: B018 - imports the views
    connections.close_all()
    gc.collect()
    gc.freeze()  # pages of memory that nobody writes to are shared


def serve():
    load_beforehand()
    multiprocessing.set_start_method("fork")
    server = Server(
        "awareness.wsgi:application",
        address=settings.HOST,
        port=settings.PORT,
        interface=Interfaces.WSGI,
        workers=settings.WORKERS,
        blocking_threads=4,
        backpressure=64,
        websockets=False,
        log_level=LogLevels.warning,
        workers_kill_timeout=GRACE,
    )
    server.serve(target_loader=partial(load_application, os.getpid()), wrap_loader=False)


if __name__ == "__main__":
    serve()
