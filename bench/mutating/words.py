"""The guards without one word of one of their lists, and whether the corpus of sentences notices."""

import ast
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

from tests.lib.guards.corpus import IDLE, sentences
from tests.lib.guards.lists import GUARDS, words_of

from .operators import Mutant, code_of
from .runs import loaded_as


def words_taken_out() -> Iterator[tuple[str, CodeType, str, str]]:
    """(module, its code without the word, list, word) for all words that are not idle."""
    for path in sorted(GUARDS.glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        idle = {(name, word) for name, kind, word, _gap in sentences(path.stem) if kind == IDLE}
        for one in words_of(tree):
            if (one.name, one.word) not in idle:
                out = Mutant(one.name, one.parent, one.field, one.place, one.old, one.new)
                yield path.stem, code_of(tree, out), one.name, one.word


def corpus_objects(module: str, code: CodeType, name: str, _word: str, _room: Path) -> int:
    """1 if a sentence for the list NAME is judged in another way with CODE in MODULE."""
    loaded_as(f"awareness.lib.guards.{module}", code)
    from tests.lib.guards.check import wrong

    told = [one for one in sentences(module) if one[0] == name and one[1] != IDLE]
    return any(wrong(kind, sentence) for _name, kind, sentence, _gap in told)
