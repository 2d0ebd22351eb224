"""`make mutants`: whether the tests notice small changes to the code that must never go wrong.

Prints every mutant that survives, and the share that was killed for each module; ends with 1 below
95 %. Then takes each word out of each list in the guards' modules: the corpus of sentences must notice
every one. `bench/mutants.py actions links words` runs only the modules whose names end so, or that.
"""

import ast
import importlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.mutating.equivalents import EQUIVALENT
from bench.mutating.operators import code_of, mutants_of, watched
from bench.mutating.runs import (
    SURVIVED,
    Chosen,
    Reached,
    Watching,
    Work,
    forked,
    loaded_as,
    outcomes,
    run_tests,
)
from bench.mutating.words import corpus_objects, words_taken_out

ROOT = Path(__file__).resolve().parents[1]
BAR = 0.95
JOBS = 2
LOADED = ["django.contrib.admin.utils", "django.core.management", "django.db.backends.sqlite3.base"]
LOADED += ["django.test.client", "openpyxl", "opencc", "pytest", "stdnum.cn.ric", "yaml"]
GUARD_FILES = ROOT / "awareness/lib/guards"
GUARDS = ["tests/lib/guards"]


@dataclass(frozen=True)
class Target:
    """A MODULE of ours, the TESTS that must notice its mutants, and the SCOPES to change in it."""

    module: str
    tests: Sequence[str]
    scopes: Sequence[str] = ()
    bare: bool = False

    @property
    def path(self) -> Path:
        return ROOT / f"{self.module.replace('.', '/')}.py"


VERBS = ["draft_verbs", "public_verbs", "leaving_verbs", "verbs", "two_publishers", "changes"]
TARGETS = [
    Target("awareness.publishing.actions", [f"tests/publishing/test_{one}.py" for one in VERBS]),
    Target(
        "awareness.publishing.models",
        ["tests/publishing/test_states.py", "tests/publishing/test_live.py"],
        [
            "live_when",
            "PublishableQuerySet",
            *(f"Publishable.{name}" for name in ("save", "state", "never_public", "work", "badge")),
        ],
    ),
    Target(
        "awareness.publishing.conditions",
        ["tests/publishing/test_states.py"],
        ["opening", "renewed", "untouched", "half_written", "due_for_review"],
    ),
    Target("awareness.lib.codes.sheet_code", ["tests/lib/codes"], bare=True),
    Target("awareness.sheets.code", ["tests/sheets/test_code.py"]),
    Target("awareness.check.scoring", ["tests/check/test_scoring.py"]),
    Target("awareness.check.verdict", ["tests/check/test_verdict.py"]),
    *(
        Target(f"awareness.lib.guards.{path.stem}".removesuffix(".__init__"), GUARDS, bare=True)
        for path in sorted(GUARD_FILES.glob("*.py"))
        if path.stem != "__init__"
    ),
]


def main(names: list[str]) -> None:
    chosen = [one for one in TARGETS if not names or one.module.split(".")[-1] in names]
    unnoticed = 0
    load_what_is_not_ours()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = all(one.bare for one in chosen)
        database = None if bare else prepared_database(folder)
        shares = {one.module: share_killed(one, database, folder) for one in chosen}
        if not names or "words" in names:
            unnoticed = words_unnoticed(folder)
    for module, (killed, number) in shares.items():
        print(f"{killed / number:6.1%} {killed:4} of {number:4}  {module}")
    sys.exit(any(killed < BAR * number for killed, number in shares.values()) or unnoticed > 0)


def load_what_is_not_ours() -> None:
    """Load it once, for all runs."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "awareness.settings"
    for name in [*LOADED, "awareness.lib.guards"]:
        importlib.import_module(name)
    for name in [name for name in sys.modules if name.startswith("awareness")]:
        del sys.modules[name]  # `re` keeps what the guards have compiled


def prepared_database(folder: Path) -> Path:
    """An SQLite file with what every test starts with."""
    database = folder / "prepared.sqlite3"
    number = forked(lambda: prepare(database), folder / "log")
    assert os.waitpid(number, 0)[1] == 0, (folder / "log").read_text()
    return database


def prepare(database: Path) -> int:
    import django

    os.environ["DATABASE_URL"] = f"sqlite:///{database}"
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from awareness.office.models import Office
    from tests.browser.server import OFFICE_PHONE

    call_command("migrate", verbosity=0)
    call_command("seed_content", verbosity=0)
    Office.objects.filter(is_main=True).update(phone=OFFICE_PHONE)
    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return 0


def share_killed(target: Target, database: Path | None, folder: Path) -> tuple[int, int]:
    """(killed, all) of TARGET's mutants without the equivalent ones; prints the survivors."""
    tree = ast.parse(target.path.read_text("utf-8"))
    same = EQUIVALENT.get(target.module, {})
    mutants = [one for one in mutants_of(tree, target.scopes) if one.change not in same]
    database = None if target.bare else database
    began = time.monotonic()
    reached = all_reached(target, tree, database, folder)
    seconds = 10 + 5 * (time.monotonic() - began)

    def works() -> Iterator[Work]:
        for one in mutants:
            code, chosen = code_of(tree, one), Chosen(reached.by(one.scope))
            yield partial(run_changed, target, code, database, chosen)

    killed = 0
    for place, outcome in outcomes(works(), folder, seconds, JOBS):
        killed += outcome != SURVIVED
        if outcome == SURVIVED:
            print(f"{target.path.relative_to(ROOT)}:{mutants[place].line} {mutants[place].change}")
    print(f"{target.module}: {killed} of {len(mutants)}, {time.monotonic() - began:.0f} s")
    return killed, len(mutants)


def all_reached(target: Target, tree: ast.Module, database: Path | None, folder: Path) -> Reached:
    """What TARGET's tests come to in the module as it stands, where all must pass."""
    report, log = folder / "reached.json", folder / "tests.log"
    code = compile(watched(tree), str(target.path), "exec")
    number = forked(lambda: run_changed(target, code, database, Watching(report), folder), log)
    if os.waitpid(number, 0)[1]:
        sys.exit(log.read_text() + f"{target.module}: its tests fail as it is")
    scopes, seconds = json.loads(report.read_text())
    return Reached({test: set(names) for test, names in scopes.items()}, seconds)


def run_changed(target: Target, code, database: Path | None, plugin, room: Path) -> int:
    loaded_as(target.module, code)
    return run_tests(target.tests, database, plugin, room)


def words_unnoticed(folder: Path) -> int:
    """How many words could go from the lists in the guards' modules; prints them."""
    taken = list(words_taken_out())
    found = outcomes((partial(corpus_objects, *one) for one in taken), folder, 60, JOBS)
    lost = [taken[place] for place, outcome in found if outcome == SURVIVED]
    for module, _code, name, word in lost:
        print(f"{module}: {name} without {word}")
    print(f"words: {len(taken) - len(lost)} of {len(taken)} noticed")
    return len(lost)


if __name__ == "__main__":
    main(sys.argv[1:])
