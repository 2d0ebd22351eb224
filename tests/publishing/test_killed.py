"""Whenever publishing is killed, a text is the old one or the new one, and nothing kept is lost."""

import json
import subprocess
import sys

from tests.browser.server import ROOT, free_port, surroundings
from tests.databases import fresh_database


def test_publishing_killed_at_any_moment_leaves_the_old_or_the_new(tmp_path):
    with fresh_database(tmp_path) as database:
        finished = subprocess.run(
            [sys.executable, "-m", "tests.publishing.killed"],
            cwd=ROOT,
            env=surroundings(tmp_path, free_port(), database),
            capture_output=True,
            text=True,
        )
    assert finished.returncode == 0, finished.stderr
    seen = json.loads(finished.stdout.splitlines()[-1])
    assert seen["wrong"] == []
    assert seen["kills"] == 40
    assert seen["published"] > 10
