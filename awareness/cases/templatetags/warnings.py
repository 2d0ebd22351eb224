"""Warnings and cases on the pages of lower rooms: the urgent banner, and what belongs to a type."""

from django import template
from django.db.models import Q

from awareness.translation.rows import readings

from ..models import Case, Warning

register = template.Library()
BANNERS = 3
OF_A_TYPE = 5


def _look(context):
    """Live warnings that are urgent or of the page's scam type: one look at the table a page."""
    request = context["request"]
    if not hasattr(request, "live_warnings"):
        wanted = Q(urgent=True)
        if scam_type := context.get("scam_type"):
            wanted |= Q(scam_type=scam_type)
        rows = (
            Warning.objects.live()
            .filter(wanted)
            .newest_first()
            .order_by("-urgent", "-starts_at", "-pk")
        )
        request.live_warnings = readings(rows[: BANNERS + 1 + OF_A_TYPE])
    return request.live_warnings


@register.inclusion_tag("components/urgent.html", takes_context=True)
def urgent_banner(context):
    """The urgent warnings, but for the one whose page this is."""
    here = context["request"].path
    urgent = [row for row in _look(context) if row.urgent and row.get_absolute_url() != here]
    return {"warnings": urgent[:BANNERS]}


@register.simple_tag(takes_context=True)
def warnings_of_type(context):
    scam_type = context["scam_type"]
    return [row for row in _look(context) if row.scam_type_id == scam_type.pk][:OF_A_TYPE]


@register.simple_tag
def cases_of_type(scam_type):
    rows = Case.objects.live().filter(Q(scam_type=scam_type.pk) | Q(related_types=scam_type.pk))
    return readings(rows.distinct().order_by("order")[:OF_A_TYPE])
