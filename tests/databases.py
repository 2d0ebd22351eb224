"""Databases beside that of the tests: an empty one for what is started as a process of its own, and
a copy of theirs for threads that commit."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.db import connection
from psycopg.sql import SQL, Identifier

DATABASE = "site.sqlite3"


@contextmanager
def fresh_database(folder: Path) -> Iterator[str]:
    """URL of an empty database of the kind that DATABASE_URL names: a new one on that PostgreSQL,
    dropped afterwards even while in use, or else an SQLite file in FOLDER."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith(("postgres://", "postgresql://")):
        yield f"sqlite:///{folder / DATABASE}"
        return
    name = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


@contextmanager
def copied_database(folder: Path) -> Iterator[None]:
    """Within, every thread is connected to a copy of the tests' database: what one commits there
    the others see, and the tests after this one do not."""
    kept = connection.settings_dict["NAME"]
    with _copy_in_postgres() if connection.vendor == "postgresql" else _copy_in(folder) as name:
        held, connection.connection = connection.connection, None  # in memory it lives on
        connection.settings_dict["NAME"] = name
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict["NAME"], connection.connection = kept, held


@contextmanager
def _copy_in(folder: Path) -> Iterator[str]:
    connection.ensure_connection()
    name = str(folder / "copy.sqlite3")
    with closing(sqlite3.connect(name)) as copy:
        connection.connection.backup(copy)
    yield name


@contextmanager
def _copy_in_postgres() -> Iterator[str]:
    template = connection.settings_dict["NAME"]
    connection.close()  # nobody may be at work in what is copied
    server = {**connection.get_connection_params(), "dbname": "postgres"}
    name = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(**server, autocommit=True) as desk:
        copy, model = Identifier(name), Identifier(template)
        desk.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(copy, model))
        try:
            yield name
        finally:
            desk.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(copy))
