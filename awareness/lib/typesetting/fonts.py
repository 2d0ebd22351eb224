"""The site's own Chinese fonts, unpacked for a program that finds its fonts through fontconfig."""

import hashlib
import os
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

FOLDER = Path(__file__).parents[1] / "fonts"
_FACES = (
    "NotoSansSC-Regular-subset",
    "NotoSansSC-Bold-subset",
    "NotoSans-Regular-latin",
    "NotoSans-Bold-latin",
)
_ONLY_THESE = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{0}</dir><cachedir>{0}/cache</cachedir></fontconfig>
"""


@cache
def mark() -> str:
    """Another one whenever the fonts are others."""
    digest = hashlib.sha256()
    for face in _FACES:
        digest.update((FOLDER / f"{face}.woff2").read_bytes())
    return digest.hexdigest()[:12]


def unpacked(folder: Path) -> Path:
    """The fontconfig file in FOLDER that names these fonts ('Noto Sans SC') and no others.

    Unpacks them if they are not there: a tenth of a second each.
    """
    folder = folder / mark()
    folder.mkdir(parents=True, exist_ok=True)
    for face in _FACES:
        _unpack(FOLDER / f"{face}.woff2", folder / f"{face}.ttf")
    names = folder / "fonts.conf"
    names.write_text(_ONLY_THESE.format(escape(str(folder))), encoding="utf-8")
    return names


def _unpack(packed: Path, plain: Path) -> None:
    if plain.exists():
        return
    from fontTools.ttLib import TTFont  # the page servers only ask for the mark

    scratch = plain.with_suffix(f".{os.getpid()}.new")
    try:
        with TTFont(packed) as font:
            font.flavor = None
            font.save(scratch)
        scratch.replace(plain)  # whole or not at all
    finally:
        scratch.unlink(missing_ok=True)  # a full disk needs the room
