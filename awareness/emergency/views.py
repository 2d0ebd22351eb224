from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from awareness.delivery.languages import ENGLISH
from awareness.delivery.pages import page
from awareness.publishing.languages import Reading, readings

from .models import Section, Situation
from .saying import spoken_steps

FIRST = "transferred"  # money has just gone: what most people who open the page need


def sections():
    return {row.slug: Reading(row) for row in Section.objects.all()}


def emergency(request):
    situations = list(Situation.objects.live().prefetch_related("steps"))
    first = next((row for row in situations if row.slug == FIRST), None)
    return page(
        request,
        "emergency/emergency.html",
        {
            "situations": readings(situations),
            "steps": spoken_steps(first, get_language())[:3] if first else [],
            "sections": sections(),
        },
    )


def situation(request, slug):
    rows = list(Situation.objects.live())
    row = get_object_or_404(Situation.objects.live().prefetch_related("steps"), slug=slug)
    text = Reading(row)
    return page(
        request,
        "emergency/situation.html",
        {
            "text": text,
            "steps": spoken_steps(row, text.language),
            "others": readings(other for other in rows if other.pk != row.pk),
            "sections": sections(),
            "in_english": get_language() == ENGLISH,
        },
    )


def after(request):
    return page(request, "emergency/after.html", {"sections": sections()})


def worksheet(request):
    return page(request, "emergency/worksheet.html", {"sections": sections()})
