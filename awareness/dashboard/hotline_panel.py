"""When the numbers that people are told to call were last called."""

from datetime import date, timedelta

from django.db.models import F, Q

from awareness.lib.text.chinese_dates import day_words
from awareness.office.models import Hotline, Office, Staff
from awareness.publishing.worklists import MOST

from .panel_types import Panel, PanelRow, page_of
from .scope import EVERY_OFFICE

CHECK_AFTER = timedelta(days=180)


def hotline_panel(staff: Staff, today: date) -> Panel:
    lines = list(Hotline.objects.order_by(F("checked_on").asc(nulls_first=True), "order"))
    old = [line for line in lines if _is_old(line.checked_on, today)]
    rows = [_row(line, line.checked_on, today) for line in old]
    rows += [_row(office, office.checked_on, today) for office in _offices(staff, today)]
    return Panel(
        "numbers",
        "该打一遍的号码",
        _all_well(lines, today),
        rows[:MOST],
        more=max(len(rows) - MOST, 0),
        help="拨通了，问清楚是哪个单位，再记下核对的日子。",
    )


def _is_old(checked_on: date | None, today: date) -> bool:
    return checked_on is None or today - checked_on > CHECK_AFTER


def _offices(staff: Staff, today: date) -> list[Office]:
    """Offices with a phone that nobody has checked lately, among those that are STAFF's business."""
    old = Q(checked_on=None) | Q(checked_on__lt=today - CHECK_AFTER)
    offices = Office.objects.filter(old).exclude(phone="")
    if staff.part not in EVERY_OFFICE:
        offices = offices.filter(pk=staff.office_id)
    return list(offices[: MOST + 1])


def _row(line: Hotline | Office, checked_on: date | None, today: date) -> PanelRow:
    if checked_on is None:
        hidden = isinstance(line, Hotline) and not line.is_public
        badge = "没核对过，居民还看不到" if hidden else "没核对过"
        return PanelRow(str(line), page_of(line), badge=badge, badge_kind="returned")
    says = f"核对于{day_words(checked_on, today)}"
    return PanelRow(str(line), page_of(line), says, "过了半年", "returned")


def _all_well(lines: list[Hotline], today: date) -> str:
    """The quiet line: all were checked, the longest ago on that day."""
    if not lines or lines[0].checked_on is None:
        return ""
    return f"热线都在半年内核对过，最早的一个是{day_words(lines[0].checked_on, today)}。"
