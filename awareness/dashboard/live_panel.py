"""What the public sees now: warnings by their end, the other kinds as numbers."""

from datetime import datetime, timedelta

from django.db.models import F, Model, Q

from awareness.cases.models import Warning
from awareness.lib.text.chinese_dates import length_words
from awareness.publishing.models import Publishable
from awareness.publishing.worklists import MOST, how_many, kinds_of

from .panel_types import Panel, PanelRow, list_of, moment_seen_from, page_of

ENDING_SOON = timedelta(days=1)


def live_panel(now: datetime) -> Panel:
    warnings = Warning.objects.live(now).select_related("district")
    first = warnings.order_by(F("ends_at").asc(nulls_last=True), "pk")[:MOST]
    live = (model.objects.live(now) for model in kinds_of(Publishable))
    counted = {model: found["live"] for model, found in how_many(live, live=_every).items()}
    total = counted.pop(Warning)
    return Panel(
        "public",
        "现在线上",
        "没有本地预警在线上。",
        [_warning(warning, now) for warning in first],
        more=max(total - MOST, 0),
        where="在本地预警的列表里选状态“线上”，可以看全。",
        links=[
            PanelRow(f"{model._meta.verbose_name}{number}", list_of(model, "live"))
            for model, number in counted.items()
            if number
        ],
    )


def _warning(warning: Warning, now: datetime) -> PanelRow:
    badge, kind = ("紧急", "urgent") if warning.urgent else ("", "")
    says = "没有结束时间"
    if warning.ends_at:
        left = warning.ends_at - now
        says = f"到{moment_seen_from(warning.ends_at, now)}，还有{length_words(left)}"
        if left < ENDING_SOON and not badge:
            badge, kind = "快结束", "returned"
    return PanelRow(str(warning), page_of(warning), f"{warning.district}，{says}", badge, kind)


def _every(model: type[Model]) -> Q:
    return Q()
