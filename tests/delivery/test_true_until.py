"""A page says until when it is true, and it is: nothing in it changes by itself before that moment."""

from datetime import timedelta

import pytest
from django.utils import timezone

from awareness.delivery.addresses import ADDRESSES, AddressKind
from awareness.publishing import actions, changes
from tests.make import a_staff_member, draft_warning

SHOWN = {AddressKind.PAGE, AddressKind.SHEET, AddressKind.SCREEN}
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


@pytest.fixture
def noon(db, time_machine):
    """Noon of a day on which an urgent warning ends at three."""
    now = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
    time_machine.move_to(now, tick=False)
    warning = draft_warning(urgent=True, ends_at=now + 3 * HOUR)
    actions.publish(text=warning, by=a_staff_member())
    return now


def one_of_each():
    return [next(one.paths()) for one in ADDRESSES.values() if one.kind in SHOWN]


def test_no_page_changes_by_itself_before_it_said(visitor, noon, time_machine):
    before = {path: visitor.get(path) for path in one_of_each()}
    assert {answer.true_until for answer in before.values()} == {noon + 3 * HOUR}
    time_machine.move_to(noon + 3 * HOUR - SECOND, tick=False)
    changed = [path for path, was in before.items() if visitor.get(path).content != was.content]
    assert changed == []
    time_machine.move_to(noon + 3 * HOUR, tick=False)
    changes.forget()  # a second later
    home = visitor.get("/")
    assert home.content != before["/"].content
    assert home.true_until == noon + 12 * HOUR


def test_a_page_is_no_longer_shown_unasked_than_it_is_true(visitor, noon, time_machine):
    said = {}
    for left in (5, 1, 0.5):
        time_machine.move_to(noon + 3 * HOUR - timedelta(seconds=left), tick=False)
        said[left] = visitor.get("/").headers["Cache-Control"].split(", ")[2]
    assert said == {
        5: "stale-while-revalidate=2",
        1: "stale-while-revalidate=1",
        0.5: "stale-while-revalidate=0",
    }
