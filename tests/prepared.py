"""Tables and starter content are made once in a test run; every worker's database and every site
that a test starts is a copy."""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def run_of(folder: Path) -> Path:
    """The folder that all workers of a run share, from the FOLDER of a test."""
    base = folder.parent
    return base.parent if base.name.startswith("popen-") else base


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """FOLDER as MAKE filled it, whichever worker came first."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.with_suffix(".ready").exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            folder.with_suffix(".ready").touch()
    return folder


def content(run: Path) -> Path:
    """An SQLite file with tables and starter content."""
    return once(run / "content", _fill) / "content.sqlite3"


def _fill(folder: Path) -> None:
    file = folder / "content.sqlite3"
    env = os.environ | {"DATABASE_URL": f"sqlite:///{file}", "VAR_DIR": str(folder)}
    for words in (["migrate", "--verbosity", "0"], ["seed_content", "--verbosity", "0"]):
        subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=env, check=True)
    with closing(sqlite3.connect(file)) as made:
        made.execute("PRAGMA journal_mode=DELETE")  # a database in memory cannot be in WAL


def fill(database: str, folder: Path) -> None:
    """Tables and starter content in the empty DATABASE (a URL) of a test with this FOLDER; on
    PostgreSQL the test's own `migrate` makes them."""
    if database.startswith("sqlite:"):
        shutil.copy(content(run_of(folder)), database.removeprefix("sqlite:///"))


@contextmanager
def in_memory(name: str, file: Path):
    """While this lasts, the SQLite database NAME in memory is a copy of FILE."""
    with (
        closing(sqlite3.connect(name, uri=True)) as memory,
        closing(sqlite3.connect(file)) as full,
    ):
        full.backup(memory)
        yield
