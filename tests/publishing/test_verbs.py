"""What holds for every verb: it acts on what the database holds, and its moment and actor are kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from awareness.audit.models import AuditAction
from awareness.cases.models import Warning
from awareness.publishing import actions
from awareness.publishing.versions import versions_of
from tests.make import a_warning, draft_warning

from .verbs import (
    binned,
    due,
    entries,
    kept,
    redraft,
    returned,
    saying,
    scheduled,
    submitted,
    to_look_after,
    with_draft,
)

LATER = timezone.now() + timedelta(days=3)


def _keep_draft(text, **more):
    actions.keep_draft(text=text, data=saying(text, do_first_zh_hans="打110。"), **more)


def _send_back(**more):
    actions.send_back(remark="写清楚。", **more)


def _schedule(**more):
    actions.schedule(moment=LATER, **more)


def _withdraw(**more):
    actions.withdraw(reason="已经查清。", **more)


def _restore(text, **more):
    actions.restore(text=text, version=versions_of(text).get(number=1), **more)


def _fail_due(by, **more):
    actions.fail_due(why="地区没有了。", **more)


VERBS = [
    (with_draft, _keep_draft, AuditAction.SAVED),
    (draft_warning, _keep_draft, AuditAction.SAVED),
    (with_draft, _restore, AuditAction.SAVED),
    (with_draft, actions.submit, AuditAction.SUBMITTED),
    (draft_warning, actions.submit, AuditAction.SUBMITTED),
    (submitted, _send_back, AuditAction.RETURNED),
    (with_draft, actions.publish, AuditAction.PUBLISHED),
    (draft_warning, actions.publish, AuditAction.PUBLISHED),
    (with_draft, _schedule, AuditAction.SCHEDULED),
    (draft_warning, _schedule, AuditAction.SCHEDULED),
    (due, _fail_due, AuditAction.RETURNED),
    (due, actions.unschedule, AuditAction.UNSCHEDULED),
    (scheduled, actions.unschedule, AuditAction.UNSCHEDULED),
    (a_warning, _withdraw, AuditAction.WITHDRAWN),
    (with_draft, actions.discard, AuditAction.DISCARDED),
    (to_look_after, actions.second_read, AuditAction.SECOND_READ),
    (draft_warning, actions.put_in_bin, AuditAction.BINNED),
    (binned, actions.take_from_bin, AuditAction.UNBINNED),
]
every_verb = pytest.mark.parametrize(("made", "verb", "noted"), VERBS)


@every_verb
def test_a_verb_is_noted_with_its_actor_and_its_moment(editor, made, verb, noted):
    warning, at = made(), timezone.now() + timedelta(minutes=5)
    before = len(entries(warning))
    verb(text=warning, by=editor, at=at)
    (entry,) = entries(warning)[before:]
    by = None if verb is _fail_due else editor
    assert (entry.verb, entry.by, entry.at, entry.about) == (noted, by, at, str(warning))
    assert (kept(warning).changed_at == at) == (verb != actions.second_read)


@every_verb
def test_a_verb_is_done_now_to_the_text_as_others_have_left_it(
    editor, time_machine, made, verb, noted
):
    warning, now = made(), timezone.now() + timedelta(minutes=5)
    stale = kept(warning)
    Warning.objects.filter(pk=warning.pk).update(withdrawn_reason_en="Cleared up.")
    time_machine.move_to(now, tick=False)
    verb(text=stale, by=editor)
    left = "" if verb is _withdraw else "Cleared up."
    assert (kept(warning).withdrawn_reason_en, stale.withdrawn_reason_en) == (left, left)
    assert entries(warning)[-1].at == now


@pytest.mark.parametrize("made", [with_draft, submitted, returned, due])
def test_a_text_read_before_goes_out_as_the_newest_draft_says(editor, made):
    warning = made()
    stale = kept(warning)
    assert stale.draft.number == 2  # now it holds the draft as well
    redraft(kept(warning), "问一问家人。")
    actions.publish(text=stale, by=editor)
    assert kept(warning).do_first_zh_hans == "问一问家人。"
    assert stale.do_first_zh_hans == "问一问家人。"


def test_whoever_takes_a_text_for_themselves_has_it_as_it_is(db):
    warning = a_warning(do_first_zh_hans="不开门。")
    stale = kept(warning)
    Warning.objects.filter(pk=warning.pk).update(do_first_zh_hans="先报警。")
    assert actions.locked(stale) is stale
    assert stale.do_first_zh_hans == "先报警。"


def test_a_moment_that_others_took_back_publishes_nothing(editor):
    warning = due()
    stale = kept(warning)
    actions.unschedule(text=warning, by=editor)
    actions.fail_due(text=stale, why="地区没有了。")
    assert kept(warning).badge() == "线上＋有新草稿"
    assert entries(warning)[-1].verb == AuditAction.UNSCHEDULED
