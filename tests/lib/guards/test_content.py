"""The starter content is what the house holds to be fit for print: the guards let it pass."""

from pathlib import Path

import pytest
import yaml

from awareness.lib.guards import FindWeight, explain, find_all
from awareness.lib.text.traditional import to_traditional

FIXTURES = Path(__file__).parents[3] / "fixtures"
PUBLIC_BY_NATURE = {"office", "hotlines"}  # an office's own address and phones
FILES = sorted(path for path in FIXTURES.glob("*.yaml") if path.stem not in PUBLIC_BY_NATURE)


def hotlines() -> list[str]:
    rows = yaml.safe_load((FIXTURES / "hotlines.yaml").read_text("utf-8"))
    return [row["fields"]["number"] for row in rows]


def sentences(node: object):
    """(text, language) of every translated field below NODE, 繁體 as it would be filled in."""
    if isinstance(node, list):
        for value in node:
            yield from sentences(value)
    if isinstance(node, dict):
        for name, value in node.items():
            if isinstance(value, str) and name.endswith("_zh_hans"):
                yield value, "zh-hans"
                yield to_traditional(value), "zh-hant"
            elif isinstance(value, str) and name.endswith("_en"):
                yield value, "en"
            else:
                yield from sentences(value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_starter_content_is_clean(path):
    numbers = hotlines()
    blocks = [
        f"{find.kind}: {explain(text, find)}"
        for text, language in sentences(yaml.safe_load(path.read_text("utf-8")))
        for find in find_all(text, language, numbers, [])
        if find.weight is FindWeight.BLOCK
    ]
    assert blocks == []
