"""Writing the log of the desk."""

from datetime import datetime

from django.db.models import Model
from django.utils import timezone

from awareness.content_checks.finds import masked

from .models import AuditAction, AuditEntry

# Groups of models (roles.py) whose names are the office's own: its staff, its hotlines.
OWN_NAMES = {"people", "hotline"}


def record(
    *,
    verb: AuditAction,
    by=None,
    about: Model | str = "",
    detail: str = "",
    version: int | None = None,
    data: dict | None = None,
    at: datetime | None = None,
    mask: bool = True,
) -> None:
    """Add a line: BY (a member of staff, or None for a stranger or the program) did VERB to ABOUT,
    of which it is the VERSION of that number.

    What stands in texts is kept without the personal data in it; staff and public numbers are named
    as they are (for the words in DETAIL about a number: MASK off).
    """
    row = about if isinstance(about, Model) else None
    mask = mask and getattr(row, "permission_group", "") != "people"
    named = getattr(row, "permission_group", "") in OWN_NAMES
    AuditEntry.objects.create(
        at=at or timezone.now(),
        by=by,
        verb=verb,
        label=row._meta.label_lower if row else "",
        row=row.pk if row else None,
        about=(str(about) if named else masked(str(about)))[:200],
        detail=(masked(detail) if mask else detail)[:500],
        version=version,
        data=data or {},
    )
