"""How high the words of a card are at least: what could never fit is not worth setting in lines."""

from functools import lru_cache
from itertools import accumulate
from math import ceil

from awareness.lib.cards.card import Card, CardLine, Sentences, is_english
from awareness.lib.cards.text import SIZE, WIDTH
from awareness.lib.typesetting import line_breaking

LEAST_TITLE = 64  # pixels, as the sizes below it
LEAST_SAID = 40
TITLE, ANSWER, SAID = 1.25, 1.35, 1.4  # from line to line, in sizes of the type
_ENGLISH = 1.28
_SPACE = 0.3  # em: at the end of a line it takes no room
_MOST = (WIDTH / LEAST_SAID) * (SIZE[1] / (_ENGLISH * LEAST_SAID))  # em on the whole card


def capped(sentences: Sentences) -> Sentences:
    """The first of SENTENCES, up to the one that no card has room for."""
    ends = accumulate((_measured(one)[0] for one in sentences), initial=0.0)
    return tuple(one for one, before in zip(sentences, ends, strict=False) if before <= _MOST)


def least_height(card: Card, answer: int, line: int) -> int:
    """Pixels that the words of CARD take or more, its answer and lines in type of these sizes."""
    title = _least(card.phrases, LEAST_TITLE, TITLE)
    doing = sum(_least_of_line(one, line) for one in card.lines)
    sample = _least((card.sample,), LEAST_SAID, SAID)
    return title + _least(card.answer, answer, ANSWER) + doing + sample


def _least_of_line(line: CardLine, size: int) -> int:
    said = max(LEAST_SAID, round(size * 0.8)) if line.short else size
    width = WIDTH - (round(size * 1.3) + 32 if line.sign else 0)
    return _least((line.short,), size, SAID, width) + _least(line.sentences, said, SAID, width)


def _least(sentences: Sentences, size: int, leading: float, width: int = WIDTH) -> int:
    measured = [_measured(one) for one in sentences]
    if all(english for _em, english in measured):
        leading = min(leading, _ENGLISH)
    lines = ceil(sum(em for em, _english in measured) / (width / size + _SPACE))
    return round(size * leading) * (lines - 1) + round(size * 1.2) if lines else 0


@lru_cache(maxsize=2048)
def _measured(sentence: str) -> tuple[float, bool]:
    """How long SENTENCE is, in em, and whether it is English."""
    return line_breaking.text_width(sentence.strip()), is_english(sentence)
