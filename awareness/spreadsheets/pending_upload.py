"""A file that was looked through, kept until its sender says yes: in a private folder, one for each
person and kind of text, for two hours."""

import contextlib
import hashlib
import os
import secrets
import time
from pathlib import Path

from django.conf import settings
from django.core import signing

from awareness.publishing.models import Publishable

KEPT_SECONDS = 2 * 3600
SALT = "awareness.spreadsheets"


def keep_upload(data: bytes, model: type[Publishable], by) -> str:
    """Keep the file DATA instead of the one before it; its digest."""
    scratch = _folder() / f"{secrets.token_hex(8)}.part"
    with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
    scratch.replace(_place(model, by))
    return digest(data)


def seal_upload(model: type[Publishable], by, **said: str) -> str:
    """What BY was shown, as a page can carry it."""
    return signing.dumps({"of": _name(model, by), **said}, salt=SALT)


def unseal_upload(token: str, model: type[Publishable], by) -> tuple[dict, bytes] | None:
    """What TOKEN says that BY was shown, and the file; None if it is not theirs, too old, replaced
    by another or brought in already."""
    try:
        said = signing.loads(token, salt=SALT, max_age=KEPT_SECONDS)
        data = _place(model, by).read_bytes()
    except (signing.BadSignature, FileNotFoundError):
        return None
    if said["of"] != _name(model, by) or said["file"] != digest(data):
        return None
    return said, data


def forget_upload(model: type[Publishable], by) -> None:
    _place(model, by).unlink(missing_ok=True)


def remove_old_uploads() -> None:
    """Remove what nobody came back for, and what was broken off."""
    for path in _folder().iterdir():
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_mtime < time.time() - KEPT_SECONDS:
                path.unlink()


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _folder() -> Path:
    folder = settings.VAR_DIR / "tables"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _place(model, by) -> Path:
    return _folder() / _name(model, by)


def _name(model, by) -> str:
    return f"{model._meta.model_name}-{by.pk}"
