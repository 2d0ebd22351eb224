"""Two pages behind a colleague's form: their invitation, and a new start of their second step."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from awareness.delivery.hosts import open_beside, site_of
from awareness.lib.codes.qr import qr_svg
from awareness.lib.network.hosts import is_only_here
from awareness.office.models import Staff

from . import people, second_factor

SHOWN_ONCE = "invitation"  # a cookie: the address waits nowhere but in the browser that asked
SHOWN_SECONDS = 120


def one(request, pk) -> Staff:
    staff = get_object_or_404(Staff, pk=pk)
    if not request.user.has_perm("office.change_staff", staff):
        raise PermissionDenied
    return staff


def frame(request, staff, title):
    return {
        **admin.site.each_context(request),
        "title": title,
        "staff": staff,
        "opts": Staff._meta,
        "has_username": people.has_username(staff),
    }


def invitation_page(request, pk):
    """Shows the address just made; makes another one or takes it back."""
    staff, here = one(request, pk), request.path
    if request.method == "POST" and "take-back" in request.POST:
        people.take_back_invitation(staff, by=request.user)
        messages.success(request, "邀请收回了，那个网址已经打不开。")
        return redirect(here)
    if request.method == "POST":
        return show_invitation(request, staff)
    token = request.get_signed_cookie(SHOWN_ONCE, "", salt=str(pk), max_age=SHOWN_SECONDS)
    site = site_of(request)
    address = site + reverse("entry:invited", args=[token]) if token else ""
    context = frame(request, staff, f"{staff}的邀请网址") | {
        "address": address,
        "qr": qr_svg(address) if address else "",
        "only_here": is_only_here(urlsplit(site).netloc),
        "beside": [f"{one}/{settings.DESK_PATH}" for one in open_beside()],
        "waiting": staff.invitations.open().first(),
    }
    response = render(request, "entry/staff_invitation.html", context)
    response.delete_cookie(SHOWN_ONCE, path=here)
    return response


def show_invitation(request, staff):
    """A new invitation of STAFF, on its way to the page that shows it once."""
    page = reverse("admin:office_staff_invitation", args=[staff.pk])
    response = redirect(page)
    response.set_signed_cookie(
        SHOWN_ONCE,
        people.invite(staff, by=request.user),
        salt=str(staff.pk),
        max_age=SHOWN_SECONDS,
        path=page,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Strict",
    )
    return response


def second_step_page(request, pk):
    """A colleague who lost phone and recovery codes may set up a phone anew."""
    staff = one(request, pk)
    own = staff.pk == request.user.pk
    if request.method == "POST":
        second_factor.reset(staff, by=request.user)
        messages.success(request, f"{staff}的二次验证已经重设，下次登录要重新绑手机。")
        return redirect("admin:office_staff_change", pk)
    context = frame(request, staff, f"{staff}的二次验证") | {
        "own": own,
        "phone": second_factor.phone_of(staff),
        "left": second_factor.recovery_codes_left(staff),
        "asked": second_factor.is_asked_of(staff),
    }
    return render(request, "entry/staff_second_step.html", context)
