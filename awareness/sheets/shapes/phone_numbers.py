"""The numbers to call, never one against another: each under its label in one row; where that
leaves too little air, each beside its label, in two rows that are as high together."""

from dataclasses import dataclass, replace

from awareness.lib.typesetting.line_breaking import text_width

from ..blocks import NOTHING, POINT, Block

AIR = 6.0  # mm, at least, between two numbers
BESIDE = 3.0  # between a label and its number
WIDER = 1.07  # a printer's digits may be, than the face that is measured
MOST_ROWS = 2
LEAST_SIZE = 20  # points
LONGEST_NAME = 14  # characters of an office's name as a label


@dataclass(frozen=True)
class Call:
    """Whom to call; SHORT is another label where LABEL is too long. SMALL: the number would not fit
    its line in the usual size."""

    label: str
    number: str
    short: str = ""
    small: bool = False

    def shorter(self) -> "Call":
        return replace(self, label=self.short or self.label)


@dataclass(frozen=True)
class NumberStrip:
    """ROWS of numbers; BESIDE: each number stands beside its label."""

    rows: list[list[Call]]
    beside: bool = False


@dataclass(frozen=True)
class NumberType:
    """Sizes in points of labels and numbers (in one row, BESIDE their labels), on a line WIDE mm."""

    label: float
    number: float
    beside: float
    wide: float
    stacked: bool = False  # every number has a line of its own anyway

    def set(self, calls: list[Call]) -> NumberStrip:
        """CALLS, set so that no number comes nearer to another than AIR."""
        named = [call if len(call.label) <= LONGEST_NAME else call.shorter() for call in calls]
        if self.stacked:
            return NumberStrip([[_fitted(call, self) for call in named]])
        choices = (named, [call.shorter() for call in calls])
        for some in choices:
            if _long([_under(call, self) for call in some]) <= self.wide:
                return NumberStrip([some])
        small = [replace(call, small=True) for call in choices[-1]]
        settings = [_rows(some, self) for some in (*choices, small)]
        fitting = (one for one in settings if len(one) <= MOST_ROWS)
        return NumberStrip(next(fitting, settings[-1]), True)


COLUMN = NumberType(14, 20, 20, 86)
COLUMN_LINE = 8.5  # mm
COLUMN_EDGE = 5.0  # the line over a column's numbers, and the air around it


def set_in_column(calls: list[Call]) -> Block:
    """CALLS in a narrow column: a line for each, or two where its label takes too much."""
    rows = [_line(call) for call in calls]
    height = sum(COLUMN_LINE * (1 + row["over"]) for row in rows)
    return Block(height + COLUMN_EDGE, rows) if rows else NOTHING


def _line(call: Call) -> dict:
    """CALL, by its shorter label if need be, and whether its number stands OVER two lines even so."""
    fits = (one for one in (call, call.shorter()) if _beside(one, COLUMN) <= COLUMN.wide)
    one = next(fits, None)
    return {"call": one or call.shorter(), "over": one is None}


def _rows(calls: list[Call], face: NumberType) -> list[list[Call]]:
    rows: list[list[Call]] = []
    for call in calls:
        if rows and _long([_beside(one, face) for one in (*rows[-1], call)]) <= face.wide:
            rows[-1].append(call)
        else:
            rows.append([call])
    return rows


def _long(widths: list[float]) -> float:
    return sum(widths) + AIR * (len(widths) - 1)


def _under(call: Call, face: NumberType) -> float:
    """Width of a number under its label."""
    return max(_label(call, face), _number(call, face.number))


def _beside(call: Call, face: NumberType) -> float:
    """Width of a number beside its label."""
    size = LEAST_SIZE if call.small else face.beside
    return _label(call, face) + BESIDE + _number(call, size)


def _label(call: Call, face: NumberType) -> float:
    return text_width(call.label) * face.label * POINT * WIDER


def _number(call: Call, size: float) -> float:
    return text_width(call.number, bold=True) * size * POINT * WIDER


def _fitted(call: Call, face: NumberType) -> Call:
    return replace(call, small=_number(call, face.number) > face.wide)
