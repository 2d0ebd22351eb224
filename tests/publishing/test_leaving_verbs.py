"""The verbs that take a text from the public and from the lists: withdrawn, binned, taken back."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from awareness.emergency.models import Section
from awareness.publishing import actions
from tests.make import a_staff_member, a_warning, draft_warning

from .verbs import (
    HOUR,
    SECOND,
    binned,
    due,
    entries,
    kept,
    returned,
    scheduled,
    submitted,
    with_draft,
)

REASON = "情况已经查清。"


def reasons(text):
    row = kept(text)
    return row.withdrawn_reason_zh_hans, row.withdrawn_reason_zh_hant, row.withdrawn_reason_en


def test_withdrawing_names_who_when_and_why(editor):
    warning, at = a_warning(), timezone.now() + timedelta(minutes=1)
    actions.withdraw(text=warning, by=editor, at=at, reason=f" {REASON} ")
    row = kept(warning)
    assert (row.withdrawn_by, row.withdrawn_at, row.badge()) == (editor, at, "已撤回")
    assert reasons(warning)[0] == REASON
    assert entries(warning)[-1].detail == REASON


def test_a_new_reason_leaves_no_old_one_in_another_language(editor):
    old = {"zh_hans": "写错了。", "zh_hant": "寫錯了。", "en": "A mistake."}
    warning = a_warning(**{f"withdrawn_reason_{name}": text for name, text in old.items()})
    actions.withdraw(text=warning, by=editor, reason=REASON)
    assert reasons(warning) == (REASON, "", "")


def test_a_reason_that_was_written_before_holds_in_all_its_languages(editor):
    warning = a_warning(withdrawn_reason_zh_hans=REASON, withdrawn_reason_en="Cleared up.")
    actions.withdraw(text=warning, by=editor, reason="  ")
    assert (reasons(warning)[0], reasons(warning)[2]) == (REASON, "Cleared up.")


def test_a_long_reason_is_cut_where_its_column_ends(editor):
    warning = a_warning()
    actions.withdraw(text=warning, by=editor, reason="查" * 400)
    assert reasons(warning)[0] == "查" * 300


def test_a_reason_that_must_not_go_out_withdraws_nothing(editor):
    warning = a_warning()
    with pytest.raises(ValidationError, match="电话号码"):
        actions.withdraw(text=warning, by=editor, reason="问13800138000。")
    assert (kept(warning).badge(), reasons(warning)[0]) == ("线上", "")


def test_nothing_is_withdrawn_without_a_reason(editor):
    warning = a_warning()
    with pytest.raises(ValidationError, match="还没有写撤回原因"):
        actions.withdraw(text=warning, by=editor)
    assert kept(warning).badge() == "线上"


def test_what_other_pages_stand_on_is_neither_withdrawn_nor_binned(editor):
    section = Section.objects.first()
    with pytest.raises(ValidationError, match="不能撤回"):
        actions.withdraw(text=section, by=editor, reason=REASON)
    with pytest.raises(ValidationError, match="不能删"):
        actions.put_in_bin(text=section, by=editor)
    section.refresh_from_db()
    assert (section.withdrawn_at, section.binned_at) == (None, None)


@pytest.mark.parametrize("made", [draft_warning, scheduled])
def test_what_the_public_never_saw_is_not_withdrawn(editor, made):
    warning = made()
    with pytest.raises(ValidationError, match="还没有公开"):
        actions.withdraw(text=warning, by=editor, reason=REASON)
    assert kept(warning).withdrawn_at is None


def test_a_text_can_be_withdrawn_from_the_moment_that_it_opens(editor):
    at = timezone.now() + HOUR
    warning = scheduled()
    opens = kept(warning).starts_at
    with pytest.raises(ValidationError, match="还没有公开"):
        actions.withdraw(text=warning, by=editor, reason=REASON, at=opens - SECOND)
    actions.withdraw(text=warning, by=editor, reason=REASON, at=opens)
    assert kept(warning).state(at) == "withdrawn"


def test_a_version_that_waited_for_its_moment_does_not_bring_a_withdrawn_text_back(editor):
    from awareness.publishing.scheduling import publish_due

    warning = due()
    actions.withdraw(text=warning, by=editor, reason=REASON)
    assert publish_due(timezone.now() + 2 * HOUR) == 0
    row = kept(warning)
    assert (row.badge(), row.due_at, row.due_by) == ("已撤回＋有新草稿", None, None)


@pytest.mark.parametrize("made", [draft_warning, submitted, returned, due])
def test_what_lies_in_the_bin_waits_for_nobody(editor, made):
    warning, at = made(), timezone.now() + timedelta(minutes=1)
    if not warning.never_public:
        actions.withdraw(text=warning, by=editor, reason=REASON)
    actions.put_in_bin(text=warning, by=editor, at=at)
    row = kept(warning)
    assert (row.binned_by, row.binned_at, row.badge()) == (editor, at, "在回收站")
    assert (row.submitted_at, row.returned_at, row.due_at) == (None, None, None)


@pytest.mark.parametrize("made", [a_warning, with_draft, scheduled])
def test_what_is_public_or_will_be_is_not_binned(editor, made):
    warning = made()
    with pytest.raises(ValidationError, match="请先撤回"):
        actions.put_in_bin(text=warning, by=editor)
    assert kept(warning).binned_at is None


def test_what_has_ended_can_be_binned(editor):
    warning = a_warning()
    other = a_warning()
    actions.put_in_bin(text=warning, by=editor, at=warning.ends_at)
    assert (kept(warning).badge(), kept(other).badge()) == ("在回收站", "线上")


def test_what_comes_back_from_the_bin_is_what_it_was(editor):
    warning, at = binned(), timezone.now() + timedelta(minutes=1)
    actions.take_from_bin(text=warning, by=editor, at=at)
    row = kept(warning)
    assert (row.binned_at, row.binned_by, row.badge()) == (None, None, "草稿")


def test_the_bin_keeps_a_text_for_thirty_days(editor):
    warning, at = draft_warning(), timezone.now()
    actions.put_in_bin(text=warning, by=a_staff_member(), at=at)
    assert actions.bin_ends(warning) == at + timedelta(days=30)
