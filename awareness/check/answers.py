"""The ten questions with what was chosen, and what that comes to."""

from dataclasses import dataclass

from awareness.translation.rows import InLanguage, readings

from .models import TransferQuestion, TransferText, TransferVerdict
from .verdict import Given, missing_answers, transfer_verdict


@dataclass(frozen=True)
class AnswerChoice:
    text: InLanguage
    chosen: bool


@dataclass(frozen=True)
class CheckQuestion:
    text: InLanguage
    choices: list[AnswerChoice]


class AnswerSheet:
    """GIVEN maps a question's slug to a letter; what does not exist is as not answered."""

    def __init__(self, given=None):
        given = given or {}
        self.text = InLanguage(TransferText.objects.first() or TransferText())
        self.verdicts = readings(TransferVerdict.objects.all())
        self.questions = [
            CheckQuestion(
                InLanguage(row), [_choice(row, answer, given) for answer in row.answers.all()]
            )
            for row in TransferQuestion.objects.prefetch_related("answers")
        ]
        self.chosen = {
            question.text.slug: choice.text
            for question in self.questions
            for choice in question.choices
            if choice.chosen
        }

    def verdict(self) -> InLanguage | None:
        floors = [(row.slug, row.min) for row in self.verdicts]
        given = {slug: Given(answer.risk, answer.hard_stop) for slug, answer in self.chosen.items()}
        found = transfer_verdict(given, self._asked(), floors)
        return next((row for row in self.verdicts if row.slug == found), None)

    def missing(self) -> list[str]:
        return missing_answers(self.chosen, self._asked())

    def stop(self) -> InLanguage | None:
        """What is said when an answer alone means stop."""
        return self.verdicts[-1] if self.verdicts else None

    def _asked(self) -> list[str]:
        return [question.text.slug for question in self.questions]


def _choice(question, answer, given) -> AnswerChoice:
    return AnswerChoice(InLanguage(answer), given.get(question.slug) == answer.letter)
