"""Stop or not: ten answers before a transfer."""

import pytest

from awareness.check.answers import AnswerSheet
from awareness.check.examples import load_examples
from awareness.check.verdict import Given, transfer_verdict

FLOORS = [("green", 0), ("yellow", 2), ("red", 4)]
ASKED = ["a", "b", "c"]


def given(*risks, **more):
    return {name: Given(risk) for name, risk in zip(ASKED, risks, strict=False)} | more


@pytest.mark.parametrize(
    ("risks", "level"),
    [((0, 0, 1), "green"), ((1, 1, 0), "yellow"), ((1, 1, 1), "yellow"), ((1, 3, 0), "red")],
)
def test_points_decide_when_all_is_answered(risks, level):
    assert transfer_verdict(given(*risks), ASKED, FLOORS) == level


def test_one_answer_that_means_stop_is_enough_by_itself():
    assert transfer_verdict({"b": Given(0, hard_stop=True)}, ASKED, FLOORS) == "red"


def test_points_that_are_red_already_need_no_further_answer():
    assert transfer_verdict(given(3, 3), ASKED, FLOORS) == "red"


def test_an_open_question_leaves_it_open():
    assert transfer_verdict(given(0, 3), ASKED, FLOORS) is None
    assert transfer_verdict({}, ASKED, FLOORS) is None


def test_without_levels_nothing_is_said():
    assert transfer_verdict(given(0, 0, 0), ASKED, []) is None


@pytest.mark.parametrize("example", load_examples("transfer"), ids=lambda example: example["name"])
def test_what_happens_at_the_counter_comes_out_right(db, example):
    assert AnswerSheet(example["answers"]).verdict().slug == example["verdict"]


def test_all_seven_examples_are_kept():
    assert len(load_examples("transfer")) == 7
