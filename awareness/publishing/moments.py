"""The moments at which something becomes public, or ceases to be, by itself."""

from datetime import UTC, datetime

from django.apps import apps
from django.db.models import DateTimeField, Subquery, Value
from django.db.models.functions import Coalesce, Least

from .models import Publishable

NEVER = datetime(9999, 1, 1, tzinfo=UTC)


def publishables() -> list[type[Publishable]]:
    return [model for model in apps.get_models() if issubclass(model, Publishable)]


def next_due() -> Least:
    """An expression for the earliest moment at which a new version is to become public."""
    return Least(
        *(
            _first(model.objects.at_hand().exclude(due_at=None), "due_at")
            for model in publishables()
        )
    )


def next_turn(at: datetime) -> Least:
    """An expression for the first moment after AT at which a public text opens or ends."""
    return Least(
        *(
            _first(model.objects.never_withdrawn().filter(**{f"{name}__gt": at}), name)
            for model in publishables()
            for name in ("starts_at", "ends_at")
        )
    )


def _first(rows, name: str) -> Coalesce:
    """The earliest NAME of ROWS, NEVER without any: on SQLite the least of anything and NULL is NULL."""
    first = Subquery(rows.order_by(name).values(name)[:1])
    return Coalesce(first, Value(NEVER, output_field=DateTimeField()))
