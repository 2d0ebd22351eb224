"""Signing in, an invitation, and what was typed while a session ended."""

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from awareness.audit.log import record
from awareness.audit.models import AuditAction

from . import lockout, people, second_factor, unsaved
from .forms import AcceptForm, SignInForm
from .ways import way_on

BACKEND = "django.contrib.auth.backends.ModelBackend"


def signed_in(view):
    """VIEW for staff only, kept by no cache."""
    return never_cache(staff_member_required(view, login_url="admin:login"))


@never_cache
@sensitive_post_parameters("password")
def sign_in(request):
    if request.method != "POST":
        if request.user.is_authenticated:
            return redirect(way_on(request))
        return sign_in_page(request, SignInForm(request), ended="ended" in request.GET)
    form, sealed = SignInForm(request, request.POST), request.POST.get("unsaved", "")
    if not form.is_valid():
        return sign_in_page(request, form, sealed=sealed)
    enter(request, form.get_user())
    unsaved.keep_unsaved(request, unsaved.unseal_form(sealed))
    return redirect(way_on(request))


def sign_in_page(request, form, *, sealed="", ended=False, back=None, status=200):
    if back is None:
        back = request.POST.get("next") or request.GET.get("next", "")
    context = {"form": form, "unsaved": sealed, "ended": ended, "next": back}
    return render(request, "entry/sign_in.html", context, status=status)


def sign_in_again(request, form: dict):
    """The login in place of the page that FORM was posted to; carries what was typed."""
    empty, back = SignInForm(request), form["path"]
    sealed = unsaved.seal_form(form)
    return sign_in_page(request, empty, sealed=sealed, ended=True, back=back, status=403)


def enter(request, staff, backend=None):
    """STAFF comes in by password; the second step, if there is one, is still to come."""
    login(request, staff, backend)
    request.session.clear_expired()
    record(verb=AuditAction.LOGGED_IN, by=staff, about=staff)
    if second_factor.phone_of(staff) is None:
        lockout.clear(request, staff)


@never_cache
@sensitive_post_parameters("password1", "password2")
def invited(request, token):
    invitation = people.find_invitation(token)
    if invitation is None or not invitation.is_open():
        return over(request, 410 if invitation else 404)
    if request.user.is_authenticated:
        return render(request, "entry/not_yours.html", {"invitation": invitation}, status=403)
    form = AcceptForm(invitation.staff, request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and (answer := answer_invitation(request, form, invitation))
    ):
        return answer
    asked = second_factor.is_asked_of(invitation.staff)
    return render(
        request, "entry/invited.html", {"form": form, "invitation": invitation, "asked": asked}
    )


def answer_invitation(request, form, invitation):
    """The answer to an accepted invitation; None leaves a sentence in FORM."""
    username, password = form.staff.username, form.cleaned_data["password1"]
    try:
        staff = people.accept_invitation(invitation, username=username, password=password)
    except ValidationError as refusal:
        form.add_error("username", refusal)
        return None
    if staff is None:
        return over(request, 410)
    enter(request, staff, BACKEND)
    return redirect("admin:index")


def over(request, status):
    return render(request, "entry/invitation_over.html", {"unknown": status == 404}, status=status)


@signed_in
def unsaved_form(request):
    """Offers what was typed; sending it again goes where it was going."""
    form = unsaved.kept_form(request)
    if form is None:
        return redirect("admin:index")
    if request.method != "POST":
        return render(request, "entry/unsaved.html", {"unsaved": form} | written_fields(form))
    unsaved.forget_unsaved(request)
    if "leave" in request.POST:
        return redirect(form["path"])
    return redirect(form["path"], preserve_request=True)


def written_fields(form: dict) -> dict:
    """What a person wrote into FORM, not the numbers and keys; and the name of what was pressed."""
    texts = [
        (name, value)
        for name, values in form["fields"]
        for value in values
        if any("\u3400" <= sign <= "\u9fff" for sign in value)
    ]
    return {
        "texts": [value for name, value in texts if not name.startswith("_")],
        "pressed": next((value for name, value in texts if name.startswith("_")), ""),
    }


def after_stale_token(request):
    """A form of the desk came from a page older than the login: nothing typed in it is lost."""
    if request.path == reverse("admin:login"):
        return redirect("admin:login")
    form = unsaved.posted(request)
    if form is None:
        return None
    if not request.user.is_authenticated:
        return sign_in_again(request, form)
    unsaved.keep_unsaved(request, form)
    return redirect("entry:unsaved")
