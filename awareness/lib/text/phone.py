"""Phone numbers: as typed, as kept, as spoken digit by digit, and where two of them differ."""

import re
import unicodedata
from difflib import SequenceMatcher

SHAPE = "号码只写数字，可以用短横分段，例如96110、0999-1234567，最少3位、最多20个字。"
_DIALABLE = re.compile(r"\+?[0-9]+(-[0-9]+)*")
_LEAST_DIGITS, _MOST_SIGNS = 3, 20
_DASHES_AND_BRACKETS = re.compile(r"[-‐‑‒–—―−ー()]+")
CHINESE = "零一二三四五六七八九"
ENGLISH = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_HEARD = {
    **{sign: str(digit) for digit, sign in enumerate(CHINESE)},
    **{word: str(digit) for digit, word in enumerate(ENGLISH)},
    **{str(digit): str(digit) for digit in range(10)},
    **{"〇": "0", "洞": "0", "幺": "1", "拐": "7", "oh": "0"},
}
_SPOKEN_DIGIT = re.compile(
    "|".join(rf"\b{word}\b" if word.isalpha() and word.isascii() else word for word in _HEARD), re.A
)


def tidy_number(typed: str) -> str:
    """TYPED as a number is kept: ASCII, no spaces, one '-' between groups.

    Full-width signs, every kind of dash and brackets around an area code are understood.
    """
    plain = unicodedata.normalize("NFKC", typed)
    kept = "".join(sign for sign in plain if unicodedata.category(sign) not in {"Zs", "Cc", "Cf"})
    return _DASHES_AND_BRACKETS.sub("-", kept).strip("-")


def is_dialable(number: str) -> bool:
    """Whether NUMBER, already tidy, is one that a phone dials."""
    enough = len(digits(number)) >= _LEAST_DIGITS and len(number) <= _MOST_SIGNS
    return enough and bool(_DIALABLE.fullmatch(number))


def is_sample(number: str) -> bool:
    """Whether NUMBER, all noughts, only keeps the place of one."""
    return set(digits(number)) == {"0"}


def digits(number: str) -> str:
    """The digits of NUMBER alone, ASCII."""
    return re.sub("[^0-9]", "", unicodedata.normalize("NFKC", number))


def spoken_chinese(number: str) -> str:
    """NUMBER read out digit by digit, a pause between groups: 九六一一零."""
    groups = re.split("-", number.lstrip("+"))
    return "，".join("".join(CHINESE[int(digit)] for digit in digits(part)) for part in groups)


def spoken_english(number: str) -> str:
    """NUMBER read out digit by digit, a pause between groups: nine six one one zero."""
    groups = re.split("-", number.lstrip("+"))
    return ", ".join(" ".join(ENGLISH[int(digit)] for digit in digits(part)) for part in groups)


def heard_digits(spoken: str) -> str:
    """The digits that a listener of SPOKEN writes down; 幺 is 1, 'oh' is 0."""
    return "".join(_HEARD[word] for word in _SPOKEN_DIGIT.findall(spoken.lower()))


def differing_digits(old: str, new: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """OLD and NEW in pieces, each with whether it differs from the other number."""
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    before = [(old[i:j], kind != "equal") for kind, i, j, _k, _l in steps if j > i]
    after = [(new[k:m], kind != "equal") for kind, _i, _j, k, m in steps if m > k]
    return before, after
