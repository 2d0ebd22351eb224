"""Who issued a sheet: the office as it is now, and what older paper may say of it instead."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from awareness.office import notices
from awareness.office.models import Office
from awareness.office.number_records import NumberChangeKind
from awareness.publishing.records import Version
from awareness.publishing.versions import as_it_was
from awareness.sheets.code import NotOurs
from awareness.translation.rows import InLanguage


@dataclass(frozen=True)
class Issuer:
    """OFFICE is None if it is no longer there. The older names and phones are those that a genuine
    sheet may still bear, the newest first."""

    name: str
    office: Office | None = None
    older_names: tuple[str, ...] = ()
    older_phones: tuple[str, ...] = ()

    @property
    def gone(self) -> bool:
        return self.office is None

    @property
    def phone(self) -> str:
        return self.office.shown_phone if self.office else ""


def issuer_of(key: int, since: date | None) -> Issuer | None:
    """The office KEY (0: the main one), as on sheets printed SINCE that day or at any time; None if
    the site has none. NotOurs if there never was such an office."""
    office = _office(key)
    if office is None:
        return _gone(key) if key else None
    name = InLanguage(office).name
    return Issuer(name, office, _older_names(office, name, since), _older_phones(office, since))


def _office(key: int) -> Office | None:
    known = notices.current()
    if not key:
        return known.office
    own = next((one for one in known.offices if one.pk == key), None)
    return own or Office.objects.filter(pk=key).first()  # the known ones may be old


def _gone(key: int) -> Issuer:
    last = _versions(key).first()
    if last is None:
        raise NotOurs
    return Issuer(InLanguage(as_it_was(Office, last.data)).name)


def _versions(key: int):
    """What was written of an office, the newest first."""
    return Version.objects.filter(label=Office._meta.label_lower, row=key).order_by("-number")


def _older_names(office: Office, now: str, since: date | None) -> tuple[str, ...]:
    names = []
    for version in _versions(office.pk):
        names.append(InLanguage(as_it_was(Office, version.data)).name)
        if since and timezone.localdate(version.made_at) < since:
            break  # what was written earlier was no longer so on that day
    return tuple(name for name in dict.fromkeys(names) if name and name != now)


def _older_phones(office: Office, since: date | None) -> tuple[str, ...]:
    confirmed = office.number_changes.filter(
        kind=NumberChangeKind.NUMBER, confirmed_at__isnull=False
    )
    phones = [
        change.old
        for change in confirmed.order_by("-confirmed_at")
        if not since or timezone.localdate(change.confirmed_at) >= since
    ]
    return tuple(phone for phone in dict.fromkeys(phones) if phone and phone != office.phone)
