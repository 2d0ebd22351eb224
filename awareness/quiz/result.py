"""The sum of an attempt: frauds recognised and missed, genuine ones let through and doubted."""

from collections import Counter
from dataclasses import dataclass

from awareness.guide.models import Rule

from .attempt import Attempt
from .models import UNSURE, Question, QuestionKind


@dataclass(frozen=True)
class AttemptCounts:
    """Counts of one attempt. UNSURE answers count neither as recognised nor as missed or doubted."""

    frauds: int
    recognised: int
    missed: int
    genuine: int
    let_through: int
    doubted: int
    unsure: int
    unanswered: int
    look_again: list[Rule]


def summarise(attempt: Attempt, questions: dict[int, Question], rules: list[Rule]) -> AttemptCounts:
    """What ATTEMPT came to over QUESTIONS (by primary key; one deleted meanwhile is passed over)."""
    pairs = [
        (questions[number], attempt.answer(place))
        for place, number in enumerate(attempt.questions, 1)
        if number in questions
    ]
    frauds = [(one, letter) for one, letter in pairs if one.kind == QuestionKind.SCAM]
    genuine = [(one, letter) for one, letter in pairs if one.kind == QuestionKind.LEGIT]
    return AttemptCounts(
        frauds=len(frauds),
        recognised=sum(letter == one.correct for one, letter in frauds),
        missed=sum(wrong(one, letter) for one, letter in frauds),
        genuine=len(genuine),
        let_through=sum(letter == one.correct for one, letter in genuine),
        doubted=sum(wrong(one, letter) for one, letter in genuine),
        unsure=sum(letter == UNSURE for _one, letter in pairs),
        unanswered=sum(letter == "" for _one, letter in pairs),
        look_again=two_rules(pairs, rules),
    )


def wrong(question: Question, letter: str) -> bool:
    return letter not in (question.correct, UNSURE, "")


def two_rules(pairs: list[tuple[Question, str]], rules: list[Rule]) -> list[Rule]:
    """The two rules to look at again: most often not right first, then least practised."""
    slips = Counter(one.rule_id for one, letter in pairs if letter != one.correct)
    asked = Counter(one.rule_id for one, _letter in pairs)
    return sorted(rules, key=lambda rule: (-slips[rule.pk], asked[rule.pk], rule.order))[:2]
