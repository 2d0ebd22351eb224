"""Bringing in what a dry run has shown: all of it or nothing, as drafts."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from awareness.publishing import in_bulk
from awareness.publishing.log import note
from awareness.publishing.models import Publishable
from awareness.publishing.records import Verb

from .fates import Fate, Kind, Plan
from .rows import life_of

REMARK = "从表格导入"


class Moved(Exception):
    """Something is not any more as the dry run found it; nothing was brought in."""


def bring_in(*, plan: Plan, model: type[Publishable], by, at: datetime | None = None) -> None:
    """Keep the new and changed rows of PLAN as drafts of BY, with one line in the log. Moved if the
    database no longer holds what PLAN was made from."""
    if not plan.possible:
        raise Moved
    at = at or timezone.now()
    try:
        with transaction.atomic():
            rows = _unmoved(plan, model)
            _add(plan.of(Kind.NEW), by, at)
            _change(plan.of(Kind.CHANGED), rows, by, at)
            _note(plan, model, by, at)
    except IntegrityError as error:  # an address was taken, a district is gone: a moment ago
        raise Moved from error


def _unmoved(plan: Plan, model) -> dict[int, Publishable]:
    """The rows that PLAN speaks of, locked, by number."""
    lives = {fate.text.pk: fate.text.held.life for fate in plan.fates if fate.text and fate.text.pk}
    links = [field.name for field in model._meta.many_to_many]
    rows = model._base_manager.select_for_update().order_by("pk").prefetch_related(*links)
    found = rows.in_bulk(list(lives))
    if len(found) < len(lives) or any(life_of(row) != lives[key] for key, row in found.items()):
        raise Moved
    return found


def _add(fates: list[Fate], by, at) -> None:
    texts, data = [fate.text for fate in fates], [fate.data for fate in fates]
    in_bulk.add_drafts(texts=texts, links=[said["links"] for said in data], at=at)
    in_bulk.keep_drafts(texts=texts, data=data, by=by, at=at, remark=REMARK)


def _change(fates: list[Fate], rows: dict[int, Publishable], by, at) -> None:
    texts = [rows[fate.text.pk] for fate in fates]
    in_bulk.remember_firsts(texts, at)
    data = [fate.data for fate in fates]
    in_bulk.keep_drafts(texts=texts, data=data, by=by, at=at, remark=REMARK)


def _note(plan: Plan, model, by, at) -> None:
    counts = "，".join(f"{kind}{count}行" for kind, count in plan.counts.items())
    about = str(model._meta.verbose_name)
    note(verb=Verb.IMPORTED, by=by, about=about, detail=f"{plan.table.kind}：{counts}", at=at)
