"""`make lighthouse`: every kind of page as Lighthouse's phone sees it (slow 4G, processor ×4).

Installs lighthouse with npm into bench/node_modules, prints a markdown table and ends with 1
when a score is under 100. Other arguments: kinds of page to look at instead of all.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.browser.pages import KINDS, path, turn
from tests.browser.server import running

HERE = Path(__file__).resolve().parent
PACKAGE, VERSION = "lighthouse", "13.5.0"  # 12.x finds no start of navigation in this Chromium
SCORES = ("performance", "accessibility", "best-practices", "seo")
TIMES = ("largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time")
NOT_FOR_SEARCH = "missing"  # a 404 is kept from search engines on purpose
TRIES = 3  # the machine may be busy at one moment; a slow page is slow every time


def main():
    install()
    kinds = sys.argv[1:] or [kind for kind in KINDS if kind != NOT_FOR_SEARCH]
    print("| page | perf. | access. | practices | SEO | LCP s | CLS | TBT ms |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|", flush=True)
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as site:
        low = [kind for kind in kinds if not all_hundred(site, kind)]
    print(f"\nBROKEN: {', '.join(low)}" if low else "\nEvery score is 100.")
    sys.exit(bool(low))


def install():
    found = HERE / "node_modules" / PACKAGE / "package.json"
    if found.exists() and json.loads(found.read_text())["version"] == VERSION:
        return
    words = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
    command = ["npm", "install", *words, "--prefix", str(HERE), f"{PACKAGE}@{VERSION}"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def all_hundred(site: str, kind: str) -> bool:
    """Whether KIND has four times 100; prints its row, and what stands in the way."""
    address = path(kind, turn(kind))
    for _try in range(TRIES):
        report = look(site + address)
        if report and min(scores(report)) == 100:
            break
    if not report:
        print(f"| {address} | no report |", flush=True)
        return False
    lcp, cls, tbt = (report["audits"][name]["numericValue"] for name in TIMES)
    row = [address, *map(str, scores(report)), f"{lcp / 1000:.2f}", f"{cls:.3f}", f"{tbt:.0f}"]
    print(f"| {' | '.join(row)} |", *complaints(report), sep="\n", flush=True)
    return min(scores(report)) == 100


def look(address: str) -> dict | None:
    """Lighthouse's report on ADDRESS; None when it saw no page (NO_NAVSTART now and then)."""
    command = ["node", str(HERE / "node_modules" / PACKAGE / "cli" / "index.js"), address]
    options = ["--quiet", "--output=json", "--output-path=stdout"]
    chrome = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    env = os.environ | {"CHROME_PATH": shutil.which("chromium")}
    found = subprocess.run([*command, *options, chrome], env=env, capture_output=True)
    if found.returncode:
        print(found.stderr.decode()[-400:].strip(), file=sys.stderr)
        return None
    return json.loads(found.stdout)


def scores(report: dict) -> list[int]:
    return [round((report["categories"][name]["score"] or 0) * 100) for name in SCORES]


def complaints(report: dict):
    """The weighted audits of REPORT that take something from a score under 100."""
    for name, score in zip(SCORES, scores(report), strict=True):
        if score == 100:
            continue
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"  {name}: {audit['title']} {audit.get('displayValue', '')}"


if __name__ == "__main__":
    main()
