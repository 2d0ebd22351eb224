from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from awareness.delivery.pages import render_page
from awareness.lib.text.lines import split_lines
from awareness.publishing.past_pages import gone
from awareness.translation.rows import InLanguage, readings

from .models import Audience, Rhyme, Rule, ScamType, Slogan, Term, Trait, channel_names
from .reading import explain_cues, live_types


@require_safe
def scams(request):
    return render_page(request, "guide/scams.html", {"types": readings(ScamType.objects.live())})


@require_safe
def scam(request, slug):
    rows = ScamType.objects.live().prefetch_related("traits", "audiences", "related_types")
    row = rows.filter(slug=slug).first()
    if row is None:
        return gone(request, ScamType, slug)
    text = InLanguage(row)
    messages, cues = explain_cues(
        text.typical_phrases, text.phrase_cues, row.traits.all(), text.language
    )
    return render_page(
        request,
        "guide/scam.html",
        {
            "scam_type": row,
            "text": text,
            "messages": messages,
            "cues": cues,
            "channels": channel_names(row.channels),
            "traits": readings(row.traits.all()),
            "audiences": readings(row.audiences.all()),
            "related": live_types(row.related_types.all()),
        },
    )


@require_safe
def audiences(request):
    return render_page(
        request, "guide/audiences.html", {"audiences": readings(Audience.objects.all())}
    )


@require_safe
def audience(request, slug):
    row = get_object_or_404(Audience, slug=slug)
    targets = ScamType.objects.live().filter(audiencetarget__audience=row)
    return render_page(
        request,
        "guide/audience.html",
        {"text": InLanguage(row), "types": readings(targets.order_by("audiencetarget__order"))},
    )


@require_safe
def glossary(request):
    terms = Term.objects.prefetch_related("related_types")
    return render_page(
        request,
        "guide/glossary.html",
        {"terms": [(InLanguage(term), live_types(term.related_types.all())) for term in terms]},
    )


@require_safe
def rules(request):
    rhyme = Rhyme.objects.first()
    verses = []
    if rhyme:
        verses = zip(split_lines(rhyme.verses_zh_hans), split_lines(rhyme.verses), strict=False)
    return render_page(
        request,
        "guide/rules.html",
        {
            "rules": readings(Rule.objects.all()),
            "traits": readings(Trait.objects.all()),
            "slogans": list(Slogan.objects.all()),
            "rhyme": rhyme,
            "verses": list(verses),
        },
    )
