"""Fitting words to a sheet: whole sentences and whole lines are left out by rule, from the least
needed on, until what is left fits. Never smaller type, never a sentence cut in two."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from .words import Part, Step, Words

Cut = tuple[str, int]  # a part of the words, and how many of its lines must stay


@dataclass(frozen=True)
class Fitted:
    """WORDS as they fit. LEFT_OUT: how many lines or sentences do not; OVER: millimetres by which
    even the least is too high, 0 if it fits."""

    words: Words
    left_out: int
    over: float


def fitted(words: Words, height: Callable[[Words], float], room: float, cuts: list[Cut]) -> Fitted:
    """WORDS cut down by CUTS, in their order, until HEIGHT(words) is at most ROOM mm."""
    left_out = 0
    over = height(words) - room
    for fewer in _fewer(words, cuts):
        if over <= 0:
            break
        words, left_out = fewer, left_out + 1
        over = height(words) - room
    return Fitted(words, left_out, max(over, 0))


def _fewer(words: Words, cuts: list[Cut]) -> Iterator[Words]:
    """WORDS with one line less each time."""
    for name, least in cuts:
        while _count(words, name) > least:
            words = _without_last(words, name)
            yield words


def _count(words: Words, name: str) -> int:
    if name == "verbs":
        return max((len(lines) for lines in words.verbs), default=0)
    if name == "more":
        return max((len(step.more) for step in words.steps), default=0)
    value = getattr(words, name)
    return len(value.lines) if isinstance(value, Part) else len(value)


def _without_last(words: Words, name: str) -> Words:
    value = getattr(words, name, None)
    if name == "verbs":
        return replace(words, verbs=_shorten_longest(words.verbs))
    if name == "more":
        return replace(words, steps=_shorten_steps(words.steps))
    if isinstance(value, Part):
        return replace(words, **{name: replace(value, lines=value.lines[:-1])})
    return replace(words, **{name: "" if name == "say" else value[:-1]})


def _shorten_longest(verbs: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    most = max(range(len(verbs)), key=lambda place: (len(verbs[place]), len("".join(verbs[place]))))
    return tuple(lines[:-1] if place == most else lines for place, lines in enumerate(verbs))


def _shorten_steps(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The later of the longest steps says one sentence less."""
    most = max(len(step.more) for step in steps)
    last = max(place for place, step in enumerate(steps) if len(step.more) == most)
    return tuple(
        replace(step, more=step.more[:-1]) if place == last else step
        for place, step in enumerate(steps)
    )
