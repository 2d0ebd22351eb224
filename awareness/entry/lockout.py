"""Lock-out after repeated failures: by account and address together, and it passes by itself.

Counted by django-axes in the database, so that several processes count together.
"""

import math
from datetime import timedelta

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from awareness.audit.log import record
from awareness.audit.models import AuditAction, AuditEntry
from awareness.delivery.reader import network
from awareness.office.models import Staff

SECOND_STEP = "awareness.entry.second_step"  # the sender of failures of the second step


def account(request, credentials=None) -> str:
    """The user name tried; a digest if nobody is called so: it may be a password typed there."""
    typed = (credentials or request.POST).get("username") or ""
    if Staff.objects.filter(username=typed).exists():
        return typed
    return "?" + salted_hmac("awareness.entry.account", typed).hexdigest()


def is_locked(request, staff: Staff) -> bool:
    return not AxesProxyHandler.is_allowed(request, {"username": staff.username})


def count_failure(request, staff: Staff) -> None:
    """A wrong code of the second step counts like a wrong password."""
    user_login_failed.send(SECOND_STEP, credentials={"username": staff.username}, request=request)


def clear(request, staff: Staff) -> None:
    """STAFF is in: the failures from this address are forgotten."""
    reset(ip=network(request), username=staff.username)


def locked_page(request, response=None, credentials=None):
    """429 that says until when, and what to do meanwhile."""
    name = account(request, credentials)
    attempts = AccessAttempt.objects.filter(username=name, ip_address=network(request))
    last = attempts.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    free_at = (last or timezone.now()) + timedelta(minutes=settings.LOCK_MINUTES)
    seconds = max(1, math.ceil((free_at - timezone.now()).total_seconds()))
    context = {"minutes": math.ceil(seconds / 60), "failures": settings.AXES_FAILURE_LIMIT}
    answer = render(request, "entry/locked.html", context, status=429)
    answer.headers["Retry-After"] = str(seconds)
    return answer


def note_failure(sender, credentials, request=None, **kwargs) -> None:
    """Into the log, but not those that come while locked, and of strangers one a minute."""
    if getattr(request, "axes_locked_out", False) and not _just_counted(request):
        return
    staff = Staff.objects.filter(username=credentials.get("username") or "").first()
    if staff:
        detail = "六位码或备用码不对" if sender == SECOND_STEP else "密码不对，或者已停用"
        record(verb=AuditAction.LOGIN_FAILED, about=staff, detail=detail)
    elif not _stranger_noted_lately():
        record(verb=AuditAction.LOGIN_FAILED, detail="没有这个用户名（每分钟最多记一条）")


def note_lock(sender, request, username, **kwargs) -> None:
    staff = Staff.objects.filter(username=username).first()
    if staff and _just_counted(request):
        detail = (
            f"连续{settings.AXES_FAILURE_LIMIT}次不对，在那个网络地址锁{settings.LOCK_MINUTES}分钟"
        )
        record(verb=AuditAction.LOGIN_FAILED, about=staff, detail=detail)


def _just_counted(request) -> bool:
    """Whether this very request was counted as a failure, not turned away beforehand."""
    return getattr(request, "axes_failures_since_start", None) is not None


def _stranger_noted_lately() -> bool:
    lately = timezone.now() - timedelta(minutes=1)
    return AuditEntry.objects.filter(
        verb=AuditAction.LOGIN_FAILED, label="", at__gt=lately
    ).exists()
