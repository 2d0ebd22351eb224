"""All the slides of a lobby screen, in order: urgent warnings first and again after every third
slide, then the other warnings, the question of the day, slogans and posters."""

import re
from itertools import chain, zip_longest

from django.db.models import Case, Q, When
from django.utils import timezone
from django.utils.translation import gettext as _

from awareness.cases.models import Warning
from awareness.guide.models import ScamType, Slogan
from awareness.office import notices
from awareness.office.models import District, Office
from awareness.translation.rows import InLanguage, readings

from .questions import questions_of_the_week
from .slides import Slide, SlideKind

MOST_URGENT, MOST_OTHERS = 3, 6  # warnings; more would keep people waiting for what is first
BETWEEN = 3  # slides from one urgent warning to the next
LOBBY = "lobby"  # in a slogan's uses


def deck(office: Office | None) -> list[Slide]:
    """The slides for OFFICE's screen, in the active language. Never empty."""
    asked = tuple(chain.from_iterable(questions_of_the_week(timezone.localdate())))
    groups = [(slide,) for slide in other_warnings(office)] + [asked] * bool(asked)
    always = slogan_slides() or [Slide(SlideKind.SLOGAN, _("先停一停，｜再问一问"))]
    groups += [(slide,) for slide in always]
    frame = frame_words(office)
    phone = office.shown_phone if office else ""
    slides = with_urgent(urgent_ones(office), groups)
    return [slide.with_phone(phone, frame) for slide in slides]


def with_urgent(urgent: list[Slide], groups: list[tuple[Slide, ...]]) -> list[Slide]:
    """All slides of GROUPS, which stay together, with URGENT in turn before them and between."""
    if not urgent:
        return list(chain.from_iterable(groups))
    now = timezone.now()
    slides, since, turn = [], BETWEEN, 0
    for group in groups:
        shown = sum(slide.is_shown(now) for slide in group)
        if since + shown > BETWEEN:
            slides.append(urgent[turn % len(urgent)])
            since, turn = 0, turn + 1
        slides += group
        since += shown
    return slides


def frame_words(office: Office | None) -> str:
    """What stands on every slide: the two hotlines and the office."""
    lines = "".join(called(line) + line.number for line in notices.strip())
    return lines + (InLanguage(office).name if office else "")


def called(line: InLanguage) -> str:
    """When to dial LINE, in a word or two: its label up to the first mark."""
    return re.split(r"(?<=[？?])|[，,]", line.label)[0].strip()


def slogan_slides() -> list[Slide]:
    """Slogans for lobbies and the posters of the types, taking turns."""
    chosen = [row for row in Slogan.objects.all() if LOBBY in row.uses.split()]
    said = [(text, text.text) for text in readings(chosen)]
    posters = [(text, text.poster) for text in readings(ScamType.objects.live())]
    mixed = [pair for pair in chain.from_iterable(zip_longest(posters, said)) if pair]
    slides = [
        Slide(SlideKind.SLOGAN, figures(words, text), foreign=text.foreign) for text, words in mixed
    ]
    return [slide for slide in slides if not slide.blank]


def figures(words: str, text: InLanguage) -> str:
    """WORDS with each hotline in figures, as people dial it, not as it is spoken."""
    for line in notices.current().hotlines:
        words = words.replace(InLanguage(line, text.language).spoken or line.number, line.number)
    return words


def urgent_ones(office: Office | None) -> list[Slide]:
    rows = nearest_first(office).filter(urgent=True)[:MOST_URGENT]
    return warning_slides(rows, SlideKind.URGENT)


def other_warnings(office: Office | None) -> list[Slide]:
    rows = nearest_first(office).filter(urgent=False)[:MOST_OTHERS]
    return warning_slides(rows, SlideKind.WARNING)


def nearest_first(office: Office | None):
    """Live warnings: those of OFFICE's district, the one it belongs to and its parts, then others."""
    place = office.district_id if office else None
    above = District.objects.filter(pk=place, parent__isnull=False).values("parent")
    near = Q(district=place) | Q(district__parent=place) | Q(district__in=above)
    order = When(near, then=0) if place else When(pk=None, then=0)
    rows = Warning.objects.live().newest_first()
    return rows.order_by(Case(order, default=1), "-starts_at", "-pk")


def warning_slides(rows, kind: SlideKind) -> list[Slide]:
    slides = [warning_slide(row, kind) for row in rows]
    return [slide for slide in slides if not slide.blank]


def warning_slide(row: Warning, kind: SlideKind) -> Slide:
    text = InLanguage(row)
    word = _("紧急") if kind == SlideKind.URGENT else _("提醒")
    notes = [word, text.district.name] + [_("示例")] * row.sample
    return Slide(kind, text.title, tuple(notes), text.foreign, until=row.ends_at)
