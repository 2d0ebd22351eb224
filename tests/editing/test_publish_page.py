"""The publishing page: what stands in the way, where, and how to put it right with one tap."""

import pytest
from django.test import Client
from django.urls import reverse

from awareness.audit.models import AuditAction, AuditEntry
from awareness.cases.models import Warning
from awareness.office.models import District
from awareness.office.roles import Role
from tests.make import a_staff_member, come_in, draft_warning, form_values, publish_at_the_desk


def page_of(client, text):
    url = reverse("admin:cases_warning_publish", args=[text.pk])
    return client.get(url).content.decode()


def test_it_says_what_is_right_and_offers_one_button(reviewer):
    page = page_of(reviewer, draft_warning())
    assert "不超过20个字" in page
    assert "自动下线" in page
    assert "没有找到个人信息" in page
    assert "立即发布" in page


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("happened_zh_hans", "市民李建国，男，52岁，接到电话。"),
        ("happened_zh_hans", "骗子用13912345678打来。"),
        ("happened_en", "The victim's number is 139 1234 5678."),
        ("do_first_zh_hans", "绝对安全，保证追回。"),
        ("do_first_zh_hans", "打开 http://www.abc-gov.cn.top/a 看看。"),
        ("happened_zh_hant", "市民李建國，男，52歲，接到電話。"),
    ],
)
def test_what_must_not_go_out_blocks_and_is_shown_in_its_place(reviewer, visitor, field, words):
    warning = draft_warning(**{field: words})
    page = page_of(reviewer, warning)
    assert "不能这样发布" in page
    assert "【" in page
    refused = publish_at_the_desk(reviewer, warning)
    assert refused.status_code == 400
    assert visitor.get(warning.get_absolute_url()).status_code == 404


def test_one_tap_takes_the_name_out_in_every_language(reviewer, visitor):
    warning = draft_warning(happened_zh_hans="市民李建国接到电话，说要停水。")
    for _each in range(4):  # one for each language that has it
        page = reviewer.get(reverse("admin:cases_warning_publish", args=[warning.pk]))
        blocking = [one for one in page.context["found"] if one.blocks]
        if not blocking:
            break
        url = reverse("admin:cases_warning_publish", args=[warning.pk])
        assert reviewer.post(url, {"remedy": blocking[0].key}).status_code == 302
    warning.refresh_from_db()
    assert "李建国" not in warning.happened_zh_hans
    assert "李某" in warning.happened_zh_hans
    assert "不能这样发布" not in page_of(reviewer, warning)


def test_a_tap_on_a_remedy_does_not_make_its_reviewer_a_writer(writer, reviewer, visitor):
    url = reverse("admin:cases_warning_add")
    written = form_values(writer, url) | {
        "title_zh_hans": "有人冒充水电工",
        "do_first_zh_hans": "打他电话13812345678。",
        "district": District.objects.first().pk,
    }
    writer.post(url, written)
    warning = Warning.objects.latest("pk")
    writer.post(reverse("admin:cases_warning_verb", args=[warning.pk, "submit"]))
    url = reverse("admin:cases_warning_publish", args=[warning.pk])
    found = reviewer.get(url).context["found"]
    assert reviewer.post(url, {"remedy": found[0].key}).status_code == 302
    assert publish_at_the_desk(reviewer, warning).status_code == 302
    assert "13812345678" not in visitor.get(warning.get_absolute_url()).content.decode()


def test_a_word_without_an_end_is_refused_when_saved_and_holds_nobody_up(writer, reviewer):
    warning = draft_warning()
    url = reverse("admin:cases_warning_change", args=[warning.pk])
    refused = writer.post(url, form_values(writer, url) | {"do_first_zh_hans": "a" * 6000})
    assert refused.status_code == 200
    assert "太长了：有6000个字，最多5000个" in refused.content.decode()
    writer.post(url, form_values(writer, url) | {"do_first_zh_hans": "a" * 5000})
    assert "一张A4" in page_of(reviewer, warning)


def test_an_address_is_no_place_for_a_phone_number(writer):
    warning = draft_warning()
    url = reverse("admin:cases_warning_change", args=[warning.pk])
    page = writer.post(url, form_values(writer, url) | {"slug": "xiaoming-138-1234-5678"})
    assert "网址名里有一长串数字" in page.content.decode()
    saved = writer.post(url, form_values(writer, url) | {"slug": "20261122-103"})
    assert saved.status_code == 302


def test_a_reviewer_answers_for_personal_data_in_writing(reviewer, visitor):
    warning = draft_warning(happened_zh_hans="市民李建国接到电话。")
    assert publish_at_the_desk(reviewer, warning, reason="嗯").status_code == 400
    typed = publish_at_the_desk(reviewer, warning, reason="短")
    assert "短" in typed.content.decode()
    done = publish_at_the_desk(reviewer, warning, reason="本人同意实名讲给大家听，已签字。")
    assert done.status_code == 302
    assert visitor.get(warning.get_absolute_url()).status_code == 200
    line = AuditEntry.objects.get(verb=AuditAction.OVERRIDDEN)
    assert "已签字" in line.detail
    assert "李建国" not in line.detail


def test_no_reason_lets_out_a_promise_or_a_strange_link(reviewer, visitor):
    warning = draft_warning(do_first_zh_hans="放心，我们保证追回全部损失。")
    refused = publish_at_the_desk(reviewer, warning, reason="领导要求这样写的，没有办法。")
    assert refused.status_code == 400
    assert visitor.get(warning.get_absolute_url()).status_code == 404


def test_a_long_title_and_a_past_end_block(reviewer):
    warning = draft_warning(title_zh_hans="这个标题实在是太长太长了，微信里根本显示不下这么多字")
    assert "再长微信里看不全" in page_of(reviewer, warning)
    assert publish_at_the_desk(reviewer, warning).status_code == 400


def test_missing_english_warns_and_does_not_block(reviewer):
    warning = draft_warning(title_en="", do_first_en="")
    assert "英文还缺" in page_of(reviewer, warning)
    assert publish_at_the_desk(reviewer, warning).status_code == 302


def test_an_editor_sees_the_checklist_and_hands_it_on(db):
    writer = come_in(Client(), a_staff_member("writer", role=Role.EDITOR))
    page = page_of(writer, draft_warning())
    assert "交审核" in page
    assert "立即发布" not in page


def test_made_up_buttons_do_no_harm(reviewer):
    warning = draft_warning()
    url = reverse("admin:cases_warning_publish", args=[warning.pk])
    for values in [{}, {"remedy": "x"}, {"version": "abc", "when": "now"}, {"when": "never"}]:
        assert reviewer.post(url, values).status_code in {302, 400, 409}
    warning.refresh_from_db()
    assert warning.never_public


def test_a_hotline_of_the_table_is_no_find(reviewer):
    page = page_of(reviewer, draft_warning(happened_zh_hans="打110，或打96110问一问。"))
    assert "没有找到个人信息" in page


def test_a_text_that_is_public_when_saved_is_guarded_in_its_form(desk, visitor):
    from awareness.guide.models import Audience

    row = Audience.objects.get(slug="elders")
    url = reverse("admin:guide_audience_change", args=[row.pk])
    values = form_values(desk, url) | {"intro_zh_hans": "市民李建国说，打13912345678。"}
    refused = desk.post(url, values)
    assert "李建国”：" in refused.content.decode()
    assert "李建国" not in visitor.get(row.get_absolute_url()).content.decode()
    assert 'name="reason"' in refused.content.decode()
    answered = values | {"reason": "本人同意实名讲，已签字。"}
    assert desk.post(url, answered).status_code == 302
    assert AuditEntry.objects.filter(
        verb=AuditAction.OVERRIDDEN, detail__contains="已签字"
    ).exists()


def test_no_reason_lets_a_promise_into_such_a_text(desk):
    from awareness.guide.models import Audience

    row = Audience.objects.get(slug="elders")
    url = reverse("admin:guide_audience_change", args=[row.pk])
    values = form_values(desk, url) | {"intro_zh_hans": "我们保证追回全部损失。"}
    assert desk.post(url, values | {"reason": "领导要求这样写。"}).status_code == 200


def test_an_office_may_say_its_own_address(desk):
    from awareness.office.models import Office

    row = Office.objects.get(is_main=True)
    url = reverse("admin:office_office_change", args=[row.pk])
    values = form_values(desk, url) | {"address_zh_hans": "青石路12号3单元502室"}
    assert desk.post(url, values).status_code == 302


def test_who_publishes_second_gets_the_reason_back(reviewer):
    warning = draft_warning(happened_zh_hans="市民李建国接到电话。")
    other = come_in(Client(), a_staff_member(role=Role.REVIEWER))
    reason = "本人同意实名讲给大家听，已签字。"
    assert publish_at_the_desk(other, warning, reason="本人同意，已签字。").status_code == 302
    late = publish_at_the_desk(reviewer, warning, reason=reason)
    page = late.content.decode()
    assert late.status_code == 409
    assert page.count("公开的就是最新的，没有要发布的。") == 1
    assert f"readonly>{reason}</textarea>" in page
