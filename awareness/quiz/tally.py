"""Counting answers: question, choice, day; each answer of an attempt once; nobody can flood it."""

import logging
from datetime import date

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import Counted, Question, Tally

log = logging.getLogger("awareness.quiz")
# Answers to one question that one address can add in a day. A family or a small hall fits in;
# a flood changes nothing that staff see.
PER_ADDRESS = 5
REPEAT_MINUTES = 10


def count(*, question: Question, choice: str, nonce: str, reader: str) -> bool:
    """Add CHOICE to today's tally of QUESTION; False if this answer was counted before.

    NONCE is the attempt's ('' before its first answer); READER tells browsers apart for a few
    minutes (address and program); neither is kept, only a keyed hash until tomorrow. The quiz
    goes on if the tally cannot be written.
    """
    day = timezone.localdate()
    address = reader.split(" ", 1)[0]
    own = nonce or f"{reader} {timezone.now().timestamp() // (60 * REPEAT_MINUTES)}"
    try:
        with transaction.atomic():
            return (
                _first(f"answer {own} {question.pk}", day)
                and _any_free(f"address {address} {question.pk}", day)
                and _add(question, choice, day)
            )
    except DatabaseError:
        log.warning("An answer was not counted.")
        return False


def _first(what: str, day: date) -> bool:
    """Whether WHAT is marked for the first time on DAY."""
    token = salted_hmac("quiz.counted", f"{day} {what}", algorithm="sha256").hexdigest()[:32]
    try:
        with transaction.atomic():
            Counted.objects.create(token=token, day=day)
    except IntegrityError:
        return False
    return True


def _any_free(what: str, day: date) -> bool:
    return any(_first(f"{what} {place}", day) for place in range(PER_ADDRESS))


def _add(question: Question, choice: str, day: date) -> bool:
    _row, made = Tally.objects.get_or_create(
        question=question, day=day, choice=choice, defaults={"count": 1}
    )
    if not made:
        Tally.objects.filter(question=question, day=day, choice=choice).update(count=F("count") + 1)
    else:
        Counted.objects.filter(day__lt=day).delete()
    return True
