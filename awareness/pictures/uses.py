"""Which texts show a picture: as the public sees them, or in a draft that waits beside."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Model, Q, QuerySet

from awareness.publishing.models import PublicState, Publishable

from .models import Picture


def in_public_use(pictures: QuerySet[Picture], at: datetime) -> QuerySet[Picture]:
    """Of PICTURES those that the public sees in a text at the moment AT."""
    seen = Q(pk__in=[])
    for relation in Picture._meta.related_objects:
        texts = relation.related_model.objects.live(at).filter(
            **{f"{relation.field.name}__isnull": False}
        )
        seen |= Q(pk__in=texts.values(relation.field.attname))
    return pictures.filter(seen)


def uses_of(pictures: Iterable[Picture]) -> dict[int, list[Model]]:
    """The texts that show each of PICTURES, by its number; an empty list for one that none shows."""
    keys = [picture.pk for picture in pictures]
    uses = defaultdict(dict)
    for relation in Picture._meta.related_objects:
        for key, row in _shown_by(relation, keys):
            uses[key][row] = None
    return {key: list(uses[key]) for key in keys}


def _shown_by(relation, keys: list[int]) -> Iterator[tuple[int, Model]]:
    column, rows = relation.field.attname, relation.related_model._base_manager
    for row in rows.filter(**{f"{column}__in": keys}):
        yield getattr(row, column), row
    drafted = rows.filter(draft__isnull=False, **{f"draft__data__fields__{column}__in": keys})
    for row in drafted.select_related("draft"):
        yield row.draft.data["fields"][column], row


def is_settled(picture: Picture) -> bool:
    """Whether the public sees PICTURE in a text, or will at a moment that is set already."""
    return any(map(_goes_out, uses_of([picture])[picture.pk]))


def _goes_out(text: Publishable) -> bool:
    return bool(text.due_at) or text.state() in (PublicState.LIVE, PublicState.SCHEDULED)
