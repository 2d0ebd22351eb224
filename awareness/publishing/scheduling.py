"""New versions that wait for their moment, and the bin: done when the moment has come."""

import logging
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import DataError, Error, IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from awareness.audit.log import record
from awareness.audit.models import AuditAction

from . import actions, changes
from .moments import publishables
from .versions import versions_of

log = logging.getLogger("awareness.publishing")


def first_publish_due(application):
    """APPLICATION (WSGI), before which what is due becomes public: outside whatever keeps pages, so
    that no kept page holds a version back."""

    def due_first(environ, start_response):
        bring_out_due()
        return application(environ, start_response)

    return due_first


def bring_out_due() -> None:
    """Publish what is due, as far as this process knows of it; not a moment's work if nothing is."""
    now = timezone.now()
    if changes.current_content().due > now:
        return
    try:
        publish_due(now)
    except Error as error:  # the database is away: the page itself will say so
        log.error("What is due was not brought out: %s", type(error).__name__)
        changes.put_off()
    else:
        changes.forget()


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
            changes.announce()
    except ProtectedError:
        log.warning("%s stays in the bin: other texts stand on it.", name)
        return 0
    return 1
