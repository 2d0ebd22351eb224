"""The public life of a text: what is live, what was, its word for staff, and when it needs someone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from awareness.cases.models import Warning
from awareness.publishing import actions, conditions
from awareness.publishing.models import PublicState
from tests.make import a_staff_member, a_warning, draft_warning

from .verbs import (
    SECOND,
    binned,
    due,
    kept,
    on_the_second,
    redraft,
    returned,
    scheduled,
    submitted,
    with_draft,
)

DAY = timedelta(days=1)


def is_in(rows, text):
    return rows.filter(pk=text.pk).exists()


def test_what_is_live_is_published_open_not_ended_not_withdrawn_and_not_in_the_bin(editor):
    now = on_the_second()
    endless = a_warning(starts_at=now, ends_at=None)
    week = a_warning(starts_at=now, ends_at=now + 7 * DAY)
    withdrawn = a_warning(starts_at=now, withdrawn_at=now, withdrawn_by=editor)
    put_aside = a_warning(starts_at=now, binned_at=now, binned_by=editor)
    draft = draft_warning(starts_at=now)
    for at, seen in [
        (now - SECOND, [False, False]),
        (now, [True, True]),
        (now + 7 * DAY - SECOND, [True, True]),
        (now + 7 * DAY, [True, False]),
    ]:
        live = Warning.objects.live(at)
        assert [is_in(live, one) for one in (endless, week)] == seen
        assert not any(is_in(live, one) for one in (withdrawn, put_aside, draft))


def test_what_is_live_is_asked_of_now_unless_a_moment_is_named(db, time_machine):
    warning = a_warning()
    assert is_in(Warning.objects.live(), warning)
    assert not is_in(Warning.objects.once_public(), warning)
    time_machine.move_to(warning.ends_at, tick=False)
    assert not is_in(Warning.objects.live(), warning)
    assert is_in(Warning.objects.once_public(), warning)
    assert warning.state() == PublicState.EXPIRED


def test_what_was_public_once_has_opened_and_ended_or_was_withdrawn(editor):
    now = on_the_second()
    withdrawn = a_warning(starts_at=now, withdrawn_at=now, withdrawn_by=editor)
    week = a_warning(starts_at=now, ends_at=now + 7 * DAY)
    endless = a_warning(starts_at=now, ends_at=None)
    draft = draft_warning(starts_at=now, ends_at=now + SECOND)
    for at, was in [
        (now - SECOND, [False, False]),
        (now, [True, False]),
        (now + 7 * DAY - SECOND, [True, False]),
        (now + 7 * DAY, [True, True]),
    ]:
        once = Warning.objects.once_public(at)
        assert [is_in(once, one) for one in (withdrawn, week)] == was
        assert not any(is_in(once, one) for one in (endless, draft))


def test_a_text_is_either_at_hand_or_in_the_bin(editor):
    for warning, aside in [(binned(), True), (draft_warning(), False), (a_warning(), False)]:
        assert is_in(Warning.objects.binned(), warning) == aside
        assert is_in(Warning.objects.at_hand(), warning) != aside


def test_the_word_for_staff_changes_on_the_second(editor):
    now = on_the_second()
    week = a_warning(starts_at=now, ends_at=now + 7 * DAY)
    endless = a_warning(starts_at=now, ends_at=None)
    for at, words in [
        (now - SECOND, ["scheduled", "scheduled"]),
        (now, ["live", "live"]),
        (now + 7 * DAY - SECOND, ["live", "live"]),
        (now + 7 * DAY, ["expired", "live"]),
    ]:
        assert [one.state(at) for one in (week, endless)] == words
    assert draft_warning().state(now) == "draft"
    withdrawn = a_warning(withdrawn_at=now, withdrawn_by=editor)
    assert withdrawn.state(now) == "withdrawn"


def test_a_published_text_without_a_start_opened_when_it_was_published(db):
    at = on_the_second() - DAY
    assert kept(a_warning(published_at=at, starts_at=None)).starts_at == at
    assert kept(a_warning(published_at=at, starts_at=at + DAY)).starts_at == at + DAY
    assert kept(draft_warning()).starts_at is None


@pytest.mark.parametrize(
    ("made", "work", "badge"),
    [
        (a_warning, "", "线上"),
        (draft_warning, "writing", "草稿"),
        (with_draft, "writing", "线上＋有新草稿"),
        (submitted, "submitted", "线上＋新稿待审"),
        (returned, "returned", "线上＋新稿退回"),
        (due, "due", "线上＋新稿已定时"),
        (scheduled, "", "已定时"),
        (binned, "writing", "在回收站"),
    ],
)
def test_staff_read_how_far_a_text_and_its_draft_are(db, made, work, badge):
    warning = kept(made())
    assert (warning.work(), warning.badge()) == (work, badge)


def test_a_new_text_that_waits_for_its_reviewer_says_so(editor):
    warning = draft_warning()
    actions.submit(text=warning, by=editor)
    assert (kept(warning).never_public, kept(warning).badge()) == (True, "待审")
    actions.send_back(text=warning, by=editor, remark="写清楚。")
    assert kept(warning).badge() == "退回"


def test_what_was_published_once_was_public_even_if_it_has_ended(db):
    warning = a_warning()
    assert not warning.never_public
    assert warning.badge(warning.ends_at) == "已过期"
    assert warning.badge(warning.starts_at - SECOND) == "已定时"


def meets(condition, text):
    return Warning.objects.filter(condition, pk=text.pk).exists()


def test_a_text_opens_soon_in_the_seven_days_before_its_start(editor):
    now = on_the_second()
    soon = a_warning(published_at=now - 9 * DAY, starts_at=now, ends_at=None)
    gone = a_warning(starts_at=now, ends_at=None, withdrawn_at=now, withdrawn_by=editor)
    draft = draft_warning(starts_at=now)
    for at, opens in [
        (now - 7 * DAY - SECOND, False),
        (now - 7 * DAY, True),
        (now - SECOND, True),
        (now, False),
    ]:
        assert meets(conditions.opening(at), soon) == opens
        assert not meets(conditions.opening(at), gone)
        assert not meets(conditions.opening(at), draft)


def test_a_text_is_renewed_soon_in_the_seven_days_before_its_new_version(db):
    warning = kept(due())
    assert meets(conditions.renewed(warning.due_at), warning)
    assert meets(conditions.renewed(warning.due_at - 7 * DAY), warning)
    assert not meets(conditions.renewed(warning.due_at - 7 * DAY - SECOND), warning)
    assert not meets(conditions.renewed(warning.due_at), with_draft())


@pytest.mark.parametrize(
    ("made", "waits_for_its_writer"),
    [
        (draft_warning, True),
        (with_draft, True),
        (returned, True),
        (submitted, False),
        (due, False),
        (a_warning, False),
    ],
)
def test_a_draft_is_left_lying_after_a_fortnight(db, made, waits_for_its_writer):
    warning = kept(made())
    fortnight = warning.changed_at + 14 * DAY
    assert not meets(conditions.untouched(fortnight), warning)
    assert meets(conditions.untouched(fortnight + SECOND), warning) == waits_for_its_writer


@pytest.mark.parametrize(
    ("made", "half"), [(with_draft, True), (submitted, False), (returned, False), (due, False)]
)
def test_a_draft_is_half_written_for_a_fortnight_by_who_wrote_it_last(db, made, half):
    warning = kept(made())
    by, fortnight = warning.draft.made_by, warning.changed_at + 14 * DAY
    assert meets(conditions.half_written(by, fortnight), warning) == half
    assert not meets(conditions.half_written(by, fortnight + SECOND), warning)
    assert not meets(conditions.half_written(a_staff_member(), fortnight), warning)


def test_who_wrote_an_earlier_draft_is_not_asked_for_the_rest(editor):
    warning, other = with_draft(), a_staff_member()
    redraft(warning, "打110。", by=editor)
    redraft(warning, "问一问家人。", by=other)
    now = timezone.now()
    assert not meets(conditions.half_written(editor, now), warning)
    assert meets(conditions.half_written(other, now), warning)


def test_a_text_is_looked_at_again_from_thirty_days_before_its_day(db):
    now = timezone.now()
    today = timezone.localdate(now)
    for days, asked in [(-1, True), (0, True), (30, True), (31, False)]:
        warning = a_warning(review_due=today + days * DAY)
        assert meets(conditions.due_for_review(now), warning) == asked
    assert not meets(conditions.due_for_review(now), a_warning())
