"""A real server, killed while a table comes in: all of it is there afterwards, or none."""

import contextlib
import secrets
import sqlite3
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import psycopg
import pytest

from tests.browser.server import free_port, kill_at_once, manage, prepare, serving, surroundings
from tests.databases import fresh_database

from .build import WARNING, a_csv

ROWS = 300
ROUNDS = 8
COME_IN = """
from django.conf import settings
from django.test import Client
from tests.make import a_staff_member, come_in
client = come_in(Client(), a_staff_member("writer"))
print(client.cookies[settings.SESSION_COOKIE_NAME].value)
"""
STORED = """
SELECT (SELECT count(*) FROM cases_warning WHERE slug LIKE '{prefix}-%'),
       (SELECT count(*) FROM cases_warning WHERE slug LIKE '{prefix}-%' AND draft_id IS NOT NULL),
       (SELECT count(*) FROM publishing_version),
       (SELECT count(*) FROM publishing_deed WHERE verb = 'saved'),
       (SELECT count(*) FROM publishing_deed WHERE verb = 'imported')
"""


class Person:
    """Somebody at the desk of the site of ENV, with nothing but a session."""

    def __init__(self, env):
        self.site = f"{env['SITE_URL']}/admin/cases/warning/excel/"
        self.token = secrets.token_hex(16)
        session = manage(env, "shell", "--verbosity", "0", "--command", COME_IN).split()[-1]
        self.headers = {"Cookie": f"desk={session}; desk_csrf={self.token}"}

    def look(self, table: bytes) -> str:
        """What the page of the dry run would send when its button is pressed."""
        edge = secrets.token_hex(16)
        part = f'--{edge}\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n'
        body = b"".join(
            [
                (part % ("csrfmiddlewaretoken", "") + self.token + "\r\n").encode(),
                (part % ("file", '; filename="t.csv"')).encode() + table,
                f"\r\n--{edge}--\r\n".encode(),
            ]
        )
        page = self._post("", body, f"multipart/form-data; boundary={edge}")
        return page.split('name="seen" value="')[1].split('"')[0]

    def confirm(self, seen: str):
        values = {"csrfmiddlewaretoken": self.token, "seen": seen}
        body = urllib.parse.urlencode(values).encode()
        self._post("import/", body, "application/x-www-form-urlencoded")

    def _post(self, page, body, kind) -> str:
        headers = self.headers | {"Content-Type": kind}
        request = urllib.request.Request(self.site + page, body, headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read().decode()


def table(prefix) -> bytes:
    return a_csv([WARNING | {"网址名": f"{prefix}-{number}"} for number in range(ROWS)])


def stored(database: str, prefix: str) -> tuple:
    question = STORED.format(prefix=prefix)
    if database.startswith("sqlite"):
        with contextlib.closing(sqlite3.connect(database.removeprefix("sqlite:///"))) as site:
            return site.execute(question).fetchone()
    with psycopg.connect(database) as site:
        return site.execute(question).fetchone()


def killed_while_coming_in(env, person: Person, prefix: str, after: float):
    """Kill the server AFTER seconds from when the button was pressed."""
    with serving(env) as server:
        seen = person.look(table(prefix))

        def press():
            with contextlib.suppress(urllib.error.URLError, OSError):
                person.confirm(seen)

        pressing = threading.Thread(target=press)
        pressing.start()
        time.sleep(after)
        kill_at_once(server)
        pressing.join()


@pytest.fixture
def site(tmp_path):
    """The surroundings and the database of a prepared site."""
    with fresh_database(tmp_path) as database:
        env = surroundings(tmp_path, free_port(), database)
        prepare(env)
        yield env, database


def test_a_server_killed_at_any_moment_leaves_all_of_a_table_or_nothing(site):
    env, database = site
    person = Person(env)
    with serving(env):
        seen, begun = person.look(table("whole")), time.monotonic()
        person.confirm(seen)
        whole = time.monotonic() - begun
    before = stored(database, "whole")
    assert before[:2] == (ROWS, ROWS)
    early, late = 0.0, 2 * whole  # each kill comes closer to the moment at which all is stored
    for turn in range(ROUNDS):
        prefix, after = f"turn{turn}", (early + late) / 2
        killed_while_coming_in(env, person, prefix, after)
        now = stored(database, prefix)
        grown = tuple(new - old for new, old in zip(now[2:], before[2:], strict=True))
        assert (now[:2], grown) in {((0, 0), (0, 0, 0)), ((ROWS, ROWS), (ROWS, ROWS, 1))}
        early, late = (early, after) if now[0] else (after, late)
        before = now
    assert not list(Path(env["VAR_DIR"], "tables").glob("*.part"))
    with serving(env):
        person.confirm(person.look(table("after")))
    assert stored(database, "after")[:2] == (ROWS, ROWS)
