"""`<page>leaflet/`: the sheet of a page, to be seen, printed, or taken as a PDF."""

from functools import wraps
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from awareness.delivery.addresses import ADDRESSES
from awareness.delivery.pages import render_page
from awareness.lib.text.phrase_breaks import without_breaks
from awareness.pdf.views import Wanted, pdf_response
from awareness.publishing.models import Publishable
from awareness.publishing.past_pages import gone

from .combined import FORMS as SEVERAL
from .options import SheetOptions, asked_in
from .request import MOST as MOST_TOGETHER
from .request import TOGETHER
from .sheet import sheet_context
from .subjects import MODELS, Shape, Subject, SubjectKind, by_key, find_subject

FOR_PAPER = (
    "@media print,(min-width:60rem)",
    "@media print",
)  # a PDF's maker knows only the latter
PAST_PAGES = {
    kind
    for kind, model in MODELS.items()
    if issubclass(model, Publishable) and kind != SubjectKind.QUIZ
}
PICTURED = {kind for kind in SubjectKind if f"{kind}-picture" in ADDRESSES}


def explained_if_gone(view):
    """VIEW of a text's sheet; where the text is not public any more, what became of it."""

    @wraps(view)
    def explained(request, kind: SubjectKind, slug: str | None = None) -> HttpResponse:
        try:
            return view(request, kind, slug)
        except Http404:
            if kind in PAST_PAGES:
                return gone(request, MODELS[kind], slug)
            raise

    return explained


@require_safe
@explained_if_gone
def leaflet(request, kind: SubjectKind, slug: str | None = None) -> HttpResponse:
    subject = find_subject(kind, slug)
    return render_sheet(request, [subject], subject.path)


@csrf_exempt  # no session and no cookie: there is nothing to forge in the reader's name
@require_http_methods(["GET", "HEAD", "POST"])
@explained_if_gone
def leaflet_pdf(request, kind: SubjectKind, slug: str | None = None) -> HttpResponse:
    subject = find_subject(kind, slug)
    return as_pdf(request, [subject], subject.path)


@require_safe
def combined_page(request) -> HttpResponse:
    """Up to three pages on one sheet: `?page=<key>` for each."""
    return render_sheet(request, chosen_subjects(request), "")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def combined_pdf(request) -> HttpResponse:
    return as_pdf(request, chosen_subjects(request), "")


@require_safe
def first_steps(request) -> HttpResponse:
    """The first steps as a whole have the sheet of their most pressing situation."""
    asked = request.META["QUERY_STRING"]
    path = find_subject(SubjectKind.SITUATION, "transferred").path + "leaflet/"
    return redirect(f"{path}?{asked}" if asked else path)


def chosen_subjects(request) -> list[Subject]:
    keys = list(dict.fromkeys(request.GET.getlist("page")))
    if not 1 <= len(keys) <= MOST_TOGETHER:
        raise Http404
    subjects = [by_key(key) for key in keys]
    if len(subjects) > 1 and any(one.kind not in TOGETHER for one in subjects):
        raise Http404
    return subjects


def render_sheet(request, subjects: list[Subject], path: str) -> HttpResponse:
    asked = asked_for(request, subjects)
    context = sheet_context(subjects, asked)
    kept = kept_by(asked, subjects, path)
    context |= {
        "path": path,
        "pdf_path": with_query(f"{request.path}pdf/", kept),
        "again": query(kept),
        "picture": f"{path}leaflet/picture/" if subjects[0].kind in PICTURED and path else "",
        "hint": hint(asked),
        "shapes": shapes(asked, kept),
        "remarks": asked.remarks,
    }
    return render_page(request, "sheets/sheet.html", context, kept=kept)


def asked_for(request, subjects: list[Subject]) -> SheetOptions:
    several = len(subjects) > 1
    return asked_in(request.GET, subjects[0].office, several)


def kept_by(asked: SheetOptions, subjects: list[Subject], path: str) -> dict:
    """The query that leads to this sheet again; without PATH, a page of its own, it names the pages."""
    pages = [] if path else [subject.key for subject in subjects]
    return {"page": pages} | asked.kept(subjects[0].office)


def query(kept: dict) -> str:
    return urlencode({key: value for key, value in kept.items() if value}, doseq=True)


def with_query(path: str, kept: dict) -> str:
    asked = query(kept)
    return f"{path}?{asked}" if asked else path


def as_pdf(request, subjects: list[Subject], path: str) -> HttpResponse:
    asked = asked_for(request, subjects)
    context = sheet_context(subjects, asked)
    html = render_to_string("sheets/sheet.html", context | {"pdf": True}, request)
    wanted = Wanted.of(html.replace(*FOR_PAPER), name(context, asked))
    kept = kept_by(asked, subjects, path)
    words = {
        "title": context["title"],
        "foreign": context["foreign"],
        "shape": shape_names()[asked.form],
        "again": with_query(request.path, kept),
        "back": with_query(request.path.removesuffix("pdf/"), kept),
    }
    return pdf_response(request, wanted, words, kept)


def name(context: dict, asked: SheetOptions) -> str:
    """The file's name as a print shop sees it."""
    return f"{without_breaks(context['title'])}-{shape_names()[asked.form]}"


def hint(asked: SheetOptions) -> str:
    """How to print what has two sides."""
    if asked.form == Shape.TRIFOLD:
        return _("双面打印，沿短边翻转，折两下。")
    return _("双面打印。") if asked.second or asked.form == Shape.LARGE else ""


def shape_names() -> dict[Shape, str]:
    return {
        Shape.A4: _("A4一张"),
        Shape.LARGE: _("大字A4两张"),
        Shape.TRIFOLD: _("三折页"),
        Shape.POSTER: _("A3海报"),
        Shape.COUNTER: _("柜台卡A5"),
    }


def shapes(asked: SheetOptions, kept: dict) -> list[dict]:
    """The other shapes of the same sheet."""
    possible = SEVERAL if len(kept["page"]) > 1 else Shape
    return [
        {
            "name": label,
            "query": query(kept | {"format": form.slug, "second": ""}),
            "current": form == asked.form,
        }
        for form, label in shape_names().items()
        if form in possible
    ]
