"""What waits for one person: texts to review, texts sent back to them, numbers to confirm; and
what of their own is on its way."""

from datetime import datetime

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from awareness.lib.text.chinese_dates import length_words
from awareness.office.models import NumberChange, Office, Staff
from awareness.office.number_people import waiting_for
from awareness.publishing.conditions import RETURNED, SUBMITTED, TO_LOOK_AFTER, half_written
from awareness.publishing.models import Version
from awareness.publishing.worklists import Leg, Lines, WorkLine, legs

from .panel_types import Panel, PanelRow, moment_seen_from, page_named, page_of, title_of
from .scope import publishes, writes


def questions(staff: Staff, texts: list[QuerySet], now: datetime) -> dict[str, list[Leg]]:
    """What is asked of TEXTS, which are those that STAFF works on."""
    reviewed = texts if publishes(staff) else []
    written = texts if writes(staff) else []
    publishable = [_publishable_by(staff, rows) for rows in reviewed]
    urgent, others = _by_urgency(publishable)
    return {
        "urgent": legs(urgent, SUBMITTED, "submitted_at"),
        "look_after": legs(reviewed, TO_LOOK_AFTER & ~Q(published_by=staff), "published_at"),
        "submitted": legs(others, SUBMITTED, "submitted_at"),
        "returned": legs(written, RETURNED & Q(draft__made_by=staff), "returned_at"),
        "half_written": legs(written, half_written(staff, now), "-changed_at"),
        "handed_in": legs(written, SUBMITTED & Q(submitted_by=staff), "submitted_at"),
    }


def _by_urgency(kinds: list[QuerySet]) -> tuple[list[QuerySet], list[QuerySet]]:
    """The rows of KINDS that are urgent, and the others."""
    knowing = [rows for rows in kinds if hasattr(rows.model, "urgent")]
    others = [
        rows.filter(urgent=False) if hasattr(rows.model, "urgent") else rows for rows in kinds
    ]
    return [rows.filter(urgent=True) for rows in knowing], others


def _publishable_by(staff: Staff, rows: QuerySet) -> QuerySet:
    """ROWS less those that hold words of STAFF and need a second person.

    The same rule as `release.refusal`, asked of the database.
    """
    written = Version.objects.filter(
        label=rows.model._meta.label_lower,
        row=OuterRef("pk"),
        made_by=staff,
        number__gt=Coalesce(OuterRef("live_version__number"), 0),
    )
    trusted_main = Exists(Office.objects.filter(is_main=True, own_texts=True))
    free = Q(office__own_texts=True) | Q(trusted_main, office=None)
    if hasattr(rows.model, "urgent"):
        free |= Q(urgent=True)
    return rows.filter(free | ~Exists(written))


def waiting_panel(staff: Staff, found: dict[str, Lines], now: datetime) -> Panel:
    asked = [found[name] for name in ("urgent", "look_after", "submitted", "returned")]
    rows = [
        *(_submitted(line, now) for line in found["urgent"].lines),
        *(_to_look_after(line, now) for line in found["look_after"].lines),
        *(_submitted(line, now) for line in found["submitted"].lines),
        *(_returned(line) for line in found["returned"].lines),
        *(_number(change, now) for change in waiting_for(staff)),
    ]
    return Panel(
        "waiting",
        "等您处理",
        "没有等您处理的。" if writes(staff) else "",
        rows,
        more=sum(lines.more for lines in asked),
        where="在各类内容的列表里选状态“待审”“退回”或“发布后待复核”，可以看全。",
    )


def half_written_panel(found: dict[str, Lines], now: datetime) -> Panel:
    lines = found["half_written"]
    rows = [
        PanelRow(
            title_of(line.text),
            page_of(line.text),
            f"{line.text.badge(now)}，{moment_seen_from(line.moment, now)}",
        )
        for line in lines.lines
    ]
    return Panel(
        "half-written",
        "您写了一半的",
        "",
        rows,
        more=lines.more,
        where="在各类内容的列表里选状态“草稿”或“线上＋有新稿”，可以看全。",
    )


def handed_in(found: dict[str, Lines], now: datetime) -> Panel:
    lines = found["handed_in"]
    rows = [
        PanelRow(
            title_of(line.text), page_of(line.text), f"{moment_seen_from(line.moment, now)}交的"
        )
        for line in lines.lines
    ]
    return Panel("handed-in", "您交的，等审核", "", rows, lines.more)


def _to_look_after(line: WorkLine, now: datetime) -> PanelRow:
    says = f"{line.text.published_by}没等第二个人看，{moment_seen_from(line.moment, now)}发布了。请看一遍。"
    return PanelRow(title_of(line.text), page_of(line.text, "publish"), says, "待复核", "returned")


def _submitted(line: WorkLine, now: datetime) -> PanelRow:
    waited = length_words(now - line.moment)
    says = f"{line.text.submitted_by}，{moment_seen_from(line.moment, now)}交来，等了{waited}"
    page = page_of(line.text, "publish")
    return PanelRow(title_of(line.text), page, says, "待审", "submitted", _is_urgent(line.text))


def _returned(line: WorkLine) -> PanelRow:
    says = f"意见：{line.text.returned_note}"
    page = page_of(line.text)
    return PanelRow(title_of(line.text), page, says, "退回给您", "returned", _is_urgent(line.text))


def _is_urgent(text: Model) -> bool:
    return getattr(text, "urgent", False)


def _number(change: NumberChange, now: datetime) -> PanelRow:
    says = f"{change.asked_by}，{moment_seen_from(change.asked_at, now)}申请"
    url = page_named("office_number_change", change.pk)
    return PanelRow(str(change), url, says, "号码待确认", "submitted")
