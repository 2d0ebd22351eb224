"""What stood on top of a printed sheet, so that whoever holds one can compare."""

from django.db.models import Model
from django.utils import translation
from django.utils.translation import gettext as _

from awareness.delivery.languages import HTML_CODES
from awareness.sheets.code import Issue
from awareness.sheets.family import family_words
from awareness.sheets.subjects import Shape, SubjectKind
from awareness.translation.rows import InLanguage

FIELDS = {
    SubjectKind.SCAM: "headline",
    SubjectKind.CASE: "page_title",
    SubjectKind.WARNING: "title",
    SubjectKind.SITUATION: "title",
    SubjectKind.AUDIENCE: "page_title",
    SubjectKind.QUIZ: "title",
}
Titles = tuple[tuple[str, str], ...]  # (words with ｜ where they break, their `lang`)


def titles(issue: Issue, kind: SubjectKind, row: Model | None) -> Titles:
    """The title of the front, then of the back if that is in another language. None of a page
    whose row is gone."""
    found = {}
    for language in filter(None, (issue.language, issue.second)):
        with translation.override(language):
            title, written_in = _title(issue.form, kind, row)
        if title:
            found.setdefault(title, HTML_CODES[written_in or language])
    return tuple(found.items())


def _title(form: Shape, kind: SubjectKind, row: Model | None) -> tuple[str, str]:
    if kind not in FIELDS:
        short = _poster(kind, None) if form == Shape.POSTER else ""
        return short or {
            SubjectKind.FAMILY: family_words().title,
            SubjectKind.RULES: _("三不一要"),
        }[kind], ""
    if row is None:
        return "", ""
    text = InLanguage(row)
    short = _poster(kind, text) if form == Shape.POSTER else ""
    return short or getattr(text, FIELDS[kind]), text.language


def _poster(kind: SubjectKind, text: InLanguage | None) -> str:
    """The few words that a poster has instead of the title."""
    if kind in {SubjectKind.SCAM, SubjectKind.SITUATION}:
        return text.poster
    said = {
        SubjectKind.QUIZ: _("扫一扫，｜做几道题"),
        SubjectKind.RULES: _("不轻信，不泄露，｜不转账，要报案"),
    }
    return said.get(kind, "")
