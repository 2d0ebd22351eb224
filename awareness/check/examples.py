"""What the checks must answer for cases that have happened: they keep staff's changes honest."""

from pathlib import Path

import yaml
from django.conf import settings

from . import scoring

FILE = Path(settings.BASE_DIR) / "fixtures" / "check-examples.yaml"


def load_examples(check: str) -> list[dict]:
    """Examples of CHECK, 'check' or 'transfer'."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))[check]


def failing(rule: scoring.ScoreTable) -> list[str]:
    """Names of the examples that RULE does not answer as it should."""
    return [example["name"] for example in load_examples("check") if not holds(example, rule)]


def holds(example: dict, rule: scoring.ScoreTable) -> bool:
    """The expected type is among the first two, at the expected level, behind the expected emergency."""
    ticks = example["ticks"]
    ranked = scoring.rank(ticks, rule)
    expected = example["expect"]
    level = scoring.level_at(ranked[0].points if ranked else 0, rule.floors)
    urgent = scoring.most_pressing_first(ticks, rule)
    return (
        (expected is None or expected in [match.kind for match in ranked[:2]])
        and level == example["level"]
        and (rule.urgent[urgent[0]] if urgent else None) == example["emergency"]
    )
