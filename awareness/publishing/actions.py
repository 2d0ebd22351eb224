"""The verbs that change what the public sees. Each has an actor and a clock, and is logged."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from awareness.audit.log import record
from awareness.audit.models import AuditAction
from awareness.content_checks.finds import refuse_unfit

from .changes import announce
from .models import PublicState, Publishable
from .records import Version, VersionOrigin
from .versions import apply_version, life_columns, newest_data, save_version, snapshot, versions_of

BIN_DAYS = 30
AS_IT_WAS = "原有内容"  # the version of a text from before versions were kept


def locked(text: Publishable) -> Publishable:
    """TEXT as the database holds it now, kept from others until the transaction ends."""
    rows = type(text)._base_manager.select_for_update()
    text.__dict__.update(rows.get(pk=text.pk).__dict__)
    text._state.fields_cache.clear()
    return text


def _keep(text: Publishable) -> None:
    """Save TEXT's life and nothing of what it says."""
    text.save(update_fields=life_columns(type(text)))


def _note(verb: AuditAction, text: Publishable, version: Version | None, more="", *, by, at):
    """A line in the log about VERSION of TEXT."""
    detail, number = f"{version or ''} {more}".strip(), version.number if version else None
    record(verb=verb, by=by, about=text, detail=detail, version=number, at=at)


def _opens_after(text: Publishable, at: datetime) -> bool:
    return bool(text.starts_at and text.starts_at > at)


def _waits_for_nobody(text: Publishable) -> None:
    text.submitted_at = text.submitted_by = None
    text.returned_at = text.returned_by = None
    text.returned_note = ""
    text.due_at = text.due_by = None


def _origin(text: Publishable, at: datetime) -> None:
    """The first version of a text that was there before versions were kept."""
    if text.live_version_id or text.draft_id:
        return
    first = save_version(
        text, snapshot(text), by=text.published_by, at=at, note=AS_IT_WAS, origin=VersionOrigin.SITE
    )
    if text.never_public:
        text.draft = first
    else:
        text.live_version = first
    _keep(text)


@transaction.atomic
def remember_first(row, at: datetime | None = None) -> None:
    """Keep ROW as it is before its first change, so that the change can be seen and taken back."""
    at = at or timezone.now()
    if versions_of(row).exists():
        return
    if isinstance(row, Publishable):
        _origin(row, at)
    else:
        save_version(row, snapshot(row), by=None, at=at, note=AS_IT_WAS, origin=VersionOrigin.SITE)


@transaction.atomic
def keep_draft(
    *,
    text: Publishable,
    data: dict,
    by,
    at: datetime | None = None,
    minor: bool = False,
    remark: str = "",
    origin: VersionOrigin = VersionOrigin.HAND,
) -> Version:
    """Keep DATA as TEXT's newest draft; nothing changes for the public.

    A draft that waited for a reviewer or for its moment is a plain draft again.
    """
    at = at or timezone.now()
    locked(text)
    if not text.never_public:
        _origin(text, at)
    if text.draft_id or text.live_version_id:
        newest = text.draft or text.live_version
        if (newest.data if text.draft_id else snapshot(text)) == data:
            return newest
    if text.never_public:
        apply_version(text, data)
    text.draft = save_version(text, data, by=by, at=at, minor=minor, note=remark, origin=origin)
    _waits_for_nobody(text)
    text.changed_at = at
    _keep(text)
    _note(AuditAction.SAVED, text, text.draft, remark, by=by, at=at)
    return text.draft


@transaction.atomic
def submit(*, text: Publishable, by, at: datetime | None = None) -> None:
    """Ask a reviewer to look at TEXT's draft."""
    at = at or timezone.now()
    locked(text)
    _origin(text, at)
    if not text.draft_id:
        raise ValidationError(f"“{text}”没有新稿，不用交审核。")
    _waits_for_nobody(text)
    text.submitted_at, text.submitted_by, text.changed_at = at, by, at
    _keep(text)
    _note(AuditAction.SUBMITTED, text, text.draft, by=by, at=at)


@transaction.atomic
def send_back(*, text: Publishable, by, remark: str, at: datetime | None = None) -> None:
    """Return TEXT's draft to its writer with a REMARK. ValidationError without one."""
    at = at or timezone.now()
    locked(text)
    if not remark.strip():
        raise ValidationError("退回要写意见，写的人才知道改哪里。")
    if not text.submitted_at:
        raise ValidationError(f"“{text}”没有在等审核，不用退回。")
    _waits_for_nobody(text)
    text.returned_at, text.returned_by, text.returned_note = at, by, remark.strip()[:500]
    text.changed_at = at
    _keep(text)
    record(verb=AuditAction.RETURNED, by=by, about=text, detail=text.returned_note, at=at)


@transaction.atomic
def publish(*, text: Publishable, by, at: datetime | None = None, look_after: bool = False) -> None:
    """Make TEXT's newest version public at AT (or at its own later start).

    A withdrawn text becomes public again. LOOK_AFTER: nobody else has read it yet, so it goes
    on the list of what a second person must still read.
    """
    at = at or timezone.now()
    locked(text)
    if text.binned_at:
        raise ValidationError(f"“{text}”在回收站里，先取回来。")
    _origin(text, at)
    if text.draft_id:
        draft = text.draft
        apply_version(text, draft.data, strict=True)
        text.live_version, text.draft = draft, None
    _waits_for_nobody(text)
    text.published_at, text.published_by = at, by
    text.withdrawn_at = text.withdrawn_by = None
    text.look_after = text.look_after or look_after  # only `second_read` ends the wait
    text.changed_at = at
    if not text.review_due and not text.ends_at:
        text.review_due = timezone.localdate(at) + text.review_every
    _keep(text)
    text.live_version.data = snapshot(text)  # with the moments that publishing has set
    text.live_version.save(update_fields=["data"])
    verb = AuditAction.SCHEDULED if _opens_after(text, at) else AuditAction.PUBLISHED
    _note(verb, text, text.live_version, by=by, at=at)
    announce()


@transaction.atomic
def schedule(*, text: Publishable, by, moment: datetime, at: datetime | None = None) -> None:
    """Publish TEXT at MOMENT: a new text opens then, a draft beside a public text replaces it then."""
    at = at or timezone.now()
    locked(text)
    data = newest_data(text)
    if moment <= at:
        raise ValidationError("定的时间已经过了，请选以后的时间，或者立即发布。")
    ends = parse_datetime(data["fields"].get("ends_at") or "")
    if ends and ends <= moment:
        raise ValidationError("定的时间在结束时间之后，居民看不到。请改一个。")
    if text.never_public:
        data["fields"]["starts_at"] = moment.isoformat()
        apply_version(text, data)
        text.draft = save_version(
            text, data, by=None, at=at, note="定时", origin=VersionOrigin.SCHEDULE
        )
        _keep(text)
        publish(text=text, by=by, at=at)
        return
    if not text.draft_id:
        raise ValidationError(f"“{text}”没有新稿可以换上。")
    _waits_for_nobody(text)
    text.due_at, text.due_by, text.changed_at = moment, by, at
    _keep(text)
    record(
        verb=AuditAction.SCHEDULED,
        by=by,
        about=text,
        detail=f"{text.draft}，{timezone.localtime(moment):%Y-%m-%d %H:%M}",
        version=text.draft.number,
        data={"due_at": moment.isoformat()},
        at=at,
    )
    announce()


@transaction.atomic
def fail_due(*, text: Publishable, why: str, at: datetime | None = None) -> None:
    """TEXT's new version could not take its place at its moment: it goes back, with the reason."""
    at = at or timezone.now()
    locked(text)
    if not text.due_at:
        return
    by, text.due_at, text.due_by = text.due_by, None, None
    text.returned_at, text.returned_by = at, by
    text.returned_note = f"到时候没能换上：{why}"[:500]
    text.changed_at = at
    _keep(text)
    record(verb=AuditAction.RETURNED, about=text, detail="到时候没能换上", at=at)


@transaction.atomic
def unschedule(*, text: Publishable, by, at: datetime | None = None) -> None:
    """Take back a moment that has not come: the text or its new version is a draft again."""
    at = at or timezone.now()
    locked(text)
    if text.due_at:
        _waits_for_nobody(text)
    elif text.published_at and _opens_after(text, at) and not text.withdrawn_at:
        text.draft = text.draft or text.live_version
        text.published_at = text.published_by = text.live_version = None
    else:
        raise ValidationError(f"“{text}”没有定时。")
    text.changed_at = at
    _keep(text)
    record(verb=AuditAction.UNSCHEDULED, by=by, about=text, at=at)
    announce()


@transaction.atomic
def withdraw(*, text: Publishable, by, at: datetime | None = None, reason: str = "") -> None:
    """Take TEXT back; its address goes on to say why. ValidationError without a reason, or if it
    was never public or must not go."""
    at = at or timezone.now()
    locked(text)
    if reason.strip():
        refuse_unfit(reason)
        text.withdrawn_reason_zh_hans = reason.strip()[:300]
        text.withdrawn_reason_zh_hant = text.withdrawn_reason_en = ""
    if not text.withdrawable:
        raise ValidationError(f"“{text}”是别的页面离不开的，不能撤回，只能改。")
    if not text.withdrawn_reason_zh_hans:
        raise ValidationError(f"“{text}”还没有写撤回原因，居民会看到这一句，请先写好。")
    if not text.published_at or _opens_after(text, at):
        raise ValidationError(f"“{text}”还没有公开，不用撤回。")
    text.withdrawn_at, text.withdrawn_by, text.changed_at = at, by, at
    text.due_at = text.due_by = None
    _keep(text)
    record(
        verb=AuditAction.WITHDRAWN, by=by, about=text, detail=text.withdrawn_reason_zh_hans, at=at
    )
    announce()


@transaction.atomic
def discard(*, text: Publishable, by, at: datetime | None = None) -> None:
    """Give up the draft beside a public TEXT. It stays in the history."""
    at = at or timezone.now()
    locked(text)
    if text.never_public or not text.draft_id:
        raise ValidationError(f"“{text}”没有新稿可以放弃。")
    _waits_for_nobody(text)
    text.draft, text.changed_at = None, at
    _keep(text)
    record(verb=AuditAction.DISCARDED, by=by, about=text, at=at)


@transaction.atomic
def second_read(*, text: Publishable, by, at: datetime | None = None) -> None:
    """A second person has read what went out without one. Not its publisher: ValidationError."""
    locked(text)
    if not text.look_after:
        raise ValidationError(f"“{text}”不用复核。")
    wrote = text.live_version.made_by_id if text.live_version_id else None
    if by.pk in (text.published_by_id, wrote):
        raise ValidationError("要请另一个人复核，不能是发布或写它的人自己。")
    text.look_after = False
    _keep(text)
    _note(AuditAction.SECOND_READ, text, text.live_version, by=by, at=at)


@transaction.atomic
def restore(*, text: Publishable, version: Version, by, at: datetime | None = None) -> Version:
    """Make an old VERSION the newest draft of TEXT."""
    remark, origin = f"取回{version}", VersionOrigin.RESTORE
    return keep_draft(text=text, data=version.data, by=by, at=at, remark=remark, origin=origin)


@transaction.atomic
def put_in_bin(*, text: Publishable, by, at: datetime | None = None) -> None:
    """Put TEXT aside for BIN_DAYS days. What the public sees must be withdrawn first."""
    at = at or timezone.now()
    locked(text)
    if not text.withdrawable:
        raise ValidationError(f"“{text}”是别的页面离不开的，不能删。")
    if (
        type(text).objects.live(at).filter(pk=text.pk).exists()
        or text.state(at) == PublicState.SCHEDULED
    ):
        raise ValidationError(f"“{text}”在线上或已定时，请先撤回，再删。")
    _waits_for_nobody(text)
    text.binned_at, text.binned_by, text.changed_at = at, by, at
    _keep(text)
    record(verb=AuditAction.BINNED, by=by, about=text, at=at)
    announce()


@transaction.atomic
def take_from_bin(*, text: Publishable, by, at: datetime | None = None) -> None:
    locked(text)
    text.binned_at = text.binned_by = None
    text.changed_at = at or timezone.now()
    _keep(text)
    record(verb=AuditAction.UNBINNED, by=by, about=text, at=at)
    announce()


def bin_ends(text: Publishable) -> datetime:
    """When TEXT, lying in the bin, is gone for good."""
    return text.binned_at + timedelta(days=BIN_DAYS)
