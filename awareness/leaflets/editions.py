"""What earlier versions of pages said, and the day each became public: for paper that is still about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Model, Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from awareness.publishing.records import Deed, Verb, Version
from awareness.publishing.versions import as_it_was

Named = tuple[str, int, int]  # label, row, number


@dataclass(frozen=True)
class Edition:
    """ROW as it was; it is not saved and has no parts."""

    row: Model
    issued_on: date


def named(row: Model, number: int) -> Named:
    return row._meta.label_lower, row.pk, number


def editions(wanted: Iterable[tuple[Model, int]]) -> dict[Named, Edition]:
    """The versions WANTED, (row, number), as far as they are kept; two looks at the database."""
    rows = {named(row, number): row for row, number in wanted}
    if not rows:
        return {}
    versions, published = _versions(rows), _published(rows)
    return {
        name: Edition(as_it_was(type(rows[name]), one.data), _issued_on(one, published.get(name)))
        for name, one in versions.items()
    }


def _versions(names: Iterable[Named]) -> dict[Named, Version]:
    either = Q()
    for label, row, number in names:
        either |= Q(label=label, row=row, number=number)
    return {(one.label, one.row, one.number): one for one in Version.objects.filter(either)}


def _published(names: Iterable[Named]) -> dict[Named, Deed]:
    """How each was first made public, if that was done at the desk."""
    either, by_words = Q(), {}
    for label, row, number in names:
        words = str(Version(number=number))
        by_words[label, row, words] = label, row, number
        either |= Q(label=label, row=row, detail=words)
    deeds = Deed.objects.filter(either, verb__in=[Verb.PUBLISHED, Verb.SCHEDULED])
    return {by_words[one.label, one.row, one.detail]: one for one in deeds.order_by("-at")}


def _issued_on(version: Version, deed: Deed | None) -> date:
    if deed:
        return timezone.localdate(deed.at)
    fields = version.data["fields"]
    opened = version.number == 1 and parse_datetime(fields.get("starts_at") or "")
    return timezone.localdate(opened or version.made_at)
