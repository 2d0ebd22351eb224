"""Fitting words to a sheet: whole sentences and whole lines are left out by rule, from the least
needed on, until what is left fits. Never smaller type, never a sentence cut in two."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise

from awareness.lib.text.lines import sentences
from awareness.lib.text.script import is_chinese

from .sheet_text import SheetPart, SheetStep, Words

Cut = tuple[str, int]  # a part of the words, and how many of its lines must stay


@dataclass(frozen=True)
class Fitted:
    """WORDS as they fit. OVER: millimetres by which even the least is too high, 0 if it fits."""

    words: Words
    over: float


def trimmed(words: Words, height: Callable[[Words], float], room: float, cuts: list[Cut]) -> Fitted:
    """WORDS cut down by CUTS, in their order, until HEIGHT(words) is at most ROOM mm. The last cut
    may take a large part away: what was cut before and has room in its place comes back."""
    if height(words) <= room:
        return Fitted(words, 0)
    versions = [words, *_fewer(words, cuts)]
    first = bisect_left(versions, True, key=lambda some: height(some) <= room)
    if first == len(versions):
        return Fitted(versions[-1], height(versions[-1]) - room)
    return Fitted(_refilled(versions[: first + 1], lambda some: height(some) <= room), 0)


def _refilled(versions: list[Words], fits: Callable[[Words], bool]) -> Words:
    """The last of VERSIONS, each of which has one line less than the one before, with the lines of
    the earlier ones that fit beside it, those that went last first."""
    words = versions[-1]
    for fuller, shorter in reversed(list(pairwise(versions))):
        for name in _parts_that_differ(fuller, shorter):
            if getattr(words, name) == getattr(shorter, name):
                more = replace(words, **{name: getattr(fuller, name)})
                words = more if fits(more) else words
    return words


def _parts_that_differ(one: Words, other: Words) -> list[str]:
    return [
        part.name for part in fields(one) if getattr(one, part.name) != getattr(other, part.name)
    ]


def _fewer(words: Words, cuts: list[Cut]) -> Iterator[Words]:
    """WORDS with one line less each time."""
    for name, least in cuts:
        while _count(words, name) > least:
            fewer = _without_last(words, name)
            if fewer == words:
                break
            words = fewer
            yield words


def _count(words: Words, name: str) -> int:
    if name == "verbs":
        return max((len(lines) for lines in words.verbs), default=0)
    if name == "answer":
        return len(sentences(words.answer))
    if name == "more":
        return max((len(step.more) for step in words.steps), default=0)
    value = getattr(words, name)
    return len(value.lines) if isinstance(value, SheetPart) else len(value)


def _without_last(words: Words, name: str) -> Words:
    value = getattr(words, name, None)
    if name == "verbs":
        return replace(words, verbs=_shorten_longest(words.verbs))
    if name == "more":
        return replace(words, steps=_shorten_steps(words.steps, words.whole))
    if name == "answer":
        joint = "" if is_chinese(words.answer) else " "
        return replace(words, answer=joint.join(_answered(sentences(words.answer))))
    if isinstance(value, SheetPart):
        return replace(words, **{name: _shorter(value, words.whole)})
    return replace(words, **{name: "" if name == "say" else value[:-1]})


def _shorter(part: SheetPart, whole: bool) -> SheetPart:
    """PART with one line less; a list of WHOLE things, or one that would be left with a single
    line, goes as a whole."""
    if part.flowing:
        return replace(part, lines=_answered(part.lines))
    return replace(part, lines=() if whole or len(part.lines) == 2 else part.lines[:-1])


def _answered(lines: Sequence[str]) -> tuple[str, ...]:
    """LINES without the last; all of them where only a question would be left, for its answer is
    what went."""
    fewer = _with_answers(tuple(lines[:-1]))
    return tuple(lines) if fewer and _asks(fewer[-1]) else fewer


def _shorten_longest(verbs: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    shorter = [_with_answers(lines[:-1]) for lines in verbs]
    possible = [place for place, lines in enumerate(shorter) if lines and not _asks(lines[-1])]
    if not possible:
        return verbs
    most = max(possible, key=lambda place: (len(verbs[place]), len("".join(verbs[place]))))
    return tuple(shorter[place] if place == most else lines for place, lines in enumerate(verbs))


def _asks(sentence: str) -> bool:
    return sentence.endswith(("？", "?"))


def _with_answers(lines: tuple[str, ...]) -> tuple[str, ...]:
    """LINES without a question at their end: what answered it is gone."""
    while len(lines) > 1 and _asks(lines[-1]):
        lines = lines[:-1]
    return lines


def _shorten_steps(steps: tuple[SheetStep, ...], alike: bool) -> tuple[SheetStep, ...]:
    """The later of the longest steps says one sentence less; ALIKE: all the longest do."""
    most = max(len(step.more) for step in steps)
    longest = [place for place, step in enumerate(steps) if len(step.more) == most]
    shorter = longest if alike else longest[-1:]
    return tuple(
        replace(step, more=_with_answers(step.more[:-1])) if place in shorter else step
        for place, step in enumerate(steps)
    )
