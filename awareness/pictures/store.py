"""The files of pictures: MEDIA_ROOT/pictures/<key>/<width>.webp and .jpg.

A folder appears whole, by one renaming, before its row does. What a broken-off upload leaves
behind is never shown and is swept away after a day.
"""

import errno
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from awareness.lib.photos.photo import PhotoRefused, TakenIn

DAY = 24 * 3600
SCRATCH = ".new-"
FULL = "服务器的磁盘满了，这张图没有存下。请告诉管理员。"
UNWRITABLE = "服务器现在存不了图，这张图没有存下。请告诉管理员。"


@dataclass(frozen=True)
class Kept:
    """A photo whose files are in the store: `key` names its folder, sizes are in pixels."""

    key: str
    width: int
    height: int
    widths: str


def root() -> Path:
    return Path(settings.MEDIA_ROOT) / "pictures"


def store_picture(taken: TakenIn) -> Kept:
    """Write the files of TAKEN, all or none; Refused if there is no room or no permission."""
    key = _key(taken)
    try:
        root().mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=root()))
        try:
            _write(taken, scratch)
            _put_in_place(scratch, root() / key)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise PhotoRefused(FULL if full else UNWRITABLE) from error
    widths = " ".join(str(rendition.width) for rendition in taken.renditions)
    return Kept(key, taken.widest.width, taken.widest.height, widths)


def _key(taken: TakenIn) -> str:
    """A name for the content: the same photo has the same, and nobody guesses it without the photo."""
    digest = hashlib.sha256()
    for rendition in taken.renditions:
        digest.update(rendition.webp + rendition.jpeg)
    return digest.hexdigest()[:32]


def _write(taken: TakenIn, folder: Path) -> None:
    for rendition in taken.renditions:
        _write_through(folder / f"{rendition.width}.webp", rendition.webp)
        _write_through(folder / f"{rendition.width}.jpg", rendition.jpeg)
    folder.chmod(0o755)  # a web server may serve it
    _sync(folder)


def _write_through(path: Path, body: bytes) -> None:
    with path.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _put_in_place(scratch: Path, folder: Path) -> None:
    try:
        scratch.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise
        os.utime(folder)  # the same photo came before: young again, not to be swept
    _sync(folder.parent)


def is_kept(key: str) -> bool:
    return (root() / key).is_dir()


def remove(key: str) -> None:
    """Take the folder KEY away, at once for whoever looks and then from the disk."""
    _discard(root() / key)


def remove_orphans(in_use: Collection[str]) -> None:
    """Take away what is older than a day and no row names: left by uploads that broke off."""
    if not root().is_dir():
        return
    for folder in list(root().iterdir()):
        with suppress(OSError):  # another process may be sweeping too
            if folder.name not in in_use and folder.stat().st_mtime < time.time() - DAY:
                _discard(folder)


def _discard(folder: Path) -> None:
    aside = folder.with_name(f"{SCRATCH}{folder.name.removeprefix(SCRATCH)}-{os.getpid()}")
    with suppress(OSError):
        folder.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)
