"""Two who act on one text at once: the second waits, and then acts on what the first has left."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from awareness.audit.models import AuditAction
from awareness.publishing import actions
from awareness.publishing.scheduling import publish_due
from tests.databases import copied_database
from tests.make import a_staff_member, draft_warning

from .verbs import HOUR, due, entries, first_words, kept, numbers, redraft, submitted, with_draft

PATIENCE = 60  # seconds, on a machine with much else to do


@pytest.fixture(autouse=True)
def own_database(django_db_setup, django_db_blocker, tmp_path):
    with django_db_blocker.unblock(), copied_database(tmp_path):
        yield


def at_once(first, second):
    """FIRST acts, and SECOND comes before that is committed. Raises what either of them raises."""
    acted, left = Event(), Event()

    def lead():
        try:
            with closing(connection), transaction.atomic():
                first()
                acted.set()
                _until_somebody_waits(left)
        finally:
            acted.set()

    def follow():
        acted.wait()
        try:
            with closing(connection):
                second()
        finally:
            left.set()

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(lead), pool.submit(follow)]:
            done.result()


def _until_somebody_waits(left):
    """PostgreSQL tells that another waits for us, unless they have LEFT; in SQLite only one writes."""
    waits = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    waits += " AND datname = current_database()"
    end = time.monotonic() + PATIENCE
    with connection.cursor() as cursor:
        while connection.vendor == "postgresql" and not left.is_set():
            cursor.execute("SELECT pg_stat_clear_snapshot()")  # else a transaction sees but one
            if cursor.execute(waits).fetchone():
                return
            assert time.monotonic() < end, "nobody came to wait"
            time.sleep(0.01)


def publish(text, **more):
    actions.publish(text=text, by=a_staff_member(), **more)


def withdraw(text):
    actions.withdraw(text=text, by=a_staff_member(), reason="情况已经查清。")


def test_two_drafts_at_once_are_both_kept_and_the_later_one_is_the_draft():
    warning = with_draft()
    mine, theirs = kept(warning), kept(warning)
    at_once(lambda: redraft(mine, "打110。"), lambda: redraft(theirs, "问一问家人。"))
    assert numbers(warning) == [1, 2, 3, 4]
    assert first_words(warning) == ("不开门。", "问一问家人。")


def test_first_drafts_at_once_remember_the_text_as_it_was_once():
    warning = draft_warning(do_first_zh_hans="不开门。")
    mine, theirs = kept(warning), kept(warning)
    at_once(
        lambda: actions.submit(text=mine, by=a_staff_member()),
        lambda: actions.submit(text=theirs, by=a_staff_member()),
    )
    assert numbers(warning) == [1]


def test_who_publishes_second_publishes_what_is_public_already():
    warning = with_draft()
    mine, theirs = kept(warning), kept(warning)
    at_once(lambda: publish(mine), lambda: publish(theirs))
    row = kept(warning)
    assert (first_words(warning), row.live_version.number) == (("先报警。", None), 2)
    assert [entry.detail for entry in entries(warning)[-2:]] == ["第2版", "第2版"]


def test_what_is_published_while_another_withdraws_it_is_withdrawn_as_the_newest_version():
    warning = with_draft()
    mine, theirs = kept(warning), kept(warning)
    at_once(lambda: publish(mine), lambda: withdraw(theirs))
    row = kept(warning)
    assert (row.badge(), row.live_version.number, row.draft) == ("已撤回", 2, None)
    assert row.do_first_zh_hans == "先报警。"


def test_what_is_withdrawn_while_another_publishes_it_is_public_again():
    warning = with_draft()
    mine, theirs = kept(warning), kept(warning)
    at_once(lambda: withdraw(mine), lambda: publish(theirs))
    assert (kept(warning).badge(), first_words(warning)) == ("线上", ("先报警。", None))


@pytest.mark.parametrize(
    ("verb", "says"),
    [
        (lambda text, by: actions.discard(text=text, by=by), "没有新稿可以放弃"),
        (lambda text, by: actions.submit(text=text, by=by), "没有新稿，不用交审核"),
        (
            lambda text, by: actions.schedule(text=text, by=by, moment=timezone.now() + HOUR),
            "没有新稿可以换上",
        ),
        (lambda text, by: actions.put_in_bin(text=text, by=by), "请先撤回"),
    ],
)
def test_what_another_has_just_published_is_no_draft_any_more(verb, says):
    warning, other = with_draft(), a_staff_member()
    mine, theirs = kept(warning), kept(warning)
    with pytest.raises(ValidationError, match=says):
        at_once(lambda: publish(mine), lambda: verb(theirs, other))
    row = kept(warning)
    assert (row.badge(), row.live_version.number, row.draft) == ("线上", 2, None)


def test_what_is_sent_back_while_another_publishes_it_is_public():
    warning = submitted()
    mine, theirs = kept(warning), kept(warning)
    with pytest.raises(ValidationError, match="没有在等审核"):
        at_once(
            lambda: publish(mine),
            lambda: actions.send_back(text=theirs, by=a_staff_member(), remark="写清楚。"),
        )
    assert kept(warning).badge() == "线上"


def test_two_visits_at_its_moment_bring_a_version_out_once():
    warning = due()
    later = timezone.now() + 2 * HOUR
    at_once(lambda: publish_due(later), lambda: publish_due(later))
    verbs = [entry.verb for entry in entries(warning)]
    assert (verbs.count(AuditAction.PUBLISHED), kept(warning).badge()) == (1, "线上")
