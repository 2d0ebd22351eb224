"""When a text needs someone: conditions that `overview` asks for."""

from datetime import datetime, timedelta

from django.db.models import Model, Q
from django.utils import timezone

from awareness.delivery.languages import ENGLISH, SOURCE
from awareness.translation.rows import SAID_ELSEWHERE, column, translated_fields

SOON = timedelta(days=7)
REVIEW_AHEAD = timedelta(days=30)
STALE_AFTER = timedelta(days=14)

SUBMITTED = Q(submitted_at__isnull=False)
RETURNED = Q(returned_at__isnull=False)
TO_LOOK_AFTER = Q(look_after=True)


def opening(at: datetime) -> Q:
    """Published, and public for the first time in the days after AT."""
    return Q(
        published_at__isnull=False, withdrawn_at=None, starts_at__gt=at, starts_at__lte=at + SOON
    )


def renewed(at: datetime) -> Q:
    """Public, with a new version that takes its place in the days after AT."""
    return Q(due_at__lte=at + SOON)


def untouched(at: datetime) -> Q:
    """Drafts that nobody has touched for long and that wait for nobody else."""
    draft = Q(published_at=None) | Q(draft__isnull=False)
    return draft & Q(submitted_at=None, due_at=None, changed_at__lt=at - STALE_AFTER)


def half_written(by: Model, at: datetime) -> Q:
    """Drafts that BY wrote last, that wait for nobody else and are not `stale` yet."""
    left = Q(submitted_at=None, returned_at=None, due_at=None)
    return left & Q(draft__made_by=by, changed_at__gte=at - STALE_AFTER)


def due_for_review(at: datetime) -> Q:
    """To be looked at again within the month, or already before AT."""
    return Q(review_due__lte=timezone.localdate(at) + REVIEW_AHEAD)


def english_missing(model: type[Model]) -> Q:
    """Rows of MODEL that lack the English of something that they say in 简体."""
    lacking = Q(pk__in=[])
    for field in set(translated_fields(model)) - SAID_ELSEWHERE:
        source, english = column(field, SOURCE), column(field, ENGLISH)
        lacking |= Q(**{f"{source}__gt": ""}) & (
            Q(**{english: ""}) | Q(**{f"{english}__isnull": True})
        )
    return lacking


def english_behind(model: type[Model]) -> Q:
    return ~Q(english_behind="")


def traditional_behind(model: type[Model]) -> Q:
    return ~Q(hant_behind="")
