"""Files that are made once and kept as long as there is room: PDFs, pictures."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


class FileCache:
    """The files under FOLDER, together at most MOST bytes: those longest not asked for go first.

    A file appears whole, by one renaming. Several processes may use one shelf.
    """

    def __init__(self, folder: Path, most: int):
        self.folder, self.most = folder, most

    def find(self, name: str) -> Path | None:
        """The file NAME, and note that it was asked for."""
        path = self.folder / name
        try:
            os.utime(path)
        except OSError:  # it may still be read where nothing may be written
            return path if path.is_file() else None
        return path

    def put(self, name: str, body: bytes) -> Path:
        """Keep BODY as NAME, which may name a folder too. OSError if there is no room."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(prefix=".new-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(body)
                file.flush()
                os.fsync(handle)
            Path(scratch).chmod(0o644)  # a web server may serve it
            Path(scratch).rename(path)
        except BaseException:
            Path(scratch).unlink(missing_ok=True)
            raise
        self._make_room(path)
        return path

    def _make_room(self, newest: Path) -> None:
        files = []
        for path in self.folder.rglob("*"):
            with suppress(OSError):  # another process may be making room too
                if path.is_file():
                    facts = path.stat()
                    files.append((facts.st_mtime, facts.st_size, path))
        used = sum(size for _asked, size, _path in files)
        for _asked, size, path in sorted(files):
            if used <= self.most:
                break
            if path != newest:
                with suppress(OSError):
                    path.unlink()
                    path.parent.rmdir()  # if it is empty now
                used -= size
