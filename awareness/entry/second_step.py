"""The pages of the second step: the code, setting up a phone, recovery codes, one's own choice."""

import time
from functools import wraps

import django_otp
from django.contrib import admin, messages
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from awareness.audit.log import record
from awareness.audit.models import AuditAction
from awareness.lib.codes.qr import qr_svg

from . import lockout, second_factor
from .codes import RECOVERY_DIGITS, in_groups
from .forms import CodeForm, FirstCodeForm
from .views import signed_in
from .ways import COPYING, way_on

CODE_AT, SETTING_UP = "code_at", "phone_being_set_up"  # in a session
FRESH_SECONDS = 300


def after_a_fresh_code(view):
    """Whoever has a phone shows a code of it again before it is changed: an open desk that
    somebody walked away from is not enough."""

    @signed_in
    @wraps(view)
    def asked(request, *args, **kwargs):
        fresh = time.time() - request.session.get(CODE_AT, 0) < FRESH_SECONDS
        if fresh or second_factor.phone_of(request.user) is None:
            return view(request, *args, **kwargs)
        back = request.path if request.method == "GET" else reverse("entry:protection")
        return redirect_to_login(back, reverse("entry:code"))

    return asked


@signed_in
def code(request):
    staff = request.user
    if second_factor.phone_of(staff) is None:
        return redirect(way_on(request))
    if lockout.is_locked(request, staff):
        return lockout.locked_page(request, credentials={"username": staff.username})
    form = CodeForm(staff, request.POST or None)
    if request.method == "POST" and form.is_valid():
        pass_with(request, form.device)
        return redirect(way_on(request))
    if form.is_failure:
        lockout.count_failure(request, staff)
    context = {"form": form, "next": request.GET.get("next", ""), "again": staff.is_verified()}
    return render(request, "entry/code.html", context)


def pass_with(request, device):
    """The person of REQUEST has shown a code of DEVICE."""
    staff = request.user
    django_otp.login(request, device)
    request.session.cycle_key()
    request.session[CODE_AT] = int(time.time())
    lockout.clear(request, staff)
    left = second_factor.recovery_codes_left(staff)
    by_phone = device == second_factor.phone_of(staff)
    detail = "用手机上的六位码" if by_phone else f"用备用码，还剩{left}个"
    record(verb=AuditAction.SECOND_STEP, by=staff, about=staff, detail=detail)
    if not by_phone:
        messages.warning(request, f"备用码还剩{left}个。手机要是找不回来了，请重新绑一部。")


@after_a_fresh_code
def phone(request):
    """Sets up a phone; the one before is good until the new one has shown its first code."""
    staff = request.user
    first = second_factor.is_asked_of(staff) and second_factor.phone_of(staff) is None
    new = second_factor.phone_being_set_up(staff, request.session.get(SETTING_UP))
    request.session[SETTING_UP] = new.pk
    form = FirstCodeForm(new, request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = second_factor.keep_phone(staff, form.phone)
        pass_with(request, form.phone)
        return copy_page(request, made, first)
    context = {"form": form, "first": first, "next": request.GET.get("next", "")}
    return render(request, "entry/phone.html", context | shown_key(new))


def shown_key(new) -> dict[str, str]:
    """The secret of the phone NEW: to scan, to open on this phone, to type."""
    return {
        "qr": qr_svg(new.config_url),
        "address": new.config_url,
        "secret": in_groups(second_factor.secret_of(new), 4),
    }


def copy_page(request, made, first=False):
    """Shows the recovery codes MADE, this once. Nothing else opens before they are copied."""
    request.session[COPYING] = True
    context = {
        "codes": [in_groups(one, RECOVERY_DIGITS // 2) for one in made],
        "next": request.POST.get("next", ""),
        "first": first,
        "today": timezone.localdate(),
    }
    return render(request, "entry/recovery_codes.html", context)


@after_a_fresh_code
def recovery_codes(request):
    if second_factor.phone_of(request.user) is None:
        return redirect("entry:phone")
    if request.method == "POST":
        record(
            verb=AuditAction.SECOND_STEP,
            by=request.user,
            about=request.user,
            detail="换了新的备用码",
        )
        return copy_page(request, second_factor.new_recovery_codes(request.user))
    return render(request, "entry/recovery_codes.html", {"codes": [], "next": ""})


@signed_in
@require_POST
def copied(request):
    request.session.pop(COPYING, None)
    return redirect(way_on(request))


@signed_in
def protection(request):
    staff = request.user
    context = admin.site.each_context(request) | {
        "title": "二次验证",
        "phone": second_factor.phone_of(staff),
        "left": second_factor.recovery_codes_left(staff),
        "asked": second_factor.is_asked_of(staff),
    }
    return render(request, "entry/protection.html", context)


@after_a_fresh_code
@require_POST
def switch_off_page(request):
    second_factor.switch_off_second_factor(request.user)
    messages.success(request, "二次验证已经关掉，登录只要密码。")
    return redirect("entry:protection")
