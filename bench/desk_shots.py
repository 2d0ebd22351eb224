"""`make shots`: the pictures of docs/staff-guide.md, in docs/img/desk/.

Staff walk through their tasks on phones, on a fresh site that is thrown away afterwards.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import sync_playwright

from bench.walk.camera import PICTURES
from bench.walk.phones import Phones
from tests.browser.conftest import launch_options
from tests.browser.server import ROOT, running_env

from .walk import coming_in, help_needed, lists, texts, words

WALK = [*coming_in.TASKS, *texts.TASKS, *words.TASKS, *lists.TASKS, *help_needed.TASKS]


def main():
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with (
        tempfile.TemporaryDirectory() as folder,
        running_env(Path(folder)) as env,
        sync_playwright() as playwright,
        playwright.chromium.launch(**launch_options()) as chromium,
    ):
        phones = Phones(chromium, env)
        for task in WALK:
            task(phones)
    print(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()
