"""The way into the desk, in order: login, the code of the phone, an own password, a phone, and the
recovery codes copied. Nobody gets to a later page before."""

from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from . import second_factor, unsaved

COPYING = "copying_recovery_codes"  # in a session: they were shown, and not yet said to be copied


def next_gate(request) -> str | None:
    """The address of the first gate that the person of REQUEST has not passed."""
    staff = request.user
    has_phone = staff.is_verified() or second_factor.phone_of(staff) is not None
    if has_phone and not staff.is_verified():
        return reverse("entry:code")
    if staff.must_change_password:
        return reverse("admin:password_change")
    if second_factor.is_asked_of(staff) and not has_phone:
        return reverse("entry:phone")
    return reverse("entry:recovery-codes") if request.session.get(COPYING) else None


def is_entry(request) -> bool:
    """Whether REQUEST is for a page of the way in itself: nothing there is worth keeping."""
    own = {reverse("admin:login"), reverse("admin:logout"), reverse("admin:password_change")}
    return request.path in own or request.path.startswith(reverse("entry:protection"))


def is_open(request) -> bool:
    """Whether REQUEST is for a page that strangers may see."""
    invited = reverse("entry:protection") + "invited/"
    return request.path == reverse("admin:login") or request.path.startswith(invited)


def way_on(request) -> str:
    """Where to after a gate: to what was left unsaved, else to the page that was asked for."""
    if unsaved.kept_form(request):
        return reverse("entry:unsaved")
    wanted = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else reverse("admin:index")
