from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from awareness.delivery.pages import render_page
from awareness.publishing.past_pages import gone
from awareness.translation.rows import InLanguage, readings

from .models import Section, Situation
from .saying import SpokenStep, spoken_steps
from .worksheet import AFTER, BEFORE, boxes

POLICE = "110"
FIRST = "transferred"  # money has just gone: what most people who open the page need


def shared_sections():
    """The shared parts in the page's language, by slug."""
    return {row.slug: InLanguage(row) for row in Section.objects.live()}


@require_safe
def emergency(request):
    situations = list(Situation.objects.live().prefetch_related("steps"))
    first = next((row for row in situations if row.slug == FIRST), None)
    return render_page(
        request,
        "emergency/emergency.html",
        {
            "situations": readings(situations),
            "steps": spoken_steps(first, get_language())[:3] if first else [],
            "sections": shared_sections(),
        },
    )


@require_safe
def situation(request, slug):
    rows = list(Situation.objects.live().prefetch_related("steps"))
    row = next((one for one in rows if one.slug == slug), None)
    if row is None:
        return gone(request, Situation, slug)
    text = InLanguage(row)
    steps = spoken_steps(row, text.language)
    return render_page(
        request,
        "emergency/situation.html",
        {
            "text": text,
            "steps": steps,
            "when_to_call": when_to_call(steps),
            "others": readings(other for other in rows if other.pk != row.pk),
            "sections": shared_sections(),
        },
    )


def when_to_call(steps: list[SpokenStep]) -> str:
    """What stands over the button that dials the police: the short sentence of the step that says
    so; '' where that is one of the first two, just below the button."""
    dialling = next((spoken for spoken in steps if spoken.dial == POLICE), None)
    return dialling.step.short if dialling and dialling not in steps[:2] else ""


@require_safe
def after(request):
    return render_page(request, "emergency/after.html", {"sections": shared_sections()})


@require_safe
def worksheet(request):
    language = get_language()
    return render_page(
        request,
        "emergency/worksheet.html",
        {
            "sections": shared_sections(),
            "before": boxes(BEFORE, language),
            "after": boxes(AFTER, language),
        },
    )
