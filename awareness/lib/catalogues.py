"""Interface text: .po files are the source, .mo files are made from them where they are needed."""

import os
from pathlib import Path

import polib


def compile_catalogues(folder: Path) -> None:
    """Bring every .mo below FOLDER up to date with its .po; safe beside other processes."""
    for path in folder.glob("*/LC_MESSAGES/*.po"):
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime:
            scratch = path.with_suffix(f".{os.getpid()}.tmp")
            polib.pofile(path).save_as_mofile(scratch)
            scratch.replace(compiled)
