"""Placeholders of hotlines: only keys of the table stand for a number."""

import pytest

from awareness.lib.guards import find_all

from .check import HOSTS, NUMBERS, blocked, found

UNKNOWN = [
    ("打{96111}", "{96111}"),
    ("{62345678}", "{62345678}"),
    ("打{62345678}", "{62345678}"),
    ("{nosuch}", "{nosuch}"),
    ("{96｜111}", "{96｜111}"),
    ("打{96110}或{96111}", "{96111}"),
    ("Call {96111}", "{96111}"),
]


@pytest.mark.parametrize(("text", "place"), UNKNOWN)
def test_a_key_that_the_table_does_not_hold_blocks(text, place):
    assert blocked(text) == [("unknown_key", place)]


def test_it_says_which_number_is_missing_and_what_to_do():
    (find,) = found("打{96111}")
    assert find.why == "热线表里没有“96111”，请改成表里的号码，或者先在热线里加上。"
    assert (find.remedy, find.personal) == (None, False)


def test_known_numbers_and_known_keys_pass():
    assert find_all("打{110}，或{qingshi}", "zh-hans", NUMBERS, HOSTS, {"qingshi"}) == []


def test_a_private_number_in_braces_is_still_private():
    assert blocked("打{13800138000}") == [("phone", "13800138000")]
    assert blocked("{QQ12345678}") == [("chat_number", "12345678")]


@pytest.mark.parametrize("text", ["{", "{}", "{ }", "{{", "一{二}", "{96110}", "｛96110｝"])
def test_braces_that_hold_no_key_and_known_keys_are_no_find(text):
    assert found(text) == []
