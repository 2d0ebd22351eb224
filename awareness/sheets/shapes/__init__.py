"""The five shapes of a sheet: which parts of the words stand where, in what type, and what must
give way where there is more than fits. Sizes: design/experience.md, section 5; millimetres."""

from collections.abc import Callable

from ..sheet_text import Words
from ..subjects import Shape
from .a4 import a4
from .counter_card import counter, poster
from .large import large
from .page import LaidOutSheet
from .trifold import trifold

MAKE: dict[Shape, Callable[[Words], LaidOutSheet]] = {
    Shape.A4: a4,
    Shape.LARGE: large,
    Shape.TRIFOLD: trifold,
    Shape.POSTER: poster,
    Shape.COUNTER: counter,
}
