"""The frame round every page about one text at the desk, and where one goes on from it."""

from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from awareness.delivery.hosts import site_of

from .badges import badge_kind


def where_to(desk, text, place: str) -> str:
    """Address of the PLACE (of verbs.Asked) where one goes on after TEXT."""
    if place == "text":
        return desk.page_of("change", text.pk)
    return desk.list_page() if place == "list" else reverse("admin:index")


def missing_row(request, desk, key):
    """There is no row KEY of DESK, or no longer."""
    context = {
        **desk.admin_site.each_context(request),
        "opts": desk.opts,
        "title": f"没有这一条{desk.opts.verbose_name}",
        "key": key,
        "list_url": desk.list_page(),
    }
    request.current_app = desk.admin_site.name
    return TemplateResponse(request, "admin/text/missing.html", context, status=404)


def render_text_page(request, desk, row, name, more, status=200):
    """The page NAME about ROW in the desk's frame."""
    context = {
        **desk.admin_site.each_context(request),
        "opts": desk.opts,
        "text": row,
        "now": timezone.now(),
        "site_origin": site_of(request),
        "change_url": desk.page_of("change", row.pk),
        "badge_kind": badge_kind(row) if hasattr(row, "badge") else "",
        **more,
    }
    request.current_app = desk.admin_site.name
    return TemplateResponse(request, f"admin/text/{name}.html", context, status=status)
