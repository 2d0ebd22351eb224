"""Every request to the desk: has its session ended, and which gate comes first?"""

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from awareness.audit.log import record
from awareness.audit.models import AuditAction
from awareness.delivery.middleware import is_desk

from . import sessions, unsaved
from .views import sign_in_again
from .ways import is_entry, is_open, next_gate


class Readable:
    """Refuses signs that no database keeps: nobody types a NUL, and PostgreSQL fails on it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Asked after the check of forms, which has read what was posted."""
        if is_desk(request.path_info) and has_nul(request):
            return render(request, "entry/unreadable.html", status=400)
        return None


def has_nul(request) -> bool:
    given = [
        text
        for values in (request.GET, request.POST)
        for name, found in values.lists()
        for text in (name, *found)
    ]
    return any("\0" in text for text in (request.path_info, *given))


def gates(get_response):
    def middleware(request):
        answer = stopped(request) if is_desk(request.path_info) else None
        return answer or get_response(request)

    return middleware


def stopped(request):
    """The answer that leads REQUEST where it must go first, or None."""
    if not request.user.is_authenticated:
        was_in = settings.SESSION_COOKIE_NAME in request.COOKIES
        return after_end(request) if was_in or request.method == "POST" else None
    if sessions.is_over(request):
        writer = request.user.pk
        record(verb=AuditAction.LOGGED_OUT, by=request.user, about=request.user, detail="到期")
        logout(request)
        return after_end(request, writer)
    sessions.touch(request)
    return at_gate(request)


def after_end(request, writer=None):
    """A session has ended: the login says so, and brings WRITER back what was typed."""
    if is_open(request):
        return None
    form = None if is_entry(request) else unsaved.posted(request, writer)
    if form:
        return sign_in_again(request, form)
    query = {"ended": 1}
    if request.method == "GET" and not is_entry(request):
        query["next"] = request.get_full_path()
    return redirect(f"{reverse('admin:login')}?{urlencode(query)}")


def at_gate(request):
    gate = next_gate(request)
    always = {reverse("admin:logout"), reverse("admin:jsi18n")}
    if gate is None or request.path.startswith(gate) or request.path in always:
        return None
    if is_entry(request):
        return redirect(gate)
    unsaved.keep_unsaved(request, unsaved.posted(request))
    back = request.get_full_path() if request.method == "GET" else reverse("admin:index")
    return redirect_to_login(back, gate)
