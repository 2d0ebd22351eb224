"""Everything that the self-check asks and weighs, read from the tables once a page."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from awareness.guide.models import ScamType
from awareness.lib.text.lines import split_lines
from awareness.translation.rows import InLanguage, readings

from . import scoring
from .models import Level, ScoringRule, Symptom, Weight


@dataclass(frozen=True)
class FirstSteps:
    """Where an emergency leads at once; RANK 0 is the most pressing."""

    url: str
    title: str
    foreign: str
    rank: int


@dataclass(frozen=True)
class BoardRow:
    """A symptom on the page; POINTS for the type that it stands under."""

    text: InLanguage
    traits: list[str]
    steps: FirstSteps | None
    points: int = 0


@dataclass(frozen=True)
class BoardGroup:
    """A scam type and the symptoms that point to it; TEXT is None over those that weigh nothing."""

    text: InLanguage | None
    rows: list[BoardRow]


@dataclass(frozen=True)
class Result:
    """An Outcome with its texts. Empty before anybody has asked."""

    level: InLanguage | None = None
    named: list[BoardGroup] = field(default_factory=list)
    rest: list[BoardRow] = field(default_factory=list)
    urgent: list[BoardRow] = field(default_factory=list)
    traits: list[InLanguage] = field(default_factory=list)


class Board:
    def __init__(self):
        self.levels = readings(Level.objects.select_related("rule"))
        row = self.levels[0].row.rule if self.levels else ScoringRule.objects.first()
        self.text = InLanguage(row or ScoringRule())
        self.symptoms = list(
            Symptom.objects.select_related("group", "emergency").prefetch_related("traits")
        )
        self.types = {kind.slug: InLanguage(kind) for kind in ScamType.objects.live()}
        self.rule = self._rule()
        self.rows = {symptom.slug: self._row(symptom) for symptom in self.symptoms}
        self.groups = self._groups()
        self.traits = self._traits(self.rows.values())

    def _rule(self) -> scoring.ScoreTable:
        slug_of = {kind.pk: slug for slug, kind in self.types.items()}
        weights = {symptom.pk: {} for symptom in self.symptoms}
        for weight in Weight.objects.all():
            if weight.scam_type_id in slug_of:  # a type that is not public is not weighed
                weights[weight.symptom_id][slug_of[weight.scam_type_id]] = weight.points
        return scoring.ScoreTable(
            kinds=list(self.types),
            weights={symptom.slug: weights[symptom.pk] for symptom in self.symptoms},
            urgent={s.slug: s.emergency.slug for s in self.symptoms if s.emergency},
            urgent_order=split_lines(self.text.emergency_order),
            floors=[(level.slug, level.min) for level in self.levels],
            name_from=self.text.name_from,
            at_most=self.text.at_most,
            share_of_first=self.text.share_of_first,
        )

    def _row(self, symptom: Symptom) -> BoardRow:
        traits = [trait.slug for trait in symptom.traits.all()]
        return BoardRow(InLanguage(symptom), traits, self._first_steps(symptom))

    def _first_steps(self, symptom: Symptom) -> FirstSteps | None:
        if symptom.emergency is None:
            return None
        rank = scoring.pressing(symptom.slug, self.rule)
        if symptom.emergency.state() != "live":
            return FirstSteps(reverse("emergency"), _("已经转账了？先做这三件事"), "", rank)
        text = InLanguage(symptom.emergency)
        return FirstSteps(text.get_absolute_url(), text.page_title, text.foreign, rank)

    def _groups(self) -> list[tuple[InLanguage, list[BoardRow]]]:
        groups = {symptom.group_id: InLanguage(symptom.group) for symptom in self.symptoms}
        return [
            (group, [self.rows[s.slug] for s in self.symptoms if s.group_id == pk])
            for pk, group in groups.items()
        ]

    def _traits(self, rows) -> list[InLanguage]:
        """The traits that ROWS carry, in their order."""
        wanted = {slug for row in rows for slug in row.traits}
        known = {trait.slug: trait for s in self.symptoms for trait in s.traits.all()}
        return readings(
            sorted((known[slug] for slug in wanted), key=lambda trait: (trait.order, trait.slug))
        )

    def kinds(self) -> list[BoardGroup]:
        """Every type with all that points to it, for those who ask how it is worked out; last,
        what points to no type."""
        found = [self._kind(slug, self.rows) for slug in self.types]
        weighs_nothing = [
            row
            for slug, row in self.rows.items()
            if not self.rule.weights[slug] and scoring.asks_about_scam(slug, self.rule)
        ]
        return [kind for kind in [*found, BoardGroup(None, weighs_nothing)] if kind.rows]

    def _kind(self, slug: str, ticks) -> BoardGroup:
        points = {tick: self.rule.weights[tick].get(slug, 0) for tick in ticks}
        return BoardGroup(self.types[slug], [self._weighed(t, p) for t, p in points.items() if p])

    def _weighed(self, tick: str, points: int) -> BoardRow:
        row = self.rows[tick]
        return BoardRow(row.text, row.traits, row.steps, points)

    def known(self, asked: list[str]) -> list[str]:
        """Those of ASKED that are symptoms, once each, in the order of the page."""
        wanted = set(asked)
        return [slug for slug in self.rows if slug in wanted]

    def result(self, ticks: list[str]) -> Result:
        outcome = scoring.weigh(ticks, self.rule)
        return Result(
            next((level for level in self.levels if level.slug == outcome.level), None),
            [self._kind(match.kind, match.ticks) for match in outcome.named],
            [self.rows[tick] for tick in outcome.rest],
            [self.rows[tick] for tick in outcome.urgent],
            self._traits(self.rows[tick] for tick in ticks),
        )
