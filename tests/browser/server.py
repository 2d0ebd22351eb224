"""The real thing for tests and benchmarks: `manage.py prepare`, then the server of `make run`."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

from tests import prepared
from tests.databases import DATABASE, fresh_database

OFFICE_PHONE = "0999-0000000"  # the sample of the starter content is shown to nobody

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 30
SERVER = [sys.executable, "-m", "awareness.granian"]  # as `make run` starts it


@contextmanager
def running(folder: Path, workers: int = 1):
    """The site on a free port with everything that it writes inside FOLDER or in a database
    of its own; yields its address."""
    with running_env(folder, workers) as env:
        yield env["SITE_URL"]


@contextmanager
def running_env(folder: Path, workers: int = 1):
    """As `running`, for who also runs commands on the site: yields its environment."""
    with fresh_database(folder) as database:
        env = surroundings(folder, free_port(), database)
        prepare(env)
        with serving(env, workers):
            yield env


def prepare(env: dict[str, str]) -> None:
    """A first start on the fresh site of ENV, whose office then puts in its own phone. In a test
    run on SQLite it is done once, and every site is a copy."""
    if copying(env):
        copy_site("prepared-site", make_ready, env)
    else:
        manage(env, "prepare")
        put_in_phone(env)


def start_first(env: dict[str, str]) -> str:
    """What `manage.py prepare` says on the fresh site of ENV; copied as above."""
    if copying(env):
        return (copy_site("first-site", make_first, env) / "said.txt").read_text("utf-8")
    return manage(env, "prepare")


def copying(env: dict[str, str]) -> bool:
    return "PYTEST_CURRENT_TEST" in os.environ and env["DATABASE_URL"].startswith("sqlite:")


def copy_site(name: str, make: Callable[[Path], None], env: dict[str, str]) -> Path:
    """The folder of ENV, a copy of the run's site of that NAME."""
    folder = Path(env["VAR_DIR"]).parent
    model = prepared.once(prepared.run_of(folder) / name, make)
    return shutil.copytree(model, folder, dirs_exist_ok=True)


def make_first(folder: Path) -> None:
    env = surroundings_of(folder)
    shutil.copy(prepared.content(folder.parent), folder / DATABASE)
    (folder / "said.txt").write_text(manage(env, "prepare"), "utf-8")


def make_ready(folder: Path) -> None:
    env = surroundings_of(folder)
    copy_site("first-site", make_first, env)
    put_in_phone(env)


def surroundings_of(folder: Path) -> dict[str, str]:
    return surroundings(folder, free_port(), f"sqlite:///{folder / DATABASE}")


def put_in_phone(env: dict[str, str]) -> None:
    words = (
        f"from awareness.office.models import Office; Office.objects.update(phone={OFFICE_PHONE!r})"
    )
    manage(env, "shell", "--no-imports", "--command", words)


def manage(env: dict[str, str], *words: str, **options) -> str:
    """What `manage.py WORDS` prints on the site of ENV; CalledProcessError if it fails."""
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(
        command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True, **options
    ).stdout


@contextmanager
def serving(env: dict[str, str], workers: int = 1):
    """The server of `make run` on the prepared site of ENV; yields its process."""
    env = env | {"WORKERS": str(workers)}
    with Path(env["VAR_DIR"], "server.log").open("a") as log:
        server = subprocess.Popen(
            SERVER, cwd=ROOT, env=env, stdout=log, stderr=log, start_new_session=True
        )
        try:
            wait_for(f"{env['SITE_URL']}/livez", server)
            yield server
        finally:
            server.terminate()
            server.wait(10)


def kill_at_once(server: subprocess.Popen):
    """As when the power fails: workers too, at the same moment."""
    os.killpg(server.pid, signal.SIGKILL)
    server.wait(10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def surroundings(folder: Path, port: int, database: str) -> dict[str, str]:
    """Environment of a fresh site in FOLDER with DATABASE, the URL of an empty one, whatever
    this machine's own `.env` says."""
    return os.environ | {
        "DEBUG": "0",
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "ALLOWED_HOSTS": "127.0.0.1",
        "VAR_DIR": str(folder / "var"),
        "STATIC_ROOT": str(folder / "static"),
        "MEDIA_ROOT": str(folder / "media"),
        "DATABASE_URL": database,
        "CACHE_URL": "locmemcache://",
        "BEHIND_PROXY": "0",
    }


def wait_for(address: str, server: subprocess.Popen):
    """Return when ADDRESS answers 200; RuntimeError if SERVER ends or stays silent."""
    until = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise RuntimeError(f"{address} does not answer")
