"""Thirty days in numbers at the desk: the same in picture and table, and nothing under five."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from awareness.cases.models import Warning
from awareness.guide.models import ScamType
from awareness.page_views.models import PageCount
from awareness.quiz.models import Question, Tally

from .build import front_page, staff_as


@pytest.fixture
def auditor(db):
    return staff_as("auditor")


def was_read(kind, key, times, days_ago=0):
    PageCount.objects.add({(timezone.localdate() - timedelta(days=days_ago), kind, key): times})


def was_answered(slug, days_ago=0, **choices):
    question = Question.objects.get(slug=slug)
    day = timezone.localdate() - timedelta(days=days_ago)
    for choice, times in choices.items():
        Tally.objects.create(question=question, day=day, choice=choice, count=times)


def numbers(staff, name):
    """What the chart NAME shows: [(name, number in words)], [] if there is none."""
    charts = front_page(staff).context["front"].charts
    return [(bar.name, bar.says) for chart in charts if chart.name == name for bar in chart.bars]


def test_without_numbers_there_is_a_sentence(auditor):
    assert "还没有哪一页、哪一题够5次。" in front_page(auditor).content.decode()


def test_reads_of_thirty_days_are_added_up_for_each_type(auditor):
    was_read("scam", "fake-bank-service", 7)
    was_read("scam", "fake-bank-service", 5, days_ago=29)
    was_read("scam", "fake-bank-service", 100, days_ago=30)
    was_read("scam", "tax-refund-scam", 20)
    found = numbers(auditor, "types")
    assert len(found) == ScamType.objects.count()
    assert [number for _name, number in found[:2]] == ["20", "12"]


def test_under_five_is_hidden_and_looks_like_nothing_at_all(auditor):
    was_read("scam", "fake-bank-service", 5)
    before = numbers(auditor, "types")
    was_read("scam", "tax-refund-scam", 4)
    was_read("scam", "impersonating-authorities", 1)
    assert numbers(auditor, "types") == before
    assert {number for _name, number in before[1:]} == {"不到5"}


def test_the_page_says_nothing_from_which_a_hidden_number_follows(auditor):
    was_read("scam", "fake-bank-service", 50)
    was_read("scam", "tax-refund-scam", 3)
    was_read("worksheet", "", 4)
    was_answered("q01", A=2, C=2)
    page = front_page(auditor).content.decode()
    shown = page[page.index("近三十天") :]
    assert not re.search(r"\b(53|57|3次|4次|4人次)\b", shown)
    assert numbers(auditor, "sheets") == numbers(auditor, "answers") == []


def test_picture_and_table_hold_the_same_numbers(auditor):
    was_read("scam", "fake-bank-service", 40)
    was_read("scam", "tax-refund-scam", 10)
    page = front_page(auditor).content.decode()
    rows = re.findall(r'<rect width="([\d.]+)%" height="8"/></svg></th><td>(\d+)次</td>', page)
    assert rows == [("100.0", "40"), ("25.0", "10")]
    assert "style=" not in page[page.index("近三十天") :]


def test_answers_are_added_up_for_each_question_whatever_was_chosen(auditor):
    was_answered("q01", A=3, B=1, C=4, X=1)
    was_answered("q08", A=30, days_ago=31)
    was_answered("q13", C=5)
    assert [number for _name, number in numbers(auditor, "answers")] == ["9", "5"]


def test_sheets_are_named_and_those_of_texts_that_are_gone_left_out(auditor):
    was_read("worksheet", "", 9)
    was_read("quiz-sheet", "daily", 8)
    was_read("quiz-sheet", "basic-1", 7)
    was_read("scam-leaflet", "fake-bank-service", 6)
    was_read("quiz-sheet", "gone-since", 50)
    names = [name for name, _number in numbers(auditor, "sheets")]
    assert names[:2] == ["证据记录单", "测验卷：每日三题"]
    assert [name.partition("：")[0] for name in names[2:]] == ["测验卷", "宣传单"]


def test_other_pages_are_those_opened_most(auditor):
    warning = Warning.objects.get(slug="etc-expired-text")
    was_read("situation", "transferred", 8)
    was_read("warning", warning.slug, 11)
    was_read("case", "fake-police-378000", 4)
    assert numbers(auditor, "pages")[0] == (f"预警：{warning}", "11")
    assert len(numbers(auditor, "pages")) == 2
