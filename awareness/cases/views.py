from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from awareness.delivery.pages import page
from awareness.guide.models import ScamType, Trait, channel_names
from awareness.guide.reading import marked
from awareness.office.models import District
from awareness.publishing.languages import Reading, readings

from .models import Case, Outcome, Warning

PER_PAGE = 20


def cases(request):
    types = list(ScamType.objects.live())
    kind = chosen(types, request.GET.get("type"))
    outcome = request.GET.get("outcome")
    rows = Case.objects.live().select_related("scam_type")
    if kind:
        rows = rows.filter(Q(scam_type=kind) | Q(related_types=kind)).distinct()
    if outcome in Outcome.values:
        rows = rows.filter(outcome=outcome)
    return page(
        request,
        "cases/cases.html",
        {
            "rows": numbered_page(request, rows),
            "types": readings(types),
            "kind": kind,
            "outcomes": Outcome.choices,
            "outcome": outcome if outcome in Outcome.values else "",
        },
    )


def case(request, slug):
    rows = Case.objects.live().select_related("scam_type").prefetch_related("related_types")
    row = get_object_or_404(rows, slug=slug)
    return page(
        request,
        "cases/case.html",
        {
            "text": Reading(row),
            "kind": Reading(row.scam_type),
            "related": readings(row.related_types.all()),
            "channels": channel_names(row.channels),
        },
    )


def warnings(request, district=None):
    place = get_object_or_404(District, slug=district) if district else None
    types = list(ScamType.objects.live())
    kind = chosen(types, request.GET.get("type"))
    rows = Warning.objects.live().newest_first()
    if place:  # a street also hears what concerns its whole district
        rows = rows.filter(
            Q(district=place) | Q(district=place.parent_id) | Q(district__parent=place)
        )
    if kind:
        rows = rows.filter(scam_type=kind)
    return page(
        request,
        "cases/warnings.html",
        {
            "rows": numbered_page(request, rows),
            "place": Reading(place) if place else None,
            "districts": readings(District.objects.all()),
            "types": readings(types),
            "kind": kind,
        },
    )


def warning(request, slug):
    row = Warning.objects.live().newest_first().filter(slug=slug).first()
    if row is None:
        return not_any_more(request, slug)
    text = Reading(row)
    messages, cues = marked(text.phrases, text.cues, Trait.objects.all(), text.language)
    return page(
        request,
        "cases/warning.html",
        {
            "text": text,
            "messages": messages,
            "cues": cues,
            "place": Reading(row.district),
            "kind": Reading(row.scam_type) if row.scam_type else None,
            "issuer": Reading(row.office) if row.office else None,
        },
    )


def not_any_more(request, slug):
    """A warning that was withdrawn (its reason stays visible) or has run out."""
    row = Warning.objects.once_public().select_related("scam_type").filter(slug=slug).first()
    if row is None:
        raise Http404
    return page(
        request,
        "cases/past_warning.html",
        {"text": Reading(row), "kind": Reading(row.scam_type) if row.scam_type else None},
        status=200 if row.withdrawn_at else 410,
    )


def chosen(rows, slug):
    """The row of ROWS that the query names; an unknown one is as none."""
    return next((row for row in rows if row.slug == slug), None)


def numbered_page(request, rows):
    """The page of ROWS that `?page=` asks for; 404 if there is none."""
    try:
        found = Paginator(rows, PER_PAGE).page(request.GET.get("page", 1))
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404 from error
    found.object_list = readings(found.object_list)
    return found
