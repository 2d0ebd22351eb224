"""The pictures to send on: what each says of its page, in the active language."""

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from awareness.guide.models import Rule
from awareness.lib.cards.card import Card, CardLine, is_english
from awareness.lib.text.lines import sentences
from awareness.lib.text.phrase_breaks import title_parts
from awareness.office import notices
from awareness.office.models import Office
from awareness.pictures import cards
from awareness.sheets.sheet_text import Lines, Words, usual_verbs
from awareness.sheets.sources import sheet_words
from awareness.sheets.subjects import Subject, SubjectKind, find_subject
from awareness.translation.rows import InLanguage

KINDS = {
    SubjectKind.SCAM,
    SubjectKind.CASE,
    SubjectKind.WARNING,
    SubjectKind.SITUATION,
    SubjectKind.FAMILY,
}  # that have a picture
LESSONS = STEPS = 3
FURTHER_DOWN = ("下面", " below")


def card_of(subject: Subject, office: Office | None = None) -> Card:
    """The picture of SUBJECT for OFFICE, or for the one that publishes the page."""
    said = sheet_words(subject)
    return Card(
        phrases=tuple(title_parts(said.title)),
        answer=tuple(sentences(said.answer)),
        lines=_LINES[subject.kind](said),
        imprint=cards.card_imprint(office or subject.office, target(subject), _dates(subject)),
        place=said.place,
        note=said.notes[0] if said.notes else "",
        sample="".join(piece.text for piece in said.samples[0]) if said.samples else "",
        ribbon=_("骗局示例"),
        pressing=subject.kind == SubjectKind.SITUATION,
    )


def card_of_rule(rule: Rule, office: Office | None = None) -> Card:
    """One of 三不一要."""
    subject, text = find_subject(SubjectKind.RULES), InLanguage(rule)
    return Card(
        phrases=(text.name,),
        answer=tuple(sentences(text.plain)),
        lines=_verbs(usual_verbs()),
        imprint=cards.card_imprint(office or subject.office, target(subject), _dates(subject)),
        place=_("三不一要"),
    )


def card_of_site() -> Card:
    """For pages that have no picture of their own."""
    return Card(
        phrases=tuple(title_parts(_("碰上怪事，｜先停一停"))),
        answer=(),
        lines=_verbs(usual_verbs()),
        imprint=cards.card_imprint(notices.current().office, settings.SITE_URL + reverse("home")),
    )


def target(subject: Subject) -> str:
    """The whole address that the code on the picture of SUBJECT leads to."""
    return settings.SITE_URL + subject.path


def _dates(subject: Subject) -> Lines:
    issued = _("发布：%(date)s") % {"date": date_format(subject.issued_on)}
    if subject.kind != SubjectKind.WARNING or not subject.row.ends_at:
        return (issued,)
    return issued, _("有效至：%(date)s") % {"date": date_format(subject.good_until)}


def _verbs(said: tuple[Lines, ...]) -> tuple[CardLine, ...]:
    names = [""] * 3
    if is_english("".join(line for lines in said for line in lines)):
        names = [pgettext("一个字", name) for name in ("停", "查", "报")]
    signed = zip(cards.drawn_signs(), said, names, strict=True)
    return tuple(CardLine(sign, lines, name=name) for sign, lines, name in signed)


def _of_scam(said: Words) -> tuple[CardLine, ...]:
    return _verbs(said.verbs)


def _of_warning(said: Words) -> tuple[CardLine, ...]:
    happened = CardLine("", said.told.lines, short=said.told.title)
    return (happened,) if said.told else ()


def _of_case(said: Words) -> tuple[CardLine, ...]:
    return tuple(
        CardLine(str(place), tuple(sentences(lesson)))
        for place, lesson in enumerate(said.do.lines[:LESSONS], 1)
    )


def _of_situation(said: Words) -> tuple[CardLine, ...]:
    return tuple(
        CardLine(str(place), tuple(filter(_stands_alone, step.more)), short=step.short)
        for place, step in enumerate(said.steps[:STEPS], 1)
    )


def _stands_alone(sentence: str) -> bool:
    """Whether it does not point to something further down on the page."""
    return not any(word in sentence for word in FURTHER_DOWN)


def _of_family(said: Words) -> tuple[CardLine, ...]:
    return tuple(
        CardLine(str(place), tuple(sentences(step.short)))
        for place, step in enumerate(said.steps, 1)
    )


_LINES = {
    SubjectKind.SCAM: _of_scam,
    SubjectKind.WARNING: _of_warning,
    SubjectKind.CASE: _of_case,
    SubjectKind.SITUATION: _of_situation,
    SubjectKind.FAMILY: _of_family,
}
