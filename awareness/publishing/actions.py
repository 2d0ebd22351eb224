"""The verbs that change what the public sees. Each has an actor and a clock."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from .models import Publishable


@transaction.atomic
def publish(*, text: Publishable, by, at: datetime | None = None) -> None:
    """Make TEXT public at AT (or at its own later start). A withdrawn text becomes public again."""
    text.published_at, text.published_by = at or timezone.now(), by
    text.withdrawn_at = text.withdrawn_by = None
    text.save()


@transaction.atomic
def withdraw(*, text: Publishable, by, at: datetime | None = None) -> None:
    """Take TEXT back; its address goes on to say why. ValidationError without a reason or if never public."""
    if not text.withdrawn_reason_zh_hans:
        raise ValidationError(f"“{text}”还没有写撤回原因，居民会看到这一句，请先写好。")
    if not text.published_at:
        raise ValidationError(f"“{text}”还没有发布，不用撤回。")
    text.withdrawn_at, text.withdrawn_by = at or timezone.now(), by
    text.save()
