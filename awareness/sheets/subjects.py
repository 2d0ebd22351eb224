"""What a sheet is about: a page of the site as it stands now, and which version of it that is."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from functools import cached_property

from django.db.models import Max, Model
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from awareness.cases.models import Case, Warning
from awareness.emergency.models import Situation
from awareness.guide.models import Audience, ScamType
from awareness.office import notices
from awareness.office.models import Office
from awareness.publishing.models import Publishable
from awareness.publishing.records import Version
from awareness.publishing.versions import versions_of
from awareness.quiz.models import Question, QuestionSet
from awareness.quiz.sets import find_set

EDITION = {"family": 1}  # of a page whose words are the interface's own: raise it with them
EDITED = {"family": date(2026, 11, 22)}
FIRST_EDITED = date(2026, 11, 20)  # of texts that came with the site and have no day of their own
GOOD_FOR = timedelta(days=365)  # of a sheet whose text names no other end


class Shape(IntEnum):
    """The shapes of a sheet. A number stands on paper in its code: never give it to another."""

    A4 = 0
    LARGE = 1
    TRIFOLD = 2
    POSTER = 3
    COUNTER = 4

    @property
    def slug(self) -> str:
        """As `?format=` names it."""
        return self.name.lower()


class SubjectKind(StrEnum):
    """The kinds of page that have a sheet. Their order stands in codes on paper: add at the end."""

    SCAM = "scam"
    CASE = "case"
    WARNING = "warning"
    SITUATION = "situation"
    AUDIENCE = "audience"
    RULES = "rules"
    QUIZ = "quiz"
    FAMILY = "family"


MODELS = {
    SubjectKind.SCAM: ScamType,
    SubjectKind.CASE: Case,
    SubjectKind.WARNING: Warning,
    SubjectKind.SITUATION: Situation,
    SubjectKind.AUDIENCE: Audience,
    SubjectKind.QUIZ: QuestionSet,
}
ADDRESSES = {SubjectKind.QUIZ: "quiz-sheet"}  # other kinds are the names of their addresses


@dataclass(frozen=True)
class Subject:
    """A page that a sheet carries. ROW is None where the page is made of many rows or of none."""

    kind: SubjectKind
    row: Model | None
    number: int  # which version of the page is public now, from 1

    @property
    def slug(self) -> str:
        """What names it in addresses."""
        return self.row.address_slug

    @property
    def path(self) -> str:
        """The page's public address in the active language."""
        name = ADDRESSES.get(self.kind, str(self.kind))
        return reverse(name, args=[self.slug] if self.row else [])

    @property
    def key(self) -> str:
        """Its short name in a query, such as 'scam.fake-prize' or 'rules'."""
        return f"{self.kind}.{self.slug}" if self.row else str(self.kind)

    @cached_property
    def issued_on(self) -> date:
        """The day its present version became public."""
        if isinstance(self.row, Publishable):
            return timezone.localdate(self.row.published_at)
        if self.kind in EDITED:
            return EDITED[self.kind]
        newest = _versions(self.kind, self.row).order_by("-made_at").first()
        if newest:
            return timezone.localdate(newest.made_at)
        return getattr(self.row, "reviewed_on", None) or FIRST_EDITED

    @cached_property
    def good_until(self) -> date:
        """The last day on which its sheet should hang."""
        ends = getattr(self.row, "ends_at", None)
        if ends:
            return timezone.localdate(ends)
        return getattr(self.row, "review_due", None) or self.issued_on + GOOD_FOR

    @property
    def office(self) -> Office | None:
        """Who publishes it: its own office, else the main one."""
        return getattr(self.row, "office", None) or notices.current().office


def find_subject(kind: SubjectKind, slug: str | None = None) -> Subject:
    """The page of KIND named SLUG, if the public can see it now. Http404 else."""
    if kind not in MODELS:
        return Subject(kind, None, present_number(kind, None))
    if kind == SubjectKind.QUIZ:
        row, _numbers = find_set(slug)
    else:
        model = MODELS[kind]
        rows = model.objects.live() if issubclass(model, Publishable) else model.objects
        row = rows.filter(slug=slug).first()
    if row is None:
        raise Http404
    return Subject(kind, row, present_number(kind, row))


def by_key(key: str) -> Subject:
    """The page that KEY (`Subject.key`) names. Http404 if there is none."""
    kind, _, slug = key.partition(".")
    if kind not in set(SubjectKind) or bool(slug) != (kind in MODELS):
        raise Http404
    return find_subject(SubjectKind(kind), slug or None)


def present_number(kind: SubjectKind, row: Model | None) -> int:
    """Which version of the page is public: 1 as it was first, then one more with each change.

    A page of many rows counts the changes of all of them.
    """
    if kind in EDITION:
        return EDITION[kind]
    if kind == SubjectKind.RULES:
        newest = _versions(kind, row).order_by().values("label", "row").annotate(last=Max("number"))
        return 1 + sum(part["last"] - 1 for part in newest)
    if kind == SubjectKind.QUIZ:
        return 1 + sum(_number(part) - 1 for part in _parts(row))
    return _number(row)


def _number(row: Model) -> int:
    if isinstance(row, Publishable):
        return row.live_version.number if row.live_version_id else 1
    newest = versions_of(row).first()
    return newest.number if newest else 1


def _parts(row: QuestionSet) -> list[Model]:
    places = Question.objects.filter(places__question_set=row)
    return [row, *places.select_related("live_version")]


def _versions(kind: SubjectKind, row: Model | None):
    if row is not None:
        return versions_of(row)
    return Version.objects.filter(label__in=["guide.rule", "guide.trait"])
