"""What ten answers before a transfer come to. No database, no request."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .scoring import level_at


@dataclass(frozen=True)
class Given:
    """An answer that was chosen: its points, 0–3, and whether it alone means stop."""

    risk: int
    hard_stop: bool = False


def transfer_verdict(
    given: Mapping[str, Given], asked: Sequence[str], floors: Sequence[tuple[str, int]]
) -> str | None:
    """The level of FLOORS (level, points from which it holds) for the answers GIVEN.

    None while a question of ASKED is open that could still change it: points only grow, so the
    highest level is final before the last answer.
    """
    worst, worst_from = max(floors, key=lambda floor: floor[1], default=(None, 0))
    points = sum(answer.risk for answer in given.values())
    if given and (points >= worst_from or any(answer.hard_stop for answer in given.values())):
        return worst
    return None if missing_answers(given, asked) else level_at(points, floors)


def missing_answers(given: Mapping[str, Given], asked: Sequence[str]) -> list[str]:
    return [question for question in asked if question not in given]
