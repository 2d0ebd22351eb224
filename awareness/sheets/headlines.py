"""What stands on top of a sheet: one source for the sheet, and for the page of its code, where
whoever holds one compares."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from awareness.translation.rows import InLanguage

from .family import family_words
from .subjects import SubjectKind

TITLES = {
    SubjectKind.SCAM: "headline",
    SubjectKind.CASE: "page_title",
    SubjectKind.WARNING: "title",
    SubjectKind.SITUATION: "title",
    SubjectKind.AUDIENCE: "page_title",
    SubjectKind.QUIZ: "title",
}  # the field of each kind that has a row


@dataclass(frozen=True)
class SheetHeadline:
    """TITLE of a sheet, and the few words for a POSTER instead, '' where the title serves; ｜ where they
    may break."""

    title: str
    poster: str = ""


def headline(kind: SubjectKind, text: InLanguage | None = None) -> SheetHeadline:
    """In the active language; TEXT is the row of a KIND that has one."""
    if kind == SubjectKind.FAMILY:
        return SheetHeadline(family_words().title)
    if kind == SubjectKind.RULES:
        return SheetHeadline(_("三不一要"), _("不轻信，不泄露，｜不转账，要报案"))
    title = getattr(text, TITLES[kind])
    if kind == SubjectKind.QUIZ:
        return SheetHeadline(title, _("扫一扫，｜做几道题"))
    own = kind in {SubjectKind.SCAM, SubjectKind.SITUATION}
    return SheetHeadline(title, text.poster if own else "")
