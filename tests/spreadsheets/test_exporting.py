"""What a list shows is taken out as a table, and comes back in as it was."""

import csv
import io
import tracemalloc

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from awareness.audit.models import AuditAction, AuditEntry
from awareness.cases.models import Case, Warning
from awareness.office.roles import Role
from tests.make import a_staff_member, a_warning, come_in, draft_warning

from .build import address, bring_in, counts, rows_of, send, taken_out, words

# Each is at the head of a cell what some spreadsheet takes for a formula.
FORMULAS = [
    "=1+1",
    "+86 110",
    "-1 是负数",
    "@SUM(A1)",
    "＝1+1",
    "－不是减号",
    "'=已经有撇号",
    "''@两个撇号",
    '=cmd|" /C calc"!A0',
    '=HYPERLINK("http://x.example","点这里")',
    "#N/A",
    "TRUE",
    "00123",
    "2026-12-01",
    "1E5",
]


@pytest.fixture
def auditor(db):
    return come_in(Client(), a_staff_member("auditor", role=Role.AUDITOR))


def lines_of(table: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("model", ["warning", "case"])
def test_what_was_taken_out_and_not_touched_changes_nothing(desk, kind, model):
    table = taken_out(desk, kind, model)
    page = send(desk, table, model, name=f"表.{kind}")
    total = {"warning": Warning, "case": Case}[model].objects.count()
    assert counts(page) == {"没有变化": total}, words(page)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_cells_that_look_like_formulas_or_numbers_come_back_as_they_were(desk, kind):
    for text in FORMULAS:
        a_warning(happened_zh_hans=text, title_zh_hans=text[:30], phrases_zh_hans=f"{text}\n{text}")
    a_warning(happened_zh_hans=" =1+1", phrases_zh_hans="\t=1+1", already_zh_hans="甲\r\n乙\x0b丙")
    page = send(desk, taken_out(desk, kind), name=f"表.{kind}")
    assert counts(page) == {"没有变化": Warning.objects.count()}, words(page)


def test_what_excel_made_of_a_csv_comes_back_as_it_was(desk):
    a_warning(happened_zh_hans="=1+1")
    table = taken_out(desk, "csv").decode("utf-8-sig").encode("gb18030", "replace")
    assert counts(send(desk, table, name="表.csv")) == {"没有变化": Warning.objects.count()}


def test_no_cell_of_a_workbook_is_a_formula(desk):
    for text in FORMULAS:
        a_warning(happened_zh_hans=text)
    book = load_workbook(io.BytesIO(taken_out(desk)))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    texts = [cell.value for cell in cells if cell.data_type == "s"]
    assert not [text for text in texts if text[0] in "=+-@\t\r＝＋－＠"]


def test_no_cell_of_a_csv_begins_like_a_formula(desk):
    for text in FORMULAS:
        a_warning(happened_zh_hans=text, title_en=text)
    table = taken_out(desk, "csv")
    cells = [cell for row in lines_of(table) for cell in row.values() if cell]
    assert not [cell for cell in cells if cell[0] in "=+-@\t\r＝＋－＠"]
    assert "'=1+1" in cells


def test_a_csv_begins_with_the_mark_by_which_excel_knows_its_encoding(desk):
    assert taken_out(desk, "csv").startswith(b"\xef\xbb\xbf")


def test_only_what_the_list_shows_is_taken_out(desk):
    draft_warning(slug="a-draft", title_zh_hans="水电工上门")
    a_warning(slug="a-live", title_zh_hans="水电工上门")
    slugs = lambda **query: {row["网址名"] for row in rows_of(taken_out(desk, **query))}  # noqa: E731
    assert slugs(state="writing") == {"a-draft"}
    assert slugs(q="水电工") == {"a-draft", "a-live"}
    assert slugs(q="水电工", state="live") == {"a-live"}
    assert slugs(district__id__exact="999999") == set()


def test_the_list_leads_to_its_table_with_its_filter(desk):
    page = desk.get(reverse("admin:cases_warning_changelist"), {"q": "水电", "state": "live"})
    link = f"{address()}?q=%E6%B0%B4%E7%94%B5&amp;state=live"
    assert link in page.content.decode()
    page = desk.get(address(), {"state": "live"}).content.decode()
    assert f"{address('export', 'warning', 'xlsx')}?state=live" in page
    assert f"列表里筛选出来的{Warning.objects.live().count()}条" in page


def test_all_pages_of_a_list_are_taken_out(desk):
    for _number in range(60):
        draft_warning()
    assert len(rows_of(taken_out(desk, p=2, state="writing"))) == 60


def test_the_newest_draft_is_taken_out_and_the_state_beside_it(desk):
    warning = a_warning(slug="both", do_first_zh_hans="不开门。")
    row = next(row for row in rows_of(taken_out(desk)) if row["网址名"] == "both")
    bring_in(desk, [row | {"先做什么（简体）": "先报警。", "现在": "随便"}])
    warning.refresh_from_db()
    assert warning.do_first_zh_hans == "不开门。"
    row = next(row for row in rows_of(taken_out(desk)) if row["网址名"] == "both")
    assert (row["先做什么（简体）"], row["现在"]) == ("先报警。", "线上＋有新草稿")


def test_only_who_may_change_cases_takes_out_the_doubts(desk, writer, auditor):
    assert "存疑" in rows_of(taken_out(writer, "xlsx", "case"))[0]
    assert "存疑" not in rows_of(taken_out(auditor, "xlsx", "case"))[0]
    doubt = Case.objects.exclude(doubts="").first().doubts
    assert doubt in taken_out(desk, "csv", "case").decode()
    assert doubt not in taken_out(auditor, "csv", "case").decode()


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_line_of_the_log_says_who_took_out_how_many(auditor, kind):
    taken_out(auditor, kind, state="live")
    line = AuditEntry.objects.get(verb=AuditAction.EXPORTED)
    assert (line.about, line.by.username) == ("本地预警", "auditor")
    assert line.detail == f"{kind}：{Warning.objects.live().count()}行"


@pytest.mark.parametrize("query", [{"state": "no"}, {"nonsense": "1"}, {"p": "x"}, {"q": "%'\"\\"}])
def test_a_query_that_nobody_made_by_tapping_is_answered(desk, query):
    answer = desk.get(address("export", "warning", "csv"), query)
    assert answer.status_code in {200, 400}
    assert desk.get(address(), query).status_code == 200


def test_other_kinds_of_file_do_not_exist(desk):
    assert desk.get(address("export", "warning", "json")).status_code == 404
    assert desk.post(address("export", "warning", "xlsx")).status_code == 405


def test_moments_are_those_of_the_clock_on_the_wall(desk):
    ends = timezone.make_aware(timezone.datetime(2027, 1, 2, 9, 30))
    a_warning(slug="clock", ends_at=ends)
    row = next(row for row in lines_of(taken_out(desk, "csv")) if row["网址名"] == "clock")
    assert row["结束时间"] == "2027-01-02 09:30"


def test_the_questions_to_the_database_do_not_grow_with_the_rows(desk, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked():
        with CaptureQueriesContext(connection) as queries:
            taken_out(desk, "csv")
        return len(queries)

    asked()  # the office's lines are read once
    few = asked()
    for _number in range(50):
        draft_warning()
    assert asked() == few


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_lies_in_memory_does_not_grow_with_the_rows(desk, kind):
    def most(number):
        a = a_warning()
        values = {f.attname: getattr(a, f.attname) for f in Warning._meta.concrete_fields}
        long = values | {
            "id": None,
            "happened_zh_hans": "长" * 10_000,
            "happened_en": "long" * 5000,
        }
        rows = (Warning(**long | {"slug": f"{number}-{place}"}) for place in range(number))
        Warning._base_manager.bulk_create(rows)
        tracemalloc.start()
        answer = desk.get(address("export", "warning", kind), {"q": f"{number}-"})
        sent = sum(map(len, answer.streaming_content))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert sent
        return peak

    assert most(1200) < 1.5 * most(300)
