"""The code on a sheet of paper: a few small numbers, proof that we wrote them, and a check sign.

    form 3 bits, languages 4, office in groups of 4; for each subject its kind 4 bits, row in
    groups of 5, version in groups of 4, and 1 bit: another follows; then the proof.

A group is a bit 'one more group' and the rest a number, highest first. The proof is the start of
a keyed HMAC-SHA256, at least 15 bits, as long as fills the last letter. Letters are Crockford's
(no I, L, O, U). All of this stands on paper: it never changes.
"""

import hmac
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LETTER_BITS, PROOF_BITS = 5, 15
FORM_BITS, LANGUAGES_BITS, KIND_BITS = 3, 4, 4
OFFICE_GROUP, ROW_GROUP, VERSION_GROUP = 4, 5, 4
LONGEST = 31  # every place has a weight of its own only so far
MOST_TYPED = 120
SPOKEN_ALIKE = str.maketrans("OIL", "011")
DOTS = set(".。·•・‧_−ーﹳ")
IGNORED = {"Pd", "Zs", "Zl", "Zp", "Cc", "Cf"}  # dashes, spaces, invisible signs
_IN_ADDRESS = re.compile(r"(?:.*/\s*)?s\s*/([^/?#]*)/?\s*(?:[?#].*)?", re.I | re.S)
_CALLED = re.compile(
    r"\A\W*(?:单子|單子|sheet\s)?\s*(?:编号|編號|(?:code|number|no)\b)[\s.:#=是]*", re.I
)


class Mistyped(ValueError):
    """A sign is wrong, missing or too many."""


class NotOurs(ValueError):
    """Written without a slip, but not with our key."""


@dataclass(frozen=True)
class Numbers:
    """What a code holds. SUBJECTS are (kind, row, version)."""

    form: int
    languages: int
    office: int
    subjects: tuple[tuple[int, int, int], ...]


def encode_numbers(numbers: Numbers, key: str) -> str:
    """The code of NUMBERS under KEY. ValueError if they are too large for paper."""
    bits = _bits(numbers)
    length = _letters(len(bits) + PROOF_BITS)
    if length >= LONGEST:
        raise ValueError(numbers)
    bits += _proof(bits, key)[: length * LETTER_BITS - len(bits)]
    values = [int(bits[at : at + LETTER_BITS], 2) for at in range(0, len(bits), LETTER_BITS)]
    return "".join(LETTERS[value] for value in [*values, _check_sign(values)])


def decode_numbers(typed: str, keys: Iterable[str]) -> Numbers:
    """What was written under one of KEYS. Mistyped or NotOurs else."""
    code = tidy_code(typed)
    numbers = _written(code)
    if all(code != encode_numbers(numbers, key) for key in keys):
        raise NotOurs(code)
    return numbers


def tidy_code(typed: str) -> str:
    """TYPED in the letters of a code: capitals, O as 0, I and L as 1, full width as half, without
    spaces, dashes and dots. Any other sign stays, for `read_code` to refuse. An address around it
    and a word before it ("编号", "no.") go, unless it is a code as it stands."""
    plain = unicodedata.normalize("NFKC", typed[: MOST_TYPED + 1].replace("№", "No "))
    code = _in_letters(plain)
    if _is_code(code):
        return code  # C0DE may be how it begins
    address = _IN_ADDRESS.fullmatch(plain)
    return _in_letters(address[1] if address else _CALLED.sub("", plain, count=1))


def grouped(code: str) -> str:
    """CODE for the eye, in groups of three and four: 4K7-Q9X-P23."""
    groups = -(-len(code) // 4)
    short, longer = divmod(len(code), groups)
    ends = [short * number + min(number, longer) for number in range(groups + 1)]
    return "-".join(code[start:end] for start, end in pairwise(ends))


def _letters(bits: int) -> int:
    """How many letters hold BITS."""
    return -(-bits // LETTER_BITS)


def _in_letters(plain: str) -> str:
    kept = [sign for sign in plain if sign not in DOTS and not _is_ignored(sign)]
    return "".join(kept).upper().translate(SPOKEN_ALIKE)


def _is_ignored(sign: str) -> bool:
    return unicodedata.category(sign) in IGNORED


def _is_code(code: str) -> bool:
    try:
        _written(code)
    except Mistyped:
        return False
    return True


def _written(code: str) -> Numbers:
    """What CODE holds, whoever wrote it. Mistyped if it is none."""
    values = [LETTERS.find(letter) for letter in code]
    if not 1 < len(values) <= LONGEST or -1 in values or _check_sign(values[:-1]) != values[-1]:
        raise Mistyped(code)
    numbers = _numbers("".join(f"{value:05b}" for value in values[:-1]))
    if len(code) != _letters(len(_bits(numbers)) + PROOF_BITS) + 1:
        raise Mistyped(code)
    return numbers


def _bits(numbers: Numbers) -> str:
    bits = _fixed(numbers.form, FORM_BITS) + _fixed(numbers.languages, LANGUAGES_BITS)
    bits += _in_groups(numbers.office, OFFICE_GROUP)
    left = len(numbers.subjects)
    for kind, row, version in numbers.subjects:
        left -= 1
        bits += _fixed(kind, KIND_BITS) + _in_groups(row, ROW_GROUP)
        bits += _in_groups(version, VERSION_GROUP) + str(int(left > 0))
    return bits


def _fixed(number: int, width: int) -> str:
    if not 0 <= number < 2**width:
        raise ValueError(number)
    return f"{number:0{width}b}"


def _in_groups(number: int, width: int) -> str:
    """NUMBER in groups of WIDTH bits, each opened by whether one more follows."""
    digits = f"{number:b}"
    size = width - 1
    digits = digits.zfill(-(-len(digits) // size) * size)
    groups = [digits[at : at + size] for at in range(0, len(digits), size)]
    return "".join("1" + group for group in groups[:-1]) + "0" + groups[-1]


def _numbers(bits: str) -> Numbers:
    """The numbers that BITS begin with. Mistyped if they break off."""
    signs = iter(bits)
    form, languages = _take(signs, FORM_BITS), _take(signs, LANGUAGES_BITS)
    office, subjects, more = _take_groups(signs, OFFICE_GROUP), [], 1
    while more:
        kind, row = _take(signs, KIND_BITS), _take_groups(signs, ROW_GROUP)
        subjects.append((kind, row, _take_groups(signs, VERSION_GROUP)))
        more = _take(signs, 1)
    return Numbers(form, languages, office, tuple(subjects))


def _take(signs: Iterator[str], width: int) -> int:
    taken = "".join(islice(signs, width))
    if len(taken) < width:
        raise Mistyped
    return int(taken, 2)


def _take_groups(signs: Iterator[str], width: int) -> int:
    number, more = 0, 1
    while more:
        more = _take(signs, 1)
        number = number << (width - 1) | _take(signs, width - 1)
    return number


def _proof(bits: str, key: str) -> str:
    digest = hmac.digest(f"sheet {key}".encode(), bits.encode(), "sha256")
    return f"{int.from_bytes(digest[:4]):032b}"


def _check_sign(values: list[int]) -> int:
    """The last sign over GF(32): the signs, each times the weight of its place, sum to the length.

    No two places weigh the same, so one wrong sign or two that changed places always show.
    """
    total, weight = len(values) + 1, 1
    for value in reversed(values):
        weight = _times(weight, 2)
        total ^= _times(weight, value)
    return total


def _times(one: int, other: int) -> int:
    """The product in GF(32), made by x⁵ + x² + 1; 2 generates it."""
    product = 0
    while other:
        product ^= one if other & 1 else 0
        one = one << 1 ^ (0b100101 if one & 16 else 0)
        other >>= 1
    return product
