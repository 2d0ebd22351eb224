"""What texts show of a type: a fraudster's messages with the telling places marked, and links."""

from collections.abc import Iterable
from dataclasses import dataclass

from awareness.lib.text.cues import Cue, CuePiece, mark_cues
from awareness.lib.text.lines import split_lines, split_pairs
from awareness.publishing.models import PublicState, Publishable
from awareness.translation.rows import InLanguage, readings

from .models import ScamType, Trait


@dataclass(frozen=True)
class Explained:
    """A numbered reason; NAME is the trait's, or '' where the text explains itself."""

    number: int
    name: str
    reason: str
    latin: bool


def explain_cues(
    messages: str, cue_lines: str, traits: list[Trait], language: str
) -> tuple[list[list[CuePiece]], list[Explained]]:
    """MESSAGES cut at the cues of CUE_LINES ('phrase＝trait name or reason'), and the reasons."""
    read = [InLanguage(trait, language) for trait in traits]
    plain = {trait.name: trait.plain for trait in read}
    pieces, cues = mark_cues(split_lines(messages), split_pairs(cue_lines, "＝="))
    return pieces, [_explained(cue, plain, language) for cue in cues]


def _explained(cue: Cue, plain: dict[str, str], language: str) -> Explained:
    """A reason is a trait's name, 'name：why' of a trait, or a sentence of its own."""
    name, why = split_pairs(cue.reason)[0]
    if name not in plain:
        name, why = "", cue.reason
    return Explained(cue.number, name, why or plain[name], language == "en")


def first_live(*texts: Publishable | None) -> Publishable | None:
    """The first of TEXTS that the public can read now."""
    return next((text for text in texts if text and text.state() == PublicState.LIVE), None)


def live_types(types: Iterable[ScamType | None]) -> list[InLanguage]:
    """Those of TYPES that the public can read now: the others have no name here and no page."""
    return readings(kind for kind in types if first_live(kind))
