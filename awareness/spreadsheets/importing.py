"""Bringing in what a dry run has shown: all of it or nothing, as drafts."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from awareness.audit.log import record
from awareness.audit.models import AuditAction
from awareness.publishing import bulk
from awareness.publishing.models import Publishable
from awareness.publishing.records import VersionOrigin

from .dry_run import Plan, RowKind, RowOutcome
from .rows import life_of

FROM_TABLE = {"remark": "从表格导入", "origin": VersionOrigin.IMPORT}


class Moved(Exception):
    """Something is not any more as the dry run found it; nothing was brought in."""


def import_rows(*, plan: Plan, model: type[Publishable], by, at: datetime | None = None) -> None:
    """Keep the new and changed rows of PLAN as drafts of BY, with one line in the log. Moved if the
    database no longer holds what PLAN was made from."""
    if not plan.possible:
        raise Moved
    at = at or timezone.now()
    try:
        with transaction.atomic():
            rows = _unmoved(plan, model)
            _add(plan.of(RowKind.NEW), by, at)
            _change(plan.of(RowKind.CHANGED), rows, by, at)
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


def _add(fates: list[RowOutcome], by, at) -> None:
    texts, data = [fate.text for fate in fates], [fate.data for fate in fates]
    bulk.add_drafts(texts=texts, links=[said["links"] for said in data], at=at)
    bulk.keep_drafts(texts=texts, data=data, by=by, at=at, **FROM_TABLE)


def _change(fates: list[RowOutcome], rows: dict[int, Publishable], by, at) -> None:
    texts = [rows[fate.text.pk] for fate in fates]
    bulk.remember_firsts(texts, at)
    data = [fate.data for fate in fates]
    bulk.keep_drafts(texts=texts, data=data, by=by, at=at, **FROM_TABLE)


def _note(plan: Plan, model, by, at) -> None:
    counts = "，".join(f"{kind}{count}行" for kind, count in plan.counts.items())
    about = str(model._meta.verbose_name)
    record(
        verb=AuditAction.IMPORTED, by=by, about=about, detail=f"{plan.table.kind}：{counts}", at=at
    )
