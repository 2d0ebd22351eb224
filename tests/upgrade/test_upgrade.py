"""A site of 22 November 2026, with texts that were worked on at the desk, starts with today's code.

The dumps beside this file were made by the code of that day: starter content, and published,
scheduled, restored, imported and withdrawn warnings of fictional staff.
"""

import gzip
import json
import sqlite3
import time
from pathlib import Path
from urllib.request import urlopen

import psycopg
import pytest

from tests.browser.server import free_port, manage, serving, surroundings
from tests.databases import fresh_database

HERE = Path(__file__).parent
KEY = f"{1:032x}"  # of a sheet that nobody had yet made when the site was stopped
SHEET = "防骗站-A4\n<!doctype html><html lang=zh-Hans><title>防骗</title><p>先挂断，再自己拨110。"
PATIENCE = 60
LABEL = "label = 'cases.warning'"


def ask(database: str, statement: str) -> list[tuple]:
    """The rows that STATEMENT gives, if it gives any."""
    if database.startswith("sqlite:"):
        with sqlite3.connect(database.removeprefix("sqlite:///")) as connection:
            return connection.execute(statement).fetchall()
    with psycopg.connect(database) as connection:
        done = connection.execute(statement)
        return done.fetchall() if done.description else []


def restore(database: str) -> None:
    """Let DATABASE, an empty one, hold what the site held."""
    kind = "sqlite" if database.startswith("sqlite:") else "postgresql"
    with gzip.open(HERE / f"site-2026-11-22.{kind}.sql.gz", "rt", encoding="utf-8") as file:
        dump = file.read()
    if kind == "sqlite":
        with sqlite3.connect(database.removeprefix("sqlite:///")) as connection:
            connection.executescript(dump)
        return
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(dump)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The environment of the site after its first start with today's code."""
    folder = tmp_path_factory.mktemp("upgrade")
    with fresh_database(folder) as database:
        env = surroundings(folder, free_port(), database)
        waiting = Path(env["VAR_DIR"]) / "press" / "waiting"
        waiting.mkdir(parents=True)
        (waiting / f"0-{KEY}").write_text(SHEET, "utf-8")
        restore(database)
        manage(env, "prepare")
        yield env


def test_no_migration_is_left_and_nothing_is_made_twice(site):
    assert "[ ]" not in manage(site, "showmigrations")
    assert "初始内容" not in manage(site, "prepare")


@pytest.mark.parametrize(
    "change", ["UPDATE publishing_deed SET detail = ''", "DELETE FROM publishing_deed"]
)
def test_the_log_is_still_only_added_to(site, change):
    before = ask(site["DATABASE_URL"], "SELECT count(*) FROM publishing_deed")
    with pytest.raises((sqlite3.Error, psycopg.Error), match="only added to"):
        ask(site["DATABASE_URL"], change)
    assert ask(site["DATABASE_URL"], "SELECT count(*) FROM publishing_deed") == before != [(0,)]


ORIGINS = {
    "": "hand",
    "按提示改了一处": "remedy",
    "取回第2版": "restore",
    "定时": "schedule",
    "从表格导入": "import",
    "原有内容": "site",
    "随网站升级改过的初始内容": "site",
}


def test_every_version_says_where_it_comes_from(site):
    found = ask(site["DATABASE_URL"], "SELECT DISTINCT note, origin FROM publishing_version")
    assert set(found) == set(ORIGINS.items())


def test_every_line_names_the_version_that_its_words_name(site):
    lines = ask(
        site["DATABASE_URL"], f"SELECT verb, detail, version FROM publishing_deed WHERE {LABEL}"
    )
    for verb, detail, version in lines:
        assert detail.startswith(f"第{version}版") or (verb, version) == ("withdrawn", None), detail
    assert len(lines) >= 12


def test_a_moment_set_beforehand_stands_beside_its_words(site):
    lines = ask(
        site["DATABASE_URL"],
        "SELECT detail, data FROM publishing_deed WHERE verb = 'scheduled' ORDER BY id",
    )
    (_opens, none), (replaces, due) = [
        (detail, json.loads(data) if isinstance(data, str) else data) for detail, data in lines
    ]
    assert none == {}
    day, hour = replaces.partition("，")[2].split()
    assert due["due_at"] == f"{day}T{hour}:00+08:00"


def test_a_member_of_staff_is_named_in_the_log_again(site):
    lines = ask(site["DATABASE_URL"], "SELECT about FROM publishing_deed WHERE verb = 'people'")
    assert ("王丽华警官",) in lines


def test_the_site_answers_and_a_pdf_that_waited_is_made(site):
    with serving(site):
        for path in ("/", "/warnings/upgrade-published/", "/en/warnings/upgrade-published/"):
            assert urlopen(f"{site['SITE_URL']}{path}").status == 200
        manage(
            site,
            "shell",
            "--no-imports",
            "-c",
            "from awareness.pdf.requests import *; start_worker()",
        )
        made = Path(site["VAR_DIR"], "press", "finished", KEY)
        until = time.monotonic() + PATIENCE
        while not made.exists() and time.monotonic() < until:
            time.sleep(0.1)
        assert made.read_bytes().startswith(b"%PDF")
