"""Every word of the guards' lists is used: without it the verdict on a sentence would be another."""

import ast
import re
from collections import defaultdict

import pytest

from awareness.lib.guards.wordlists import word_list

from .check import wrong
from .corpus import IDLE, sentences
from .lists import GUARDS, words_of

VOCABULARIES = sorted(path.stem for path in (GUARDS / "vocabulary").glob("*.txt"))
IN_SIGNS = {"given_names", "surnames"}  # their short words stand together without a space
MODULES = {path.stem: words_of(ast.parse(path.read_text("utf-8"))) for path in GUARDS.glob("*.py")}
WITH_LISTS = sorted(module for module, words in MODULES.items() if words)


def words_in(name):
    """The words of the vocabulary NAME, those that stand together one by one."""
    for entry in word_list(name):
        yield from entry if name in IN_SIGNS and len(entry) != 2 else [entry]


@pytest.mark.parametrize("file", ["vocabulary", *WITH_LISTS])
def test_a_sentence_with_a_word_of_a_list_is_judged_by_it(file):
    judged = [
        wrong(kind, sentence) for _name, kind, sentence, _word in sentences(file) if kind != IDLE
    ]
    assert [line for line in judged if line] == []


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_word_of_a_vocabulary_has_its_sentence(name):
    used = {word for named, _kind, _sentence, word in sentences("vocabulary") if named == name}
    assert set(words_in(name)) == used


@pytest.mark.parametrize("module", WITH_LISTS)
def test_every_word_of_a_list_stands_in_one_of_its_sentences(module):
    said = defaultdict(str)
    for name, _kind, sentence, _word in sentences(module):
        said[name] += f"{sentence}\n".replace("【", "").replace("】", "")
    unused = [
        f"{one.name}: {one.word}"
        for one in MODULES[module]
        if not re.search(one.word, said[one.name], re.I)
    ]
    assert unused == []


@pytest.mark.parametrize("module", WITH_LISTS)
def test_an_idle_word_is_still_in_its_list(module):
    listed = {(one.name, one.word) for one in MODULES[module]}
    idle = {(name, word) for name, kind, word, _gap in sentences(module) if kind == IDLE}
    assert idle <= listed
