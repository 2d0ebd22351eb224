"""What the site makes or is given and serves as a file: photos, PDFs, share pictures. All of it goes
through Django's default storage, so that it lies in a folder or, with another STORAGES, in a bucket.

Names are made of what the files hold: a file that is there is the right one, and never changes.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage

SCRATCH = ".new-"


class WholeFiles(FileSystemStorage):
    """A folder in which a file appears whole, by one renaming, and is on the disk by then."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def _save(self, name: str, content) -> str:
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(prefix=SCRATCH, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content.read())
                file.flush()
                os.fsync(handle)
            Path(scratch).chmod(0o644)  # a web server may serve it
            Path(scratch).rename(path)
            _sync(path.parent)
        except BaseException:
            for half_kept in (Path(scratch), path):
                half_kept.unlink(missing_ok=True)
            with suppress(OSError):
                path.parent.rmdir()  # if nothing else is in it
            raise
        return name

    def note_use(self, name: str) -> bool:
        with suppress(OSError):  # it may still be read where nothing may be written
            os.utime(self.path(name))
            return True
        return False


def _sync(folder: Path) -> None:
    """What was renamed in FOLDER is so on the disk, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_file(name: str) -> bytes | None:
    """The file NAME, None if it is not there or cannot be read."""
    try:
        with default_storage.open(name) as file:
            return file.read()
    except OSError:
        return None


def is_there(name: str) -> bool:
    return default_storage.exists(name)


def put_file(name: str, body: bytes) -> bool:
    """Keep BODY as NAME; OSError if there is no room. What is there already counts as new, and gives
    False."""
    there = is_there(name)
    if not (there and note_use(name)):
        if there:
            default_storage.delete(name)
        default_storage.save(name, ContentFile(body))
    return not there


def note_use(name: str) -> bool:
    """NAME was asked for; False where the storage keeps no note of that."""
    note = getattr(default_storage, "note_use", None)
    return bool(note and note(name))


def remove_file(name: str) -> None:
    """Take the file NAME away, and its folder with the last one in it."""
    with suppress(OSError):  # another process may be at it too
        default_storage.delete(name)
        default_storage.delete(str(Path(name).parent))  # refused while something is in it


def folders_in(folder: str) -> list[str]:
    with suppress(OSError):
        return default_storage.listdir(folder)[0]
    return []


def files_in(folder: str) -> Iterator[tuple[datetime, int, str]]:
    """(when last written or asked for, bytes, name) of each file under FOLDER."""
    with suppress(OSError):
        folders, files = default_storage.listdir(folder)
        for name in (f"{folder}/{one}" for one in files):
            with suppress(OSError):
                size = default_storage.size(name)
                yield default_storage.get_modified_time(name), size, name
        for one in folders:
            yield from files_in(f"{folder}/{one}")


@dataclass(frozen=True)
class MediaCache:
    """The files under FOLDER, together at most MOST bytes: those longest not asked for go first."""

    folder: str
    most: int

    def has(self, name: str) -> bool:
        """Whether NAME is there, and note that it was asked for."""
        full = f"{self.folder}/{name}"
        return note_use(full) or is_there(full)

    def read(self, name: str) -> bytes | None:
        note_use(f"{self.folder}/{name}")
        return read_file(f"{self.folder}/{name}")

    def put(self, name: str, body: bytes) -> None:
        """Keep BODY as NAME, which may name a folder too. OSError if there is no room."""
        newest = f"{self.folder}/{name}"
        put_file(newest, body)
        files = sorted(files_in(self.folder))
        used = sum(size for _when, size, _name in files)
        for _when, size, one in files:
            if used <= self.most:
                break
            if one != newest:
                remove_file(one)
                used -= size
