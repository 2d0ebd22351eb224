"""An address with text glued to its end (`/warnings/x/，请看`), as chats and documents make links of
it: Chinese needs no space after an address."""

import re

from django.http import HttpResponseRedirect
from django.urls import Resolver404, resolve
from django.utils.translation import override

from awareness.delivery.languages import language_of

OURS = re.compile(r"[A-Za-z0-9/_.+-]*")  # what our own addresses are written with
CONTROL = re.compile(r"[\x00-\x1f\x7f]")  # nobody's text
MARKS = ".,+"  # of these, what may also be a sentence's


def drop_trailing_text(get_response):
    """Lead who asks for such an address to the page that it begins with."""

    def middleware(request):
        if request.method in {"GET", "HEAD"} and (path := page_before(request.path_info)):
            asked = request.META["QUERY_STRING"]
            return HttpResponseRedirect(f"{path}?{asked}" if asked else path)
        return get_response(request)

    return middleware


def page_before(path: str) -> str:
    """The address of a page that PATH begins with, '' where PATH is one itself or begins with none."""
    start = OURS.match(path)[0].rstrip(MARKS)
    if start == path or CONTROL.search(path) or leads_somewhere(path):
        return ""
    with override(language_of(f"{start}/")):
        return next(filter(leads_somewhere, (start, f"{start}/")), "")


def leads_somewhere(path: str) -> bool:
    """Whether a view answers at PATH; the desk's answer to every address it does not know is none."""
    try:
        return bool(resolve(path).url_name)
    except Resolver404:
        return False
