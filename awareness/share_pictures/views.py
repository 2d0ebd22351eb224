"""`<page>leaflet/picture.png`, and `<page>leaflet/picture/` from which a phone saves and sends it."""

import re

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from awareness.delivery.languages import ENGLISH, HTML_CODES, SOURCE
from awareness.delivery.pages import render_page
from awareness.guide.models import Rule
from awareness.lib.cards.card import Card, is_english
from awareness.lib.cards.layout import fit_card
from awareness.lib.cards.text import SIZE
from awareness.lib.text.width import em_width
from awareness.office import notices
from awareness.office.models import Office
from awareness.pictures import cards
from awareness.publishing.past_pages import gone
from awareness.sheets.subjects import MODELS, SubjectKind, find_subject

from .cards import card_of, card_of_rule, card_of_site

LONGEST_TITLE = 20  # em, as everywhere
_CLAUSE = re.compile(r"(?<=[，。？！：；])|(?<=[,?!:;])\s+")


@require_safe
def share_picture(request, kind: SubjectKind, slug: str | None = None) -> HttpResponse:
    """A text that was withdrawn or has run out has no picture any more: 410."""
    try:
        subject = find_subject(kind, slug)
    except Http404:
        answer = gone(request, MODELS[kind], slug)
        answer.status_code = 410
        return answer
    return cards.card_response(card_of(subject, office_of_picture(request)))


@require_safe
def picture_page(request, kind: SubjectKind, slug: str | None = None) -> HttpResponse:
    try:
        subject = find_subject(kind, slug)
    except Http404:
        return gone(request, MODELS[kind], slug)
    card = card_of(subject, office_of_picture(request))
    return render_picture_page(request, card, subject.path, f"{subject.path}leaflet/picture.png")


@require_safe
def rule_picture(request, slug: str) -> HttpResponse:
    rule = get_object_or_404(Rule, slug=slug)
    return cards.card_response(card_of_rule(rule, office_of_picture(request)))


@require_safe
def rule_picture_page(request, slug: str) -> HttpResponse:
    rule = get_object_or_404(Rule, slug=slug)
    card = card_of_rule(rule, office_of_picture(request))
    return render_picture_page(request, card, reverse("rules"), reverse("rule-card", args=[slug]))


@require_safe
def site_picture(request) -> HttpResponse:
    return cards.card_response(card_of_site())


def office_of_picture(request) -> Office | None:
    """The office that `?office=` names; an unknown one is as none."""
    slug = request.GET.get("office")
    return next((one for one in notices.current().offices if one.slug == slug), None)


def render_picture_page(request, card: Card, path: str, file: str) -> HttpResponse:
    """The page of a picture: PATH is what it is about, FILE its own address."""
    office = office_of_picture(request)
    chinese = get_language() == ENGLISH and not is_english("".join(card.phrases))
    said = [*fit_card(card).said()]
    missed = request.GET.get("office") and not office
    context = {
        "remark": _("没有找到这个单位，图上写的是本站的单位。") if missed else "",
        "said": said,
        "short": share_title("".join(card.phrases)),
        "path": path,
        "file": f"{file}?office={office.slug}" if office else file,
        "width": SIZE[0],
        "height": SIZE[1],
        "foreign": HTML_CODES[SOURCE] if chinese else "",
    }
    kept = {"office": office.slug if office else ""}
    return render_page(request, "share_pictures/picture.html", context, kept=kept)


def share_title(title: str) -> str:
    """The page's title in the browser and in WeChat: as many clauses of TITLE as there is room for."""
    parts = _CLAUSE.split(title)
    for end in range(len(parts), 0, -1):
        between = " " if is_english(title) else ""
        said = _("图：%(title)s") % {"title": between.join(parts[:end]).rstrip("，,：:；;")}
        if em_width(said) <= LONGEST_TITLE:
            return said
    while em_width(said) > LONGEST_TITLE - 1:
        said = said[:-1]
    return f"{said.rstrip()}…"
