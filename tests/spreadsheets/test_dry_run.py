"""Before anything is stored, staff see what becomes of each row."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from awareness.audit.models import AuditEntry
from awareness.cases.models import Case, Warning
from awareness.office.models import District, Office
from awareness.publishing import actions
from awareness.publishing.records import Version
from tests.make import a_warning, draft_warning

from .build import CASE, WARNING, a_csv, an_xlsx, counts, look, send, words


def test_each_row_says_whether_it_is_new_changed_or_as_it_was(writer):
    a_warning(slug="one", do_first_zh_hans="不开门，打电话问。")
    a_warning(slug="two", title_zh_hans="快递里夹着卡片")
    page = look(
        writer,
        [
            WARNING | {"网址名": "three"},
            {**WARNING, "网址名": "one", "先做什么（简体）": "不开门，先报警，再打电话问。"},
            WARNING | {"网址名": "two", "标题（简体）": "快递里夹着卡片", "先做什么（简体）": None},
        ],
    )
    assert page.status_code == 400  # the last one lost what it must have
    page = look(
        writer,
        [
            WARNING | {"网址名": "three"},
            {"网址名": "one", **_said("one"), "先做什么（简体）": "不开门，先报警，再打电话问。"},
            {"网址名": "two", **_said("two")},
        ],
    )
    assert page.status_code == 200
    assert counts(page) == {"新增": 1, "改动": 1, "没有变化": 1}
    assert "不开门，打电话问。 不开门，先报警，再打电话问。" in words(page)


def _said(slug):
    row = Warning.objects.get(slug=slug)
    return {
        "标题（简体）": row.title_zh_hans,
        "先做什么（简体）": row.do_first_zh_hans,
        "地区": row.district.name,
    }


def test_nothing_is_stored_by_looking(writer):
    before = Warning.objects.count(), Version.objects.count(), AuditEntry.objects.count()
    look(writer, [WARNING, WARNING])
    assert (Warning.objects.count(), Version.objects.count(), AuditEntry.objects.count()) == before


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("标题（简体）", "这个标题实在是写得太长太长太长太长太长太长了", "最多20个字，现在22个字"),
        ("标题（简体）", "  ", "这一格要填"),
        ("地区", "没有这个地方", "没有“没有这个地方”"),
        ("骗局", "什么都像", "没有“什么都像”"),
        ("网址名", "有汉字", "网址名只能有小写英文、数字和短横"),
        ("紧急", "也许", "请写“是”或“否”"),
        ("结束时间", "月底", "看不懂这个日子，请写成2026-11-30 09:00"),
        ("结束时间", 19999.5, "看不懂这个日子，请写成2026-11-30 09:00"),
        ("下次审核", "月底", "看不懂这个日子，请写成2026-11-30。"),
        ("下次审核", 46356.5, "这里只写日子"),
        ("结束时间", "2026-02-30 09:00", "看不懂这个日子"),
        ("结束时间", "2026-02-20 九点", "看不懂这个时间"),
        ("下次审核", "2026-02-20 09:00", "这里只写日子"),
        ("发布单位", "没有这个单位", "没有“没有这个单位”"),
    ],
)
def test_a_wrong_cell_is_named_with_its_row_its_column_and_a_reason(writer, column, cell, says):
    page = look(writer, [WARNING, WARNING | {column: cell}])
    assert page.status_code == 400
    assert counts(page) == {"有错": 1, "新增": 1}
    assert "第3行" in words(page)
    assert f"{column}：{says}" in words(page)
    assert page.context["seen"] == ""


def test_all_that_is_wrong_with_a_row_is_said_at_once_and_nothing_else(writer):
    rows = [WARNING | {"标题（简体）": "", "地区": "哪里", "紧急": "也许"}] * 2
    for fate in look(writer, rows).context["plan"].fates:
        assert [column for column, _says in fate.errors] == ["地区", "紧急", "标题（简体）"]


def test_an_end_before_its_start_is_an_error(writer):
    times = {"开始时间": datetime(2026, 12, 2, 9), "结束时间": datetime(2026, 12, 1, 9)}
    assert "结束时间要在开始时间之后" in words(look(writer, [WARNING | times]))


def test_an_urgent_warning_without_an_end_is_an_error(writer):
    assert "紧急预警要写结束时间" in words(look(writer, [WARNING | {"紧急": "是"}]))


def test_two_rows_with_one_address_are_an_error(writer):
    page = look(writer, [WARNING | {"网址名": "twice"}, WARNING | {"网址名": "twice"}])
    assert counts(page) == {"有错": 1, "新增": 1}
    assert "这个网址名在上面已经有一行了" in words(page)


def test_what_the_guards_find_is_said_and_does_not_stop_a_draft(writer):
    page = look(writer, [WARNING | {"出了什么事（简体）": "找张三，手机13912345678。"}])
    assert page.status_code == 200
    assert "13912345678" in words(page)
    assert "存成草稿后还要改" in words(page)
    assert page.context["seen"]


def test_a_case_has_its_own_columns(writer):
    page = look(writer, [CASE | {"也像哪一类": "虚假中奖", "金额（元）": "２０，０００"}], "case")
    assert counts(page) == {"新增": 1}, words(page)
    wrong = CASE | {"结果": "不知道", "怎么来的": "飞鸽", "金额（元）": "两万"}
    said = words(look(writer, [wrong], "case"))
    assert "可以写：拦住了、受了损失、已破案" in said
    assert "怎么来的：没有“飞鸽”" in said
    assert "金额（元）：请写成元，例如378000。" in said
    assert "网址名：这一格要填" in words(look(writer, [CASE | {"网址名": ""}], "case"))


def test_names_keys_and_addresses_all_name_a_row(writer):
    rows = [
        WARNING | {"地区": place}
        for place in ("青石街道", "qingshi", " 青石 街道 ", "ＱＩＮＧＳＨＩ")
    ]
    assert counts(look(writer, rows)) == {"新增": 4}


def test_two_places_with_one_name_are_told_apart_by_their_addresses(writer):
    for slug in ("north", "south"):
        District.objects.create(slug=slug, name_zh_hans="新城街道")
    page = look(writer, [WARNING | {"地区": "新城街道"}])
    assert "叫“新城街道”的不止一个，请写网址名" in words(page)
    assert counts(look(writer, [WARNING | {"地区": "south"}])) == {"新增": 1}


def test_a_row_of_another_office_can_be_looked_at_not_changed(writer):
    other = Office.objects.create(slug="other", name_zh_hans="另一个单位")
    a_warning(slug="theirs", office=other, title_zh_hans="别人的")
    row = {"网址名": "theirs", **_said("theirs")}
    assert counts(look(writer, [row])) == {"没有变化": 1}
    page = look(writer, [row | {"标题（简体）": "改一改"}])
    assert "这一条不是您单位的" in words(page)
    assert "您只能写本单位" in words(look(writer, [WARNING | {"发布单位": "另一个单位"}]))


def test_an_administrator_writes_for_every_office(desk):
    Office.objects.create(slug="other", name_zh_hans="另一个单位")
    assert counts(look(desk, [WARNING | {"发布单位": "另一个单位"}])) == {"新增": 1}


def test_what_lies_in_the_bin_is_not_changed_from_a_table(writer, editor):
    now = timezone.now()
    draft_warning(slug="binned", binned_at=now, binned_by=editor)
    page = look(writer, [WARNING | {"网址名": "binned"}])
    assert "在回收站里" in words(page)


def test_the_start_of_a_published_text_stays(writer):
    a_warning(slug="open")
    row = {"网址名": "open", **_said("open"), "开始时间": datetime(2027, 1, 1, 9)}
    assert "已经发布过的，开始时间不能改" in words(look(writer, [row]))


def test_a_draft_that_waits_for_a_reviewer_says_that_it_will_wait_no_longer(writer, editor):
    warning = draft_warning(slug="waiting")
    actions.submit(text=warning, by=editor)
    page = look(writer, [{"网址名": "waiting", **_said("waiting"), "先做什么（简体）": "先报警。"}])
    assert "现在是“待审”，导入以后变回草稿" in words(page)


def test_columns_that_are_not_there_leave_what_is(writer):
    a_warning(
        slug="full", happened_zh_hans="有人敲门。", ends_at=timezone.now() + timedelta(days=3)
    )
    page = look(writer, [{"网址名": "full", **_said("full")}])
    assert counts(page) == {"没有变化": 1}


def test_blanks_line_ends_and_hotlines_make_no_difference(writer):
    a_warning(slug="same", happened_zh_hans="有人敲门。\n打{110}。", title_zh_hans="有人敲门要钱")
    cell = {"出了什么事（简体）": "  有人敲门。 \r\n打110。\n\n", "标题（简体）": "有人敲门要钱  "}
    page = look(writer, [{"网址名": "same", **_said("same"), **cell}])
    assert counts(page) == {"没有变化": 1}


def test_numbers_and_dates_as_excel_makes_of_them(writer):
    page = look(writer, [WARNING | {"标题（简体）": 110, "结束时间": datetime(2026, 12, 1, 9, 30)}])
    assert counts(page) == {"新增": 1}
    text = page.context["plan"].fates[0].text
    assert text.title_zh_hans == "{110}"
    assert timezone.localtime(text.ends_at).isoformat() == "2026-12-01T09:30:00+08:00"


@pytest.mark.parametrize(
    "cell",
    [
        "2026-12-01 09:30",
        "2026/12/1 9:30",
        "2026年12月1日 9:30",
        "２０２６年１２月１日９时３０分",
        "2026.12.1 9:30:00",
    ],
)
def test_moments_are_read_as_people_write_them(writer, cell):
    page = look(writer, [WARNING | {"结束时间": cell}])
    found = page.context["plan"].fates[0].text.ends_at
    assert timezone.localtime(found).isoformat() == "2026-12-01T09:30:00+08:00"


@pytest.mark.parametrize("cell", [46357.3958333333, "46357.3958333333", "４６３５７.39583"])
def test_a_moment_that_excel_shows_as_a_number_is_that_moment(writer, cell):
    page = look(writer, [WARNING | {"结束时间": cell, "下次审核": 46357}])
    text = page.context["plan"].fates[0].text
    assert timezone.localtime(text.ends_at).isoformat() == "2026-12-01T09:30:00+08:00"
    assert f"{text.review_due}" == "2026-12-01"


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("金额（元）", "37.8万", "请写成元，例如378000。"),
        ("金额（元）", "200亿", "这个金额太大"),
        ("金额（元）", 10**11, "这个金额太大"),
        ("日期", "1926-11-02", "日期要在2000年以后"),
        ("日期", "2226-11-02", "日期要在2000年以后"),
    ],
)
def test_a_figure_that_cannot_be_is_refused(writer, column, cell, says):
    page = look(writer, [CASE | {"也像哪一类": "虚假中奖", column: cell}], "case")
    assert f"{column}：{says}" in words(page)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_is_read_in_the_encodings_that_excel_writes(writer, encoding):
    page = send(
        writer, a_csv([WARNING | {"标题（简体）": "快递里夹着卡片"}], encoding), name="表.csv"
    )
    assert counts(page) == {"新增": 1}
    assert "快递里夹着卡片" in words(page)


def test_a_thousand_rows_are_looked_through_and_one_more_is_refused(writer):
    rows = [WARNING | {"网址名": f"many-{number}"} for number in range(1000)]
    assert counts(look(writer, rows)) == {"新增": 1000}
    page = look(writer, [*rows, WARNING])
    assert page.status_code == 413
    assert "一次最多传1000行" in words(page)


def test_rows_keep_the_numbers_that_they_have_in_the_file(writer):
    empty = dict.fromkeys(WARNING)
    page = look(writer, [WARNING, empty, empty, WARNING | {"地区": "哪里"}])
    assert "第5行" in words(page)


def test_the_columns_of_a_database_that_is_asked_do_not_grow_with_the_rows(
    writer, django_assert_max_num_queries
):
    data = an_xlsx([WARNING | {"网址名": f"many-{number}"} for number in range(200)])
    with django_assert_max_num_queries(25):
        assert send(writer, data).status_code == 200


def test_cases_that_nobody_changed_are_as_they_were(desk):
    row = Case.objects.order_by("order").first()
    page = look(desk, [CASE | {"网址名": row.slug, "标题（简体）": "另一个标题"}], "case")
    assert counts(page) == {"改动": 1}
