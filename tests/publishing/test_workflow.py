"""From a draft to the public and back, as an editor and a reviewer do it at the desk."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from awareness.audit.models import AuditAction, AuditEntry
from awareness.cases.models import Warning
from awareness.emergency.models import Situation, Step
from awareness.guide.models import ScamType
from awareness.office.models import District
from awareness.office.roles import Role
from awareness.publishing import actions
from awareness.publishing.records import Version
from awareness.publishing.versions import snapshot, versions_of
from tests.make import (
    a_staff_member,
    a_warning,
    come_in,
    draft_warning,
    form_values,
    publish_at_the_desk,
)

from .steps import address, edit, read, read_from_server


def test_editing_a_live_text_changes_nothing_for_the_public(writer, visitor):
    warning = a_warning(do_first_zh_hans="不开门。")
    assert edit(writer, warning, do_first_zh_hans="先报警。").status_code == 302
    warning.refresh_from_db()
    assert warning.do_first_zh_hans == "不开门。"
    assert warning.badge() == "线上＋有新草稿"
    assert "不开门。" in read(visitor, warning)
    assert "先报警。" not in read(visitor, warning)


def test_the_form_shows_the_new_draft_not_the_public_text(writer):
    warning = a_warning(do_first_zh_hans="不开门。")
    edit(writer, warning, do_first_zh_hans="先报警。")
    assert "先报警。" in writer.get(address(warning, "change")).content.decode()


def test_a_reviewer_publishes_the_draft_and_everyone_sees_it(writer, reviewer, visitor):
    warning = a_warning(do_first_zh_hans="不开门。")
    edit(writer, warning, do_first_zh_hans="先报警。")
    writer.post(address(warning, "verb", "submit"))
    warning.refresh_from_db()
    assert warning.badge() == "线上＋新稿待审"
    assert publish_at_the_desk(reviewer, warning).status_code == 302
    assert "先报警。" in read(visitor, warning)
    warning.refresh_from_db()
    assert (warning.badge(), warning.published_by.username) == ("线上", "reviewer")


def test_steps_of_a_situation_wait_with_their_draft(writer, reviewer, visitor):
    situation = Situation.objects.get(slug="transferred")
    count = situation.steps.count()
    url = address(situation, "change")
    values = form_values(writer, url)
    values |= {
        "steps-TOTAL_FORMS": count + 1,
        "steps-0-short_zh_hans": "第一步改了",
        f"steps-{count}-order": 99,
        f"steps-{count}-short_zh_hans": "多了一步",
        f"steps-{count}-do_zh_hans": "照着做。",
    }
    assert writer.post(url, values).status_code == 302
    assert situation.steps.count() == count
    assert "多了一步" not in read(visitor, situation)
    again = writer.get(url).content.decode()
    assert "多了一步" in again
    assert "第一步改了" in again
    edit(writer, situation, title_zh_hans="转了钱")  # a second draft keeps the added step
    assert publish_at_the_desk(reviewer, situation).status_code == 302
    assert situation.steps.count() == count + 1
    assert "多了一步" in read(visitor, situation)


def test_links_of_a_type_wait_with_their_draft(writer, reviewer):
    kind = ScamType.objects.get(slug="impersonating-authorities")
    before = set(kind.traits.values_list("pk", flat=True))
    edit(writer, kind, traits=[])
    assert set(kind.traits.values_list("pk", flat=True)) == before
    publish_at_the_desk(reviewer, kind)
    assert kind.traits.count() == 0


def test_nobody_publishes_what_they_wrote(reviewer, visitor):
    warning = a_warning(do_first_zh_hans="不开门。")
    edit(reviewer, warning, do_first_zh_hans="先报警。")
    answer = publish_at_the_desk(reviewer, warning)
    assert answer.status_code == 400
    assert "要请另一位审核人发布" in answer.content.decode()
    assert "不开门。" in read(visitor, warning)


def test_an_office_may_trust_its_only_reviewer(reviewer, visitor):
    warning = a_warning(do_first_zh_hans="不开门。")
    office = a_staff_member().office
    office.own_texts = True
    office.save()
    edit(reviewer, warning, do_first_zh_hans="先报警。")
    assert publish_at_the_desk(reviewer, warning).status_code == 302
    assert "先报警。" in read(visitor, warning)


def test_an_urgent_warning_does_not_wait_but_is_read_again_by_someone_else(reviewer):
    place = District.objects.get(slug="qingshi")
    values = {
        "title_zh_hans": "有人冒充水电工收钱",
        "do_first_zh_hans": "不开门，打110问一问。",
        "district": place.pk,
    }
    made = reviewer.post(reverse("admin:cases_warning_urgent"), values)
    warning = Warning.objects.latest("pk")
    assert made.url == address(warning, "publish")
    assert publish_at_the_desk(reviewer, warning).status_code == 302
    warning.refresh_from_db()
    assert warning.state() == "live"
    assert warning.look_after
    assert abs(warning.ends_at - timezone.now() - timedelta(hours=72)) < timedelta(minutes=1)
    reviewer.post(address(warning, "verb", "look"))
    warning.refresh_from_db()
    assert warning.look_after  # not by who published it
    other = come_in(Client(), a_staff_member("other", role=Role.REVIEWER))
    other.post(address(warning, "verb", "look"))
    warning.refresh_from_db()
    assert not warning.look_after


def test_an_editor_cannot_publish(writer):
    warning = draft_warning()
    assert publish_at_the_desk(writer, warning).status_code == 403
    warning.refresh_from_db()
    assert warning.never_public


def test_a_returned_draft_comes_with_what_to_change(writer, reviewer):
    warning = draft_warning()
    writer.post(address(warning, "verb", "submit"))
    empty = reviewer.post(address(warning, "verb", "return"), {"remark": " "})
    assert empty.status_code == 400
    assert "退回要写意见" in empty.content.decode()
    reviewer.post(address(warning, "verb", "return"), {"remark": "写清楚在哪个小区门口。"})
    page = writer.get(address(warning, "change")).content.decode()
    assert "写清楚在哪个小区门口。" in page
    edit(writer, warning, do_first_zh_hans="改好了。")
    warning.refresh_from_db()
    assert warning.badge() == "草稿"


def test_a_new_text_opens_at_its_moment(writer, reviewer, visitor, time_machine):
    warning = draft_warning(ends_at=None)
    later = (timezone.localtime() + timedelta(days=2)).replace(second=0, microsecond=0)
    typed = later.strftime("%Y-%m-%dT%H:%M")
    publish_at_the_desk(reviewer, warning, when="later", moment=typed)
    warning.refresh_from_db()
    assert warning.badge() == "已定时"
    assert visitor.get(warning.get_absolute_url()).status_code == 404
    time_machine.move_to(later, tick=False)
    assert visitor.get(warning.get_absolute_url()).status_code == 200


def test_a_new_version_replaces_the_public_one_at_its_moment(writer, reviewer, time_machine):
    warning = a_warning(do_first_zh_hans="不开门。")
    edit(writer, warning, do_first_zh_hans="先报警。")
    later = (timezone.localtime() + timedelta(hours=5)).replace(second=0, microsecond=0)
    publish_at_the_desk(reviewer, warning, when="later", moment=later.strftime("%Y-%m-%dT%H:%M"))
    warning.refresh_from_db()
    assert warning.badge() == "线上＋新稿已定时"
    time_machine.move_to(later - timedelta(seconds=3), tick=False)
    assert "不开门。" in read_from_server(warning)
    time_machine.move_to(later + timedelta(seconds=1), tick=False)
    assert "先报警。" in read_from_server(warning)
    warning.refresh_from_db()
    assert (warning.published_by.username, warning.due_at) == ("reviewer", None)


def test_a_moment_that_has_passed_is_refused_in_words(reviewer):
    warning = draft_warning()
    for typed, words in [("2020-01-01T09:00", "已经过了"), ("明天", "哪一天几点"), ("", "哪一天")]:
        answer = publish_at_the_desk(reviewer, warning, when="later", moment=typed)
        assert answer.status_code == 400
        assert words in answer.content.decode()


def test_a_moment_can_be_taken_back(writer, reviewer, visitor):
    warning = a_warning(do_first_zh_hans="不开门。")
    edit(writer, warning, do_first_zh_hans="先报警。")
    actions.schedule(text=warning, by=a_staff_member(), moment=timezone.now() + timedelta(hours=1))
    reviewer.post(address(warning, "verb", "unschedule"))
    warning.refresh_from_db()
    assert warning.badge() == "线上＋有新草稿"


def test_what_changed_since_the_page_was_opened_is_not_published_unseen(writer, reviewer):
    warning = a_warning(do_first_zh_hans="不开门。")
    edit(writer, warning, do_first_zh_hans="先报警。")
    seen = reviewer.get(address(warning, "publish")).context["version"]
    edit(writer, warning, do_first_zh_hans="改成别的。")
    values = {"version": seen, "when": "now"}
    answer = reviewer.post(address(warning, "publish"), values)
    assert answer.status_code == 409
    warning.refresh_from_db()
    assert warning.do_first_zh_hans == "不开门。"


def test_who_saves_second_is_shown_both_and_loses_nothing(writer, reviewer):
    warning = a_warning(do_first_zh_hans="不开门。")
    url = address(warning, "change")
    mine, theirs = form_values(writer, url), form_values(reviewer, url)
    reviewer.post(url, theirs | {"do_first_zh_hans": "他写的。"})
    late = writer.post(url, mine | {"do_first_zh_hans": "我写的。"})
    page = late.content.decode()
    assert late.status_code == 409
    assert "reviewer在您打开以后存过一份（第2版）" in page
    assert "他写" in page
    assert "我写的。" in page
    warning.refresh_from_db()
    assert warning.draft.data["fields"]["do_first_zh_hans"] == "他写的。"
    again = mine | {"do_first_zh_hans": "我写的。", "_version": late.context["version"]}
    assert writer.post(url, again).status_code == 302
    warning.refresh_from_db()
    assert warning.draft.data["fields"]["do_first_zh_hans"] == "我写的。"


def test_the_same_holds_for_texts_without_drafts(desk):
    from awareness.guide.models import Trait

    trait = Trait.objects.first()
    url = reverse("admin:guide_trait_change", args=[trait.pk])
    first, second = form_values(desk, url), form_values(desk, url)
    assert desk.post(url, first | {"plain_zh_hans": "甲说的。"}).status_code == 302
    late = desk.post(url, second | {"plain_zh_hans": "乙说的。"})
    assert late.status_code == 409
    assert "乙说的。" in late.content.decode()
    trait.refresh_from_db()
    assert trait.plain_zh_hans == "甲说的。"


def test_an_old_version_comes_back_as_a_new_draft(writer, reviewer, visitor):
    warning = a_warning(do_first_zh_hans="第一稿。")
    edit(writer, warning, do_first_zh_hans="第二稿。")
    publish_at_the_desk(reviewer, warning)
    url = address(warning, "history")
    page = writer.get(url).content.decode()
    assert "<del>一</del><ins>二</ins>" in page.replace("\n", "")
    writer.post(url, {"version": "1"})
    warning.refresh_from_db()
    assert warning.do_first_zh_hans == "第二稿。"
    assert warning.draft.data["fields"]["do_first_zh_hans"] == "第一稿。"
    publish_at_the_desk(reviewer, warning)
    assert "第一稿。" in read(visitor, warning)


def test_a_version_that_names_a_row_that_is_gone_is_refused_in_words(writer, reviewer):
    warning = a_warning()
    place = District.objects.create(slug="gone", name_zh_hans="没了的街道")
    edit(writer, warning, district=place.pk)
    edit(writer, warning, district=District.objects.get(slug="hekou").pk)
    place.delete()
    actions.restore(text=warning, version=versions_of(warning).get(number=2), by=a_staff_member())
    assert writer.get(address(warning, "change")).status_code == 200
    refused = publish_at_the_desk(reviewer, warning)
    assert refused.status_code == 400
    assert "“地区”原来选的那一项已经没有了" in refused.content.decode()


def test_what_is_in_the_bin_is_nowhere_and_can_come_back(writer, visitor):
    warning = draft_warning(title_zh_hans="不要的这一条")
    listed = reverse("admin:cases_warning_changelist")
    writer.post(address(warning, "verb", "bin"))
    writer.get(listed)  # says what was done
    assert "不要的这一条" not in writer.get(listed).content.decode()
    assert "不要的这一条" in writer.get(listed, {"state": "bin"}).content.decode()
    writer.post(address(warning, "verb", "unbin"))
    assert "不要的这一条" in writer.get(listed).content.decode()


def test_what_is_public_is_not_binned(reviewer, visitor):
    warning = a_warning()
    answer = reviewer.post(address(warning, "verb", "bin"), follow=True)
    assert "现在是“线上”，不能放进回收站" in answer.content.decode()
    with pytest.raises(ValidationError, match="请先撤回"):
        actions.put_in_bin(text=warning, by=a_staff_member())
    assert visitor.get(warning.get_absolute_url()).status_code == 200


def test_the_bin_is_emptied_after_thirty_days(writer, time_machine):
    from awareness.publishing.scheduling import empty_bin

    warning = draft_warning()
    edit(writer, warning, do_first_zh_hans="随便。")
    writer.post(address(warning, "verb", "bin"))
    assert empty_bin(timezone.now() + timedelta(days=29)) == 0
    assert empty_bin(timezone.now() + timedelta(days=31)) == 1
    assert not Warning.objects.filter(pk=warning.pk).exists()
    assert not versions_of(warning).exists()


def test_withdrawing_needs_a_reason_that_residents_then_read(reviewer, visitor):
    kind = ScamType.objects.get(slug="tax-refund-scam")
    refused = reviewer.post(address(kind, "verb", "withdraw"), {"remark": ""})
    assert refused.status_code == 400
    assert "还没有写撤回原因" in refused.content.decode()
    reviewer.post(address(kind, "verb", "withdraw"), {"remark": "正在改写。"})
    page = visitor.get(kind.get_absolute_url())
    assert page.status_code == 200
    assert "正在改写。" in page.content.decode()
    english = visitor.get(f"/en{kind.get_absolute_url()}").content.decode()
    assert '<p lang="zh-Hans">正在改写。</p>' in english
    for path in ["/scams/", "/glossary/", "/audiences/owners/", "/scams/fake-bank-service/"]:
        assert kind.get_absolute_url() not in visitor.get(path).content.decode(), path


def test_what_other_pages_stand_on_is_never_withdrawn(reviewer, visitor):
    from awareness.emergency.models import Section

    section = Section.objects.get(slug="never")
    page = reviewer.post(address(section, "verb", "withdraw"), {"remark": "试试。"}, follow=True)
    assert "不能撤回" in page.content.decode()
    assert visitor.get("/emergency/").status_code == 200


def test_every_move_is_in_the_log_and_the_log_only_grows(writer, reviewer):
    warning = a_warning()
    edit(writer, warning, do_first_zh_hans="先报警。")
    writer.post(address(warning, "verb", "submit"))
    publish_at_the_desk(reviewer, warning)
    verbs = [deed.verb for deed in AuditEntry.objects.filter(row=warning.pk).order_by("pk")]
    assert verbs == [AuditAction.SAVED, AuditAction.SUBMITTED, AuditAction.PUBLISHED]
    from django.db import DatabaseError, connection

    for statement in ["UPDATE publishing_deed SET detail = ''", "DELETE FROM publishing_deed"]:
        with pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute(statement)


@pytest.mark.parametrize(
    "half",
    [
        {"submitted_at": timezone.now()},
        {"returned_note": "没有人退回过"},
        {"due_at": timezone.now()},
        {"binned_at": timezone.now()},
    ],
)
def test_the_database_refuses_a_half_done_move(db, half):
    warning = a_warning()
    with pytest.raises(IntegrityError), transaction.atomic():
        Warning.objects.filter(pk=warning.pk).update(**half)


def test_saving_without_a_change_makes_no_version(writer):
    situation = Situation.objects.get(slug="transferred")
    edit(writer, situation)
    edit(writer, situation)
    assert versions_of(situation).count() == 1


def test_a_draft_that_was_submitted_and_then_changed_waits_no_more(writer):
    warning = draft_warning()
    writer.post(address(warning, "verb", "submit"))
    edit(writer, warning, do_first_zh_hans="又改了。")
    warning.refresh_from_db()
    assert warning.badge() == "草稿"


def test_a_verb_that_does_not_fit_is_refused_in_words(writer):
    warning = draft_warning()
    page = writer.post(address(warning, "verb", "discard"), follow=True).content.decode()
    assert "不能放弃新稿" in page
    assert writer.get(address(warning, "verb", "nonsense")).status_code == 404


def test_a_new_version_does_not_close_what_is_open(writer, reviewer, visitor):
    warning = a_warning()
    data = snapshot(warning)
    data["fields"]["starts_at"] = (timezone.now() + timedelta(days=3)).isoformat()
    actions.keep_draft(text=warning, data=data, by=a_staff_member())
    publish_at_the_desk(reviewer, warning)
    assert visitor.get(warning.get_absolute_url()).status_code == 200


def test_a_staff_member_of_another_office_may_look_but_not_write(db):
    from awareness.office.models import Office

    other = Office.objects.create(slug="bank", name_zh_hans="某银行网点", phone="0000-1")
    client = come_in(Client(), a_staff_member("banker", role=Role.REVIEWER, office=other))
    warning = a_warning()
    assert client.get(address(warning, "change")).status_code == 200
    assert edit(client, warning, do_first_zh_hans="别的。").status_code == 403
    assert publish_at_the_desk(client, warning).status_code == 403
    assert client.get(address(warning, "verb", "withdraw")).status_code == 403


def test_reviewing_gives_the_text_a_day_to_be_looked_at_again(reviewer):
    warning = draft_warning(ends_at=None)
    publish_at_the_desk(reviewer, warning)
    warning.refresh_from_db()
    assert warning.review_due == timezone.localdate() + timedelta(days=30)


def test_actions_refuse_what_makes_no_sense(editor):
    warning = a_warning()
    for verb in (actions.submit, actions.discard, actions.unschedule, actions.second_read):
        with pytest.raises(ValidationError):
            verb(text=warning, by=editor)
    assert Version.objects.filter(row=warning.pk, label="cases.warning").count() <= 1
    assert Step.objects.exists()


def test_a_browsers_line_ends_are_no_change(writer):
    from awareness.cases.models import Case

    case = Case.objects.first()
    url = address(case, "change")
    values = form_values(writer, url)
    sent = {
        name: value.replace("\n", "\r\n") if isinstance(value, str) else value
        for name, value in values.items()
    }
    writer.post(url, sent | {"summary_zh_hans": "换了一句话。"})
    case.refresh_from_db()
    assert "\r" not in str(case.draft.data)
    history = writer.get(address(case, "history")).context["versions"]
    assert [change.name for change in history[0][1]] == ["一句话（简体中文）", "一句话（繁體中文）"]


def test_what_lies_in_the_bin_is_not_published(writer, reviewer, visitor):
    warning = draft_warning()
    writer.post(address(warning, "verb", "bin"))
    answer = publish_at_the_desk(reviewer, warning)
    assert answer.status_code == 400
    assert "在回收站里" in answer.content.decode()
    assert visitor.get(warning.get_absolute_url()).status_code == 404


def test_the_form_leads_to_the_site_only_where_it_answers(writer):
    for warning, leads in [(a_warning(), True), (draft_warning(), False)]:
        page = writer.get(address(warning, "change")).content.decode()
        assert (warning.get_absolute_url() in page) == leads


def test_what_is_handed_in_names_who_may_review_it(writer, reviewer):
    warning = draft_warning()
    page = writer.post(address(warning, "verb", "submit"), follow=True)
    assert page.request["PATH_INFO"] == "/admin/"
    assert "现在能审的：" in page.content.decode()


def test_a_page_that_is_not_for_you_says_whose_it_is(writer):
    page = writer.get(reverse("admin:office_staff_changelist"))
    assert page.status_code == 403
    assert "这里只有管理员和查看人能看" in page.content.decode()


@pytest.mark.parametrize("page", ["change", "publish", "history", "delete", "verb"])
@pytest.mark.parametrize("key", [99999, "no-number"])
def test_a_text_that_is_not_there_is_a_404_that_leads_to_the_list(writer, page, key):
    more = ["bin"] if page == "verb" else []
    answer = writer.get(reverse(f"admin:cases_warning_{page}", args=[key, *more]), follow=True)
    assert answer.status_code == 404
    words = answer.content.decode()
    assert f"找不到“{key}”号" in words
    assert f'href="{reverse("admin:cases_warning_changelist")}">回到本地预警的列表' in words


def test_a_text_without_drafts_that_is_not_there_is_one_too(desk):
    answer = desk.get(reverse("admin:guide_trait_change", args=[99999]))
    assert (answer.status_code, "找不到“99999”号" in answer.content.decode()) == (404, True)
