"""Which questions stand in a set today."""

import secrets
from datetime import date

from django.http import Http404
from django.utils import timezone

from .attempt import Attempt, base36, begin_attempt
from .models import Question, QuestionSet, Use

DAILY = "daily"
DAILY_START = date(2026, 1, 1)  # day 1 uses row 1, and after the last row the first again


def find_set(slug: str) -> tuple[QuestionSet, list[int]]:
    """The live set SLUG and the numbers of its live questions, in order. Http404 if there is none."""
    if slug == DAILY:
        return todays_three(timezone.localdate())
    row = QuestionSet.objects.live().exclude(use=Use.DAILY).filter(slug=slug).first()
    numbers = questions_of(row) if row else []
    if not numbers:
        raise Http404
    return row, numbers


def questions_of(row: QuestionSet) -> list[int]:
    live = Question.objects.live().filter(places__question_set=row)
    return list(live.order_by("places__order").values_list("pk", flat=True))


def todays_three(day: date) -> tuple[QuestionSet, list[int]]:
    """The row of DAY; a withdrawn question is replaced by one of its kind from the next row."""
    rows = list(
        QuestionSet.objects.live().filter(use=Use.DAILY).prefetch_related("items__question")
    )
    if not rows:
        raise Http404
    at = (day - DAILY_START).days % len(rows)
    live = set(Question.objects.live().values_list("pk", flat=True))
    reserve = [item.question for item in rows[(at + 1) % len(rows)].items.all()]
    reserve = [question for question in reserve if question.pk in live]
    numbers = []
    for item in rows[at].items.all():
        question = item.question
        if question.pk not in live:
            question = next((other for other in reserve if other.kind == question.kind), None)
            reserve = [other for other in reserve if other != question]
        if question:
            numbers.append(question.pk)
    if not numbers:
        raise Http404
    return rows[at], numbers


def first_attempt(numbers: list[int], day: date | None = None) -> Attempt:
    """The attempt that a plain address begins: the same for everybody on one day, so that the
    page can be kept and going Back shows the options in the same order."""
    return begin_attempt(numbers, "d" + base36((day or timezone.localdate()).toordinal()))


def another_attempt(numbers: list[int]) -> Attempt:
    """A fresh attempt with an order of its own."""
    return begin_attempt(numbers, base36(secrets.randbelow(36**5)))
