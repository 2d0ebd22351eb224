"""The front page of the desk: what each role finds there, most urgent first."""

import re
from datetime import timedelta

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from awareness.cases.models import Case, Warning
from awareness.dashboard.scope import theirs
from awareness.guide.models import Audience
from awareness.office.models import Hotline, NumberChange, Office
from awareness.office.roles import Role
from awareness.publishing import changes
from awareness.publishing.permissions import refusal
from tests.make import a_picture, a_warning, draft_warning
from tests.words import latin_words

from .build import (
    another_office,
    front_page,
    handed_in,
    in_days,
    panel,
    sent_back,
    staff_as,
    with_draft,
    write_on,
)


@pytest.fixture
def editor(db):
    return staff_as("editor", first_name="王编辑")


@pytest.fixture
def reviewer(db):
    return staff_as("reviewer", first_name="李审核")


@pytest.fixture
def administrator(db):
    return staff_as("administrator")


@pytest.fixture
def auditor(db):
    return staff_as("auditor")


def titles(rows):
    return [row.words.partition("：")[2] or row.words for row in rows]


@pytest.mark.parametrize("role", Role.values)
def test_every_role_has_a_front_page_in_chinese(db, role):
    page = front_page(staff_as(role))
    assert page.status_code == 200
    words = latin_words(page) - {
        "ETC",
        "APP",
        "App",
        page.wsgi_request.user.username,
    }
    assert not {word for word in words if not word.startswith("staff")}


def test_buttons_are_the_acts_of_the_role(editor, reviewer, administrator, auditor):
    found = {
        staff.part: [button.words for button in front_page(staff).context["front"].buttons]
        for staff in (editor, reviewer, administrator, auditor)
    }
    assert "写一条预警" in found[Role.EDITOR]
    assert "写一条预警" in found[Role.REVIEWER]
    assert "请一位同事进来" in found[Role.ADMINISTRATOR]
    assert "请一位同事进来" not in found[Role.REVIEWER]
    assert found[Role.AUDITOR] == []


def test_what_was_handed_in_waits_for_the_reviewers_of_its_office(editor, reviewer, auditor):
    text = handed_in(editor)
    elsewhere = staff_as("reviewer", office=another_office())
    (row,) = panel(front_page(reviewer), "waiting")
    assert str(text) in row.words
    assert row.badge == "待审"
    assert "王编辑" in row.says
    for staff in (editor, elsewhere, auditor):
        assert panel(front_page(staff), "waiting") == []


def test_what_is_urgent_stands_first_and_says_so_and_every_text_how_long_it_waits(editor, reviewer):
    let_out = a_warning(look_after=True, published_by=editor, urgent=True)
    calm = handed_in(editor)
    back = sent_back(reviewer, editor, note="写清楚。", urgent=True)
    urgent = handed_in(editor, urgent=True)
    Warning.objects.filter(pk=urgent.pk).update(submitted_at=timezone.now() - timedelta(minutes=12))
    page = front_page(reviewer)
    rows = panel(page, "waiting")
    assert titles(rows) == [str(text) for text in (urgent, let_out, calm, back)]
    assert [row.urgent for row in rows] == [True, False, False, True]
    assert rows[0].says.endswith("交来，等了12分钟")
    assert rows[2].says.endswith("交来，等了1小时")
    shown = " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())
    assert "紧急 待审 王编辑" in shown


def test_an_urgent_text_is_among_those_shown_however_many_wait(editor, reviewer):
    for _time in range(22):
        handed_in(editor)
    urgent = handed_in(editor, urgent=True)
    assert titles(panel(front_page(reviewer), "waiting"))[0] == str(urgent)


def test_nobody_is_asked_to_review_their_own_words_unless_the_office_allows_it(reviewer):
    handed_in(reviewer)
    assert panel(front_page(reviewer), "waiting") == []
    Office.objects.filter(pk=reviewer.office_id).update(own_texts=True)
    reviewer.refresh_from_db()
    assert len(panel(front_page(reviewer), "waiting")) == 1


def test_a_reviewer_is_asked_for_just_what_the_publishing_page_lets_them_publish(editor, reviewer):
    branch = another_office(own_texts=True)
    for fields in ({}, {"urgent": True}, {"office": branch}, {"office": reviewer.office}):
        for writers in ([editor], [reviewer], [reviewer, editor]):
            text = handed_in(writers[0], **fields)
            for writer in writers[1:]:
                write_on(text, writer)
    for staff in (reviewer, staff_as("administrator"), staff_as("reviewer", office=branch)):
        own = {
            text.pk
            for text in Warning.objects.exclude(submitted_at=None)
            if not refusal(text, staff)
        }
        assert {row_of(row) for row in panel(front_page(staff), "waiting")} == own


def row_of(row):
    return int(re.search(r"/(\d+)/", row.url)[1])


def test_who_handed_something_in_sees_that_it_still_waits(editor, reviewer):
    text = handed_in(editor)
    assert titles(panel(front_page(editor), "handed-in")) == [str(text)]
    assert panel(front_page(reviewer), "handed-in") == []


def test_what_came_back_is_shown_to_its_writer_with_the_remark(editor, reviewer):
    text = sent_back(editor, reviewer, note="标题像在责怪人。")
    (row,) = panel(front_page(editor), "waiting")
    assert str(text) in row.words
    assert "标题像在责怪人。" in row.says
    assert panel(front_page(reviewer), "waiting") == []


def test_what_one_person_let_out_alone_waits_for_another(reviewer):
    text = a_warning(look_after=True, published_by=reviewer, urgent=True)
    second = staff_as("reviewer")
    assert [(row.badge, titles([row])) for row in panel(front_page(second), "waiting")] == [
        ("待复核", [str(text)])
    ]
    assert panel(front_page(reviewer), "waiting") == []


def test_a_number_waits_for_the_second_person(editor, reviewer):
    line = Hotline.objects.get(slug="12381")
    NumberChange.objects.create(
        kind="number",
        hotline=line,
        old=line.number,
        new="96110",
        how="打过",
        asked_at=timezone.now(),
        asked_by=editor,
    )
    (row,) = panel(front_page(reviewer), "waiting")
    assert row.badge == "号码待确认"
    assert panel(front_page(editor), "waiting") == []


def test_live_warnings_stand_by_their_end(editor):
    Warning.objects.update(binned_at=timezone.now(), binned_by=editor)
    last = a_warning(ends_at=None)
    second = a_warning(ends_at=in_days(3.1), urgent=True)
    first = a_warning(ends_at=in_days(0.1))
    draft_warning()
    a_warning(starts_at=in_days(-3), ends_at=in_days(-1))
    rows = panel(front_page(editor), "public")
    assert [row.words for row in rows] == [str(first), str(second), str(last)]
    assert [row.badge for row in rows] == ["快结束", "紧急", ""]
    assert "还有2小时" in rows[0].says
    assert "还有3天" in rows[1].says
    assert "没有结束时间" in rows[2].says


def test_other_kinds_in_public_are_counted_with_a_way_to_their_list(editor):
    Case.objects.filter(slug="fake-police-378000").update(published_at=None, published_by=None)
    (public,) = [panel for panel in front_page(editor).context["front"].panels if panel.links]
    cases = next(link for link in public.links if link.words.startswith("案例"))
    assert cases.words == f"案例{Case.objects.count() - 1}"
    assert cases.url == "/admin/cases/case/?state=live"


def test_what_is_due_for_review_stands_with_what_is_late_first(editor):
    today = timezone.localdate()
    late, soon, far = Case.objects.order_by("pk")[:3]
    for case, days in ((late, -3), (soon, 30), (far, 31)):
        Case.objects.filter(pk=case.pk).update(review_due=today + timedelta(days=days))
    rows = panel(front_page(editor), "review")
    assert titles(rows) == [str(late), str(soon)]
    assert [row.badge for row in rows] == ["过了3天", ""]


def test_audiences_are_due_only_for_who_may_change_them(editor, administrator, auditor):
    Audience.objects.filter(slug="elders").update(review_due=timezone.localdate())
    assert panel(front_page(editor), "review") == []
    for staff in (administrator, auditor):
        assert [row.words for row in panel(front_page(staff), "review")] == ["人群：老年人"]


def test_what_becomes_public_in_the_next_seven_days_stands_in_order(editor):
    opening = a_warning(starts_at=in_days(3), ends_at=None)
    a_warning(starts_at=in_days(8), ends_at=None)
    renewed = with_draft(a_warning(), editor, due_at=in_days(1.5), due_by=editor)
    rows = panel(front_page(editor), "coming")
    assert titles(rows) == [str(renewed), str(opening)]
    assert rows[0].says.endswith("换上新稿")
    assert rows[1].says.endswith("公开")


def test_drafts_untouched_for_two_weeks_are_shown(editor):
    old = draft_warning(changed_at=in_days(-15))
    draft_warning(changed_at=in_days(-13))
    waits = handed_in(editor)
    Warning.objects.filter(pk=waits.pk).update(changed_at=in_days(-20))
    beside = with_draft(a_warning(), editor)
    Warning.objects.filter(pk=beside.pk).update(changed_at=in_days(-40))
    rows = panel(front_page(editor), "drafts")
    assert titles(rows) == [str(beside), str(old)]
    assert [row.says for row in rows] == ["40天没动", "15天没动"]


def test_who_was_interrupted_finds_what_they_were_writing_the_newest_first(editor, reviewer):
    new = with_draft(draft_warning(), editor, changed_at=in_days(-13))
    beside = with_draft(a_warning(), editor, changed_at=in_days(-1))
    with_draft(draft_warning(), reviewer)
    with_draft(with_draft(draft_warning(), editor), reviewer)
    page = front_page(editor)
    rows = panel(page, "half-written")
    assert titles(rows) == [str(beside), str(new)]
    assert [row.says.partition("，")[0] for row in rows] == ["线上＋有新草稿", "草稿"]
    assert [row.url for row in rows] == [
        f"/admin/cases/warning/{text.pk}/change/" for text in (beside, new)
    ]
    names = [panel.name for panel in page.context["front"].panels]
    assert names[0] == "half-written"


def test_what_waits_for_others_or_is_old_is_not_half_written(editor, reviewer):
    handed_in(editor)
    sent_back(editor, reviewer, note="写清楚。")
    with_draft(a_warning(), editor, due_at=in_days(1), due_by=reviewer)
    old = with_draft(draft_warning(), editor, changed_at=in_days(-15))
    page = front_page(editor)
    assert panel(page, "half-written") == []
    assert titles(panel(page, "drafts")) == [str(old)]
    assert "您写了一半的" not in page.content.decode()


def test_of_many_half_written_texts_the_newest_twenty_are_listed(editor):
    texts = [with_draft(draft_warning(), editor, changed_at=in_days(-n / 3)) for n in range(22)]
    page = front_page(editor)
    assert titles(panel(page, "half-written")) == [str(text) for text in texts[:20]]
    assert "另外15条" in page.content.decode()
    assert "还有2条。" in page.content.decode()


def test_what_lies_in_the_bin_is_nobodys_business(editor, reviewer):
    text = handed_in(editor, changed_at=in_days(-20))
    Warning.objects.filter(pk=text.pk).update(binned_at=timezone.now(), binned_by=editor)
    for staff in (editor, reviewer):
        page = front_page(staff)
        assert str(text) not in page.content.decode()


def test_languages_that_lag_are_counted_by_kind(editor):
    assert panel(front_page(editor), "languages") == []
    a_warning(title_en="")
    behind = a_warning()
    Warning.objects.filter(pk=behind.pk).update(english_behind="title", hant_behind="title")
    draft_warning(title_en="")
    (row,) = panel(front_page(editor), "languages")
    assert row.words == "本地预警：英文缺1，英文旧1，繁體旧1"


def test_of_pictures_only_those_that_the_public_sees_lag(editor):
    _unused, ended, drafted = (a_picture() for _time in range(3))
    a_warning(picture=ended, starts_at=in_days(-3), ends_at=in_days(-1))
    write_on(a_warning(), editor, picture_id=drafted.pk)
    assert panel(front_page(editor), "languages") == []
    shown = a_picture()
    a_warning(picture=shown)
    a_warning(picture=shown)
    (row,) = panel(front_page(editor), "languages")
    assert row.words == "图片：英文缺1"


def test_numbers_that_nobody_has_called_for_half_a_year_are_shown(editor):
    today = timezone.localdate()
    Hotline.objects.update(checked_on=today - timedelta(days=180))
    Office.objects.update(checked_on=today)
    page = front_page(editor)
    assert panel(page, "numbers") == []
    assert any("热线都在半年内核对过" in line for line in page.context["front"].quiet)
    Hotline.objects.filter(slug="110").update(checked_on=today - timedelta(days=181))
    Hotline.objects.filter(slug="96110").update(checked_on=None)
    found = {row.words.split()[0]: row.badge for row in panel(front_page(editor), "numbers")}
    assert found == {"110": "过了半年", "96110": "没核对过"}


def test_an_empty_panel_is_one_quiet_line(editor, auditor):
    page = front_page(editor)
    for line in ["没有等您处理的。", "没有放了两周以上的草稿。", "英文和繁體都跟上了。"]:
        assert line in page.content.decode()
    assert "等您处理" not in front_page(auditor).content.decode()


def test_a_long_list_shows_twenty_and_says_how_many_more(editor):
    for number in range(25):
        draft_warning(changed_at=in_days(-20 - number))
    page = front_page(editor)
    assert len(panel(page, "drafts")) == 20
    assert "还有5条。" in page.content.decode()


def test_an_editor_sees_the_work_of_their_own_office_and_an_administrator_of_all(administrator):
    office = another_office()
    own = draft_warning(office=office, changed_at=in_days(-20))
    main = draft_warning(changed_at=in_days(-21))
    away = staff_as("editor", office=office)
    assert titles(panel(front_page(away), "drafts")) == [str(own)]
    assert titles(panel(front_page(administrator), "drafts")) == [str(main), str(own)]
    homeless = staff_as("editor")
    type(homeless).objects.filter(pk=homeless.pk).update(office=None)
    homeless.refresh_from_db()
    assert panel(front_page(homeless), "drafts") == []


@pytest.mark.parametrize("role", [Role.EDITOR, Role.REVIEWER, Role.ADMINISTRATOR])
def test_the_lists_and_the_table_of_roles_agree_on_whose_a_text_is(db, role):
    office = another_office()
    a_warning(office=office)
    a_warning(office=Office.objects.get(is_main=True))
    for staff in (staff_as(role), staff_as(role, office=office)):
        for model in (Warning, Audience):
            name = f"{model._meta.app_label}.change_{model._meta.model_name}"
            may = {row.pk for row in model.objects.all() if staff.has_perm(name, row)}
            assert set(theirs(staff, model.objects.all()).values_list("pk", flat=True)) == may


def test_every_kind_of_content_is_one_tap_away(administrator):
    page = front_page(administrator).content.decode()
    content = page[page.index("<main") if "<main" in page else 0 :]
    for model in admin.site._registry:
        address = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        assert f'href="{address}"' in content, address


def kinds(page):
    """What stands under 全部内容: what is open, and what each closed part holds."""
    section = re.search(r'<section class="kinds".*?</section>', page.content.decode(), re.S)[0]
    often, *closed = section.split("<details>")
    names = re.compile(r"<a [^>]*>([^<]+)</a>")
    held = {re.search("<summary>(.*?)<", part)[1]: names.findall(part) for part in closed}
    return names.findall(often), held


def test_what_is_often_needed_stands_open_and_the_rest_by_its_subject(administrator, editor):
    often, held = kinds(front_page(administrator))
    assert often == ["本地预警", "案例", "图片", "热线"]
    assert list(held) == ["骗局与人群", "已经转账", "测验", "自查", "单位与人员"]
    assert "已经转账的情况" in held["已经转账"]
    assert {"自查的题", "自查怎么算分", "可疑的词"} <= set(held["自查"])
    assert {"工作人员", "记录"} <= set(held["单位与人员"])
    _often, of_an_editor = kinds(front_page(editor))
    assert "工作人员" not in of_an_editor.get("单位与人员", [])


def test_it_asks_no_more_with_three_hundred_rows_than_with_eighty(reviewer, editor, monkeypatch):
    def fill(number):
        for _time in range(number):
            handed_in(editor)
            a_warning(starts_at=in_days(2), ends_at=None)
            a_warning(review_due=timezone.localdate(), title_en="")
            draft_warning(changed_at=in_days(-30))
            handed_in(editor, urgent=True)
            with_draft(draft_warning(), reviewer)

    monkeypatch.setattr(changes, "FRESH_SECONDS", float("inf"))
    fill(20)
    front_page(reviewer)
    few = queries(reviewer)
    fill(55)
    front_page(reviewer)
    assert queries(reviewer) == few <= 50


def queries(staff):
    with CaptureQueriesContext(connection) as asked:
        front_page(staff)
    return len(asked)
