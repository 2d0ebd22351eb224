"""Writing the log of the desk."""

from datetime import datetime

from django.db.models import Model
from django.utils import timezone

from awareness.content_checks.finds import masked

from .models import AuditAction, AuditEntry


def record(
    *,
    verb: AuditAction,
    by=None,
    about: Model | str = "",
    detail: str = "",
    at: datetime | None = None,
    mask: bool = True,
) -> None:
    """Add a line: BY (a member of staff, or None for a stranger or the program) did VERB to ABOUT.

    DETAIL is kept without the personal data in it, unless it is about a public number (MASK off).
    """
    row = about if isinstance(about, Model) else None
    AuditEntry.objects.create(
        at=at or timezone.now(),
        by=by,
        verb=verb,
        label=row._meta.label_lower if row else "",
        row=row.pk if row else None,
        about=masked(str(about))[:200],
        detail=(masked(detail) if mask else detail)[:500],
    )
