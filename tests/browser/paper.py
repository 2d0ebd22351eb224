"""What comes out of the printer: PDF text, sheet sizes, words that can be read."""

import io
import re
import subprocess
from pathlib import Path

from PIL import Image

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
