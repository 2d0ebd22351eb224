"""What is shown after an answer."""

from dataclasses import dataclass

from awareness.guide.models import Trait
from awareness.guide.reading import Explained, marked
from awareness.lib.cues import Piece
from awareness.publishing.languages import Reading

from .models import UNSURE, Kind, Question


@dataclass(frozen=True)
class Reveal:
    """VERDICT is one of right-scam, right-legit, missed, alarmed, unsure-scam, unsure-legit."""

    verdict: str
    right: bool
    choice: str
    pieces: list[Piece]
    cues: list[Explained]


def reveal(question: Question, choice: str, language: str, traits: list[Trait]) -> Reveal:
    """The verdict on CHOICE and the telling places of the situation, read in LANGUAGE.

    TRAITS are all there are: asked for once a page, not once a question.
    """
    text = Reading(question, language)
    (pieces,), cues = marked(one_line(text.situation), text.cues, traits, language)
    right = choice == question.correct
    return Reveal(verdict(question.kind, choice, right), right, choice, pieces, cues)


def one_line(situation: str) -> str:
    return " ".join(situation.split("\n"))


def verdict(kind: str, choice: str, right: bool) -> str:
    scam = kind == Kind.SCAM
    if right:
        return "right-scam" if scam else "right-legit"
    if choice == UNSURE:
        return "unsure-scam" if scam else "unsure-legit"
    return "missed" if scam else "alarmed"
