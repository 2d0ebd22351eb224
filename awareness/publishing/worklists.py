"""What of all the texts needs someone: a question is put to every kind of text in one query."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.apps import apps
from django.db.models import Count, F, Model, Q, QuerySet, Value

from .models import Publishable

MOST = 20

# Rows of one kind, and the field of the moment that puts them in order; "-" before it as in
# `order_by`: the latest first. The legs of a question all go the same way.
Leg = tuple[QuerySet, str]


@dataclass(frozen=True)
class WorkLine:
    """A text, and the moment for which it stands in its list."""

    text: Model
    moment: date | datetime


@dataclass(frozen=True)
class Lines:
    """The first MOST of TOTAL texts, in the order of their legs."""

    lines: list[WorkLine]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.lines)


def kinds_of(base: type[Model]) -> list[type[Model]]:
    """Every table whose rows are a BASE."""
    return [model for model in apps.get_models() if issubclass(model, base)]


def legs(kinds: Iterable[QuerySet], condition: Q, by: str) -> list[Leg]:
    """The rows of all KINDS that meet CONDITION, in the order of the field BY."""
    return [(rows.filter(condition), by) for rows in kinds]


def look_up(questions: dict[str, list[Leg]]) -> dict[str, Lines]:
    """The answer to each question, in few queries: one a question, another if not all rows fit
    somewhere, and one a kind of text."""
    found = {name: _first(asked) for name, asked in questions.items()}
    totals = _totals({name: questions[name] for name, keys in found.items() if len(keys) == MOST})
    texts = _texts(key for keys in found.values() for *key, _moment in keys)
    return {
        name: Lines(
            [
                WorkLine(texts[label][pk], moment)
                for label, pk, moment in keys
                if pk in texts[label]  # deleted meanwhile
            ],
            totals.get(name, len(keys)),
        )
        for name, keys in found.items()
    }


def _first(asked: Sequence[Leg]) -> list[tuple]:
    rows = _together(
        rows.order_by()
        .annotate(moment=F(by.removeprefix("-")))
        .annotate(**_named(rows))
        .values_list("text_label", "pk", "moment")
        for rows, by in asked
        if not rows.query.is_empty()
    )
    if rows is None:
        return []
    by_moment = "-moment" if asked[0][1].startswith("-") else "moment"
    return list(rows.order_by(by_moment, "text_label", "pk")[:MOST])


def _totals(questions: dict[str, list[Leg]]) -> Counter[str]:
    counts = _together(
        rows.order_by()
        .annotate(asked_name=Value(name))
        .values("asked_name")
        .annotate(asked_total=Count("pk"))
        .values_list("asked_name", "asked_total")
        for name, asked in questions.items()
        for rows, _by in asked
        if not rows.query.is_empty()
    )
    totals = Counter()
    for name, total in counts if counts is not None else []:
        totals[name] += total
    return totals


def _named(rows: QuerySet) -> dict:
    return {"text_label": Value(rows.model._meta.label_lower)}


def _together(rows: Iterable[QuerySet]) -> QuerySet | None:
    first, *others = [*rows] or [None]
    return first.union(*others, all=True) if others else first


def _texts(keys: Iterable[tuple[str, int]]) -> dict[str, dict[int, Model]]:
    wanted = defaultdict(set)
    for label, pk in keys:
        wanted[label].add(pk)
    actors = ["submitted_by", "published_by"]
    return {
        label: model._base_manager.select_related(
            *(actors if issubclass(model, Publishable) else [])
        ).in_bulk(numbers)
        for label, numbers in wanted.items()
        for model in [apps.get_model(label)]
    }


Numbers = dict[type[Model], dict[str, int]]


def how_many(kinds: Iterable[QuerySet], **asked: Callable[[type[Model]], Q]) -> Numbers:
    """How many rows of each of KINDS meet what is ASKED of their model; all in one query."""
    rows = _together(
        rows.order_by()
        .annotate(**_named(rows))
        .values("text_label")
        .annotate(
            **{name: Count("pk", filter=of(rows.model)) for name, of in asked.items()},
        )
        .values_list("text_label", *asked)
        for rows in kinds
        if not rows.query.is_empty()
    )
    return {
        apps.get_model(label): dict(zip(asked, numbers, strict=True))
        for label, *numbers in (rows if rows is not None else [])
    }
