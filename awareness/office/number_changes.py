"""A number changes when a second person says so: asking, confirming, refusing, taking back."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from awareness.audit.log import record
from awareness.audit.models import AuditAction
from awareness.lib.text.phone import SHAPE, digits, is_dialable, spoken_chinese, spoken_english

from .models import Hotline, NumberChange, Office, Staff
from .number_people import may_ask, may_confirm, may_vouch
from .number_records import NumberChangeKind

TAKEN_BACK = "申请的人自己收回。"


@transaction.atomic
def request_change(
    *,
    row: Hotline | Office,
    number: str,
    how: str,
    by: Staff,
    spoken: str = "",
    at: datetime | None = None,
) -> NumberChange:
    """Ask for NUMBER (tidy) instead of ROW's; HOW says where it was checked.

    ValidationError if it is not dialable, already ROW's, or another request waits.
    """
    _need(may_ask(by, row))
    row = _locked(row)
    if number == _number_of(row):
        raise ValidationError("新号码和现在的一样。号码没有变，就不用申请。")
    if row.number_changes.waiting().exists():
        raise ValidationError("这个号码已经有一个申请在等确认，先办完那一个。")
    change = NumberChange(kind=NumberChangeKind.NUMBER, **_target(row), old=_number_of(row))
    return _asked(change, number=number, how=how, spoken=spoken, by=by, at=at)


@transaction.atomic
def request_hotline(
    *,
    number: str,
    name: str,
    use: str,
    how: str,
    by: Staff,
    spoken: str = "",
    at: datetime | None = None,
) -> NumberChange:
    """Ask for a new hotline. ValidationError if the number stands in the table or is asked for."""
    _need(may_ask(by))
    _refuse_known(number)
    if NumberChange.objects.waiting().filter(kind=NumberChangeKind.LINE, new=number).exists():
        raise ValidationError("这条热线已经有人申请了，在等确认。")
    change = NumberChange(kind=NumberChangeKind.LINE, name=name, use=use)
    return _asked(change, number=number, how=how, spoken=spoken, by=by, at=at)


@transaction.atomic
def record_check(
    *, row: Hotline | Office, how: str, by: Staff, at: datetime | None = None
) -> NumberChange:
    """Note that ROW's number was checked and is right. Nothing changes but its date: no second person."""
    _need(may_vouch(by, row))
    row, at = _locked(row), at or timezone.now()
    if not _number_of(row):
        raise ValidationError("这里还没有电话，请先申请。")
    check = NumberChange(
        kind=NumberChangeKind.CHECK, **_target(row), old=_number_of(row), asked_at=at
    )
    check.new, check.how, check.asked_by = check.old, how, by
    check.save()
    row.checked_on = timezone.localdate(at)
    row.save()
    record(verb=AuditAction.CHANGED, by=by, about=row, detail="号码核对过，没有变", at=at)
    return check


@transaction.atomic
def confirm(*, change: NumberChange, by: Staff, at: datetime | None = None) -> None:
    """Put the new number in the table, as the second person.

    ValidationError if it was answered before or the number is not what it was when asked.
    """
    change, at = _still_waiting(change), at or timezone.now()
    _need(may_confirm(by, change))
    row = _locked(change.row) if change.row else _new_line(change)
    if change.row and _number_of(row) != change.old:
        raise ValidationError(
            f"申请以后号码已经变了，现在是{_number_of(row)}。这一个不要换上，请重新申请。"
        )
    _put(change, row, at)
    change.confirmed_at, change.confirmed_by = at, by
    if change.kind == NumberChangeKind.LINE:
        change.hotline = row
    change.save()
    record(
        verb=AuditAction.NUMBER_CONFIRMED,
        by=by,
        about=row,
        detail=_in_short(change),
        at=at,
        mask=False,
    )


@transaction.atomic
def refuse(*, change: NumberChange, by: Staff, reason: str, at: datetime | None = None) -> None:
    """Leave the number as it is, as the second person. ValidationError if answered before."""
    change = _still_waiting(change)
    _need(may_confirm(by, change))
    _close(change, by, reason, at)


@transaction.atomic
def take_back_change(*, change: NumberChange, by: Staff, at: datetime | None = None) -> None:
    """End a request of one's own. ValidationError if answered before."""
    change = _still_waiting(change)
    _need(change.asked_by_id == by.pk)
    _close(change, by, TAKEN_BACK, at)


def _need(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied


def _locked(row):
    return type(row).objects.select_for_update().get(pk=row.pk)


def _still_waiting(change: NumberChange) -> NumberChange:
    change = NumberChange.objects.select_for_update().get(pk=change.pk)
    if not change.is_waiting:
        raise ValidationError(f"这个申请已经办过了：{change.outcome}。")
    return change


def _number_of(row: Hotline | Office) -> str:
    return getattr(row, row.number_field)


def _target(row: Hotline | Office) -> dict:
    return {"hotline" if isinstance(row, Hotline) else "phone_of": row}


def _asked(change, *, number, how, spoken, by, at) -> NumberChange:
    if not is_dialable(number):
        raise ValidationError(SHAPE)
    change.new, change.how, change.spoken = number, how, spoken
    change.asked_by, change.asked_at = by, at or timezone.now()
    change.save()
    about = change.row or change.name
    said = _in_short(change)
    record(
        verb=AuditAction.NUMBER_ASKED,
        by=by,
        about=about,
        detail=said,
        at=change.asked_at,
        mask=False,
    )
    return change


def _refuse_known(number: str) -> None:
    for line in Hotline.objects.all():
        if digits(line.number) == digits(number):
            raise ValidationError(f"这个号码已经在表里：{line}。")


def _close(change, by, reason, at) -> None:
    change.refused_at, change.refused_by = at or timezone.now(), by
    change.refused_reason = reason
    change.save()
    about, when = change.row or change.name, change.refused_at
    record(
        verb=AuditAction.NUMBER_REFUSED,
        by=by,
        about=about,
        detail=_in_short(change),
        at=when,
        mask=False,
    )


def _put(change: NumberChange, row, at) -> None:
    setattr(row, row.number_field, change.new)
    row.checked_on = timezone.localdate(at)
    if isinstance(row, Hotline):
        row.source = change.how
        row.spoken_zh_hans = change.spoken or spoken_chinese(change.new)
        row.spoken_zh_hant = ""  # converted anew from the words above
        row.spoken_en = spoken_english(change.new)
    row.save()


def _new_line(change: NumberChange) -> Hotline:
    _refuse_known(change.new)
    last = Hotline.objects.aggregate(last=Max("order"))["last"] or 0
    return Hotline(
        slug=_free_key(change.new),
        order=last + 1,
        name_zh_hans=change.name,
        use_zh_hans=change.use,
    )


def _free_key(number: str) -> str:
    """What texts will call the line: its digits, unless an older line is called so."""
    key = digits(number)
    taken = set(Hotline.objects.filter(slug__startswith=key).values_list("slug", flat=True))
    others = (f"{key}-{count}" for count in range(2, len(taken) + 2))
    return key if key not in taken else next(other for other in others if other not in taken)


def _in_short(change: NumberChange) -> str:
    return f"{change.old} → {change.new}" if change.old else change.new
