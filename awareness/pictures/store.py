"""The files of pictures: pictures/<key>/<width>.webp and .jpg in the site's storage.

All of a picture's files are there before its row is. What a broken-off upload leaves behind is never
shown and is swept away after a day.
"""

import errno
import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from awareness.delivery import media
from awareness.lib.photos.photo import PhotoRefused, TakenIn

FOLDER = "pictures"
KINDS = ("webp", "jpg")
DAY = 24 * 3600
FULL = "服务器的磁盘满了，这张图没有存下。请告诉管理员。"
UNWRITABLE = "服务器现在存不了图，这张图没有存下。请告诉管理员。"


@dataclass(frozen=True)
class Kept:
    """A photo whose files are in the store: `key` names its folder, sizes are in pixels."""

    key: str
    width: int
    height: int
    widths: str


def name_of(key: str, width: int | str, kind: str) -> str:
    return f"{FOLDER}/{key}/{width}.{kind}"


def store_picture(taken: TakenIn) -> Kept:
    """Store the files of TAKEN; Refused if there is no room or no permission."""
    key = _key(taken)
    stored: list[str] = []
    try:
        for one in taken.renditions:
            for kind, body in zip(KINDS, (one.webp, one.jpeg), strict=True):
                name = name_of(key, one.width, kind)
                if media.put_file(name, body):
                    stored.append(name)
    except OSError as error:
        for name in stored:
            media.remove_file(name)
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


def is_kept(kept: Kept) -> bool:
    """Whether every file of KEPT is there."""
    names = (name_of(kept.key, width, kind) for width in kept.widths.split() for kind in KINDS)
    return all(map(media.is_there, names))


def picture_body(key: str, width: int | str, kind: str) -> bytes | None:
    return media.read_file(name_of(key, width, kind))


def remove_picture(key: str) -> None:
    """Take the files of KEY away."""
    for _when, _size, name in list(media.files_in(f"{FOLDER}/{key}")):
        media.remove_file(name)


def remove_orphans(in_use: Collection[str]) -> None:
    """Take away what is older than a day and no row names: left by uploads that broke off."""
    old = timezone.now() - timedelta(seconds=DAY)
    for key in set(media.folders_in(FOLDER)) - set(in_use):
        files = list(media.files_in(f"{FOLDER}/{key}"))
        if all(when < old for when, _size, _name in files):
            remove_picture(key)
