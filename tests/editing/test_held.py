"""What somebody tried in order to get round the rules of the desk, and what holds."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from awareness.audit.models import AuditAction, AuditEntry
from awareness.cases.models import Warning
from awareness.office.models import District, Office
from awareness.office.roles import Role
from awareness.publishing import actions
from awareness.publishing.preview import preview_path
from awareness.publishing.scheduling import publish_due
from awareness.publishing.versions import snapshot, versions_of
from tests.make import (
    a_staff_member,
    a_warning,
    come_in,
    draft_warning,
    form_values,
    publish_at_the_desk,
)


@pytest.fixture
def boss(db):
    return a_staff_member("boss", role=Role.REVIEWER)


@pytest.fixture
def at_desk(boss):
    return come_in(Client(), boss)


def with_draft(text, by, **fields):
    data = snapshot(text)
    data["fields"] |= fields
    actions.keep_draft(text=text, data=data, by=by)
    return text


def urgent_by(client):
    values = {
        "title_zh_hans": "有人冒充水电工收钱",
        "do_first_zh_hans": "不开门，打110问一问。",
        "district": District.objects.get(slug="qingshi").pk,
    }
    client.post(reverse("admin:cases_warning_urgent"), values)
    return Warning.objects.latest("pk")


def in_minutes(minutes):
    return (timezone.localtime() + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M")


def test_a_due_text_that_cannot_go_out_holds_up_nothing(visitor, editor):
    place = District.objects.create(slug="gone", name_zh_hans="没了的街道")
    broken = with_draft(a_warning(), editor, district_id=place.pk)
    sound = with_draft(a_warning(), editor, do_first_zh_hans="换上了。")
    for text in (broken, sound):
        actions.schedule(text=text, by=editor, moment=timezone.now() + timedelta(hours=1))
    place.delete()
    publish_due(timezone.now() + timedelta(hours=2))
    sound.refresh_from_db()
    broken.refresh_from_db()
    assert sound.do_first_zh_hans == "换上了。"
    assert "到时候没能换上" in broken.returned_note
    assert visitor.get("/warnings/").status_code == 200


def test_own_urgent_words_are_not_scheduled(at_desk):
    warning = urgent_by(at_desk)
    answer = publish_at_the_desk(at_desk, warning, when="later", moment=in_minutes(60))
    assert answer.status_code == 400
    assert "另一位审核人" in answer.content.decode()


def test_urgent_is_no_door_for_what_is_urgent_no_more(at_desk):
    warning = urgent_by(at_desk)
    publish_at_the_desk(at_desk, warning)
    url = reverse("admin:cases_warning_change", args=[warning.pk])
    values = form_values(at_desk, url) | {"do_first_zh_hans": "别的话。"}
    values.pop("urgent")
    at_desk.post(url, values)
    assert publish_at_the_desk(at_desk, warning).status_code == 400
    warning.refresh_from_db()
    assert warning.do_first_zh_hans != "别的话。"


def test_publishing_again_does_not_end_the_wait_for_a_second_reader(at_desk, editor):
    warning = urgent_by(at_desk)
    publish_at_the_desk(at_desk, warning)
    assert publish_at_the_desk(at_desk, warning).status_code == 409  # nothing new
    with_draft(warning, editor, do_first_zh_hans="改了一个字。")
    publish_at_the_desk(at_desk, warning)
    warning.refresh_from_db()
    assert warning.look_after


def test_nobody_publishes_in_the_name_of_another_office(db):
    branch = Office.objects.create(
        slug="branch", name_zh_hans="河口派出所", phone="0500-1", own_texts=True
    )
    clerk = a_staff_member(role=Role.REVIEWER, office=branch)
    warning = with_draft(a_warning(office=branch), clerk, office_id=None)
    answer = publish_at_the_desk(come_in(Client(), clerk), warning)
    assert answer.status_code == 403
    chief = a_staff_member(role=Role.ADMINISTRATOR, office=branch)
    warning = with_draft(a_warning(office=branch), chief, office_id=None)
    assert publish_at_the_desk(come_in(Client(), chief), warning).status_code == 400


def test_a_version_from_before_publication_comes_back_whole(at_desk, editor, boss, visitor):
    warning = draft_warning(ends_at=None)
    with_draft(warning, editor, do_first_zh_hans="第一稿。")
    actions.publish(text=warning, by=boss)
    with_draft(warning, editor, do_first_zh_hans="第二稿。")
    actions.publish(text=warning, by=boss)
    first = versions_of(warning).order_by("number").first()
    first.data["fields"]["starts_at"] = None
    first.save()
    actions.restore(text=warning, version=first, by=editor)
    url = reverse("admin:cases_warning_change", args=[warning.pk])
    assert at_desk.get(url).status_code == 200
    assert visitor.get(preview_path(warning)).status_code == 200
    assert publish_at_the_desk(at_desk, warning).status_code == 302
    assert visitor.get(warning.get_absolute_url()).status_code == 200


def test_the_reason_of_a_withdrawal_is_guarded_and_stays_in_the_log(at_desk, visitor):
    warning = a_warning()
    url = reverse("admin:cases_warning_verb", args=[warning.pk, "withdraw"])
    refused = at_desk.post(url, {"remark": "市民李建国打13912345678说不是骗局。"})
    assert refused.status_code == 400
    assert "李建国" in refused.content.decode()  # what was typed is not lost
    at_desk.post(url, {"remark": "查清了，不是骗局。"})
    assert "查清了" in visitor.get(warning.get_absolute_url()).content.decode()
    assert AuditEntry.objects.get(verb=AuditAction.WITHDRAWN).detail == "查清了，不是骗局。"
    assert not AuditEntry.objects.filter(detail__contains="李建国").exists()


def test_the_log_keeps_no_personal_data_of_a_title(editor):
    warning = draft_warning(title_zh_hans="小心13912345678这个号")
    actions.submit(text=warning, by=editor)
    assert not AuditEntry.objects.filter(about__contains="139").exists()
    assert AuditEntry.objects.filter(about__contains="（隐去）").exists()


def test_what_is_put_in_the_bin_does_not_come_out_at_its_moment(editor, visitor):
    now = timezone.now()
    ended = a_warning(starts_at=now - timedelta(days=9), ends_at=now - timedelta(days=1))
    with_draft(ended, editor, ends_at=(now + timedelta(days=9)).isoformat())
    actions.schedule(text=ended, by=editor, moment=now + timedelta(hours=1))
    actions.put_in_bin(text=ended, by=editor)
    publish_due(now + timedelta(hours=2))
    ended.refresh_from_db()
    assert ended.binned_at
    assert ended.due_at is None


def test_a_preview_from_before_a_withdrawal_ends_with_it(visitor, editor):
    warning = a_warning(withdrawn_reason_zh_hans="查清了。")
    path = preview_path(warning)
    actions.withdraw(text=warning, by=editor)
    assert visitor.get(path).status_code == 410


def test_a_preview_does_not_show_what_is_written_later(visitor, editor):
    warning = with_draft(a_warning(), editor, do_first_zh_hans="给人看的一稿。")
    path = preview_path(warning)
    with_draft(warning, editor, do_first_zh_hans="后来写的。")
    assert "给人看的一稿。" in visitor.get(path).content.decode()


@pytest.mark.parametrize("ends", ["2000-01-01", "0001-01-01", "9999-12-31"])
def test_an_end_that_cannot_be_is_a_sentence(at_desk, ends):
    warning = a_warning()
    url = reverse("admin:cases_warning_change", args=[warning.pk])
    values = form_values(at_desk, url) | {"ends_at_0": ends, "ends_at_1": "09:00"}
    answer = at_desk.post(url, values)
    assert answer.status_code == 200
    assert answer.context["errors"]


def test_nothing_is_scheduled_for_after_its_own_end(editor):
    warning = draft_warning(ends_at=timezone.now() + timedelta(hours=1))
    with pytest.raises(ValidationError, match="结束时间之后"):
        actions.schedule(text=warning, by=editor, moment=timezone.now() + timedelta(hours=2))


def test_a_title_that_grows_in_traditional_is_a_sentence(at_desk):
    warning = draft_warning()
    url = reverse("admin:cases_warning_change", args=[warning.pk])
    values = form_values(at_desk, url) | {"already_title_zh_hans": "互联网" * 26}
    answer = at_desk.post(url, values)
    assert answer.status_code == 200
    assert "换成繁體后长了" in answer.content.decode()


def test_who_takes_back_a_moment_may_still_publish(boss, at_desk, editor):
    warning = with_draft(draft_warning(ends_at=None), editor, do_first_zh_hans="别人写的。")
    actions.schedule(text=warning, by=boss, moment=timezone.now() + timedelta(hours=1))
    actions.unschedule(text=warning, by=boss)
    assert publish_at_the_desk(at_desk, warning).status_code == 302


def test_an_editor_does_not_take_back_what_a_reviewer_has_set(db, boss):
    clerk = a_staff_member("clerk", role=Role.EDITOR)
    client = come_in(Client(), clerk)
    warning = with_draft(a_warning(), clerk, do_first_zh_hans="新的。")
    actions.schedule(text=warning, by=boss, moment=timezone.now() + timedelta(hours=1))
    client.post(reverse("admin:cases_warning_verb", args=[warning.pk, "discard"]))
    url = reverse("admin:cases_warning_change", args=[warning.pk])
    client.post(url, form_values(client, url) | {"do_first_zh_hans": "又改了。"})
    warning.refresh_from_db()
    assert warning.due_at


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "٣", ""])
def test_a_made_up_version_number_does_no_harm(at_desk, number):
    warning = a_warning()
    history = reverse("admin:cases_warning_history", args=[warning.pk])
    assert at_desk.post(history, {"version": number}).status_code == 404
    url = reverse("admin:cases_warning_change", args=[warning.pk])
    values = form_values(at_desk, url) | {"_version": number, "do_first_zh_hans": "改。"}
    assert at_desk.post(url, values).status_code in {302, 409}
