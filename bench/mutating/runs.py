"""Test runs that must notice a mutant, each in a process of its own; files stay as they are.

The first process has loaded what tests need from elsewhere, and nothing of ours. Each run is a fork
of it that imports our modules anew, one of them changed, on a copy of one prepared database, and
calls only tests that come to the changed function, the quickest first.
"""

import builtins
import json
import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.machinery import PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType

from .operators import REACHED

MEMORY = 4 * 2**30  # bytes: a loop that collects for ever ends
OPTIONS = ["-x", "-q", "-p", "no:cacheprovider"]
# Guards and codes ask no database and no settings: they need no Django, and start in no time.
BARE = ["-p", "no:django", "--noconftest", "-o", "addopts=", "-W", "ignore::pytest.PytestWarning"]
SURVIVED, KILLED, TIMED_OUT = "survived", "killed", "timed out"
Work = Callable[[Path], int]  # does something in a folder of its own; 0: nothing was noticed


@dataclass(frozen=True)
class Reached:
    """What a run of all tests has shown: the functions that each test came to, and its seconds."""

    scopes: Mapping[str, set[str]]
    seconds: Mapping[str, float]

    def by(self, scope: str) -> list[str] | None:
        """The tests that come to SCOPE, the quickest first; None for all: it runs at import."""
        names = [test for test, scopes in self.scopes.items() if scope in scopes]
        return sorted(names, key=self.seconds.get) or None


def loaded_as(module: str, code: CodeType) -> None:
    """From now on MODULE is what CODE says."""
    sys.meta_path.insert(0, _Finder(module, code))


def run_tests(tests: Sequence[str], database: Path | None, plugin: object, folder: Path) -> int:
    """What pytest returns for TESTS, bare without a DATABASE."""
    import pytest

    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    options = [*OPTIONS, f"--basetemp={folder / 'tmp'}", *tests]
    if database is None:
        return pytest.main([*options, *BARE], plugins=[plugin])
    copy = folder / "site.sqlite3"
    shutil.copyfile(database, copy)
    os.environ["DATABASE_URL"] = f"sqlite:///{copy}"
    return pytest.main(options, plugins=[plugin, Prepared()])


class Prepared:
    """A pytest plugin: the database that the settings name is there, with its content."""

    def pytest_fixture_setup(self, fixturedef, request):
        if fixturedef.argname != "django_db_setup":
            return None
        fixturedef.cached_result = (True, fixturedef.cache_key(request), None)
        return True


class Chosen:
    """A pytest plugin: only the tests NAMES, in their order; all if there are none."""

    def __init__(self, names: Sequence[str] | None) -> None:
        self.places = {name: place for place, name in enumerate(names or [])}

    def pytest_collection_modifyitems(self, items):
        if self.places:
            items[:] = [item for item in items if item.nodeid in self.places]
            items.sort(key=lambda item: self.places[item.nodeid])


class Watching:
    """A pytest plugin: writes down which scopes of `watched` code each test comes to."""

    def __init__(self, report: Path) -> None:
        self.report = report
        self.scopes: dict[str, set[str]] = {}
        self.seconds: dict[str, float] = {}
        setattr(builtins, REACHED, set().add)  # at import

    def pytest_runtest_logstart(self, nodeid):
        seen = self.scopes[nodeid] = set()
        setattr(builtins, REACHED, seen.add)
        self.seconds[nodeid] = time.monotonic()

    def pytest_runtest_logfinish(self, nodeid):
        self.seconds[nodeid] = time.monotonic() - self.seconds[nodeid]

    def pytest_sessionfinish(self):
        scopes = {test: sorted(names) for test, names in self.scopes.items()}
        self.report.write_text(json.dumps([scopes, self.seconds]))


def forked(work: Callable[[], int], log: Path) -> int:
    """Number of a new process, in a group of its own, that does WORK; its words go into LOG."""
    sys.stdout.flush()
    number = os.fork()
    if number:
        return number
    os.setpgid(0, 0)
    code = 3
    try:
        words = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(words, 1)
        os.dup2(words, 2)
        code = int(work())
    except BaseException as error:  # a mutant may end a run in any way
        print(repr(error))
    finally:
        sys.stdout.flush()
        os._exit(code)


def outcomes(
    works: Iterator[Work], folder: Path, seconds: float, jobs: int
) -> Iterator[tuple[int, str]]:
    """(place, outcome) of each of WORKS as they end, JOBS at a time and none longer than SECONDS."""
    waiting, at_work = enumerate(works), {}
    while True:
        while len(at_work) < jobs and (entry := next(waiting, None)):
            place, work = entry
            room = folder / f"run-{place}"
            room.mkdir()
            number = forked(lambda work=work, room=room: work(room), room / "log")
            at_work[number] = place, room, time.monotonic() + seconds
        if not at_work:
            return
        for number, outcome in _ended(at_work):
            place, room, _until = at_work.pop(number)
            shutil.rmtree(room, ignore_errors=True)
            yield place, outcome


def _ended(at_work: dict[int, tuple[int, Path, float]]) -> Iterator[tuple[int, str]]:
    """(number, outcome) of the processes that have ended by now; waits a moment if none has."""
    time.sleep(0.01)
    for number, (_place, _room, until) in list(at_work.items()):
        ended, status = os.waitpid(number, os.WNOHANG)
        if ended:
            yield number, KILLED if status else SURVIVED
        elif time.monotonic() > until:
            os.killpg(number, signal.SIGKILL)
            os.waitpid(number, 0)
            yield number, TIMED_OUT


class _Changed(SourceFileLoader):
    """Loads a module from CODE, which stands in no file."""

    code: CodeType

    def get_code(self, fullname):
        return self.code


class _Finder:
    def __init__(self, module: str, code: CodeType) -> None:
        self.module, self.code = module, code

    def find_spec(self, name, path=None, target=None):
        if name != self.module:
            return None
        spec = PathFinder.find_spec(name, path)
        spec.loader = _Changed(name, spec.origin)
        spec.loader.code = self.code
        return spec
