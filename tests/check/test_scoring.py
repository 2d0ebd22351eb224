"""Which type the ticks look like: the rule, on small boards and on the examples of what happened."""

import itertools

import pytest

from awareness.check.board import Board
from awareness.check.examples import failing, holds, load_examples
from awareness.check.scoring import HEAVY, ScoreTable, weigh

FLOORS = [("strong", 5), ("some", 3), ("hint", 1), ("none", 0)]


def a_rule(**fields):
    """Three types; `police` and `bank` share the tick `call`."""
    values = {
        "kinds": ["police", "bank", "prize"],
        "weights": {
            "call": {"police": 2, "bank": 2},
            "warrant": {"police": 3},
            "code": {"bank": 1},
            "fee": {"prize": 1},
        },
        "urgent": {"sent": "transferred", "sharing": "sharing-screen"},
        "urgent_order": ["sharing-screen", "transferred"],
        "floors": FLOORS,
    }
    return ScoreTable(**values | fields)


def kinds(outcome):
    return [match.kind for match in outcome.named]


def test_points_are_added_up_and_the_highest_comes_first():
    outcome = weigh(["call", "warrant"], a_rule())
    assert [(match.kind, match.points) for match in outcome.named] == [("police", 5)]
    assert outcome.named[0].ticks == ("call", "warrant")


def test_on_a_tie_more_ticks_of_three_points_win():
    weights = {"a": {"bank": 2, "police": 3}, "b": {"bank": 2, "police": 1}}
    assert kinds(weigh(["a", "b"], a_rule(weights=weights))) == ["police", "bank"]
    assert (
        kinds(weigh(["a", "b"], a_rule(weights=weights, kinds=["bank", "police"])))[0] == "police"
    )


def test_on_a_full_tie_the_order_of_types_decides():
    weights = {"a": {"bank": 3, "police": 3}}
    assert kinds(weigh(["a"], a_rule(weights=weights))) == ["police", "bank"]
    assert kinds(weigh(["a"], a_rule(weights=weights, kinds=["bank", "police"]))) == [
        "bank",
        "police",
    ]


def test_less_than_three_points_name_no_type_but_are_told():
    outcome = weigh(["code", "fee"], a_rule())
    assert (kinds(outcome), outcome.rest, outcome.level) == ([], ["code", "fee"], "hint")


def test_a_type_with_less_than_half_of_the_first_is_left_out():
    weights = {"a": {"police": 7, "bank": 3, "prize": 4}}
    assert kinds(weigh(["a"], a_rule(weights=weights))) == ["police", "prize"]


def test_three_types_at_most():
    weights = {"a": dict.fromkeys("abcde", 3)}
    assert kinds(weigh(["a"], a_rule(weights=weights, kinds=list("abcde")))) == ["a", "b", "c"]


def test_the_most_pressing_emergency_comes_first():
    outcome = weigh(["sent", "sharing", "call"], a_rule())
    assert outcome.urgent == ["sharing", "sent"]


def test_an_emergency_that_the_order_forgot_comes_last():
    outcome = weigh(["sent", "sharing"], a_rule(urgent_order=["transferred"]))
    assert outcome.urgent == ["sent", "sharing"]


def test_with_emergencies_alone_there_is_no_word_of_no_match():
    outcome = weigh(["sent"], a_rule())
    assert (outcome.level, outcome.rest, outcome.named) == (None, [], [])
    assert weigh([], a_rule()).level == "none"
    assert weigh(["sent", "code"], a_rule()).level == "hint"


def test_an_empty_board_answers():
    outcome = weigh(["call"], ScoreTable(kinds=[], weights={}))
    assert (outcome.named, outcome.rest, outcome.level) == ([], ["call"], None)


@pytest.mark.parametrize("example", load_examples("check"), ids=lambda example: example["name"])
def test_what_happened_is_recognised(db, example):
    assert holds(example, Board().rule)


def test_all_twenty_one_examples_are_kept(db):
    assert len(load_examples("check")) == 21
    assert failing(Board().rule) == []


def test_every_type_comes_first_for_some_ticks(db):
    rule = Board().rule
    asked = [symptom for symptom, weights in rule.weights.items() if weights]
    first = {
        kinds(outcome)[0]
        for size in (1, 2)
        for ticks in itertools.combinations(asked, size)
        if kinds(outcome := weigh(ticks, rule))
    }
    assert first == set(rule.kinds)
    assert len(rule.kinds) == 13


def test_a_tick_that_a_type_is_known_by_names_it_alone(db):
    rule = Board().rule
    for symptom, weights in rule.weights.items():
        known_by = [kind for kind, points in weights.items() if points == HEAVY]
        assert set(known_by) <= set(kinds(weigh([symptom], rule))), symptom
