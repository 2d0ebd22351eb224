"""So many times in so many seconds for each, and nothing is kept of anybody afterwards."""

import pytest

from awareness.lib.network.rate_limit import RateLimit


class Clock:
    at = 1000.0

    def __call__(self):
        return self.at


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def limit(clock):
    return RateLimit(most=3, seconds=60, now=clock)


def test_who_has_had_as_many_as_may_waits_until_the_first_is_old(limit, clock):
    for _time in range(3):
        assert limit.wait("a") == 0
        limit.count("a")
        clock.at += 10
    assert limit.wait("a") == 30
    clock.at += 30
    assert limit.wait("a") == 0
    limit.count("a")
    assert limit.wait("a") == 10


def test_each_is_counted_alone(limit):
    for _time in range(3):
        limit.count("a")
    assert limit.wait("a") > 0
    assert limit.wait("b") == 0


def test_who_comes_no_more_is_forgotten(limit, clock):
    limit.count("a")
    assert limit._done
    clock.at += 61
    limit.wait("b")
    assert not limit._done


def test_the_clients_are_not_held_in_words(limit):
    limit.count("203.0.113.7")
    assert "203.0.113.7" not in repr(vars(limit)) and b"203.0.113.7" not in b"".join(limit._done)
