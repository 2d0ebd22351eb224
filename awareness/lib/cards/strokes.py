"""The drawn characters 停, 查 and 报 for pictures: the same pen strokes as on the pages."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw

_FILES = {"stop": "ting", "check": "cha", "report": "bao", "report-hant": "bao-hant"}
_DRAWINGS = Path(__file__).parents[3] / "static" / "img"
_WORD = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_VALUES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6}  # a step takes so many numbers
_PEN, _UNITS = 6.8, 100  # the drawings' pen and side
_FINER = 4  # drawn so much larger, then made smaller: smooth edges

Point = tuple[float, float]


@lru_cache(maxsize=16)
def mask(sign: str, side: int) -> Image.Image:
    """The strokes of SIGN ('stop', 'check', 'report', 'report-hant') on a square of SIDE pixels,
    white on black."""
    scale = side * _FINER / _UNITS
    image = Image.new("L", (side * _FINER, side * _FINER))
    draw = ImageDraw.Draw(image)
    pen = _PEN * scale
    for line in _lines(sign):
        points = [(x * scale, y * scale) for x, y in line]
        draw.line(points, fill=255, width=round(pen), joint="curve")
        for x, y in (points[0], points[-1]):
            draw.ellipse([x - pen / 2, y - pen / 2, x + pen / 2, y + pen / 2], fill=255)
    return image.resize((side, side), Image.Resampling.LANCZOS)


@lru_cache(maxsize=4)
def _lines(sign: str) -> list[list[Point]]:
    svg = (_DRAWINGS / f"{_FILES[sign]}.svg").read_text("utf-8")
    return polylines(re.findall(r' d="([^"]+)"', svg)[-1])  # the paths before it are the grid


def polylines(path: str) -> list[list[Point]]:
    """The lines of an SVG PATH of moves, straight lines and cubic curves, each as its points."""
    lines: list[list[Point]] = []
    words = _WORD.findall(path)
    step = ""
    while words:
        if words[0].isalpha():
            step = words.pop(0)
        values = [float(words.pop(0)) for _ in range(_VALUES[step.upper()])]
        if step.upper() == "M":
            lines.append([_absolute(step, values, lines[-1][-1] if lines else (0, 0))[0]])
            step = "l" if step == "m" else "L"
            continue
        lines[-1] += _drawn(step, values, lines[-1][-1])
    return lines


def _drawn(step: str, values: list[float], at: Point) -> list[Point]:
    if step.upper() == "H":
        return [(values[0] + (at[0] if step == "h" else 0), at[1])]
    if step.upper() == "V":
        return [(at[0], values[0] + (at[1] if step == "v" else 0))]
    points = _absolute(step, values, at)
    return points if step.upper() == "L" else _curve((at, *points))


def _absolute(step: str, values: list[float], at: Point) -> list[Point]:
    left, top = at if step.islower() else (0, 0)
    return [(left + x, top + y) for x, y in zip(values[::2], values[1::2], strict=True)]


def _curve(points: Sequence[Point], parts: int = 12) -> list[Point]:
    """The cubic Bézier curve of four POINTS, after its first point."""
    across, down = zip(*points, strict=True)
    return [
        (_between(across, share), _between(down, share))
        for share in (part / parts for part in range(1, parts + 1))
    ]


def _between(along: Sequence[float], share: float) -> float:
    one, two, three, four = along
    back = 1 - share
    return back**3 * one + 3 * back**2 * share * two + 3 * back * share**2 * three + share**3 * four
