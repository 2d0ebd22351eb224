"""A change of what the public sees is announced by everybody who can make one, and by nobody else."""

from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.db import OperationalError, transaction
from django.utils import timezone

from awareness.guide.models import Audience, Term
from awareness.office.models import Hotline
from awareness.publishing import actions, changes, scheduling
from awareness.publishing.models import ContentVersion, SeededRow
from awareness.publishing.scheduling import empty_bin, publish_due
from tests.make import a_staff_member, a_warning, draft_warning, form_values

from .steps import address
from .verbs import (
    HOUR,
    binned,
    due,
    redraft,
    returned,
    scheduled,
    submitted,
    to_look_after,
    with_draft,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def mark():
    return ContentVersion.objects.get().mark


def by():
    return {"by": a_staff_member()}


PUBLIC = {
    "published": (draft_warning, lambda text: actions.publish(text=text, **by())),
    "published anew": (with_draft, lambda text: actions.publish(text=text, **by())),
    "withdrawn": (a_warning, lambda text: actions.withdraw(text=text, reason="查清了。", **by())),
    "opens later": (
        draft_warning,
        lambda text: actions.schedule(text=text, moment=timezone.now() + HOUR, **by()),
    ),
    "takes its place later": (
        with_draft,
        lambda text: actions.schedule(text=text, moment=timezone.now() + HOUR, **by()),
    ),
    "opens no more": (scheduled, lambda text: actions.unschedule(text=text, **by())),
    "due": (due, lambda text: publish_due(timezone.now() + 2 * HOUR)),
    "in the bin": (draft_warning, lambda text: actions.put_in_bin(text=text, **by())),
    "out of the bin": (binned, lambda text: actions.take_from_bin(text=text, **by())),
    "gone": (binned, lambda text: empty_bin(timezone.now() + 40 * DAY)),
}
PRIVATE = {
    "a draft": (a_warning, lambda text: redraft(text)),
    "submitted": (with_draft, lambda text: actions.submit(text=text, **by())),
    "sent back": (submitted, lambda text: actions.send_back(text=text, remark="改。", **by())),
    "sent back again": (returned, lambda text: actions.submit(text=text, **by())),
    "given up": (with_draft, lambda text: actions.discard(text=text, **by())),
    "read by a second": (to_look_after, lambda text: actions.second_read(text=text, **by())),
    "nothing was due": (due, lambda text: publish_due(timezone.now())),
}


@pytest.mark.parametrize("name", PUBLIC)
def test_a_verb_that_changes_what_the_public_sees_announces_it(name):
    before_it, act = PUBLIC[name]
    text = before_it()
    before = mark()
    act(text)
    assert mark() != before


@pytest.mark.parametrize("name", PRIVATE)
def test_work_at_the_desk_that_nobody_else_sees_is_not_announced(name):
    before_it, act = PRIVATE[name]
    text = before_it()
    before = mark()
    act(text)
    assert mark() == before


@pytest.mark.parametrize("model", [Term, Audience, Hotline])
def test_what_is_public_once_saved_is_announced_by_its_form(desk, model):
    url, before = address(model.objects.first(), "change"), mark()
    assert desk.post(url, form_values(desk, url)).status_code == 302
    assert mark() != before


def test_a_link_of_such_a_row_is_announced_too():
    row = Term.objects.filter(related_types__isnull=False).first()
    before = mark()
    row.related_types.clear()
    assert mark() != before


def test_what_a_preview_does_on_the_way_is_not_announced(writer):
    warning, before = with_draft(), mark()
    for page in ("change", "publish"):
        assert writer.get(address(warning, page)).status_code == 200
    assert mark() == before


def test_seeding_announces_what_it_brings_in_and_no_more():
    before = mark()
    call_command("seed_content", verbosity=0)
    assert mark() == before
    SeededRow.objects.filter(label="guide.scamtype").delete()
    call_command("seed_content", verbosity=0)
    assert mark() == before
    term = Term.objects.first()
    SeededRow.objects.filter(label="guide.term", key=term.slug).delete()
    term.delete()
    between = mark()
    call_command("seed_content", verbosity=0)
    assert mark() != between
    assert Term.objects.filter(slug=term.slug).exists()


def test_many_changes_together_are_announced_once_and_last(django_assert_num_queries):
    with patch.object(changes.secrets, "token_hex", side_effect=["only"]):
        with changes.announced_at_the_end():
            before = mark()
            changes.announce()
            changes.announce()
            assert mark() == before
        assert mark() == "only"
    with django_assert_num_queries(2), changes.announced_at_the_end():
        pass  # a savepoint and nothing in it


def test_what_was_read_in_a_transaction_that_is_taken_back_is_read_again():
    kept = changes.ContentCache(lambda: Hotline.objects.get(slug="110").number, str)
    assert kept.get() == "110"
    with transaction.atomic():
        line = Hotline.objects.get(slug="110")
        line.number = "998"
        line.save()
        assert kept.get() == "998"
        transaction.set_rollback(True)
    changes.forget()
    assert kept.get() == "110"


def test_what_is_kept_is_read_once_until_something_is_announced():
    reads = []
    kept = changes.ContentCache(lambda: reads.append(1) or len(reads), int)
    assert [kept.get(), kept.get()] == [1, 1]
    changes.forget()
    assert kept.get() == 1
    changes.announce()
    assert [kept.get(), kept.get()] == [2, 2]


def test_without_a_database_what_was_read_stays_and_is_tried_again_a_second_later(monkeypatch):
    answers = iter([OperationalError, 7, OperationalError, 8])

    def read():
        answer = next(answers)
        if answer is OperationalError:
            raise OperationalError
        return answer

    kept = changes.ContentCache(read, lambda: -1)
    clock = changes.time.monotonic()
    monkeypatch.setattr(changes.time, "monotonic", lambda: clock)
    assert [kept.get(), kept.get()] == [-1, -1]
    clock += 1.1
    assert [kept.get(), kept.get()] == [7, 7]
    changes.announce()
    assert [kept.get(), kept.get()] == [7, 7]
    clock += 1.1
    assert [kept.get(), kept.get()] == [8, 8]


def test_the_row_comes_back_with_the_next_announcement():
    ContentVersion.objects.all().delete()
    changes.announce()
    assert len(mark()) == 16


def midnight():
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return today + DAY


def one_that_ends(moment):
    warning = draft_warning(ends_at=moment)
    actions.publish(text=warning, **by())
    return warning


def test_a_page_is_true_until_a_text_opens_ends_or_is_due_or_the_day_ends(time_machine):
    time_machine.move_to(midnight() - 6 * HOUR, tick=False)
    assert changes.true_until() == midnight()
    now = timezone.now()
    one_that_ends(now + 3 * HOUR)
    assert changes.true_until() == now + 3 * HOUR
    opening = draft_warning()
    actions.schedule(text=opening, moment=now + 2 * HOUR, **by())
    assert changes.true_until() == now + 2 * HOUR
    replaced = with_draft()
    actions.schedule(text=replaced, moment=now + HOUR, **by())
    changes.forget()
    assert changes.true_until() == now + HOUR


def test_what_is_withdrawn_or_in_the_bin_does_not_turn(time_machine):
    time_machine.move_to(midnight() - 6 * HOUR, tick=False)
    warning = one_that_ends(timezone.now() + HOUR)
    assert changes.true_until() == warning.ends_at
    actions.withdraw(text=warning, reason="查清了。", **by())
    assert changes.true_until() == midnight()


def test_once_a_moment_has_passed_the_next_one_counts(time_machine):
    time_machine.move_to(midnight() - 6 * HOUR, tick=False)
    now = timezone.now()
    for hours in (1, 2):
        one_that_ends(now + hours * HOUR)
    assert changes.true_until() == now + HOUR
    time_machine.move_to(now + HOUR, tick=False)
    changes.forget()  # a second later
    assert changes.true_until() == now + 2 * HOUR


def test_without_a_database_what_is_due_is_tried_once_a_second_and_not_by_every_visit(monkeypatch):
    tried, clock = [], changes.time.monotonic()

    def away(*_anything):
        tried.append(1)
        raise OperationalError

    due()
    changes.forget()
    monkeypatch.setattr(changes.time, "monotonic", lambda: clock)
    assert changes.current_content().due != changes.NEVER
    monkeypatch.setattr(scheduling.timezone, "now", lambda: datetime.now(UTC) + 2 * HOUR)
    monkeypatch.setattr(scheduling, "publish_due", away)
    for _visit in range(3):
        scheduling.bring_out_due()
    assert len(tried) == 1
    clock += 1.1
    scheduling.bring_out_due()
    assert len(tried) == 2


def test_without_a_database_a_page_is_not_told_to_be_true_and_nobody_asks_again_at_once(
    monkeypatch,
):
    changes.forget_all()
    with patch.object(changes, "_ask", side_effect=OperationalError) as asked:
        for _page in range(3):
            assert changes.true_until() < timezone.now()
    assert asked.call_count == 1
