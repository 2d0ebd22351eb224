"""Somebody else was quicker: what was written is not lost."""

from dataclasses import replace
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from awareness.cases.models import Warning
from awareness.editing.verbs import VERBS
from awareness.office.roles import Role
from awareness.publishing import actions
from tests.make import a_staff_member, a_warning, come_in, draft_warning, form_values
from tests.publishing.steps import address, edit


def two_reviewers():
    return [come_in(Client(), a_staff_member(role=Role.REVIEWER)) for _ in range(2)]


LONG = "第二段要写清楚在哪个小区门口，几点钟。" * 12


def test_a_remark_that_comes_too_late_is_given_back(writer):
    warning, (first, second) = draft_warning(), two_reviewers()
    writer.post(address(warning, "verb", "submit"))
    url = address(warning, "verb", "return")
    assert first.post(url, {"remark": "先改标题。"}).status_code == 302
    late = second.post(url, {"remark": LONG})
    page = late.content.decode()
    assert late.status_code == 409
    assert "现在是“退回”，不能退回。" in page
    assert f"readonly>{LONG}</textarea>" in page
    warning.refresh_from_db()
    assert warning.returned_note == "先改标题。"


def test_so_is_the_reason_of_who_takes_back_second(db):
    warning, (first, second) = a_warning(), two_reviewers()
    url = address(warning, "verb", "withdraw")
    assert first.post(url, {"remark": "地点写错了。"}).status_code == 302
    late = second.post(url, {"remark": "已经抓到人了。"})
    assert late.status_code == 409
    assert "不能撤回" in late.content.decode() and "已经抓到人了。" in late.content.decode()
    warning.refresh_from_db()
    assert warning.withdrawn_reason_zh_hans == "地点写错了。"


def test_so_it_is_if_the_other_was_quicker_by_a_moment(writer, editor, reviewer, monkeypatch):
    warning = draft_warning()
    writer.post(address(warning, "verb", "submit"))
    asked = VERBS["return"]

    def too_late(**given):
        actions.send_back(text=Warning.objects.get(pk=warning.pk), by=editor, remark="先改标题。")
        asked.act(**given)

    monkeypatch.setitem(VERBS, "return", replace(asked, act=too_late))
    late = reviewer.post(address(warning, "verb", "return"), {"remark": LONG})
    assert late.status_code == 409
    assert LONG in late.content.decode()


def test_a_button_pressed_twice_without_words_leads_to_the_text(writer):
    warning = draft_warning()
    url = address(warning, "verb", "submit")
    assert [writer.post(url).status_code for _ in range(2)] == [302, 302]


def test_what_is_written_while_a_reviewer_sets_the_moment_stays_in_the_form(writer):
    warning = a_warning()
    edit(writer, warning, do_first_zh_hans="先报警。")
    url = address(warning, "change")
    values = form_values(writer, url)
    actions.schedule(text=warning, by=a_staff_member(), moment=timezone.now() + timedelta(hours=1))
    late = writer.post(url, values | {"do_first_zh_hans": "先打电话问。"})
    page = late.content.decode()
    assert late.status_code == 409
    assert "新稿已经定时，要改它，先请审核人取消定时。" in page
    assert "先打电话问。" in page
    warning.refresh_from_db()
    assert warning.due_at
    assert warning.draft.data["fields"]["do_first_zh_hans"] == "先报警。"
