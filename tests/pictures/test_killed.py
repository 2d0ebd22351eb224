"""Whenever an upload is killed, each picture of the site is whole or not there at all."""

import json
import subprocess
import sys

from tests.browser.server import ROOT, free_port, surroundings
from tests.databases import fresh_database


def test_an_upload_killed_at_any_moment_leaves_no_half_picture(tmp_path):
    with fresh_database(tmp_path) as database:
        finished = subprocess.run(
            [sys.executable, "-m", "tests.pictures.killed"],
            cwd=ROOT,
            env=surroundings(tmp_path, free_port(), database),
            capture_output=True,
            text=True,
        )
    assert finished.returncode == 0, finished.stderr
    seen = json.loads(finished.stdout.splitlines()[-1])
    assert seen["wrong"] == []
    assert seen["kills"] >= 30
    assert seen["pictures"] > 3
