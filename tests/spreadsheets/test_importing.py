"""What was shown is brought in: all of it or nothing, as drafts."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from awareness.audit.models import AuditAction, AuditEntry
from awareness.cases.models import Case, Warning
from awareness.guide.models import ScamType
from awareness.office.models import District, Staff
from awareness.office.roles import Role
from awareness.publishing import actions
from awareness.publishing.records import Version
from awareness.publishing.versions import newest_data, snapshot, versions_of
from awareness.spreadsheets.dry_run import plan_of
from awareness.spreadsheets.importing import Moved
from awareness.spreadsheets.importing import import_rows as bring_in_plan
from tests.make import a_staff_member, a_warning, come_in, draft_warning, publish_at_the_desk

from .build import (
    CASE,
    WARNING,
    address,
    an_xlsx,
    bring_in,
    confirm,
    counts,
    look,
    rows_of,
    send,
    taken_out,
    words,
)

REMARK = "从表格导入"


def row_of(text, **cells):
    """TEXT as a row of a table, with other CELLS."""
    own = {
        "网址名": text.slug,
        "标题（简体）": text.title_zh_hans,
        "先做什么（简体）": text.do_first_zh_hans,
        "地区": text.district.name,
    }
    return own | cells


def test_a_new_row_becomes_a_draft_of_the_own_office(writer, visitor):
    bring_in(
        writer, [WARNING | {"网址名": "from-table", "出了什么事（简体）": "有人敲门。\n要钱。"}]
    )
    text = Warning.objects.get(slug="from-table")
    assert text.badge() == "草稿"
    assert text.office.is_main
    assert text.happened_zh_hans == "有人敲门。\n要钱。"
    assert text.title_zh_hant == "有人冒充水電工上門收錢"
    assert visitor.get(text.get_absolute_url()).status_code == 404
    version = text.draft
    assert (version.number, version.made_by.username, version.note) == (1, "writer", REMARK)
    assert version.data == snapshot(text)


def test_a_row_without_an_address_is_given_one_by_the_day(writer):
    bring_in(writer, [WARNING, WARNING, WARNING | {"网址名": f"{timezone.localdate():%Y%m%d}-2"}])
    day = f"{timezone.localdate():%Y%m%d}"
    slugs = set(Warning.objects.filter(slug__startswith=day).values_list("slug", flat=True))
    assert slugs == {day, f"{day}-2", f"{day}-3"}


def test_a_live_text_gets_a_new_draft_and_stays_as_it_is(writer, visitor):
    warning = a_warning(do_first_zh_hans="不开门。")
    bring_in(writer, [row_of(warning, **{"先做什么（简体）": "先报警。"})])
    warning.refresh_from_db()
    assert warning.do_first_zh_hans == "不开门。"
    assert warning.badge() == "线上＋有新草稿"
    assert warning.draft.data["fields"]["do_first_zh_hans"] == "先报警。"
    assert [one.note for one in versions_of(warning)] == [REMARK, "原有内容"]
    assert "先报警" not in visitor.get(warning.get_absolute_url()).content.decode()


def test_what_came_in_is_published_like_any_draft(writer, visitor):
    warning = a_warning(do_first_zh_hans="不开门。")
    bring_in(writer, [row_of(warning, **{"先做什么（简体）": "先报警。"})])
    reviewer = come_in(Client(), a_staff_member("reviewer", role=Role.REVIEWER))
    assert publish_at_the_desk(reviewer, warning).status_code == 302
    assert "先报警" in visitor.get(warning.get_absolute_url()).content.decode()


def test_a_draft_is_changed_itself(writer):
    warning = draft_warning(title_en="Old")
    bring_in(writer, [row_of(warning, **{"标题（英文）": "New", "骗局": "虚假中奖"})])
    warning.refresh_from_db()
    assert (warning.title_en, warning.scam_type.slug) == ("New", "fake-prize")
    assert warning.draft.data == snapshot(warning)


def test_the_newest_draft_is_what_a_row_is_compared_with(writer, editor):
    warning = a_warning(do_first_zh_hans="不开门。", do_first_en="Keep it shut.")
    bring_in(writer, [row_of(warning, **{"先做什么（简体）": "先报警。"})])
    assert counts(look(writer, [row_of(warning, **{"先做什么（简体）": "先报警。"})])) == {
        "没有变化": 1
    }
    bring_in(writer, [row_of(warning, **{"先做什么（简体）": "先报警。", "骗局": "虚假中奖"})])
    warning.refresh_from_db()
    fields = warning.draft.data["fields"]
    assert fields["do_first_zh_hans"] == "先报警。"
    assert fields["scam_type_id"] == ScamType.objects.get(slug="fake-prize").pk
    assert fields["english_behind"] == "do_first"


@pytest.mark.parametrize("make", [a_warning, draft_warning])
def test_a_draft_stands_as_if_it_had_been_kept_at_the_desk(writer, editor, make):
    """In bulk as one by one: the same versions, the same row, the same lines of the log."""
    said = {"do_first_zh_hans": "不开门。", "title_zh_hans": "敲门要钱", "title_en": "A knock"}
    one, other = (make(**said) for _ in range(2))
    for text in (one, other):
        first = snapshot(text)
        first["fields"]["already_en"] = "Call a neighbour."
        actions.keep_draft(text=text, data=first, by=editor)
        actions.submit(text=text, by=editor)
    page = look(writer, [row_of(one, **{"先做什么（简体）": "先报警。"})])
    data = page.context["plan"].fates[0].data
    assert confirm(writer, page).status_code == 302
    actions.keep_draft(
        text=other, data=data, by=Staff.objects.get(username="writer"), remark=REMARK
    )
    assert state_of(one) == state_of(other)


def state_of(text):
    text.refresh_from_db()
    own = {
        "id",
        "slug",
        "draft",
        "live_version",
        "changed_at",
        "starts_at",
        "ends_at",
        "published_at",
    }
    columns = {f.name: f.value_from_object(text) for f in text._meta.concrete_fields}
    deeds = AuditEntry.objects.filter(row=text.pk, label="cases.warning").order_by("pk")
    return (
        {name: value for name, value in columns.items() if name not in own},
        text.draft.data,
        text.badge(),
        [(one.number, one.note, one.made_by_id) for one in versions_of(text)],
        [(deed.verb, deed.about, deed.detail, deed.by_id) for deed in deeds],
    )


def test_a_draft_that_waited_for_a_reviewer_waits_no_longer(writer, editor):
    warning = draft_warning()
    actions.submit(text=warning, by=editor)
    bring_in(writer, [row_of(warning, **{"先做什么（简体）": "先报警。"})])
    warning.refresh_from_db()
    assert warning.badge() == "草稿"
    assert warning.submitted_at is None


def test_cases_come_in_with_the_types_they_are_like(writer):
    bring_in(
        writer,
        [
            CASE
            | {"也像哪一类": "虚假中奖\n虚假贷款", "金额（元）": 20000, "怎么来的": "电话\n短信"}
        ],
        "case",
    )
    case = Case.objects.get(slug="new-case")
    assert sorted(kind.short_name for kind in case.related_types.all()) == ["虚假中奖", "虚假贷款"]
    assert (case.amount_yuan, case.channels, case.outcome) == (20000, "phone sms", "prevented")
    assert newest_data(case)["links"] == snapshot(case)["links"]
    page = bring_in(
        writer, [CASE | {"也像哪一类": "虚假中奖", "金额（元）": None, "怎么来的": "电话"}], "case"
    )
    assert counts(page) == {"改动": 1}
    case.refresh_from_db()
    assert [kind.slug for kind in case.related_types.all()] == ["fake-prize"]
    assert case.amount_yuan is None


def test_one_line_of_the_log_says_that_a_table_came_in_and_how_long_it_was(writer):
    warning = a_warning()
    page = look(
        writer,
        [
            WARNING,
            row_of(warning, **{"先做什么（简体）": "先报警。"}),
            row_of(warning) | {"网址名": "x"},
        ],
    )
    confirm(writer, page)
    line = AuditEntry.objects.get(verb=AuditAction.IMPORTED)
    assert (line.about, line.detail) == ("本地预警", "xlsx：新增2行，改动1行")
    assert line.by.username == "writer"
    assert "表.xlsx" not in str(list(AuditEntry.objects.values_list("about", "detail")))


def test_a_table_with_one_wrong_row_cannot_be_brought_in_at_all(writer):
    before = Warning.objects.count()
    page = look(writer, [WARNING, WARNING | {"地区": "哪里"}])
    assert page.context["seen"] == ""
    assert confirm(writer, page).status_code == 410
    assert Warning.objects.count() == before


def test_a_table_that_changes_nothing_has_nothing_to_bring_in(writer):
    page = look(writer, [row_of(a_warning())])
    assert page.context["seen"] == ""
    assert "每一行都和现在一样" in words(page)


def test_what_changed_meanwhile_is_shown_again_before_anything_is_stored(writer, editor):
    warning = a_warning(do_first_zh_hans="不开门。")
    page = look(writer, [row_of(warning, **{"先做什么（简体）": "先报警。"}), WARNING])
    Warning.objects.filter(pk=warning.pk).update(title_en="Somebody was faster")
    before = Version.objects.count()
    again = confirm(writer, page)
    assert again.status_code == 409
    assert "有人改过这些内容" in words(again)
    assert Version.objects.count() == before
    assert confirm(writer, again).status_code == 302


@pytest.mark.parametrize("meanwhile", ["taken", "gone", "renamed"])
def test_whatever_else_moved_is_noticed_too(writer, meanwhile):
    spare = District.objects.create(slug="spare", name_zh_hans="备用街道")
    page = look(writer, [WARNING | {"网址名": "mine", "地区": "备用街道"}])
    if meanwhile == "taken":
        draft_warning(slug="mine", title_zh_hans="别人的")
    elif meanwhile == "gone":
        spare.delete()
    else:
        District.objects.filter(pk=spare.pk).update(name_zh_hans="别的街道", name="别的街道")
    before = Warning.objects.count()
    assert confirm(writer, page).status_code == 409
    assert Warning.objects.count() == before


def test_what_moves_between_the_last_look_and_the_storing_stops_all_of_it(writer):
    """The plan is made before the rows are locked: bring_in looks again behind the lock."""
    staff = Staff.objects.get(username="writer")
    warning = a_warning(do_first_zh_hans="不开门。")
    table = an_xlsx(
        [WARNING | {"网址名": "new"}, row_of(warning, **{"先做什么（简体）": "先报警。"})]
    )
    for move in (
        lambda: Warning.objects.filter(pk=warning.pk).update(title_en="Faster"),
        lambda: draft_warning(slug="new", title_zh_hans="别人的"),
    ):
        plan = plan_of(table, Warning, staff)
        move()
        before = Warning.objects.count(), Version.objects.count(), AuditEntry.objects.count()
        with pytest.raises(Moved):
            bring_in_plan(plan=plan, model=Warning, by=staff)
        assert (
            Warning.objects.count(),
            Version.objects.count(),
            AuditEntry.objects.count(),
        ) == before


def test_a_button_pressed_twice_brings_in_once(writer):
    page = look(writer, [WARNING | {"网址名": "once"}])
    assert confirm(writer, page).status_code == 302
    again = confirm(writer, page)
    assert again.status_code == 410
    assert "已经导入过" in words(again)
    assert Warning.objects.filter(slug="once").count() == 1


def test_a_file_waits_two_hours_and_no_longer(writer, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    page = look(writer, [WARNING])
    time_machine.shift(timedelta(hours=2, minutes=1))
    come_in(writer, Staff.objects.get(username="writer"))
    assert confirm(writer, page).status_code == 410
    writer.get(address())
    assert not list((settings.VAR_DIR / "tables").iterdir())


def test_another_persons_page_brings_nothing_in(writer):
    page = look(writer, [WARNING])
    stranger = come_in(Client(), a_staff_member("stranger", role=Role.EDITOR))
    assert confirm(stranger, page).status_code == 410
    assert stranger.post(address("import"), {"seen": "made up"}).status_code == 410
    assert confirm(writer, page, model="case").status_code == 410


def test_the_page_of_an_older_file_does_not_bring_in_the_newer(writer):
    old = look(writer, [WARNING | {"网址名": "old"}])
    new = look(writer, [WARNING | {"网址名": "new"}])
    assert confirm(writer, old).status_code == 410
    assert confirm(writer, new).status_code == 302
    assert not Warning.objects.filter(slug="old").exists()


def test_the_file_is_kept_for_its_sender_alone_and_gone_afterwards(writer):
    page = look(writer, [WARNING])
    (kept,) = (settings.VAR_DIR / "tables").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700
    confirm(writer, page)
    assert not list((settings.VAR_DIR / "tables").iterdir())


@pytest.mark.parametrize("model", ["warning", "case"])
def test_an_auditor_looks_and_brings_nothing_in(db, model):
    auditor = come_in(Client(), a_staff_member("auditor", role=Role.AUDITOR))
    page = auditor.get(address("", model))
    assert page.status_code == 200
    assert 'type="file"' not in page.content.decode()
    assert send(auditor, an_xlsx([WARNING]), model).status_code == 403
    assert auditor.post(address("import", model), {"seen": ""}).status_code == 403


@pytest.mark.parametrize("page", ["", "template", "import"])
def test_strangers_are_led_to_the_login(visitor, page):
    answer = visitor.get(address(page))
    assert answer.status_code == 302
    assert "/login/" in answer.url


def test_a_thousand_drafts_are_kept_in_few_steps(writer, django_assert_max_num_queries):
    page = look(writer, [WARNING | {"网址名": f"many-{number}"} for number in range(300)])
    with django_assert_max_num_queries(90):
        assert confirm(writer, page).status_code == 302
    assert Warning.objects.filter(slug__startswith="many-", draft__isnull=False).count() == 300


def test_what_came_in_goes_out_as_it_came(writer):
    bring_in(writer, [WARNING | {"网址名": "round", "结束时间": "2027-01-02 09:30", "紧急": "是"}])
    row = next(row for row in rows_of(taken_out(writer)) if row["网址名"] == "round")
    assert row["结束时间"].isoformat() == "2027-01-02T09:30:00"
    assert (row["紧急"], row["现在"], row["发布单位"]) == ("是", "草稿", "示例派出所")
