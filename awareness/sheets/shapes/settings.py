"""How each shape is set beside its words: paper, styles, and the type of what every sheet bears."""

from dataclasses import dataclass

from ..blocks import Face
from ..subjects import Shape
from .header import FreeHead, LineHead
from .paper import A3, A4, A4_FOLDED, A5, Paper
from .phone_numbers import NumberType


@dataclass(frozen=True)
class ShapeSettings:
    """STYLES are components of the style sheet; HEAD sets who speaks, NUMBERS the strip of numbers to
    call, None without one."""

    paper: Paper
    styles: str
    imprint: Face
    head: FreeHead | LineHead = FreeHead()
    numbers: NumberType | None = None


_SETTINGS = {
    Shape.A4: ShapeSettings(
        A4,
        "sheet",
        Face(12, 6, 140),
        LineHead(Face(12, 6, 160)),
        numbers=NumberType(14, 30, 26, 180),
    ),
    Shape.LARGE: ShapeSettings(
        A4,
        "sheet sheet-large",
        Face(16, 8.4, 140),
        LineHead(Face(16, 6, 160), names_office=False),
        numbers=NumberType(16, 34, 34, 180),
    ),
    Shape.TRIFOLD: ShapeSettings(
        A4_FOLDED,
        "sheet sheet-trifold",
        Face(12, 5.6, 81),
        numbers=NumberType(14, 24, 24, 84, stacked=True),
    ),
    Shape.POSTER: ShapeSettings(A3, "sheet sheet-poster", Face(20, 10.5, 257)),
    Shape.COUNTER: ShapeSettings(
        A5,
        "sheet sheet-counter",
        Face(12, 5.6, 90),
        LineHead(Face(12, 6, 113), names_office=False),
        numbers=NumberType(12, 22, 20, 130),
    ),
}


def settings_of(form: Shape) -> ShapeSettings:
    return _SETTINGS[form]
