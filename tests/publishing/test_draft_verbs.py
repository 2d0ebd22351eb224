"""The verbs of a draft: kept, submitted, sent back, restored, given up."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from awareness.cases.models import Warning
from awareness.guide.models import Trait
from awareness.publishing import actions
from awareness.publishing.versions import snapshot, versions_of
from tests.make import a_staff_member, a_warning, draft_warning

from .verbs import (
    HOUR,
    due,
    entries,
    first_words,
    kept,
    numbers,
    redraft,
    returned,
    saying,
    submitted,
    with_draft,
)


def test_a_draft_of_a_public_text_stands_beside_it(editor):
    warning = a_warning(do_first_zh_hans="不开门。", published_by=a_staff_member("before"))
    draft = redraft(warning, by=editor, minor=True, remark="改了一句")
    assert first_words(warning) == ("不开门。", "先报警。")
    first = kept(warning).live_version
    assert (first.number, first.made_by.username, first.note) == (1, "before", "原有内容")
    assert first.data["fields"]["do_first_zh_hans"] == "不开门。"
    assert (draft.number, draft.made_by, draft.minor, draft.note) == (2, editor, True, "改了一句")
    assert kept(warning).draft == draft
    assert entries(warning)[-1].detail == "第2版 改了一句"


def test_a_draft_is_no_small_change_unless_somebody_says_so(editor):
    assert not redraft(a_warning(), by=editor).minor


def test_a_text_that_was_never_public_is_its_own_draft(editor):
    warning = draft_warning(do_first_zh_hans="不开门。")
    draft = redraft(warning, by=editor)
    row = kept(warning)
    assert (row.do_first_zh_hans, row.draft, row.live_version) == ("先报警。", draft, None)
    assert (numbers(warning), draft.minor) == ([1], False)
    redraft(warning, "打110。", by=editor)
    assert first_words(warning) == ("打110。", "打110。")
    assert numbers(warning) == [1, 2]


def test_the_same_words_again_make_no_version_and_no_line(editor):
    for warning in (a_warning(), draft_warning()):
        made = [redraft(warning, by=editor), redraft(warning, by=editor)]
        assert made[0] == made[1]
        assert len(entries(warning)) == 1


def test_the_words_of_the_public_text_make_no_draft(editor):
    warning = with_draft()
    actions.publish(text=warning, by=editor)
    public = actions.keep_draft(text=warning, data=snapshot(warning), by=editor)
    assert (public, kept(warning).draft) == (kept(warning).live_version, None)


def test_going_back_to_the_public_words_is_a_draft_of_its_own(editor):
    warning = with_draft()
    redraft(warning, "不开门。", by=editor)
    assert first_words(warning) == ("不开门。", "不开门。")
    assert numbers(warning) == [1, 2, 3]


@pytest.mark.parametrize("made", [submitted, returned, due])
def test_a_changed_draft_waits_for_nobody(editor, made):
    warning = made()
    redraft(warning, "打110。", by=editor)
    row = kept(warning)
    assert row.badge() == "线上＋有新草稿"
    assert (row.submitted_by, row.returned_by, row.due_by, row.returned_note) == (None,) * 3 + ("",)


def test_the_first_change_of_a_row_keeps_what_it_was(editor):
    at = timezone.now() + HOUR
    public, new, trait = a_warning(published_by=editor), draft_warning(), Trait.objects.first()
    for row in (public, new, trait):
        actions.remember_first(row, at)
        actions.remember_first(row, at + HOUR)
        (version,) = versions_of(row)
        assert (version.data, version.made_at, version.note) == (snapshot(row), at, "原有内容")
    assert (kept(public).live_version.made_by, kept(public).draft) == (editor, None)
    assert (kept(new).live_version, kept(new).draft.number) == (None, 1)
    assert versions_of(trait).get().made_by is None


def test_what_a_row_was_is_kept_now_if_no_moment_is_named(db, time_machine):
    now, trait = timezone.now() + HOUR, Trait.objects.first()
    time_machine.move_to(now, tick=False)
    actions.remember_first(trait)
    assert versions_of(trait).get().made_at == now


def test_submitting_names_who_asks_since_when(editor):
    warning, at = with_draft(), timezone.now() + timedelta(minutes=1)
    actions.submit(text=warning, by=editor, at=at)
    row = kept(warning)
    assert (row.submitted_by, row.submitted_at, row.badge()) == (editor, at, "线上＋新稿待审")
    assert entries(warning)[-1].detail == "第2版"


def test_a_text_from_before_versions_can_be_submitted(editor):
    warning = draft_warning()
    actions.submit(text=warning, by=editor)
    assert (kept(warning).badge(), kept(warning).draft.note) == ("待审", "原有内容")


@pytest.mark.parametrize("made", [returned, due])
def test_submitting_ends_every_other_waiting(editor, made):
    warning = made()
    actions.submit(text=warning, by=editor)
    row = kept(warning)
    assert (row.returned_at, row.returned_by, row.returned_note) == (None, None, "")
    assert (row.due_at, row.due_by) == (None, None)


def test_a_public_text_without_a_draft_is_not_submitted(editor):
    warning = a_warning()
    with pytest.raises(ValidationError, match="没有新稿，不用交审核"):
        actions.submit(text=warning, by=editor)
    assert kept(warning).submitted_at is None


def test_a_draft_goes_back_with_a_remark(editor):
    warning, at = submitted(), timezone.now() + timedelta(minutes=1)
    actions.send_back(text=warning, by=editor, remark=" 写清楚在哪里。 ", at=at)
    row = kept(warning)
    assert (row.returned_by, row.returned_at, row.returned_note) == (editor, at, "写清楚在哪里。")
    assert (row.submitted_at, row.submitted_by, row.badge()) == (None, None, "线上＋新稿退回")
    assert entries(warning)[-1].detail == "写清楚在哪里。"


def test_a_long_remark_is_cut_where_its_column_ends(editor):
    warning = submitted()
    actions.send_back(text=warning, by=editor, remark="改" * 600)
    assert kept(warning).returned_note == "改" * 500


@pytest.mark.parametrize("remark", ["", " \n"])
def test_nothing_goes_back_without_a_remark(editor, remark):
    warning = submitted()
    with pytest.raises(ValidationError, match="退回要写意见"):
        actions.send_back(text=warning, by=editor, remark=remark)
    assert kept(warning).submitted_at


def test_what_nobody_submitted_does_not_go_back(editor):
    warning = with_draft()
    with pytest.raises(ValidationError, match="没有在等审核"):
        actions.send_back(text=warning, by=editor, remark="写清楚。")
    assert kept(warning).returned_at is None


def test_an_old_version_comes_back_as_a_draft_that_says_so(editor):
    warning = with_draft()
    draft = actions.restore(text=warning, version=versions_of(warning).get(number=1), by=editor)
    assert first_words(warning) == ("不开门。", "不开门。")
    assert (draft.number, draft.note, draft.made_by) == (3, "取回第1版", editor)
    assert kept(warning).draft == draft


@pytest.mark.parametrize("made", [with_draft, submitted, returned, due])
def test_a_draft_that_is_given_up_leaves_the_public_text_and_stays_in_its_history(editor, made):
    warning = made()
    actions.discard(text=warning, by=editor)
    assert first_words(warning) == ("不开门。", None)
    assert (kept(warning).badge(), numbers(warning)) == ("线上", [1, 2])


@pytest.mark.parametrize("made", [a_warning, draft_warning])
def test_without_a_draft_beside_a_public_text_there_is_nothing_to_give_up(editor, made):
    warning = made()
    actions.remember_first(warning)
    draft = kept(warning).draft
    with pytest.raises(ValidationError, match="没有新稿可以放弃"):
        actions.discard(text=warning, by=editor)
    assert kept(warning).draft == draft


def test_a_draft_changes_no_column_of_the_public_text(editor):
    warning = a_warning()
    before = Warning.objects.filter(pk=warning.pk).values("title_en", "urgent", "ends_at").get()
    data = saying(warning, title_en="Other", urgent=True, ends_at=None)
    actions.keep_draft(text=warning, data=data, by=editor)
    assert Warning.objects.filter(pk=warning.pk).values("title_en", "urgent", "ends_at").get() == (
        before
    )
