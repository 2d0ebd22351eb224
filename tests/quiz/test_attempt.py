"""The attempt that travels in the address: short, signed, stable."""

import pytest

from awareness.quiz.attempt import BrokenAttempt, begin_attempt, read_attempt, write
from awareness.quiz.form_code import (
    BrokenCode,
    OldForm,
    lay_out,
    read_form_code,
    usual_draw,
    write_form_code,
)
from awareness.quiz.sets import first_attempt

NUMBERS = [1, 8, 40, 1300]


def test_what_is_written_is_read_back():
    attempt = begin_attempt(NUMBERS, "abc").with_answer(2, "B").with_answer(4, "X")
    again = read_attempt(write(attempt, "basic-1"), "basic-1")
    assert again == attempt
    assert [again.answer(place) for place in (1, 2, 3, 4)] == ["", "B", "", "X"]


def test_it_is_short():
    attempt = begin_attempt(list(range(100, 108)), "dfuxy").with_answer(1, "A")
    assert len(write(attempt, "basic-1")) <= 80


def test_every_changed_character_is_noticed():
    text = write(begin_attempt(NUMBERS, "abc").with_answer(1, "A"), "basic-1")
    for at in range(len(text)):
        other = "B" if text[at] != "B" else "A"
        with pytest.raises(BrokenAttempt):
            read_attempt(text[:at] + other + text[at + 1 :], "basic-1")


@pytest.mark.parametrize("text", ["", "x", "....", "a.b.c.d.e", "é" * 90, "a" * 100_000, "\x00"])
def test_nonsense_is_noticed(text):
    with pytest.raises(BrokenAttempt):
        read_attempt(text, "basic-1")


def test_an_attempt_at_another_set_is_noticed():
    text = write(begin_attempt(NUMBERS, "abc"), "basic-1")
    with pytest.raises(BrokenAttempt):
        read_attempt(text, "basic-2")
    for cut in range(len(text)):
        with pytest.raises(BrokenAttempt):
            read_attempt(text[:cut], "basic-1")


def test_options_are_mixed_but_stable_and_not_sure_is_last():
    attempt = begin_attempt(list(range(1, 40)), "seed")
    orders = {tuple(attempt.letters(place)) for place in range(1, 40)}
    assert len(orders) == 6
    assert all(order[-1] == "X" for order in orders)
    answered = attempt.with_answer(1, "A")
    assert [answered.letters(n) for n in range(1, 40)] == [attempt.letters(n) for n in range(1, 40)]


def test_an_attempt_gets_its_own_name_with_the_first_answer_and_keeps_it():
    fresh = first_attempt(NUMBERS)
    one, two = fresh.with_answer(1, "A"), fresh.with_answer(1, "A")
    assert fresh.nonce == ""
    assert one.nonce != two.nonce
    assert one.with_answer(2, "B").nonce == one.nonce


def test_a_form_code_names_its_draw_and_its_questions():
    code = write_form_code(usual_draw(NUMBERS), NUMBERS)
    draw = read_form_code(code, NUMBERS)
    assert lay_out(NUMBERS, draw) == lay_out(NUMBERS, usual_draw(NUMBERS))
    assert lay_out(list(reversed(NUMBERS)), draw) == lay_out(NUMBERS, draw)


def test_a_form_code_is_read_however_it_is_typed():
    code = write_form_code(5, NUMBERS)
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in code)
    for typed in [code.lower(), f" {code[:3]} {code[3:]} ", wide]:
        assert read_form_code(typed, NUMBERS) == 5


def test_a_slip_in_a_form_code_is_noticed():
    code = write_form_code(1234, NUMBERS)
    for at in range(len(code)):
        for other in "ABCDEFGHJKMNPQRSTUVWXYZ23456789":
            if other != code[at]:
                with pytest.raises(BrokenCode):
                    read_form_code(code[:at] + other + code[at + 1 :], NUMBERS)
    for at in range(len(code) - 1):
        if code[at] != code[at + 1]:
            with pytest.raises(BrokenCode):
                read_form_code(code[:at] + code[at + 1] + code[at] + code[at + 2 :], NUMBERS)


def test_a_form_whose_questions_have_changed_is_called_old():
    with pytest.raises(OldForm):
        read_form_code(write_form_code(5, NUMBERS), [*NUMBERS[:-1], 77])
