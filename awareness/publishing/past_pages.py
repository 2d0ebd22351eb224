"""The address of a text that is not public any more: it may be on paper, so it says what became of it."""

from django.http import Http404

from awareness.delivery.languages import HTML_CODES, SOURCE
from awareness.delivery.pages import render_page
from awareness.translation.rows import InLanguage, column


def gone(request, model, slug):
    """Withdrawn: the reason, which stays visible (200). Run out: that it has (410). Else Http404."""
    row = model.objects.once_public().filter(slug=slug).first()
    if row is None:
        raise Http404
    text = InLanguage(row)
    own = getattr(row, column("withdrawn_reason", text.language), "")
    return render_page(
        request,
        "publishing/past_page.html",
        {"text": text, "reason_lang": "" if own else HTML_CODES[SOURCE]},
        status=200 if row.withdrawn_at else 410,
    )
