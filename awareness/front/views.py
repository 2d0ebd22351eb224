from django.http import HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from awareness.cases.models import Warning
from awareness.delivery.languages import HTML_CODES, path_in
from awareness.delivery.pages import render_page
from awareness.guide.models import Rule, ScamType
from awareness.quiz.models import Medium, Question
from awareness.translation.rows import readings

NEWEST = 3


@require_safe
def home(request):
    return render_page(
        request,
        "front/home.html",
        {
            "warnings": readings(Warning.objects.live().newest_first()[:NEWEST]),
            "types": readings(ScamType.objects.live()),
            "rules": readings(Rule.objects.all()),
            "taste": readings(Question.objects.live().filter(medium=Medium.SMS)[:1]),
        },
    )


@require_safe
def about(request):
    return render_page(request, "front/about.html")


@require_safe
def verify_us(request):
    return render_page(request, "front/verify_us.html")


@require_safe
def privacy(request):
    return render_page(request, "front/privacy.html")


@require_safe
def accessibility(request):
    return render_page(request, "front/accessibility.html")


@require_safe
def livez(request):
    """The process answers; nothing else is looked at."""
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


@require_safe
def readyz(request):
    """Ready to serve: the database answers. 503 otherwise."""
    ScamType.objects.live().exists()
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


@require_safe
def favicon(request):
    """For programs that ask without reading the page: its icon is in the page itself."""
    return redirect(static("img/ting.svg"))


# A PDF is made for people; sheets of several pages and orders of a paper's questions have no end.
# (A robot that knows no `*` makes no PDF either: that takes a button.)
NOT_FOR_ROBOTS = [
    "/*leaflet/pdf/",
    "/*/sheet/?form=",
    *(path_in("/leaflets/sheet/", code) for code in HTML_CODES),
]


@require_safe
def robots(request):
    """Everything else may be read; where the desk is, is not said here."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS), ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")
