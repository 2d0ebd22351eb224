"""简体 → 繁體 with OpenCC's s2tw and the site's own vocabulary in front of it.

The vocabulary (`vocabulary/hant.txt`, 'simplified<TAB>traditional' a line) holds words that
readers from Taiwan and Hong Kong say differently, and places that OpenCC cuts wrongly.
"""

import json
import tempfile
from functools import lru_cache
from pathlib import Path

import opencc

VOCABULARY = Path(__file__).parent / "vocabulary" / "hant.txt"
_QUOTES = str.maketrans("“”‘’", "「」『』")


def to_traditional(text: str) -> str:
    """TEXT in Traditional characters, vocabulary and quotation marks."""
    return _converter().convert(text).translate(_QUOTES) if text else text


@lru_cache(maxsize=1)
def _converter() -> opencc.OpenCC:
    """OpenCC reads its configuration from files: ours is its own s2tw plus one dictionary."""
    folder = Path(opencc.__file__).parent
    original = next(folder.rglob("s2tw.json"))
    config = json.loads(original.read_text(encoding="utf-8"))
    _make_absolute(config, original.parent)
    own = {"type": "text", "file": str(VOCABULARY)}
    for holder in (config["segmentation"], config["conversion_chain"][0]):
        holder["dict"]["dicts"].insert(0, own)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "site.json"
        path.write_text(json.dumps(config), encoding="utf-8")
        return opencc.OpenCC(str(path))


def _make_absolute(node: object, folder: Path) -> None:
    if isinstance(node, dict):
        if "file" in node:
            node["file"] = str(next(folder.parent.rglob(node["file"])))
        for value in node.values():
            _make_absolute(value, folder)
    elif isinstance(node, list):
        for value in node:
            _make_absolute(value, folder)
