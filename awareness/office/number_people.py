"""Who may ask for a number, check one, and be the second person."""

from .models import Hotline, NumberChange, Office, Staff
from .roles import Role


def may_ask(staff: Staff, row: Hotline | Office | None = None) -> bool:
    """Whether STAFF may ask for ROW's number to change; without ROW: for a new hotline."""
    return staff.has_perm("office.request_numberchange") and _within_reach(staff, row)


def may_vouch(staff: Staff, row: Hotline | Office | None = None) -> bool:
    """Whether STAFF's word counts for ROW's number: that it is right, or that a new one is."""
    return staff.has_perm("office.confirm_numberchange") and _within_reach(staff, row)


def may_confirm(staff: Staff, change: NumberChange) -> bool:
    """Whether STAFF may be the second person for CHANGE."""
    return change.asked_by_id != staff.pk and may_vouch(staff, change.row)


def waiting_for(staff: Staff) -> list[NumberChange]:
    """The requests that STAFF may confirm now, the longest wait first."""
    waiting = NumberChange.objects.waiting().select_related("hotline", "phone_of", "asked_by")
    return [change for change in waiting if may_confirm(staff, change)]


def second_people(staff: Staff, row: Hotline | Office | None = None) -> list[Staff]:
    """Who could confirm what STAFF asks for ROW."""
    others = Staff.objects.filter(is_active=True).exclude(pk=staff.pk).order_by("pk")
    return [other for other in others if may_vouch(other, row)]


def _within_reach(staff: Staff, row) -> bool:
    """Hotlines are everybody's; an office's phone is that office's and the administrators'."""
    return (
        not isinstance(row, Office) or staff.part == Role.ADMINISTRATOR or staff.office_id == row.pk
    )
