"""The five shapes of a sheet: which parts of the words stand where, in what type, and what must
give way where there is more than fits. Sizes: design/experience.md, section 5; millimetres."""

from collections.abc import Callable

from ..subjects import Form
from ..words import Words
from .a4 import a4
from .large import large
from .page import Sheet
from .single import counter, poster
from .trifold import trifold

MAKE: dict[Form, Callable[[Words], Sheet]] = {
    Form.A4: a4,
    Form.LARGE: large,
    Form.TRIFOLD: trifold,
    Form.POSTER: poster,
    Form.COUNTER: counter,
}
