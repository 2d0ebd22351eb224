"""`make shots`: every kind of page as a phone shows it and as a printer prints it, in var/shots/.

360 px, three languages, normal and large type, light and dark; prints in 简体 as one PNG a sheet.
Other arguments: kinds of page to take instead of all. The first screens of the pages for who has just
lost money go side by side into docs/img/.
"""

import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.pages import KINDS, PREFIXES, SITUATIONS, path
from tests.browser.server import ROOT, running

SHOTS = ROOT / "var" / "shots"
PHONE = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2}
DPI = "72"
FIRST_SCREEN = {"width": 360, "height": 780}
FIRST_STEPS = ["/emergency/", "/emergency/after/", "/emergency/worksheet/", *SITUATIONS]


def main():
    kinds = sys.argv[1:] or list(KINDS)
    SHOTS.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder)) as site,
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        ) as chromium,
    ):
        page = chromium.new_page(base_url=site, **PHONE)
        for kind in kinds:
            on_the_phone(page, kind)
            on_paper(page, kind)
        if kinds == list(KINDS):
            first_screens(chromium.new_page(base_url=site, viewport=FIRST_SCREEN))
    print(f"{len(kinds)} kinds of page in {SHOTS.relative_to(ROOT)}/")


def on_the_phone(page, kind: str):
    for language in PREFIXES:
        page.goto(path(kind, language))
        page.screenshot(path=SHOTS / f"{kind}-{language}.png", full_page=True)
    page.emulate_media(color_scheme="dark")
    page.screenshot(path=SHOTS / f"{kind}-{language}-dark.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.goto(path(kind, size="large"))
    page.screenshot(path=SHOTS / f"{kind}-zh-Hans-large.png", full_page=True)
    page.goto(path(kind, size="normal") + "?size=normal")  # this phone forgets it again


def first_screens(page):
    """What a phone shows of the first steps before anybody scrolls: a row a language."""
    width, height = FIRST_SCREEN.values()
    rows = list(PREFIXES.values())
    sheet = Image.new("RGB", ((width + 12) * len(FIRST_STEPS), (height + 12) * len(rows)), "#888")
    for row, prefix in enumerate(rows):
        for place, address in enumerate(FIRST_STEPS):
            page.goto(prefix + address)
            picture = Image.open(BytesIO(page.screenshot()))
            sheet.paste(picture, (place * (width + 12), row * (height + 12)))
    sheet.reduce(2).quantize(48).save(ROOT / "docs" / "img" / "first-screens.png", optimize=True)


def on_paper(page, kind: str):
    page.goto(path(kind))
    sheet = SHOTS / f"{kind}-print.pdf"
    page.pdf(path=sheet, prefer_css_page_size=True)
    subprocess.run(["pdftoppm", "-r", DPI, "-png", sheet, sheet.with_suffix("")], check=True)
    sheet.unlink()


if __name__ == "__main__":
    main()
