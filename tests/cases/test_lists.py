"""The lists of warnings and cases at the desk: only what tells a row from the others."""

import re
from datetime import datetime

import pytest
from django.utils import timezone

from awareness.cases.models import Warning
from tests.make import a_warning, draft_warning


@pytest.fixture(autouse=True)
def no_other_warnings(db):
    Warning.objects.all().delete()


def cells(desk):
    """The cells of the only row, by their column: what each says, without its marks."""
    page = desk.get("/admin/cases/warning/").content.decode()
    found = re.findall(r'<td [^>]*class="field-(\w+)[^>]*>(.*?)</td>', page)
    return {name: re.sub(r"<[^>]+>", "", inside).strip() for name, inside in found}


def test_only_an_urgent_warning_says_so(desk):
    a_warning()
    assert cells(desk)["public_now"] == "线上"
    Warning.objects.update(urgent=True)
    assert cells(desk)["public_now"] == "紧急 线上"
    assert "urgent" not in cells(desk)


def test_a_warning_without_an_end_says_what_that_means(desk):
    a_warning(ends_at=None)
    assert cells(desk)["end"] == "一直公开"


def test_hours_have_two_digits(desk):
    morning = timezone.make_aware(datetime(2031, 3, 4, 8, 30))
    a_warning(ends_at=morning)
    assert cells(desk)["end"] == "2031年3月4日08:30"


def test_a_cell_that_says_nothing_is_marked_so_that_a_card_leaves_it_out(desk):
    draft_warning(ends_at=None)
    page = desk.get("/admin/cases/warning/").content.decode()
    marked = re.findall(r"<td [^>]*data-empty[^>]*field-(\w+)", page)
    assert marked == ["starts_at"]
