"""`make bench`: what each kind of page weighs, asks of the database, and how its time grows.

Prints a markdown table; ends with 1 and a list when a number is broken. Times are compared
within one run only, so that the machine does not matter.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import brotli
import django

from tests.browser.pages import KINDS, PREFIXES, SITUATIONS, path
from tests.browser.server import ROOT, surroundings
from tests.databases import fresh_database

FEW, MANY = 3, 300
BARS = {"page": 12 * 1024, "emergency": 6 * 1024, "home": 40 * 1024, "style": 6 * 1024}
MOST_QUERIES = 8
MOST_GROWTH = 3.0  # a list of 300 shows twenty rows, one of three shows three
MOST_COMPRESSING = 1.3  # a page compressed before costs hardly more than a bare one
ROUNDS = 12
SECOND_START = 5.0  # seconds


def main():
    with tempfile.TemporaryDirectory() as name, fresh_database(Path(name)) as database:
        site = surroundings(Path(name), 8000, database)
        os.environ.update(site, DJANGO_SETTINGS_MODULE="awareness.settings")
        start = second_start()
        django.setup()
        weights = {kind: weigh(address) for kind, address in all_addresses().items()}
        leave(FEW)
        few = {kind: cost(address) for kind, address in KINDS.items()}
        grow(MANY)
        many = {kind: cost(address) for kind, address in KINDS.items()}
    print(f"Second start: {start:.1f} s (bar {SECOND_START:.0f})\n")
    print(weight_table(weights))
    print(cost_table(few, many))
    broken = [*broken_weights(weights), *broken_costs(few, many)]
    if start > SECOND_START:
        broken.append(f"second start {start:.1f} s")
    print("\n".join(f"BROKEN: {line}" for line in broken) or "Every number holds.")
    sys.exit(bool(broken))


def second_start() -> float:
    """Seconds that `prepare` takes when everything is there."""
    command = [sys.executable, "manage.py", "prepare"]
    for _time in range(2):
        began = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def all_addresses() -> dict[str, str]:
    return KINDS | {address.strip("/").split("/")[1]: address for address in SITUATIONS}


def client():
    from django.test import Client

    return Client(headers={"accept-encoding": "br"}, SERVER_NAME="127.0.0.1", SERVER_PORT="8000")


def weigh(address: str) -> dict[str, int]:
    """Bytes on the wire in each language, and of it the style (compressed alone, 简体)."""
    found = {}
    for language, prefix in PREFIXES.items():
        body = client().get(prefix + address).content
        found[language] = len(body)
        if not prefix:
            html = brotli.decompress(body).decode()
            style = html[html.index("<style>") : html.index("</style>")]
            found["style"] = len(brotli.compress(style.encode(), mode=brotli.MODE_TEXT))
    return found


def leave(count: int):
    """Only COUNT warnings and cases, the measured ones among them."""
    from awareness.cases.models import Case, Warning

    for model, kind in ((Case, "case"), (Warning, "warning")):
        kept = KINDS[kind].strip("/").split("/")[-1]
        others = model.objects.exclude(slug=kept).values_list("pk", flat=True)
        model.objects.filter(pk__in=list(others)[count - 1 :]).delete()


def grow(count: int):
    """COUNT warnings and cases, copies of those that are there, with their links."""
    from awareness.cases.models import Case, Warning

    for model in (Case, Warning):
        rows = list(model.objects.all())
        links = {row.slug: copied_links(row) for row in rows}
        for number in range(count - len(rows)):
            row = rows[number % len(rows)]
            origin = row.slug.split("--")[0]
            row.pk, row.slug, row._state.adding = None, f"{origin}--{number}", True
            row.save()
            for field, others in links[origin].items():
                getattr(row, field).set(others)


def copied_links(row) -> dict:
    return {field.name: list(getattr(row, field.name).all()) for field in row._meta.many_to_many}


def cost(address: str) -> dict[str, float]:
    """Queries of a first visit (the most of any language), seconds bare, and seconds for a page
    that was compressed before."""
    visitor = client()
    bare, compressed = [], []
    queries = max(count_queries(visitor, prefix + address) for prefix in PREFIXES.values())
    for _round in range(ROUNDS):
        bare.append(seconds(lambda: visitor.get(address, headers={"accept-encoding": "identity"})))
        compressed.append(seconds(lambda: visitor.get(address)))
    return {"queries": queries, "bare": min(bare), "compressed": min(compressed)}


def count_queries(visitor, address: str) -> int:
    from django.db import connection

    from awareness.publishing import changes

    asked = []

    def note(execute, sql, *rest):
        asked.append(sql)
        return execute(sql, *rest)

    changes.forget()  # as a second later
    with connection.execute_wrapper(note):
        visitor.get(address)
    return len(asked)


def seconds(work) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def bar(kind: str) -> int:
    """Most bytes for KIND."""
    emergency = all_addresses()[kind].startswith("/emergency/")
    return BARS.get(kind) or BARS["emergency" if emergency else "page"]


def weight_table(weights) -> str:
    rows = ["| page | 简体 | 繁體 | English | style | bar |", "|---|--:|--:|--:|--:|--:|"]
    for kind, found in weights.items():
        sizes = " | ".join(str(found[language]) for language in PREFIXES)
        rows.append(f"| {kind} | {sizes} | {found['style']} | {bar(kind)} |")
    return "\n".join(["Bytes on the wire (brotli), one request a page", "", *rows, ""])


def cost_table(few, many) -> str:
    rows = [
        f"| page | queries at {FEW} | at {MANY} | ms at {FEW} | at {MANY} | grown | compressed / bare |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for kind in KINDS:
        one, other = few[kind], many[kind]
        rows.append(
            f"| {kind} | {one['queries']} | {other['queries']} | {one['bare'] * 1000:.1f} "
            f"| {other['bare'] * 1000:.1f} | {growth(one, other):.2f} | {squeeze(other):.2f} |"
        )
    head = (
        f"Queries and time with {FEW} and {MANY} warnings and cases (best of {ROUNDS}, one process)"
    )
    return "\n".join([head, "", *rows, ""])


def growth(few, many) -> float:
    return many["bare"] / few["bare"]


def squeeze(found) -> float:
    return found["compressed"] / found["bare"]


def broken_weights(weights):
    for kind, found in weights.items():
        for language in PREFIXES:
            if found[language] > bar(kind):
                yield f"{path_of(kind, language)} weighs {found[language]} of {bar(kind)} bytes"
        if found["style"] > BARS["style"]:
            yield f"{kind}: style of {found['style']} bytes"


def path_of(kind: str, language: str) -> str:
    return path(kind, language) if kind in KINDS else PREFIXES[language] + all_addresses()[kind]


def broken_costs(few, many):
    for kind in KINDS:
        one, other = few[kind], many[kind]
        if one["queries"] != other["queries"] or other["queries"] > MOST_QUERIES:
            yield f"{kind}: {one['queries']} queries at {FEW} rows, {other['queries']} at {MANY}"
        if growth(one, other) > MOST_GROWTH:
            yield f"{kind}: {growth(one, other):.2f} times as long with {MANY} rows"
        if squeeze(other) > MOST_COMPRESSING:
            yield f"{kind}: squeezing again and again ({squeeze(other):.2f})"


if __name__ == "__main__":
    main()
