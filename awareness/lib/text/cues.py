"""Marking the telling places inside a fraudster's message, numbered across several messages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CuePiece:
    """A run of a message; NUMBER is 0 outside a cue, else the cue's number from 1 on."""

    text: str
    number: int = 0


@dataclass(frozen=True)
class Cue:
    number: int
    reason: str


def mark_cues(
    messages: list[str], cues: list[tuple[str, str]]
) -> tuple[list[list[CuePiece]], list[Cue]]:
    """Cut MESSAGES at each cue (phrase, reason).

    A phrase marks its first occurrence; cues with the same reason share a number; numbers
    follow the order of reading; a phrase that stands nowhere is left out.
    """
    numbers: dict[str, int] = {}
    return [_cut(message, cues, numbers) for message in messages], [
        Cue(number, reason) for reason, number in numbers.items()
    ]


def _cut(message: str, cues: list[tuple[str, str]], numbers: dict[str, int]) -> list[CuePiece]:
    found = sorted(
        (message.index(phrase), phrase, reason) for phrase, reason in cues if phrase in message
    )
    pieces: list[CuePiece] = []
    at = 0
    for start, phrase, reason in found:
        if start < at:
            continue
        number = numbers.setdefault(reason, len(numbers) + 1)
        pieces += [CuePiece(message[at:start])] * (start > at) + [CuePiece(phrase, number)]
        at = start + len(phrase)
    return pieces + [CuePiece(message[at:])] * (at < len(message))
