"""The guards and the table of numbers: a {key} passes if readers see a number in its place."""

import pytest
from django.utils import timezone

from awareness.content_checks.finds import blocking_finds, finds, finds_in
from awareness.office.models import Hotline, Office
from awareness.publishing import changes
from tests.make import a_warning, draft_warning, publish_at_the_desk

MISSING = "热线表里没有“96111”，请改成表里的号码，或者先在热线里加上"


def kinds(text):
    return [one.find.kind for one in finds(draft_warning(happened_zh_hans=text)) if one.blocks]


def test_a_key_of_no_hotline_does_not_go_out(reviewer, visitor):
    warning = draft_warning(happened_zh_hans="有事打{96111}。")
    refused = publish_at_the_desk(reviewer, warning, reason="这个号码没有问题，领导说的。")
    assert refused.status_code == 400
    page = refused.content.decode()
    assert MISSING in page
    assert "【{96111}】" in page
    assert visitor.get(warning.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("key", ["62345678", "nosuch", "x110", "110x"])
def test_other_keys_that_stand_for_nothing_block(db, key):
    assert set(kinds(f"有事打{{{key}}}。")) == {"unknown_key"}


def test_hotlines_and_offices_of_the_table_pass(db):
    office = Office.objects.get(is_main=True)
    assert office.phone
    assert kinds(f"打{{110}}、{{96110}}，或{{{office.slug}}}。") == []


def test_a_number_that_nobody_has_checked_is_pointed_out_and_its_sentence_left_out(visitor):
    warning = draft_warning(happened_zh_hans="先别转钱。可以打95017问。")
    assert warning.happened_zh_hans == "先别转钱。可以打{95017}问。"
    assert [(one.find.kind, one.blocks) for one in finds(warning)] == [("unchecked_key", False)]
    warning.published_at = warning.starts_at = timezone.now()
    warning.save()
    page = visitor.get(warning.get_absolute_url()).content.decode()
    assert "先别转钱。" in page and "95017" not in page and "可以打" not in page
    Hotline.objects.filter(slug="95017").update(checked_on=timezone.localdate())
    changes.forget_all()
    assert "可以打95017问。" in visitor.get(warning.get_absolute_url()).content.decode()
    assert finds(warning) == []


@pytest.mark.parametrize(
    ("column", "text"),
    [("do_first_zh_hans", "不交钱，拿不准打95017问。"), ("title_zh_hans", "钱少了打95017")],
)
def test_a_field_of_which_residents_would_see_nothing_does_not_go_out(db, column, text):
    blocking = [one.find.kind for one in finds(draft_warning(**{column: text})) if one.blocks]
    assert blocking == ["unchecked_key"]


def test_a_sample_phone_stands_in_no_sentence(visitor):
    Office.objects.filter(is_main=True).update(phone="0000-0000000")
    changes.forget_all()
    warning = a_warning(happened_zh_hans="先别转钱。可以打{example-police-station}问。")
    assert "可以打" not in visitor.get(warning.get_absolute_url()).content.decode()


def test_a_line_keeps_its_key_when_its_number_changes(db):
    Hotline.objects.filter(slug="12321").update(number="12399")
    changes.forget_all()
    assert kinds("打{12321}。") == []


def test_an_office_without_a_phone_stands_for_no_number(db):
    office = Office.objects.get(is_main=True)
    Office.objects.filter(pk=office.pk).update(phone="")
    changes.forget_all()
    assert set(kinds(f"打{{{office.slug}}}。")) == {"unknown_key"}


def test_reasons_and_descriptions_of_pictures_are_asked_too(db):
    from awareness.pictures.models import Picture

    assert [find.kind for find in blocking_finds("改打{96111}")] == ["unknown_key"]
    described = finds_in(Picture, {"description_zh_hans": "海报上写着{96111}"})
    assert [one.find.kind for one in described] == ["unknown_key"]
