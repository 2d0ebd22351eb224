"""New versions that wait for their moment, and the bin: done when the moment has come."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DataError, Error, IntegrityError, transaction
from django.db.models import DateTimeField, ProtectedError, Subquery, Value
from django.db.models.functions import Coalesce, Least
from django.utils import timezone

from awareness.audit.log import record
from awareness.audit.models import AuditAction

from . import actions
from .models import Publishable
from .versions import versions_of

log = logging.getLogger("awareness.publishing")
FAR = datetime(9999, 1, 1, tzinfo=UTC)

# The office looks at its tables once a second anyway, and brings along when the next version is
# due (notices.py): so waiting for a moment costs a page no look of its own.
KNOWN_DUE: list[Callable[[], datetime | None]] = []
DONE: list[Callable[[], None]] = []


def publishables() -> list[type[Publishable]]:
    return [model for model in apps.get_models() if issubclass(model, Publishable)]


def next_due() -> Least:
    """An expression for the earliest moment at which a new version is to become public."""
    far = Value(FAR, output_field=DateTimeField())
    moments = [
        Coalesce(
            Subquery(
                model.objects.at_hand()
                .filter(due_at__isnull=False)
                .order_by("due_at")
                .values("due_at")[:1]
            ),
            far,
        )
        for model in publishables()
    ]
    return Least(*moments)


def publish_due_on_visit(get_response):
    """Middleware: before a page is made, what is due becomes public."""

    def middleware(request):
        now = timezone.now()
        if any(moment and moment <= now for known in KNOWN_DUE for moment in [known()]):
            try:
                publish_due(now)
            except Error as error:  # the database is away: the page itself will say so
                log.error("What is due was not brought out: %s", type(error).__name__)
            for done in DONE:
                done()
        return get_response(request)

    return middleware


def publish_due(at: datetime) -> int:
    """Publish every version whose moment has come by AT; how many."""
    found = 0
    for model in publishables():
        waiting = model.objects.at_hand().filter(due_at__lte=at)
        for number in waiting.values_list("pk", flat=True):
            found += _bring_out(model, number, at)
    return found


def _bring_out(model, number: int, at) -> int:
    """Publish one text; what cannot go out any more goes back to its writer, and holds up no other."""
    try:
        with transaction.atomic():
            text = model._base_manager.select_for_update().get(pk=number)
            if not text.due_at or text.due_at > at:  # somebody was faster
                return 0
            actions.publish(text=text, by=text.due_by, at=text.due_at)
            return 1
    except model.DoesNotExist:
        return 0
    except (ValidationError, IntegrityError, DataError) as error:
        why = " ".join(getattr(error, "messages", [])) or "新稿和别的内容对不上了。"
        actions.fail_due(text=model._base_manager.get(pk=number), why=why, at=at)
        return 0


def empty_bin(at=None) -> int:
    """Delete for good what has lain in the bin for its days; how many texts.

    What another text stands on stays.
    """
    before = (at or timezone.now()) - timedelta(days=actions.BIN_DAYS)
    gone = 0
    for model in publishables():
        for text in model.objects.filter(binned_at__lte=before):
            gone += _purge(text)
    return gone


def _purge(text) -> int:
    try:
        with transaction.atomic():
            record(verb=AuditAction.PURGED, about=text)
            versions, name = versions_of(text), str(text)
            keys = list(versions.values_list("pk", flat=True))
            text.delete()
            versions.model.objects.filter(pk__in=keys).delete()
    except ProtectedError:
        log.warning("%s stays in the bin: other texts stand on it.", name)
        return 0
    return 1
