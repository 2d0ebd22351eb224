"""Which scam the ticks look like, and which emergency comes first. No database, no request.

A symptom weighs 1–3 points for a scam type; 3 is what that type is known by.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

HEAVY = 3


@dataclass(frozen=True)
class ScoreTable:
    """KINDS are scam types in their order; WEIGHTS are points by symptom, then by type; URGENT is
    the situation that a symptom leads to at once; FLOORS are (level, points from which it holds)."""

    kinds: Sequence[str]
    weights: Mapping[str, Mapping[str, int]]
    urgent: Mapping[str, str] = field(default_factory=dict)
    urgent_order: Sequence[str] = ()
    floors: Sequence[tuple[str, int]] = ()
    name_from: int = 3
    at_most: int = 3
    share_of_first: int = 50  # percent


@dataclass(frozen=True)
class Match:
    kind: str
    points: int
    heavy: int  # how many ticks of 3 points
    ticks: tuple[str, ...]


@dataclass(frozen=True)
class CheckOutcome:
    """NAMED types, best first; REST are ticks under none of them; URGENT ticks, most pressing
    first; LEVEL is None when there is nothing to say but what is urgent."""

    named: list[Match]
    rest: list[str]
    urgent: list[str]
    level: str | None


def weigh(ticks: Collection[str], rule: ScoreTable) -> CheckOutcome:
    """What TICKS, in the order of the page, say by RULE."""
    ranked = rank(ticks, rule)
    top = ranked[0].points if ranked else 0
    named = [match for match in ranked if is_named(match, top, rule)][: rule.at_most]
    told = {tick for match in named for tick in match.ticks}
    rest = [tick for tick in ticks if tick not in told and asks_about_scam(tick, rule)]
    urgent = most_pressing_first(ticks, rule)
    silent = urgent and not named and not rest
    return CheckOutcome(named, rest, urgent, None if silent else level_at(top, rule.floors))


def rank(ticks: Collection[str], rule: ScoreTable) -> list[Match]:
    """Every type that got points: by points, then by heavy ticks, then in the order of types."""
    found = [match_of(kind, ticks, rule) for kind in rule.kinds]
    return sorted(
        (match for match in found if match.points),
        key=lambda match: (-match.points, -match.heavy),
    )


def match_of(kind: str, ticks: Collection[str], rule: ScoreTable) -> Match:
    points = {tick: rule.weights.get(tick, {}).get(kind, 0) for tick in ticks}
    led = tuple(tick for tick, weight in points.items() if weight)
    heavy = sum(weight == HEAVY for weight in points.values())
    return Match(kind, sum(points.values()), heavy, led)


def is_named(match: Match, top: int, rule: ScoreTable) -> bool:
    enough = match.points >= rule.name_from
    return enough and match.points * 100 >= top * rule.share_of_first


def asks_about_scam(tick: str, rule: ScoreTable) -> bool:
    """Whether TICK is about the kind of scam; the others only say how far it has gone."""
    return bool(rule.weights.get(tick)) or tick not in rule.urgent


def most_pressing_first(ticks: Collection[str], rule: ScoreTable) -> list[str]:
    return sorted((tick for tick in ticks if tick in rule.urgent), key=lambda t: pressing(t, rule))


def pressing(tick: str, rule: ScoreTable) -> int:
    """The place of TICK among the emergencies, 0 first; one that the order leaves out comes last."""
    situation, order = rule.urgent[tick], list(rule.urgent_order)
    return order.index(situation) if situation in order else len(order)


def level_at(points: int, floors: Sequence[tuple[str, int]]) -> str | None:
    """The highest level that POINTS reach."""
    reached = [(floor, level) for level, floor in floors if points >= floor]
    return max(reached)[1] if reached else None
