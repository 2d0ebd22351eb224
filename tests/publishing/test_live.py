"""What the public may see, to the second, and the verbs that change it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from awareness.cases.models import Warning
from awareness.publishing import actions
from awareness.publishing.models import PublicState
from tests.make import a_warning, draft_warning

SECOND = timedelta(seconds=1)


@pytest.fixture
def week(db):
    """A warning from now on for a week."""
    now = timezone.now().replace(microsecond=0)
    return a_warning(published_at=now - SECOND, starts_at=now, ends_at=now + timedelta(days=7))


def live(warning, at):
    return Warning.objects.live(at).filter(pk=warning.pk).exists()


def test_it_opens_and_closes_on_the_second(week):
    start, end = week.starts_at, week.ends_at
    moments = [start - SECOND, start, end - SECOND, end]
    assert [live(week, at) for at in moments] == [False, True, True, False]


def test_the_word_for_staff_agrees_with_what_the_public_sees(week):
    for at in [week.starts_at - SECOND, week.starts_at, week.ends_at - SECOND, week.ends_at]:
        assert (week.state(at) == PublicState.LIVE) == live(week, at)
    assert week.state(week.starts_at - SECOND) == PublicState.SCHEDULED
    assert week.state(week.ends_at) == PublicState.EXPIRED


def test_a_draft_is_never_public(db):
    draft = draft_warning()
    assert not live(draft, timezone.now() + timedelta(days=1))
    assert draft.state() == PublicState.DRAFT


def test_pages_follow_without_anything_being_run(visitor, week, time_machine):
    time_machine.move_to(week.starts_at - SECOND, tick=False)
    assert visitor.get(week.get_absolute_url()).status_code == 404
    assert week.title_zh_hans[:4] not in visitor.get("/").content.decode()
    time_machine.move_to(week.starts_at, tick=False)
    assert visitor.get(week.get_absolute_url()).status_code == 200
    assert week.title_zh_hans[:4] in visitor.get("/warnings/").content.decode()
    time_machine.move_to(week.ends_at, tick=False)
    gone = visitor.get(week.get_absolute_url())
    assert gone.status_code == 410
    assert "已经过期" in gone.content.decode()
    assert week.title_zh_hans[:4] not in visitor.get("/warnings/").content.decode()


def test_publishing_names_who_and_when(editor):
    draft = draft_warning()
    at = timezone.now()
    actions.publish(text=draft, by=editor, at=at)
    draft.refresh_from_db()
    assert (draft.published_by, draft.published_at, draft.starts_at) == (editor, at, at)
    assert live(draft, at)


def test_publishing_keeps_a_later_start(editor):
    later = timezone.now() + timedelta(days=1)
    draft = draft_warning(starts_at=later)
    actions.publish(text=draft, by=editor)
    assert draft.state() == PublicState.SCHEDULED
    assert live(draft, later)


def test_a_withdrawn_warning_goes_and_its_reason_stays_visible(visitor, editor):
    warning = a_warning(withdrawn_reason_zh_hans="情况已经查清，不是骗局。")
    actions.withdraw(text=warning, by=editor)
    page = visitor.get(warning.get_absolute_url())
    assert page.status_code == 200
    assert "情况已经查清" in page.content.decode()
    assert "先做这一件" not in page.content.decode()
    assert "noindex" in page.content.decode()
    assert not live(warning, timezone.now())


def test_nothing_is_withdrawn_without_a_reason(editor):
    warning = a_warning()
    with pytest.raises(ValidationError, match="撤回原因"):
        actions.withdraw(text=warning, by=editor)
    warning.refresh_from_db()
    assert warning.state() == PublicState.LIVE


@pytest.mark.parametrize(
    "half",
    [
        {"withdrawn_at": timezone.now()},
        {"published_at": None},
        {"ends_at": timezone.now() - timedelta(days=400)},
    ],
)
def test_the_database_refuses_half_set_states(db, editor, half):
    warning = a_warning(published_by=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Warning.objects.filter(pk=warning.pk).update(**half)
