"""An empty database for what a test or benchmark starts as a process of its own."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
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
