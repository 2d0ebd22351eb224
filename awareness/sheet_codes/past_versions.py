"""What earlier versions of pages said, and the day each became public: for paper that is still about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Model, Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from awareness.audit.models import AuditAction, AuditEntry
from awareness.publishing.models import Publishable
from awareness.publishing.records import Version
from awareness.publishing.versions import as_it_was

Named = tuple[str, int, int]  # label, row, number


@dataclass(frozen=True)
class Edition:
    """ROW as it was; it is not saved and has no parts."""

    row: Model
    issued_on: date


def title_of_version(row: Model, number: int) -> Named:
    return row._meta.label_lower, row.pk, number


def editions(wanted: Iterable[tuple[Model, int]]) -> dict[Named, Edition]:
    """The versions WANTED, (row, number), that are kept and were once public; two looks at the
    database."""
    rows = {title_of_version(row, number): row for row, number in wanted}
    if not rows:
        return {}
    versions, deeds, found = _versions(rows), _deeds(rows), {}
    for name, version in versions.items():
        row = rows[name]
        opened_at = _opened_at(row, version, deeds.get(name[:2], []))
        if opened_at:
            was = as_it_was(type(row), version.data)
            found[name] = Edition(was, timezone.localdate(opened_at))
    return found


def _versions(names: Iterable[Named]) -> dict[Named, Version]:
    either = Q()
    for label, row, number in names:
        either |= Q(label=label, row=row, number=number)
    return {(one.label, one.row, one.number): one for one in Version.objects.filter(either)}


def _deeds(names: Iterable[Named]) -> dict[tuple[str, int], list[AuditEntry]]:
    """What changed which version of each text is public, or is to be; the oldest first."""
    either, found = Q(), {}
    for label, row, _number in names:
        either |= Q(label=label, row=row)
    deeds = AuditEntry.objects.filter(
        either, verb__in=[AuditAction.PUBLISHED, AuditAction.SCHEDULED, AuditAction.UNSCHEDULED]
    )
    for one in deeds.order_by("at", "pk"):
        found.setdefault((one.label, one.row), []).append(one)
    return found


def _opened_at(row: Model, version: Version, deeds: list[AuditEntry]) -> datetime | None:
    """When VERSION was first made public; None if it never was."""
    starts_at = parse_datetime(version.data["fields"].get("starts_at") or "")
    for deed in deeds:
        if deed.version == version.number and _opened(deed, starts_at, deeds):
            return deed.at
    if not isinstance(row, Publishable):
        return version.made_at
    return starts_at if version.came_along and starts_at and starts_at <= version.made_at else None


def _opened(deed: AuditEntry, starts_at: datetime | None, deeds: list[AuditEntry]) -> bool:
    """Whether DEED made its version public, or was undone before STARTS_AT."""
    if deed.verb == AuditAction.PUBLISHED or not starts_at or _waits(deed):
        return deed.verb == AuditAction.PUBLISHED
    later = [one for one in deeds if one.at > deed.at and not _waits(one)]
    return starts_at <= timezone.now() and not any(one.at < starts_at for one in later)


def _waits(deed: AuditEntry) -> bool:
    """Whether DEED only set a moment, at which another line tells of the version's taking its place."""
    return "due_at" in deed.data
