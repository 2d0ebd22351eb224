"""The verbs that bring a text out: published, planned, taken back before its moment, read again."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from awareness.audit.models import AuditAction
from awareness.cases.models import Warning
from awareness.office.models import District
from awareness.publishing import actions
from awareness.publishing.versions import snapshot
from tests.make import a_staff_member, a_warning, draft_warning

from .verbs import (
    HOUR,
    SECOND,
    binned,
    due,
    entries,
    first_words,
    kept,
    numbers,
    on_the_second,
    redraft,
    returned,
    saying,
    scheduled,
    submitted,
    to_look_after,
    with_draft,
)


def withdrawn():
    warning = with_draft()
    actions.withdraw(text=warning, by=a_staff_member(), reason="已经查清。")
    return warning


@pytest.mark.parametrize("made", [with_draft, submitted, returned, due, withdrawn])
def test_publishing_brings_the_draft_out_and_ends_every_waiting(editor, made):
    warning, at = made(), timezone.now() + timedelta(minutes=1)
    actions.publish(text=warning, by=editor, at=at)
    row = kept(warning)
    assert first_words(warning) == ("先报警。", None)
    assert (row.published_by, row.published_at, row.badge(at)) == (editor, at, "线上")
    assert (row.live_version.number, row.withdrawn_by) == (2, None)
    assert entries(warning)[-1].detail == "第2版"


def test_publishing_without_a_draft_names_the_new_publisher(editor):
    warning = a_warning(published_by=a_staff_member())
    actions.publish(text=warning, by=editor)
    assert (kept(warning).published_by, kept(warning).live_version.number) == (editor, 1)


def test_the_public_version_says_when_it_opened(editor):
    warning, at = draft_warning(), timezone.now()
    actions.publish(text=warning, by=editor, at=at)
    row = kept(warning)
    assert row.live_version.data == snapshot(row)
    assert row.live_version.data["fields"]["starts_at"][:19] == at.isoformat()[:19]


def test_what_opens_at_this_very_moment_is_published_and_not_planned(editor):
    at = on_the_second()
    for starts, verb in [
        (at, AuditAction.PUBLISHED),
        (at + SECOND, AuditAction.SCHEDULED),
        (None, AuditAction.PUBLISHED),
    ]:
        warning = draft_warning(starts_at=starts)
        actions.publish(text=warning, by=editor, at=at)
        assert entries(warning)[-1].verb == verb


def test_what_lies_in_the_bin_is_not_published(editor):
    warning = binned()
    with pytest.raises(ValidationError, match="在回收站里，先取回来"):
        actions.publish(text=warning, by=editor)
    assert kept(warning).never_public


def test_a_draft_that_names_a_row_that_is_gone_is_not_published(editor):
    warning = with_draft()
    place = District.objects.create(slug="gone", name_zh_hans="没了的街道")
    data = saying(warning, district_id=place.pk)
    actions.keep_draft(text=warning, data=data, by=editor)
    place.delete()
    with pytest.raises(ValidationError, match="地区"):
        actions.publish(text=warning, by=editor)
    assert first_words(warning)[0] == "不开门。"


def test_only_a_second_person_ends_the_wait_for_a_second_person(editor):
    warning = with_draft()
    actions.publish(text=warning, by=editor)
    assert not kept(warning).look_after
    redraft(warning, "打110。")
    actions.publish(text=warning, by=editor, look_after=True)
    assert kept(warning).look_after
    redraft(warning, "不开门。")
    actions.publish(text=warning, by=editor)
    assert kept(warning).look_after


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"ends_at": None}, 30),
        ({}, None),
        ({"ends_at": None, "review_due": timezone.localdate()}, 0),
        ({"review_due": timezone.localdate()}, 0),
    ],
)
def test_a_text_without_an_end_gets_a_day_to_be_looked_at_again(editor, fields, days):
    warning, at = draft_warning(**fields), timezone.now()
    actions.publish(text=warning, by=editor, at=at)
    day = None if days is None else timezone.localdate(at) + timedelta(days=days)
    assert kept(warning).review_due == day


def test_a_new_text_is_planned_for_its_moment(editor):
    warning, moment = draft_warning(do_first_zh_hans="不开门。"), timezone.now() + HOUR
    actions.schedule(text=warning, by=editor, moment=moment)
    row = kept(warning)
    assert (row.badge(), row.starts_at, row.published_by) == ("已定时", moment, editor)
    assert (row.draft, row.live_version.note, row.live_version.made_by) == (None, "定时", None)
    assert row.live_version.data == snapshot(row)


def test_planning_a_new_text_keeps_its_newest_words(editor):
    warning = draft_warning()
    redraft(warning, by=editor)
    actions.schedule(text=warning, by=a_staff_member(), moment=timezone.now() + HOUR)
    assert first_words(warning) == ("先报警。", None)
    assert numbers(warning) == [1, 2]


@pytest.mark.parametrize("made", [with_draft, submitted, returned])
def test_a_draft_waits_beside_the_public_text_for_its_moment(editor, made):
    warning, moment = made(), timezone.now() + HOUR
    actions.schedule(text=warning, by=editor, moment=moment)
    row = kept(warning)
    assert (row.due_at, row.due_by, row.badge()) == (moment, editor, "线上＋新稿已定时")
    assert first_words(warning) == ("不开门。", "先报警。")
    assert (row.submitted_by, row.returned_by) == (None, None)
    assert entries(warning)[-1].detail == f"第2版，{timezone.localtime(moment):%Y-%m-%d %H:%M}"


def test_only_a_moment_that_is_still_to_come_can_be_chosen(editor):
    warning, at = with_draft(), timezone.now()
    for moment in (at - HOUR, at):
        with pytest.raises(ValidationError, match="已经过了"):
            actions.schedule(text=warning, by=editor, moment=moment, at=at)
    actions.schedule(text=warning, by=editor, moment=at + SECOND, at=at)
    assert kept(warning).due_at == at + SECOND


def test_a_text_cannot_open_when_it_has_ended(editor):
    ends = on_the_second() + HOUR
    for moment in (ends, ends + HOUR):
        warning = draft_warning(ends_at=ends)
        with pytest.raises(ValidationError, match="在结束时间之后"):
            actions.schedule(text=warning, by=editor, moment=moment)
        assert kept(warning).never_public
    actions.schedule(text=warning, by=editor, moment=ends - SECOND)
    assert kept(warning).state() == "scheduled"
    endless = draft_warning(ends_at=None)
    actions.schedule(text=endless, by=editor, moment=ends)
    assert kept(endless).starts_at == ends


def test_without_a_draft_nothing_can_take_the_place_of_a_public_text(editor):
    warning = a_warning()
    with pytest.raises(ValidationError, match="没有新稿可以换上"):
        actions.schedule(text=warning, by=editor, moment=timezone.now() + HOUR)
    assert kept(warning).due_at is None


def test_a_draft_that_cannot_take_its_place_goes_back_to_who_planned_it(editor):
    warning, at = with_draft(), timezone.now() + timedelta(minutes=1)
    actions.schedule(text=warning, by=editor, moment=at)
    actions.fail_due(text=warning, why="地区没有了。" + "长" * 600, at=at)
    row = kept(warning)
    assert (row.due_at, row.due_by, row.badge()) == (None, None, "线上＋新稿退回")
    assert (row.returned_at, row.returned_by) == (at, editor)
    assert row.returned_note == ("到时候没能换上：地区没有了。" + "长" * 600)[:500]
    assert entries(warning)[-1].detail == "到时候没能换上"


def test_a_draft_whose_moment_is_taken_back_is_a_draft_again(editor):
    warning = due()
    actions.unschedule(text=warning, by=editor)
    row = kept(warning)
    assert (row.due_at, row.due_by, row.badge()) == (None, None, "线上＋有新草稿")
    assert (row.published_at, row.live_version.number) == (warning.published_at, 1)


@pytest.mark.parametrize("words", [None, "打110。"])
def test_a_new_text_whose_moment_is_taken_back_is_a_draft_again(editor, words):
    warning = scheduled()
    if words:
        redraft(warning, words, by=editor)
    newest = kept(warning).draft or kept(warning).live_version
    actions.unschedule(text=warning, by=editor)
    row = kept(warning)
    assert (row.badge(), row.draft, row.live_version) == ("草稿", newest, None)
    assert (row.published_at, row.published_by) == (None, None)


def test_only_a_moment_that_has_not_come_is_taken_back(editor):
    at = on_the_second() + HOUR
    warning = draft_warning(starts_at=at)
    actions.publish(text=warning, by=editor, at=at - HOUR)
    with pytest.raises(ValidationError, match="没有定时"):
        actions.unschedule(text=warning, by=editor, at=at)
    actions.unschedule(text=warning, by=editor, at=at - SECOND)
    assert kept(warning).never_public


@pytest.mark.parametrize("made", [a_warning, draft_warning, with_draft])
def test_what_has_no_moment_has_none_to_take_back(editor, made):
    warning = made()
    with pytest.raises(ValidationError, match="没有定时"):
        actions.unschedule(text=warning, by=editor)
    assert kept(warning).published_at == warning.published_at


def test_what_was_withdrawn_before_it_opened_again_has_no_moment(editor):
    warning = a_warning(withdrawn_reason_zh_hans="已经查清。")
    actions.withdraw(text=warning, by=editor)
    Warning.objects.filter(pk=warning.pk).update(starts_at=timezone.now() + HOUR)
    with pytest.raises(ValidationError, match="没有定时"):
        actions.unschedule(text=warning, by=editor)
    assert kept(warning).state() == "withdrawn"


def test_a_second_person_reads_what_went_out_unread(editor):
    warning = to_look_after()
    actions.second_read(text=warning, by=editor)
    assert not kept(warning).look_after
    assert entries(warning)[-1].detail == "第2版"
    with pytest.raises(ValidationError, match="不用复核"):
        actions.second_read(text=warning, by=a_staff_member())


def test_neither_who_wrote_a_text_nor_who_published_it_is_the_second_person(editor):
    writer, warning = a_staff_member("wrote"), a_warning()
    redraft(warning, by=writer)
    actions.publish(text=warning, by=editor, look_after=True)
    for one in (writer, editor):
        with pytest.raises(ValidationError, match="另一个人复核"):
            actions.second_read(text=warning, by=one)
    assert kept(warning).look_after


def test_a_text_from_before_versions_can_be_looked_after(editor):
    warning = a_warning(look_after=True, published_by=a_staff_member())
    actions.second_read(text=warning, by=editor)
    assert (kept(warning).look_after, entries(warning)[-1].detail) == (False, "")
