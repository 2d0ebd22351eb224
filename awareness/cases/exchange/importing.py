"""Bringing in what a dry run has shown: all of it or nothing, as drafts."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from awareness.publishing import actions
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
            _check_unmoved(plan, model)
            for fate in plan.of(Kind.NEW):
                _add(fate, by, at)
            for fate in plan.of(Kind.CHANGED):
                actions.keep_draft(text=fate.text, data=fate.data, by=by, at=at, remark=REMARK)
            _note(plan, model, by, at)
    except IntegrityError as error:  # an address was taken, a district is gone: a moment ago
        raise Moved from error


def _check_unmoved(plan: Plan, model) -> None:
    lives = {fate.text.pk: fate.text.held.life for fate in plan.fates if fate.text and fate.text.pk}
    rows = model._base_manager.select_for_update().order_by("pk").in_bulk(list(lives))
    if len(rows) < len(lives) or any(life_of(row) != lives[key] for key, row in rows.items()):
        raise Moved


def _add(fate: Fate, by, at) -> None:
    text = fate.text
    text.save(force_insert=True)
    for name, keys in text.links.items():
        getattr(text, name).set(keys)
    actions.keep_draft(text=text, data=fate.data, by=by, at=at, remark=REMARK)


def _note(plan: Plan, model, by, at) -> None:
    counts = "，".join(f"{kind}{count}行" for kind, count in plan.counts.items())
    about = str(model._meta.verbose_name)
    note(verb=Verb.IMPORTED, by=by, about=about, detail=f"{plan.table.kind}：{counts}", at=at)
