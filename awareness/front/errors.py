"""Pages for when something fails: they carry the hotlines and the first steps, and need no database."""

import sys

from django.db import DatabaseError, DataError, IntegrityError, InterfaceError
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation

from awareness.delivery.languages import language_of
from awareness.delivery.middleware import is_desk
from awareness.entry.views import after_stale_token
from awareness.lib.text.links import carry_size

from . import allowed, oversized


def stand_in_page(request, template, status):
    """TEMPLATE in the reader's language; drawn from the last known hotlines if need be."""
    with translation.override(language_of(request.path_info)):
        large = request.GET.get("size") == "large"
        html = render_to_string(f"errors/{template}.html", {"large": large}, request=request)
    return HttpResponse(carry_size(html) if large else html, status=status)


def bad_request(request, exception=None):
    if page := oversized.what_of(exception):
        return sent_too_much(request, page)
    return stand_in_page(request, "400", 400)


def sent_too_much(request, page):
    oversized.drop_rest(request)
    status = oversized.STATUS[page]
    if is_desk(request.path_info):
        return render(request, f"entry/{page}.html", status=status)
    return stand_in_page(request, page, status)


def forbidden(request, exception=None):
    if is_desk(request.path_info):
        who = allowed.who_may(request)
        return render(request, "entry/forbidden.html", {"who": who}, status=403)
    return stand_in_page(request, "403", 403)


def stale_form(request, reason=""):
    answer = after_stale_token(request) if is_desk(request.path_info) else None
    return answer or stand_in_page(request, "403", 403)


def not_found(request, exception=None):
    if is_desk(request.path_info):
        return render(request, "entry/not_found.html", status=404)
    return stand_in_page(request, "404", 404)


def server_error(request):
    """What middleware meets before a view is asked comes here too: a database that is away is not
    a fault of the program."""
    if is_away(sys.exc_info()[1]):
        return maintenance(request)
    return stand_in_page(request, "500", 500)


def is_away(error) -> bool:
    """Whether ERROR says that the database does not answer."""
    ours = isinstance(error, (IntegrityError, DataError))  # a fault of the program
    return isinstance(error, (DatabaseError, InterfaceError)) and not ours


def maintenance(request):
    response = stand_in_page(request, "maintenance", 503)
    response.headers["Retry-After"] = "30"
    return response
