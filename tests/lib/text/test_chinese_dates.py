"""Stretches of time in words."""

from datetime import timedelta

import pytest

from awareness.lib.text.chinese_dates import length_words


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(days=6, hours=23), "6天"),
        (timedelta(hours=23, minutes=59), "23小时"),
        (timedelta(minutes=59, seconds=59), "59分钟"),
        (timedelta(minutes=1), "1分钟"),
        (timedelta(seconds=59), "不到1分钟"),
        (timedelta(seconds=-1), "不到1分钟"),
    ],
)
def test_a_length_is_told_in_the_greatest_unit_that_it_fills(length, words):
    assert length_words(length) == words
