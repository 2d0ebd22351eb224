"""The code of a printed form, the same on its questions and on its key.

Three letters name the draw (the order of questions and options), one catches a slip of the pen,
two name the questions themselves: a key is never printed for a set that has changed since.
Letters that look alike on paper (O, 0, I, 1, L) are not used.
"""

from hashlib import sha256
from random import Random

from .attempt import Attempt, base36, begin_attempt

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
DRAW, CONTENT = 3, 2
DRAWS = len(LETTERS) ** DRAW
FULL_WIDTH = {0xFF01 + number: 0x21 + number for number in range(94)}


class BrokenCode(ValueError):
    """No form has this code: a slip of the pen."""


class OldForm(ValueError):
    """The questions of the set have changed since this form was printed."""


def usual_draw(numbers: list[int]) -> int:
    """The draw that a form of these questions has unless another is asked for."""
    return _mix("draw", sorted(numbers)) % DRAWS


def write_form_code(draw: int, numbers: list[int]) -> str:
    letters = _letters(draw % DRAWS, DRAW) + _content(numbers)
    return letters + _check(letters)


def read_form_code(typed: str, numbers: list[int]) -> int:
    """The draw that TYPED names; case, spaces and full-width signs do not matter."""
    code = "".join(typed.translate(FULL_WIDTH).upper().split())
    if len(code) != DRAW + CONTENT + 1 or set(code) - set(LETTERS) or _check(code[:-1]) != code[-1]:
        raise BrokenCode(code[:9])
    if code[DRAW:-1] != _content(numbers):
        raise OldForm(code)
    draw = 0
    for sign in code[:DRAW]:
        draw = draw * len(LETTERS) + LETTERS.index(sign)
    return draw


def lay_out(numbers: list[int], draw: int) -> Attempt:
    """The questions NUMBERS and their options in the order of DRAW."""
    order = sorted(numbers)
    Random(draw).shuffle(order)
    return begin_attempt(order, base36(draw))


def _content(numbers: list[int]) -> str:
    return _letters(_mix("content", sorted(numbers)) % len(LETTERS) ** CONTENT, CONTENT)


def _letters(number: int, length: int) -> str:
    code = ""
    for _place in range(length):
        number, digit = divmod(number, len(LETTERS))
        code = LETTERS[digit] + code
    return code


def _check(code: str) -> str:
    """Weighted sum modulo the prime 31: catches one wrong letter and two neighbours swapped."""
    total = sum(weight * LETTERS.index(sign) for weight, sign in enumerate(code, 2))
    return LETTERS[total % len(LETTERS)]


def _mix(*parts: object) -> int:
    return int(sha256(repr(parts).encode()).hexdigest(), 16)
