"""What comes out of the printer: PDF text, sheet sizes, words that can be read."""

import io
import logging
import re
import subprocess
from collections import defaultdict
from itertools import product
from pathlib import Path

import zxingcpp
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer
from PIL import Image, ImageStat

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it wonders at Chromium's fonts
MM = 25.4 / 72
A4 = (595, 842)  # points
LEAST_STEP = 90  # of 255 greys, between a word and its ground


def printed(page, folder: Path, backgrounds: bool = True) -> Path:
    """PAGE through the browser's own print menu; the PDF."""
    file = folder / f"print-{backgrounds}.pdf"
    page.pdf(path=file, prefer_css_page_size=True, print_background=backgrounds)
    return file


def tight(text: str) -> str:
    """TEXT without spaces and line ends, which a PDF does not keep."""
    return re.sub(r"\s+", "", text)


def text_of(file: Path) -> str:
    return tight(poppler("pdftotext", file, "-").decode())


def page_sizes(file: Path) -> list[tuple[int, int]]:
    """Width and height of each sheet, in whole points."""
    facts = poppler("pdfinfo", "-l", "-1", file).decode()
    found = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", facts)
    return [(round(float(width)), round(float(height))) for width, height in found]


def unreadable(file: Path) -> list[str]:
    """Words of FILE that do not stand out from what is behind them, as printed in grey."""
    boxes = poppler("pdftotext", "-bbox", file, "-").decode()
    sheets = boxes.split("<page ")[1:]
    return [
        word
        for number, sheet in enumerate(sheets, start=1)
        for word in faint_words(sheet, picture(file, number))
    ]


def faint_words(sheet: str, image: Image.Image) -> list[str]:
    corner = r'="([\d.]+)" '
    pattern = f'<word xMin{corner}yMin{corner}xMax{corner}yMax="([\\d.]+)">(.*?)</word>'
    faint = []
    for *corners, word in re.findall(pattern, sheet):
        left, top, right, bottom = map(float, corners)
        high = bottom - top  # the box is as high as the font may ever be: look at its middle
        middle = image.crop(
            (round(left), round(top + high * 0.35), round(right), round(bottom - high * 0.3))
        )
        darkest, lightest = middle.getextrema()
        if lightest - darkest < LEAST_STEP:
            faint.append(word)
    return faint


def picture(file: Path, number: int) -> Image.Image:
    """Sheet NUMBER in grey, one pixel a point."""
    sheet = ("-f", str(number), "-l", str(number))
    return Image.open(io.BytesIO(poppler("pdftoppm", "-gray", "-r", "72", *sheet, file))).convert(
        "L"
    )


def poppler(tool: str, *words) -> bytes:
    return subprocess.run([tool, *map(str, words)], check=True, capture_output=True).stdout


def glyphs(file: Path) -> list[tuple[int, float, float]]:
    """Sheet number and place (mm from the left and from the foot) of every sign of FILE."""
    found: list[tuple[int, float, float]] = []
    for number, sheet in enumerate(extract_pages(file, laparams=None)):
        for sign in _signs(sheet):
            if sign.get_text().strip():
                found.append((number, sign.matrix[4] * MM, sign.matrix[5] * MM))
    return found


def _signs(item):
    if isinstance(item, LTChar):
        yield item
    elif isinstance(item, LTContainer):
        for one in item:
            yield from _signs(one)


def astray(one: list, other: list, most: float) -> list:
    """The places of ONE that have none of OTHER within MOST mm."""
    near = defaultdict(list)  # by the square of MOST mm in which a place lies
    for sheet, x, y in other:
        near[sheet, x // most, y // most].append((x, y))
    return [place for place in one if not _has_near(near, place, most)]


def _has_near(near: dict, place: tuple, most: float) -> bool:
    sheet, x, y = place
    return any(
        abs(x - there[0]) <= most and abs(y - there[1]) <= most
        for right, up in product((-1, 0, 1), repeat=2)
        for there in near.get((sheet, x // most + right, y // most + up), ())
    )


def ink(file: Path) -> float:
    """The part of the first sheet that is printed, 0 to 1."""
    return 1 - ImageStat.Stat(picture(file, 1)).mean[0] / 255


def decoded(file: Path, folder: Path) -> list[str]:
    """What the QR codes of FILE say, read from a picture at 150 dpi."""
    poppler("pdftoppm", "-r", "150", "-gray", file, folder / "seen")  # PNG takes far longer
    seen = sorted(folder.glob("seen-*.pgm"))
    said = [code.text for one in seen for code in zxingcpp.read_barcodes(Image.open(one))]
    for one in seen:
        one.unlink()
    return said
