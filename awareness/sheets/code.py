"""The code that an issued sheet carries, and the addresses that stand on it.

The numbers below are on paper: give none of them to another, and add at the end.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from awareness.lib.codes.sheet_code import (
    Mistyped,
    NotOurs,
    Numbers,
    encode_numbers,
    grouped,
    tidy_code,
)
from awareness.lib.codes.sheet_code import decode_numbers as read_numbers
from awareness.office.models import Office

from .subjects import MODELS, Shape, Subject, SubjectKind

__all__ = [
    "Issue",
    "Mistyped",
    "NotOurs",
    "code_of",
    "grouped",
    "issue_of",
    "read_sheet_code",
    "tidy_code",
]

KINDS = {
    0: SubjectKind.SCAM,
    1: SubjectKind.CASE,
    2: SubjectKind.WARNING,
    3: SubjectKind.SITUATION,
    4: SubjectKind.AUDIENCE,
    5: SubjectKind.RULES,
    6: SubjectKind.QUIZ,
    7: SubjectKind.FAMILY,
}  # at most 15
# Given away already, to pages that are about to have sheets.
RESERVED_KINDS = {8: "form", 9: "bulletin", 10: "campaign", 11: "district", 12: "contest"}
LANGUAGES = {
    0: ("zh-hans", ""),
    1: ("zh-hant", ""),
    2: ("en", ""),
    3: ("zh-hans", "zh-hant"),
    4: ("zh-hans", "en"),
    5: ("zh-hant", "zh-hans"),
    6: ("zh-hant", "en"),
    7: ("en", "zh-hans"),
    8: ("en", "zh-hant"),
}  # the front, and the back if it is in another; at most 15
MOST_SUBJECTS = 3
BEYOND_ALL = 2**31  # no row or version of ours has such a number


@dataclass(frozen=True)
class Issue:
    """What was printed: SUBJECTS are (kind, row's pk or 0, version), SECOND the language of the back."""

    form: Shape
    language: str
    second: str
    office: int  # pk; 0: none
    subjects: tuple[tuple[SubjectKind, int, int], ...]


def issue_of(
    form: Shape, language: str, second: str, office: Office | None, subjects: Iterable[Subject]
) -> Issue:
    named = tuple((one.kind, one.row.pk if one.row else 0, one.number) for one in subjects)
    return Issue(form, language, second, office.pk if office else 0, named)


def code_of(issue: Issue) -> str:
    """The letters of the code, as in addresses; `grouped` shows them to the eye."""
    kinds = {kind: number for number, kind in KINDS.items()}
    languages = {pair: number for number, pair in LANGUAGES.items()}
    subjects = tuple((kinds[kind], row, version) for kind, row, version in issue.subjects)
    spoken = languages[issue.language, issue.second]
    numbers = Numbers(int(issue.form), spoken, issue.office, subjects)
    return encode_numbers(numbers, settings.SHEET_KEY)


def read_sheet_code(typed: str) -> Issue:
    """The sheet whose code was TYPED. Mistyped: a slip. NotOurs: no sheet of ours ever had it."""
    numbers = read_numbers(typed, [settings.SHEET_KEY, *settings.SHEET_KEY_OLD])
    if not _could_be_issued(numbers):
        raise NotOurs(typed)
    try:
        language, second = LANGUAGES[numbers.languages]
        subjects = tuple((KINDS[kind], row, number) for kind, row, number in numbers.subjects)
        return Issue(Shape(numbers.form), language, second, numbers.office, subjects)
    except (KeyError, ValueError) as error:
        raise NotOurs(typed) from error


def _could_be_issued(numbers: Numbers) -> bool:
    pages = {(kind, row) for kind, row, _version in numbers.subjects}
    every = [numbers.office, *(one for subject in numbers.subjects for one in subject)]
    return (
        len(pages) == len(numbers.subjects) <= MOST_SUBJECTS
        and max(every) < BEYOND_ALL
        and all(version for _kind, _row, version in numbers.subjects)
        and all(bool(row) == (KINDS.get(kind) in MODELS) for kind, row in pages)
    )


def short_address(code: str) -> str:
    """What is printed in words: 'host/s/CODE'."""
    return _site().partition("//")[2] + f"/s/{code}"


def full_address(code: str) -> str:
    """What the QR holds."""
    return f"{_site()}/s/{code}/"


def _site() -> str:
    return settings.SHORT_URL or settings.SITE_URL
