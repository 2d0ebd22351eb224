"""Numbers as staff type them, as they are kept, spoken and compared."""

import pytest

from awareness.lib.text.phone import (
    differing_digits,
    heard_digits,
    is_dialable,
    spoken_chinese,
    spoken_english,
    tidy_number,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("９６１１０", "96110"),
        (" 96 110 ", "96110"),
        ("96110\u200b", "96110"),
        ("0999—1234567", "0999-1234567"),
        ("0999－1234567", "0999-1234567"),
        ("0999 – 1234567", "0999-1234567"),
        ("（0999）1234567", "0999-1234567"),
        ("＋86-10-12345", "+86-10-12345"),
    ],
)
def test_however_a_number_is_typed_it_is_kept_one_way(typed, kept):
    assert tidy_number(typed) == kept
    assert is_dialable(kept)


@pytest.mark.parametrize("typed", ["", "11", "-", "打110", "110或119", "1" * 21, "110+", "一一零"])
def test_what_no_phone_dials_is_refused(typed):
    assert not is_dialable(tidy_number(typed))


def test_a_number_is_spoken_digit_by_digit():
    assert spoken_chinese("96110") == "九六一一零"
    assert spoken_english("96110") == "nine six one one zero"
    assert spoken_chinese("0999-123") == "零九九九，一二三"
    assert spoken_english("0999-123") == "zero nine nine nine, one two three"


@pytest.mark.parametrize(
    "spoken", ["九六一一零", "九六幺幺零", "九六一一〇", "nine six one one zero", "9 6 1 1 oh"]
)
def test_what_is_spoken_can_be_written_down_again(spoken):
    assert heard_digits(spoken) == "96110"


def test_a_word_with_a_number_in_it_is_not_heard_as_one():
    assert heard_digits("phone: one one zero, often") == "110"


def test_the_digits_that_differ_are_told_from_those_that_stay():
    assert differing_digits("12321", "12381") == (
        [("123", False), ("2", True), ("1", False)],
        [("123", False), ("8", True), ("1", False)],
    )
    assert differing_digits("110", "110") == ([("110", False)], [("110", False)])
