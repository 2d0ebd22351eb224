"""Staff come and go: invited, changed, deactivated. Every step is in the log."""

import secrets
from hashlib import sha256

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from awareness.audit.log import record
from awareness.audit.models import AuditAction
from awareness.office.models import Staff
from awareness.office.roles import Role

from . import sessions
from .models import LIFE, Invitation

UNNAMED = "?"  # begins the name of who has not chosen one; no user name may hold this sign


def has_username(staff: Staff) -> bool:
    return not staff.username.startswith(UNNAMED)


def prepare_newcomer(staff: Staff) -> Staff:
    """STAFF, not saved yet, as somebody who cannot come in before they accept."""
    staff.username = staff.username or UNNAMED + secrets.token_hex(6)
    staff.password = make_password(None)
    staff.is_staff, staff.is_active = True, False
    return staff


@transaction.atomic
def invite(staff: Staff, *, by: Staff) -> str:
    """The token of a new invitation of STAFF; it is known to nobody but the caller. The one
    before ends."""
    take_back_invitation(staff, by=by, silent=True)
    token, now = secrets.token_urlsafe(18), timezone.now()
    Invitation.objects.create(
        staff=staff, made_by=by, made_at=now, ends_at=now + LIFE, digest=_digest(token)
    )
    record(
        verb=AuditAction.PEOPLE, by=by, about=staff, detail=f"发出邀请，{LIFE.days * 24}小时内有效"
    )
    return token


@transaction.atomic
def take_back_invitation(staff: Staff, *, by: Staff, silent: bool = False) -> None:
    """The invitation of STAFF that waits, if any, lets nobody in any more."""
    waiting = staff.invitations.filter(used_at=None, taken_back_at=None)
    if waiting.update(taken_back_at=timezone.now(), taken_back_by=by) and not silent:
        record(verb=AuditAction.PEOPLE, by=by, about=staff, detail="收回邀请")


def find_invitation(token: str) -> Invitation | None:
    """The invitation that TOKEN was given for, open or not."""
    found = Invitation.objects.filter(digest=_digest(token))
    return found.select_related("staff__office", "made_by").first()


@transaction.atomic
def accept_invitation(invitation: Invitation, *, username: str, password: str) -> Staff | None:
    """Whoever was invited, now able to come in; None if the invitation is over by now.
    ValidationError if somebody took USERNAME a moment ago."""
    now = timezone.now()
    if not Invitation.objects.open(now).filter(pk=invitation.pk).update(used_at=now):
        return None
    staff = Staff.objects.select_for_update().get(pk=invitation.staff_id)
    staff.username = username
    staff.set_password(password)
    staff.is_active, staff.must_change_password = True, False
    try:
        staff.save()
    except IntegrityError as taken:
        raise ValidationError("这个用户名已经有人用了，请换一个。") from taken
    record(verb=AuditAction.PEOPLE, by=staff, about=staff, detail="接受邀请，设好了密码")
    return staff


def another_administrator(than: Staff) -> bool:
    """Whether somebody else THAN this one can manage people. Inside a transaction, two
    administrators who leave at once wait for each other here."""
    administrators = Staff.objects.filter(Q(is_superuser=True) | Q(role=Role.ADMINISTRATOR))
    active = administrators.select_for_update().filter(is_active=True)
    return any(one.pk != than.pk for one in active)


@transaction.atomic
def deactivate_staff(staff: Staff, *, by: Staff) -> None:
    """STAFF leaves: out at once, wherever they are logged in; what they wrote stays."""
    staff.is_active = False
    staff.save()
    take_back_invitation(staff, by=by, silent=True)
    if staff.pk != by.pk:  # one's own is being answered just now, and ends by being inactive
        sessions.end_all(staff)
    record(verb=AuditAction.PEOPLE, by=by, about=staff, detail="停用，不能再进编辑台")


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
