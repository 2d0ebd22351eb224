"""One attempt at a set, carried in the address: short, signed, without anything about the reader.

    seed.nonce.questions.answers.signature

SEED orders the options; NONCE (drawn with the first answer) tells one attempt from another;
QUESTIONS are numbers in base 36 joined by '-', fixed when the attempt begins, so that a set
edited meanwhile does not shift; ANSWERS has a letter for each, '_' where none was given.
"""

import re
import secrets
from dataclasses import dataclass, replace
from hashlib import sha256
from hmac import compare_digest
from random import Random

from django.utils.crypto import salted_hmac

from .models import UNSURE, Letter

NONE = "_"
_SHAPE = re.compile(r"[a-z0-9]{1,12}\.[A-Za-z0-9_-]{0,12}\.[a-z0-9-]{1,120}\.[ABCX_]{1,30}")
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class BrokenAttempt(ValueError):
    """The state in the address is cut, forged or belongs to another set."""


@dataclass(frozen=True)
class Attempt:
    seed: str
    nonce: str
    questions: tuple[int, ...]
    answers: str

    def answer(self, place: int) -> str:
        """The letter chosen at PLACE (from 1), or '' if none."""
        return self.answers[place - 1].replace(NONE, "")

    def with_answer(self, place: int, letter: str) -> "Attempt":
        answers = self.answers[: place - 1] + letter + self.answers[place:]
        return replace(self, answers=answers, nonce=self.nonce or secrets.token_urlsafe(6))

    @property
    def begun(self) -> bool:
        return self.answers.strip(NONE) != ""

    def letters(self, place: int) -> list[str]:
        """The options of PLACE in this attempt's order; 不确定 always last."""
        order = list(Letter.values)
        # sha256, because str seeds of Random may change between Python versions
        mix = sha256(f"{self.seed}:{self.questions[place - 1]}".encode()).hexdigest()
        Random(int(mix, 16)).shuffle(order)
        return [*order, UNSURE]


def begin_attempt(questions: list[int], seed: str) -> Attempt:
    """A fresh attempt at QUESTIONS (primary keys, in order)."""
    return Attempt(seed, "", tuple(questions), NONE * len(questions))


def write(attempt: Attempt, set_slug: str) -> str:
    """ATTEMPT as it stands in an address of the set SET_SLUG."""
    numbers = "-".join(base36(number) for number in attempt.questions)
    body = ".".join([attempt.seed, attempt.nonce, numbers, attempt.answers])
    return f"{body}.{_signature(body, set_slug)}"


def read_attempt(text: str, set_slug: str) -> Attempt:
    """The attempt in TEXT. BrokenAttempt unless we wrote it for SET_SLUG."""
    body, _, signature = text.rpartition(".")
    if not _SHAPE.fullmatch(body) or not compare_digest(
        signature.encode(), _signature(body, set_slug).encode()
    ):
        raise BrokenAttempt(text[:20])
    seed, nonce, numbers, answers = body.split(".")
    return Attempt(seed, nonce, tuple(int(part, 36) for part in numbers.split("-")), answers)


def _signature(body: str, set_slug: str) -> str:
    return salted_hmac("quiz.attempt", f"{set_slug}|{body}", algorithm="sha256").hexdigest()[:14]


def base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
    return digits or "0"
