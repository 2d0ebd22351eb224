"""Sentences that only say again what was just said."""

import re

from awareness.lib.text.lines import sentences
from awareness.lib.text.script import is_chinese

MOST_KNOWN = 2 / 3  # a sentence with more words that were just said says nothing new
_NOT_WORDS = re.compile(r"[\W_]+")


def beyond(short: str, text: str) -> list[str]:
    """The sentences of TEXT that say more than SHORT does."""
    return [one for one in sentences(text) if not says(short, one)]


def says(text: str, sentence: str) -> bool:
    """Whether TEXT has most words of SENTENCE: signs in Chinese."""
    known, said = set(_words_of(text)), _words_of(sentence)
    return sum(word in known for word in said) >= MOST_KNOWN * len(said)


def joined_sentences(said: list[str]) -> str:
    """Sentences in a row; between English ones stands a space."""
    return ("" if said and is_chinese(said[-1]) else " ").join(one.strip() for one in said)


def _words_of(text: str) -> list[str]:
    bare = _NOT_WORDS.sub(" ", text.lower())
    return list(bare.replace(" ", "")) if is_chinese(text) else bare.split()
