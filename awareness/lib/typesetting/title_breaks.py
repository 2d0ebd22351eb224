"""Where a title may break, and how badly it reads if it does: 0 is where staff put a ｜."""

import re
from collections.abc import Iterator
from functools import lru_cache

from awareness.lib.text.phrase_breaks import BREAK, chunks, clauses, propose
from awareness.lib.text.script import is_chinese
from awareness.lib.text.segmentation import segment

NEVER_FIRST = "，。、：；！？）》」』”’…·】〕〉%"
NEVER_LAST = "（《「『“‘【〔〈"

SET, SENTENCE, PAUSE, PHRASE, WORD, CLINGS = 0, 1, 2, 5, 8, 14
_MARK = re.compile(r"[，。？！；][”」』）]?|[.?!;][”’)]* +")
_LIGHT_MARK = re.compile(r"[、：]|[,:] +")
# Both scripts. What begins with one of these tells what is done, or what comes of it ...
_LEADS = "要先就不没沒别別或和给給把请請让讓也再才都急打收"
# ... and what ends with one of these tells who or where: the rest goes on to say what.
_TRAILS = "的说說里裡上中后後前时時电電"
# Where a sentence turns, though the parser may join the signs on either side.
_TURN = re.compile(
    r"(?<=[来來][电電])(?=[^说說，。？！：；的])|(?<=.[里裡])(?=[^，。？！：；的])"
    r"|(?<=.)(?=先[打问問找停挂掛查核当當])"
)
_CLINGING = re.compile(  # English words that lead on to the next
    r"(a|an|the|to|of|your|his|her|their|my|for|and|or|not|no|do|don’t|but|in|on|at|by|with|is"
    r"|are|it’s|must|they|you|who|if)",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def break_places(phrases: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """(place, cost) of each place where the text of PHRASES may break, in order. The ends of PHRASES
    cost nothing, unless it is the site itself that proposed them."""
    text = "".join(phrases)
    found: dict[int, int] = {}
    for at, cost in (*_by_words(text), *_by_marks(text), *_set(phrases, text)):
        found[at] = min(cost, found.get(at, cost))
    return tuple(sorted((at, cost) for at, cost in found.items() if _may_break(text, at)))


def _may_break(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at] not in NEVER_FIRST and text[at - 1] not in NEVER_LAST


def _set(phrases: tuple[str, ...], text: str) -> Iterator[tuple[int, int]]:
    proposed = (tuple(propose(text).split(BREAK)), tuple(clauses(text)), chunks(text))
    if phrases in proposed:
        return
    at = 0
    for phrase in phrases:
        at += len(phrase)
        yield at, SET


def _by_marks(text: str) -> Iterator[tuple[int, int]]:
    for marks, cost in ((_MARK, SENTENCE), (_LIGHT_MARK, PAUSE)):
        for one in marks.finditer(text):
            yield one.end(), cost


def _by_words(text: str) -> Iterator[tuple[int, int]]:
    return _chinese(text) if is_chinese(text) else _english(text)


def _chinese(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for clause in clauses(text):
        yield from ((at + place, cost) for place, cost in _in_clause(clause))
        at += len(clause)


def _in_clause(clause: str) -> Iterator[tuple[int, int]]:
    turns = {one.start() for one in _TURN.finditer(clause)} - {0}
    yield from ((place, PHRASE) for place in turns)
    kept = {turn - 1 for turn in turns} | {turn + 1 for turn in turns if clause[turn] == "先"}
    at, pieces = 0, segment(clause)
    for piece, after in zip(pieces, pieces[1:], strict=False):
        at += len(piece)
        place = at - 1 if clause[at - 1] in NEVER_LAST else at
        if place not in kept - turns:
            yield place, _cost(piece.rstrip(NEVER_LAST), after)


def _cost(piece: str, after: str) -> int:
    """Of a break between two words of a clause."""
    if after[0] in _TRAILS and len(after) == 1:
        return CLINGS
    if piece[-1:] in _TRAILS:
        return PHRASE
    if len(piece) == 1:
        return CLINGS
    return PHRASE if after[0] in _LEADS else WORD


def _english(text: str) -> Iterator[tuple[int, int]]:
    pieces = list(re.finditer(r"(\S+)\s*", text))
    for piece in pieces:
        yield piece.end(), WORD if _CLINGING.fullmatch(piece[1]) else PHRASE
