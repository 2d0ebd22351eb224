"""What the tallies tell an office: hardest questions, discrimination, which type to teach next."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from .models import Question, QuestionKind, Tally

FEWEST = 5  # below this many answers nothing is shown: too few to mean anything, or to be anonymous
DAYS = 90


@dataclass(frozen=True)
class QuestionStatistics:
    """A question over the last DAYS days; SHARE is the part of answers that were not right."""

    question: Question
    answers: int
    share: float


@dataclass(frozen=True)
class Overview:
    """MISSED: typical share of frauds not recognised; DOUBTED: of genuine ones not let through."""

    rows: list[QuestionStatistics]
    missed: float | None
    doubted: float | None
    teach_next: str


def overview(today: date) -> Overview:
    rows = sorted(_rows(today), key=lambda row: -row.share)
    frauds = [row for row in rows if row.question.kind == QuestionKind.SCAM]
    genuine = [row for row in rows if row.question.kind == QuestionKind.LEGIT]
    return Overview(rows, _typical(frauds), _typical(genuine), _teach_next(frauds))


def _rows(today: date):
    counts: dict[int, dict[date, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    recent = Tally.objects.filter(day__gt=today - timedelta(days=DAYS))
    for number, day, choice, count in recent.values_list("question", "day", "choice", "count"):
        counts[number][day][choice] = count
    questions = Question.objects.select_related("scam_type").in_bulk(list(counts))
    for number, days in counts.items():
        answers = sum(sum(choices.values()) for choices in days.values())
        if answers >= FEWEST:
            question = questions[number]
            yield QuestionStatistics(
                question, answers, robust_share(list(days.values()), question.correct)
            )


def robust_share(days: list[dict[str, int]], correct: str) -> float:
    """The typical part of answers that were not CORRECT: the median over days, so that one odd
    day changes little; over all answers together where days are few or thin."""
    full = [day for day in days if sum(day.values()) >= FEWEST]
    if len(full) >= 3:
        return median(_not_right(day, correct) for day in full)
    whole: dict[str, int] = defaultdict(int)
    for day in days:
        for choice, count in day.items():
            whole[choice] += count
    return _not_right(whole, correct)


def _not_right(day: dict[str, int], correct: str) -> float:
    total = sum(day.values())
    return (total - day.get(correct, 0)) / total


def _typical(rows: list[QuestionStatistics]) -> float | None:
    return median(row.share for row in rows) if rows else None


def _teach_next(frauds: list[QuestionStatistics]) -> str:
    """The scam type whose frauds are missed most; '' where nothing is known."""
    shares = defaultdict(list)
    for row in frauds:
        shares[row.question.scam_type.short_name].append(row.share)
    return max(shares, key=lambda name: sum(shares[name]) / len(shares[name])) if shares else ""
