"""What stood on top of a printed sheet, so that whoever holds one can compare."""

from django.db.models import Model
from django.utils import translation

from awareness.delivery.languages import HTML_CODES
from awareness.sheets.code import Issue
from awareness.sheets.headlines import TITLES, headline
from awareness.sheets.subjects import Shape, SubjectKind
from awareness.translation.rows import InLanguage

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
    if kind in TITLES and row is None:
        return "", ""
    text = InLanguage(row) if row else None
    said = headline(kind, text)
    short = said.poster if form == Shape.POSTER else ""
    return short or said.title, text.language if text else ""
