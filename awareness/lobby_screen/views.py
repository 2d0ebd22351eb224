"""The screen itself, without and with scripts, and its words for strips of lights."""

from functools import cache

import rjsmin
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from awareness.delivery.pages import render_page
from awareness.office import notices
from awareness.translation.rows import InLanguage, readings

from .deck import called, deck
from .strips import strips

SECONDS = 12  # a slide without scripts; with them screen.js says so


class UnknownOffice(Exception):
    pass


def office_of_screen(request):
    """The office that `?office=` names, the main one without it, or UnknownOffice."""
    slug = request.GET.get("office", "")
    if not slug:
        return notices.current().office
    found = [office for office in notices.current().offices if office.slug == slug]
    if not found:
        raise UnknownOffice
    return found[0]


@require_safe
def screen(request):
    """All slides, or with `?slide=` the one of that number alone; after the last comes the first."""
    try:
        office = office_of_screen(request)
    except UnknownOffice:
        return which_office(request)
    slides, number = deck(office), wanted_slide(request)
    if number:
        now = timezone.now()
        shown = [slide for slide in slides if slide.is_shown(now)]
        place = (number - 1) % len(shown)
        slides, number = shown[place : place + 1], place + 1
    response = render_page(
        request, "lobby_screen/screen.html", screen_context(request, office, slides, number)
    )
    response.worker_from = "'self'"
    return response


def screen_context(request, office, slides, number):
    query = f"&office={office.slug}" if "office" in request.GET else ""
    return {
        "slides": slides,
        "alone": bool(number),
        "next": f"{request.path}?slide={(number or 1) + 1}{query}",
        "seconds": SECONDS,
        "place": InLanguage(office) if office else None,
        "lines": [(called(line), line.number) for line in notices.strip()],
    }


def wanted_slide(request) -> int:
    """The number in `?slide=`; 0 if there is none that can be read."""
    asked = request.GET.get("slide", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 0


def which_office(request):
    offices = readings(notices.current().offices)
    return render_page(request, "lobby_screen/which_office.html", {"offices": offices}, status=404)


@require_safe
def strip_lines(request):
    """Lines for strips of lights to copy, and how a screen is set up."""
    try:
        office = office_of_screen(request)
    except UnknownOffice:
        return which_office(request)
    kept = {"office": request.GET.get("office", "")}
    query = f"?office={kept['office']}" if kept["office"] else ""
    values = {
        "strips": strips(office),
        "address": reverse("screen") + query,
        "query": query,
        "offices": readings(notices.current().offices),
    }
    return render_page(request, "lobby_screen/lines.html", values, kept=kept)


@require_safe
def plain_lines(request):
    """The same lines as text, one a line."""
    try:
        said, status = strips(office_of_screen(request)), 200
    except UnknownOffice:
        said, status = [_("没有这个单位。请从大厅屏的页面上选。"), reverse("screen-lines")], 404
    body = "".join(f"{line}\n" for line in said)
    return HttpResponse(body, content_type="text/plain; charset=utf-8", status=status)


@require_safe
def worker(request):
    """The service worker by which a screen comes up again without network."""
    return HttpResponse(worker_script(), content_type="text/javascript; charset=utf-8")


@cache
def worker_script() -> str:
    path = settings.BASE_DIR / "static" / "js" / "screen-worker.js"
    return rjsmin.jsmin(path.read_text("utf-8"))
