"""Drawing Chinese text into a picture: its own line breaking, a font that comes with the site.

The font is Noto Sans SC Bold (SIL Open Font License, fonts/OFL.txt), cut down to the characters
of GB 2312 and Big5 level 1.
"""

import io
import re
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONT = Path(__file__).parent / "fonts" / "NotoSansSC-Bold-subset.woff2"
NAVY, INK, AMBER, GRID, WHITE = "#0b3d91", "#1a1a1a", "#fff3cd", "#b8923f", "#ffffff"
NEVER_FIRST = "，。、：；！？）》」』”’…·"
NEVER_LAST = "（《「『“‘"
# A Latin word or number is never cut; any other character may stand alone on its line.
_PIECES = re.compile(r"[A-Za-z0-9@./:_'’-]+ ?|.", re.S)


@lru_cache(maxsize=16)
def font(size: int) -> ImageFont.FreeTypeFont:
    """The site's font at SIZE pixels."""
    return ImageFont.truetype(FONT, size)


def wrapped(text: str, size: int, width: int) -> list[str]:
    """TEXT in lines of at most WIDTH pixels; no mark at a line's start that may not stand there."""
    lines, line = [], ""
    for piece in _PIECES.findall(text):
        fits = font(size).getlength((line + piece).rstrip()) <= width
        if fits or not line or piece in NEVER_FIRST:
            line += piece
            continue
        carried = ""
        while line and line[-1] in NEVER_LAST:
            line, carried = line[:-1], line[-1] + carried
        lines.append(line.rstrip())
        line = carried + piece.lstrip()
    return [*lines, line.rstrip()]


class Card:
    """A picture of SIZE (width, height) in pixels that is written from the top down."""

    def __init__(self, size: tuple[int, int], margin: int):
        self.image = Image.new("RGB", size, WHITE)
        self.draw = ImageDraw.Draw(self.image)
        self.margin, self.y = margin, margin
        self.width = size[0] - 2 * margin

    def write(self, text: str, size: int, colour: str = INK, after: int = 24) -> None:
        """TEXT in lines of the card's width, then AFTER pixels of space."""
        for line in wrapped(text, size, self.width):
            self.draw.text((self.margin, self.y), line, font=font(size), fill=colour)
            self.y += round(size * 1.4)
        self.y += after

    def square(self, sign: str, x: int, side: int) -> None:
        """SIGN in a writing grid (田字格) with its upper left corner at X and the present height."""
        y = self.y
        self.draw.rectangle([x, y, x + side, y + side], outline=GRID, width=4)
        for step in range(0, side, 16):
            self.draw.line(
                [x + side // 2, y + step, x + side // 2, y + step + 8], fill=GRID, width=2
            )
            self.draw.line(
                [x + step, y + side // 2, x + step + 8, y + side // 2], fill=GRID, width=2
            )
        middle = (x + side // 2, y + side // 2)
        self.draw.text(middle, sign, font=font(round(side * 0.78)), fill=NAVY, anchor="mm")

    def band(self, text: str, size: int, height: int) -> None:
        """TEXT in white on a navy band at the foot."""
        width, bottom = self.image.size
        self.draw.rectangle([0, bottom - height, width, bottom], fill=NAVY)
        place = (width // 2, bottom - height // 2)
        self.draw.text(place, text, font=font(size), fill=WHITE, anchor="mm")

    def png(self) -> bytes:
        """The picture with few colours, so that it is light to send."""
        few = self.image.quantize(colors=32, dither=Image.Dither.NONE)
        data = io.BytesIO()
        few.save(data, "PNG", optimize=True)
        return data.getvalue()
