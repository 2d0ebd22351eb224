"""Drawing text, signs and a code into a picture of few colours. It knows where everything stands.

Chinese is set in Noto Sans SC, cut down to the characters of GB 2312 and Big5 level 1, Latin
letters in Noto Sans (SIL Open Font License, fonts/OFL.txt).
"""

import io
import re
from dataclasses import dataclass
from functools import lru_cache

import segno
from PIL import Image, ImageDraw, ImageFont

from awareness.lib.cards import strokes
from awareness.lib.text.script import is_chinese
from awareness.lib.typesetting.fonts import FOLDER
from awareness.lib.typesetting.title_breaks import NEVER_LAST

WHITE, INK, QUIET, NAVY, RED = "#ffffff", "#1a1a1a", "#454b54", "#0b3d91", "#a8071a"
AMBER, BAR, GRID = "#fff3cd", "#8a5a00", "#b8923f"
QUIET_ZONE = 4  # modules of white around a QR code (ISO/IEC 18004)
_LATIN = re.compile(r"([\u0021-\u024f]+)")
_LATIN_MARKS = re.compile(r"([\u0021-\u024f\u2010-\u2026 ]+)")  # where no Chinese stands beside
_BLENDS = [(INK, WHITE), (NAVY, WHITE), (RED, WHITE), (INK, AMBER)]


@dataclass(frozen=True)
class CanvasBox:
    """What stands in a picture and where, in pixels: left, top, right, bottom."""

    what: str
    place: tuple[int, int, int, int]
    size: int = 0  # of its type, if it is text


@lru_cache(maxsize=24)  # each holds 3 MB
def _font(bold: bool, latin: bool, size: int) -> ImageFont.FreeTypeFont:
    weight = "Bold" if bold else "Regular"
    name = f"NotoSans-{weight}-latin" if latin else f"NotoSansSC-{weight}-subset"
    return ImageFont.truetype(FOLDER / f"{name}.woff2", size, layout_engine=ImageFont.Layout.BASIC)


def runs(text: str) -> list[tuple[str, bool]]:
    """TEXT as (run, is Latin). Curly quotes are Latin only where no Chinese stands on the line."""
    pattern = _LATIN if is_chinese(text) else _LATIN_MARKS
    return [(run, place % 2 == 1) for place, run in enumerate(pattern.split(text)) if run]


class Code:
    """TEXT as a QR code whose SIDE is LEAST pixels or a little more, without its white EDGE."""

    def __init__(self, text: str, least: int):
        self.text = text
        self.rows = [*segno.make(text, error="m", micro=False).matrix]
        self.module = -(-least // len(self.rows))
        self.side = self.module * len(self.rows)
        self.edge = QUIET_ZONE * self.module


class Canvas:
    """A white picture of SIZE (width, height) in pixels."""

    def __init__(self, size: tuple[int, int]):
        self.image = Image.new("RGB", size, WHITE)
        self.draw = ImageDraw.Draw(self.image)
        self.boxes: list[CanvasBox] = []

    def text(
        self, at: tuple[int, int], text: str, size: int, bold: bool = False, colour: str = INK
    ) -> int:
        """One line of TEXT, its box of 1.2 × SIZE beginning AT; how wide it is."""
        left, top = at
        chinese = is_chinese(text) and text[0] in NEVER_LAST
        x = left - size / 2 if chinese else float(left)  # the empty half of an opening mark
        for run, latin in runs(text):
            font = _font(bold, latin, size)
            self.draw.text((x, top + size * 1.02), run, font=font, fill=colour, anchor="ls")
            x += font.getlength(run)
        self.boxes.append(CanvasBox(text, (left, top, round(x), top + round(size * 1.2)), size))
        return round(x) - left

    def block(self, box: tuple[int, int, int, int], colour: str) -> None:
        self.draw.rectangle(_inclusive(box), fill=colour)

    def frame(self, box: tuple[int, int, int, int], colour: str, width: int) -> None:
        self.draw.rectangle(_inclusive(box), outline=colour, width=width)

    def sign(self, at: tuple[int, int], sign: str, side: int) -> None:
        """One of the three characters in a writing grid (田字格) of SIDE pixels."""
        left, top = at
        middle, thick = side // 2, max(2, side // 70)
        for step in range(0, side, 3 * thick + 3):
            end = min(step + 2 * thick, side)
            self.block((left + middle, top + step, left + middle + thick, top + end), GRID)
            self.block((left + step, top + middle, left + end, top + middle + thick), GRID)
        self.frame((left, top, left + side, top + side), GRID, thick)
        pen = Image.new("RGB", (side, side), NAVY)
        self.image.paste(pen, (left, top), strokes.mask(sign, side))
        self.boxes.append(CanvasBox(sign, (left, top, left + side, top + side)))

    def bubble(self, box: tuple[int, int, int, int], ribbon: tuple[int, int, int, int]) -> None:
        """A round dashed frame, for words that are not ours, with a dark RIBBON inside."""
        radius = 40
        left, top, right, bottom = box
        shape = Image.new("L", self.image.size)
        pen = ImageDraw.Draw(shape)
        corners = (True, True, True, False)  # the last, lower left, is where it speaks from
        pen.rounded_rectangle(_inclusive(box), radius, fill=255, corners=corners)
        dark = Image.new("L", self.image.size)
        ImageDraw.Draw(dark).rectangle(_inclusive(ribbon), fill=255)
        line = Image.new("L", self.image.size)
        pen = ImageDraw.Draw(line)
        pen.rounded_rectangle(_inclusive(box), radius, outline=255, width=4, corners=corners)
        for x in range(left + radius, right - radius, 24):
            pen.rectangle([x, top, x + 9, bottom - 1], fill=0)
        for y in range(top + radius, bottom - radius, 24):
            pen.rectangle([left, y, right - 1, y + 9], fill=0)
        self.image.paste(QUIET, mask=line)
        self.image.paste(QUIET, mask=Image.composite(dark, Image.new("L", dark.size), shape))

    def code(self, right: int, bottom: int, code: Code) -> None:
        """CODE ending at RIGHT and BOTTOM. Its white edge is not drawn; the box noted holds it."""
        left, top = right - code.side, bottom - code.side
        for y, row in enumerate(code.rows):
            for x, dark in enumerate(row):
                if dark:
                    at = (left + x * code.module, top + y * code.module)
                    self.block((*at, at[0] + code.module, at[1] + code.module), INK)
        edge = code.edge
        self.boxes.append(
            CanvasBox(code.text, (left - edge, top - edge, right + edge, bottom + edge))
        )

    def png(self) -> bytes:
        """The picture in at most 16 colours, so that it is light to send."""
        few = self.image.quantize(palette=_palette(), dither=Image.Dither.NONE)
        data = io.BytesIO()
        few.save(data, "PNG", optimize=True)
        return data.getvalue()


def _inclusive(box: tuple[int, int, int, int]) -> list[int]:
    left, top, right, bottom = box
    return [left, top, right - 1, bottom - 1]


@lru_cache(maxsize=1)
def _palette() -> Image.Image:
    """Our colours, and what lies between those that meet at the edge of a letter."""
    pure = {_rgb(name): None for name in (WHITE, INK, QUIET, NAVY, RED, AMBER, BAR, GRID)}
    between = {
        tuple(round(a + (b - a) * share) for a, b in zip(_rgb(one), _rgb(other), strict=True)): None
        for one, other in _BLENDS
        for share in (0.33, 0.67)
    }
    colours = list(pure | between)
    palette = Image.new("P", (1, 1))
    filled = colours + colours[:1] * (256 - len(colours))  # a byte for each pixel packs better
    palette.putpalette([value for colour in filled for value in colour])
    return palette


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))
