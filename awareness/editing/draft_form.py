"""Editing a text in Django's own form while the public goes on reading the old one."""

from collections.abc import Callable
from contextlib import nullcontext

from django.db import transaction
from django.http import HttpResponse

from awareness.publishing import actions
from awareness.publishing.comparing import changes
from awareness.publishing.models import Publishable
from awareness.publishing.permissions import may_publish
from awareness.publishing.versions import (
    apply_version,
    lay_over,
    rolled_back,
    snapshot,
    versions_of,
)

from .badges import badge_kind
from .badges import public_version_note as beside_words

HELD_UP = "还没有存上：新稿已经定时，要改它，先请审核人取消定时。您写的都在下面。"


def edited(request, text: Publishable, form: Callable[[dict], HttpResponse]) -> HttpResponse:
    """The answer of FORM (which takes more context) with TEXT's draft laid over it: to look at, in
    memory; to save, in a transaction that is taken back.

    Of a text that was ever public the row stays as it is, and what was saved becomes its newest
    draft. Who saves over a version that they have not seen is shown both (409); who saves over
    one that a reviewer has set for its moment keeps what they wrote in the form (409).
    """
    if request.method != "POST":
        if is_beside_public(text) and text.draft:
            request.shown_draft = text.draft.data  # for get_object
            lay_over(text, text.draft.data)
        return form(_context(text))
    with transaction.atomic():
        actions.locked(text)
        request.held_up = _held_up(text, request.user)
        request.newer_version = newer(text, request.POST.get("_version"))
        actions.remember_first(text)
        with rolled_back() if is_beside_public(text) else nullcontext():
            response = _drawn(form, text, _context(text) | _both(request, text))
        if kept := getattr(request, "kept_text", None):
            minor = request.POST.get("minor_change") == "on"
            actions.keep_draft(text=text, data=kept[1], by=request.user, minor=minor)
    if request.newer_version or request.held_up:
        response.status_code = 409
    return response


def _held_up(text, by) -> str:
    """Why BY cannot save TEXT now; '' if they can."""
    return HELD_UP if getattr(text, "due_at", None) and not may_publish(text, by) else ""


def is_beside_public(text) -> bool:
    """Whether what is edited waits beside what is public."""
    return isinstance(text, Publishable) and not text.never_public


def _drawn(form, text, context) -> HttpResponse:
    if is_beside_public(text) and text.draft:
        apply_version(text, text.draft.data)
    response = form(context)
    return response.render() if hasattr(response, "render") else response


def _context(text) -> dict:
    newest = versions_of(text).first()
    kind = badge_kind(text) if isinstance(text, Publishable) else ""
    stays = beside_words(text) if kind else ""
    return {
        "version": newest.number if newest else 0,
        "text": text,
        "badge_kind": kind,
        "stays": stays,
        "newer": None,
    }


def newer(text: Publishable, seen: str | None):
    """The newest version of TEXT if it is not the one whose number SEEN names, else None."""
    newest = versions_of(text).first()
    if seen is None or newest is None or str(newest.number) == seen:
        return None
    return None if seen == "0" and newest.came_along else newest


def number_in(typed: str) -> int:
    """The number of a version that TYPED names; 0, which no version has, if it names none."""
    return int(typed) if typed.isdecimal() and len(typed) < 9 else 0


def _both(request, text) -> dict:
    """What the newer version says differently from what was SEEN, for the form that comes too late."""
    if not request.newer_version:
        return {}
    seen = request.POST["_version"]
    before = versions_of(text).filter(number=number_in(seen)).first()
    after = request.newer_version.data
    theirs = changes(type(text), before.data if before else snapshot(text), after)
    return {"theirs": theirs, "newer": request.newer_version}
