"""A question of a quiz that has a panel, or most of a card, to itself."""

from dataclasses import dataclass, replace

from ..blocks import Block, Face
from ..sheet_text import SheetStep, Words
from .page import SheetPage
from .paper import A4_FOLDED

BOX, GAP, OPTION_GAP = 11.0, 2.0, 1.0  # mm: its number, between its parts, between its answers
_TEXT, _ASKED, _OPTION = Face(16, 8.5, 81), Face(16, 8.5, 81, bold=True), Face(16, 8.5, 73)
_CARD, _CARD_ASKED, _CARD_OPTION = (
    Face(14, 7.4, 130),
    Face(14, 7.4, 130, bold=True),
    Face(14, 7.4, 122),
)


@dataclass(frozen=True)
class SheetQuestion:
    number: int
    told: list[str]
    asked: list[str]
    options: list[list[str]]


def asked_alone(bare: Words, steps: tuple[SheetStep, ...]) -> list[SheetPage]:
    """A panel for each question, up to the first that no panel holds: their numbers have no gaps,
    for the key counts as they do."""
    pages: list[SheetPage] = []
    for step in steps:
        block = sheet_question(step)
        if block.height > A4_FOLDED.room:
            break
        pages.append(
            SheetPage(replace(bare, steps=(step,)), {"question": block}, 0, A4_FOLDED.room)
        )
    return pages


def sheet_question(step: SheetStep) -> Block:
    asked, *offered = (part.strip() for part in " ".join(step.more).split("□"))
    told, said = _TEXT.set(step.short), _ASKED.set(asked)
    options = [_OPTION.set(one) for one in offered]
    height = BOX + _TEXT.height(told) + GAP + _ASKED.height(said) + GAP
    height += sum(_OPTION.height(one) + OPTION_GAP for one in options)
    return Block(height, SheetQuestion(step.number, told, said, options))


def on_card(step: SheetStep, listed: bool) -> Block:
    """STEP with its number before it; its answers LISTED, or in a row behind the question."""
    asked, *offered = (part.strip() for part in " ".join(step.more).split("□"))
    told = f"{step.number}. {step.short}"
    if not listed:
        row = " ".join([told, asked, *(f"□ {one}" for one in offered)])
        lines = _CARD.set(row)
        return Block(_CARD.height(lines), SheetQuestion(step.number, lines, [], []))
    told_lines, said = _CARD.set(told), _CARD_ASKED.set(asked)
    options = [_CARD_OPTION.set(one) for one in offered]
    height = _CARD.height([*told_lines, *said, *(line for one in options for line in one)])
    return Block(height, SheetQuestion(step.number, told_lines, said, options))
