from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from awareness.delivery.pages import render_page
from awareness.guide.models import ScamType, Trait, channel_names
from awareness.guide.reading import explain_cues, live_types
from awareness.office import notices
from awareness.office.models import District
from awareness.publishing.past_pages import gone
from awareness.translation.rows import InLanguage, readings

from .figures import told
from .models import Case, CaseOutcome, Warning

PER_PAGE = 20
ASK = "96110"  # the hotline for who is not sure


@require_safe
def cases(request):
    types = list(ScamType.objects.live())
    kind = chosen_row(types, request.GET.get("type"))
    outcome = request.GET.get("outcome", "")
    outcome = outcome if outcome in CaseOutcome.values else ""
    rows = Case.objects.live().select_related("scam_type")
    if kind:
        rows = rows.filter(Q(scam_type=kind) | Q(related_types=kind)).distinct()
    if outcome:
        rows = rows.filter(outcome=outcome)
    return render_page(
        request,
        "cases/cases.html",
        {
            "rows": numbered_page(request, rows),
            "types": readings(types),
            "kind": InLanguage(kind) if kind else None,
            "outcomes": CaseOutcome.choices,
            "outcome": outcome,
        },
        kept=list_query(request, kind) | {"outcome": outcome},
    )


@require_safe
def case(request, slug):
    rows = Case.objects.live().select_related("scam_type", "picture")
    rows = rows.prefetch_related("related_types")
    row = rows.filter(slug=slug).first()
    if row is None:
        return gone(request, Case, slug)
    text = InLanguage(row)
    return render_page(
        request,
        "cases/case.html",
        {
            "text": text,
            "amount": told(row.amount_yuan, text.amount_note, text.language),
            "types": live_types([row.scam_type, *row.related_types.all()]),
            "channels": channel_names(row.channels),
        },
    )


@require_safe
def warnings(request, district=None):
    place = get_object_or_404(District, slug=district) if district else None
    types = list(ScamType.objects.live())
    kind = chosen_row(types, request.GET.get("type"))
    rows = Warning.objects.live().newest_first()
    if place:  # a street also hears what concerns its whole district
        rows = rows.filter(
            Q(district=place) | Q(district=place.parent_id) | Q(district__parent=place)
        )
    if kind:
        rows = rows.filter(scam_type=kind)
    return render_page(
        request,
        "cases/warnings.html",
        {
            "rows": numbered_page(request, rows),
            "place": InLanguage(place) if place else None,
            "districts": readings(District.objects.all()),
            "types": readings(types),
            "kind": InLanguage(kind) if kind else None,
        },
        kept=list_query(request, kind),
    )


@require_safe
def warning_page(request, slug):
    row = Warning.objects.live().newest_first().select_related("picture").filter(slug=slug).first()
    if row is None:
        return gone(request, Warning, slug)
    text = InLanguage(row)
    messages, cues = explain_cues(text.phrases, text.cues, Trait.objects.all(), text.language)
    return render_page(
        request,
        "cases/warning.html",
        {
            "text": text,
            "messages": messages,
            "cues": cues,
            "place": InLanguage(row.district),
            "types": live_types([row.scam_type]),
            "issuer": InLanguage(row.office) if row.office else None,
            "dial": notices.hotline_named_in(text.raw.do_first) or ASK,
        },
    )


def list_query(request, kind):
    """The query values that make a list another page."""
    number = request.GET.get("page", "")
    return {"type": kind.slug if kind else "", "page": number if number != "1" else ""}


def chosen_row(rows, slug):
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
