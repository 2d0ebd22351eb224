"""What is shown after an answer."""

from dataclasses import dataclass

from awareness.guide.models import Trait
from awareness.guide.reading import Explained, explain_cues
from awareness.lib.text.cues import CuePiece
from awareness.translation.rows import InLanguage

from .models import UNSURE, Question, QuestionKind


@dataclass(frozen=True)
class Reveal:
    """VERDICT is one of right-scam, right-legit, missed, alarmed, unsure-scam, unsure-legit."""

    verdict: str
    right: bool
    choice: str
    pieces: list[CuePiece]
    cues: list[Explained]


def reveal(question: Question, choice: str, language: str, traits: list[Trait]) -> Reveal:
    """The verdict on CHOICE and the telling places of the situation, read in LANGUAGE.

    TRAITS are all there are: asked for once a page, not once a question.
    """
    text = InLanguage(question, language)
    (pieces,), cues = explain_cues(first_line(text.situation), text.cues, traits, language)
    right = choice == question.correct
    return Reveal(answer_verdict(question.kind, choice, right), right, choice, pieces, cues)


def first_line(situation: str) -> str:
    return " ".join(situation.split("\n"))


def answer_verdict(kind: str, choice: str, right: bool) -> str:
    scam = kind == QuestionKind.SCAM
    if right:
        return "right-scam" if scam else "right-legit"
    if choice == UNSURE:
        return "unsure-scam" if scam else "unsure-legit"
    return "missed" if scam else "alarmed"
