"""The list of texts by how they stand."""

from django.contrib import admin
from django.db.models import Q
from django.utils import timezone

from awareness.publishing.conditions import english_behind, english_missing
from awareness.publishing.models import live_when
from awareness.publishing.scheduling import empty_bin

BIN = "bin"
STATES = [
    ("writing", "草稿"),
    ("submitted", "待审"),
    ("returned", "退回"),
    ("scheduled", "已定时"),
    ("live", "线上"),
    ("beside", "线上＋有新稿"),
    ("expired", "已过期"),
    ("withdrawn", "已撤回"),
    ("look_after", "发布后待复核"),
    ("english", "线上，英文缺或旧"),
    (BIN, "回收站"),
]


class StateFilter(admin.SimpleListFilter):
    title = "状态"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return STATES

    def queryset(self, request, rows):
        value = self.value()
        if value == BIN:
            empty_bin()
            return rows.binned()
        return _standing(rows.at_hand(), value, timezone.now())


def _standing(rows, value: str | None, now):
    live = live_when(now)
    conditions = {
        "writing": Q(published_at=None, submitted_at=None, returned_at=None),
        "submitted": Q(submitted_at__isnull=False),
        "returned": Q(returned_at__isnull=False),
        "scheduled": Q(due_at__isnull=False)
        | Q(published_at__isnull=False, starts_at__gt=now, withdrawn_at=None),
        "live": live,
        "beside": live & Q(draft__isnull=False),
        "expired": Q(ends_at__lte=now, withdrawn_at=None, published_at__isnull=False),
        "withdrawn": Q(withdrawn_at__isnull=False),
        "look_after": Q(look_after=True),
        "english": live & (english_missing(rows.model) | english_behind(rows.model)),
    }
    return rows.filter(conditions[value]) if value in conditions else rows
