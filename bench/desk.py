"""`make bench`, second part: the desk's list of warnings with a hundred and a hundred thousand, and how
long a preview keeps others from writing.

Times are compared within one run. Ends with 1 if a number is broken.
"""

import os
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import django

from bench.bench import seconds
from tests.browser.server import manage, surroundings
from tests.databases import fresh_database

FEW, MANY = 100, 100_000
MOST_GROWTH = 1.3
ROUNDS = 15
MOST_HELD = 100  # ms for which, on SQLite, nobody else can write
# Held to the bar, and (search) only told: it reads every title.
LISTS = {"list": "", "live": "?state=live", "drafts": "?state=writing", "page 2": "?p=2"}
TOLD = {"search": "?q=没有这几个字"}


def main():
    with tempfile.TemporaryDirectory() as name, fresh_database(Path(name)) as database:
        site = surroundings(Path(name), 8000, database)
        os.environ.update(site, DJANGO_SETTINGS_MODULE="awareness.settings")
        manage(os.environ, "prepare")
        django.setup()
        client = administrator()
        grow(FEW)
        few = {kind: cost(client, query) for kind, query in (LISTS | TOLD).items()}
        grow(MANY)
        many = {kind: cost(client, query) for kind, query in (LISTS | TOLD).items()}
        held = {text._meta.verbose_name: preview_holds(client, text) for text in one_of_each()}
    print(table(few, many))
    print(
        "\n".join(f"A preview of {kind} holds the place {ms:.0f} ms" for kind, ms in held.items())
    )
    broken = [f"{kind} grows too much" for kind in LISTS if many[kind] / few[kind] > MOST_GROWTH]
    broken += [f"a preview of {kind} holds too long" for kind, ms in held.items() if ms > MOST_HELD]
    print("\n".join(f"BROKEN: {said}" for said in broken) or "Every number holds.")
    sys.exit(bool(broken))


def administrator():
    from django.test import Client

    from awareness.office.roles import Role
    from tests.make import a_staff_member, come_in

    client = Client(SERVER_NAME="127.0.0.1", SERVER_PORT="8000")
    return come_in(client, a_staff_member("boss", role=Role.ADMINISTRATOR))


def grow(count: int):
    """COUNT warnings in all: copies of the samples, every other one a draft, worked on minute by minute."""
    from datetime import timedelta

    from django.db import connection
    from django.utils import timezone

    from awareness.cases.models import Warning

    samples, now = list(Warning.objects.order_by("pk")[:3]), timezone.now()
    made = []
    for number in range(Warning.objects.count(), count):
        row = samples[number % 3]
        values = {f.attname: f.value_from_object(row) for f in row._meta.concrete_fields}
        values |= {"id": None, "slug": f"many-{number}"}
        values["changed_at"] = now - timedelta(minutes=number)
        if number % 2:
            values |= {"published_at": None, "published_by_id": None, "starts_at": None}
        made.append(Warning(**values))
    Warning._base_manager.bulk_create(made, batch_size=500)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def cost(client, query: str) -> float:
    """Seconds that the list takes at best."""
    address = f"/admin/cases/warning/{query}"
    assert client.get(address).status_code == 200
    return min(seconds(lambda: client.get(address)) for _round in range(ROUNDS))


def one_of_each():
    """The first text of each kind that has a preview."""
    from awareness.publishing.moments import publishables
    from awareness.publishing.preview import preview_address

    firsts = (model.objects.live().order_by("pk").first() for model in publishables())
    return [text for text in firsts if text and preview_address(text)]


def preview_holds(client, text) -> float:
    """Milliseconds for which a preview of TEXT keeps others from writing, at best of ROUNDS."""
    from awareness.publishing import preview

    address, held, rolled_back = preview.preview_path(text), [], preview.rolled_back

    @contextmanager
    def timed():
        with rolled_back():
            begun = time.perf_counter()
            yield
            held.append((time.perf_counter() - begun) * 1000)

    with patch.object(preview, "rolled_back", timed):
        for _round in range(ROUNDS):
            assert client.get(address).status_code == 200
    return min(held)


def table(few, many) -> str:
    rows = [
        f"The desk's list with {FEW} and {MANY} warnings (best of {ROUNDS}, one process)",
        "",
        f"| list | ms at {FEW} | at {MANY} | grown | bar |",
        "|---|--:|--:|--:|--:|",
    ]
    for kind in few:
        grown = many[kind] / few[kind]
        bar = MOST_GROWTH if kind in LISTS else "–"
        rows.append(
            f"| {kind} | {few[kind] * 1000:.1f} | {many[kind] * 1000:.1f} | {grown:.2f} | {bar} |"
        )
    return "\n".join([*rows, ""])


if __name__ == "__main__":
    main()
