"""Sentences for every word of every list that the guards look up, each with what is found in it.

`corpus/vocabulary.yaml` has the files of `vocabulary/`, and `corpus/<module>.yaml` the lists inside
that module: under the kind of a find (with ? if it only warns) a sentence with what is found in
【】, under `passes` one in which nothing is found. A sentence with a gap is followed by the words
that belong in it. Under `idle` stand words without which the others find the same.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "corpus"
GAP = "{}"
PASSES, IDLE = "passes", "idle"


@cache
def read_corpus(name: str) -> dict:
    path = FOLDER / f"{name}.yaml"
    return yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}


def sentences(file: str) -> Iterator[tuple[str, str, str, str]]:
    """(list, kind, sentence with its marks, the word in its gap or '') of the lists in FILE."""
    for name, kinds in read_corpus(file).items():
        for kind, entries in kinds.items():
            for entry in entries:
                for sentence, words in ({entry: ""} if isinstance(entry, str) else entry).items():
                    for word in words.split() or [""]:
                        yield name, kind, sentence.replace(GAP, word), word
