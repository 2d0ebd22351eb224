"""How a public page is made: rendered once, plain, carrying the reader's choice of type size."""

import re
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlencode

from django.shortcuts import render
from django.utils.html import escape

from awareness.lib.text.links import carry_size, without_own

_EMPTY_LINES = re.compile(r"\n\s*\n")  # left by template tags; every byte is sent to a phone

# Who knows until when what is public stays as it is (publishing/changes.py).
TRUE_UNTIL: list[Callable[[], datetime]] = []


def kept_query(request, **extra) -> str:
    """The part of the query that makes this page another (its view names it, below), and EXTRA."""
    query = urlencode(getattr(request, "kept_query", {}) | extra, doseq=True)
    return f"?{query}" if query else ""


def render_page(request, template, context=None, status=200, kept=None):
    """Render a public page. `?size=large` gives 大字版 and stays on every link of the page.

    KEPT holds the query values, understood by the view, that make this page another; no other
    value ever shows in it. The response says as `true_until` until when it is as it would be made
    anew, if nothing is announced meanwhile.
    """
    request.kept_query = {key: value for key, value in (kept or {}).items() if value}
    large = request.GET.get("size") == "large"
    own = escape(request.path + kept_query(request))
    response = render(request, template, {**(context or {}), "large": large}, status=status)
    html = _EMPTY_LINES.sub("\n", response.content.decode())
    html = without_own(html, own)
    response.content = carry_size(html) if large else html
    response.true_until = min((known() for known in TRUE_UNTIL), default=None)
    return response


def with_size(request, address: str) -> str:
    """ADDRESS, in the size of type that the reader has chosen for the screen."""
    if request.GET.get("size") != "large":
        return address
    return f"{address}{'&' if '?' in address else '?'}size=large"
