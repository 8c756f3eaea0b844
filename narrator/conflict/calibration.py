"""How surely two accounts differ in a way that an editor would mark.

Before any rule has looked, two statements of one row are the more likely to differ the better they fit each other among all
that the other article says, the less they are word for word the same, when time lies between them, and when they give figures
of one kind that are not the same. A rule that finds a clash starts from its own strength.
"""

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from narrator.conflict.pair import Pair, order
from narrator.conflict.rule import Finding
from narrator.model.comparison import SPEAKING

NAMES = ("no rival", "word for word", "published apart", "other figures", "same figures")
"""What speaks for or against a difference before a rule has looked, in order."""

BIAS = "bias"
CERTAIN = 0.99
"""No rule is surer."""


def suspicion(pair: Pair) -> float:
    """The probability that two accounts differ, before any rule has looked."""
    weights = _learned()["suspicion"]
    return _probability(
        weights[BIAS] + sum(weights[name] * value for name, value in zip(NAMES, values(pair), strict=True))
    )


def values(pair: Pair) -> tuple[float, ...]:
    """The values of NAMES, each in [0, 1]; symmetric. Where there are no articles around, likeness stands for "no rival"."""
    parts = {part.name: part.value for part in pair.parts}
    same, other = _figures(pair)
    return (
        parts.get("no rival", pair.likeness),
        parts.get("wording", 0.0) ** 2,
        float(order(pair.times) != 0),
        float(other and not same),
        float(same),
    )


def conflict(pair: Pair, finding: Finding) -> float:
    """In [0, 1]: where the rule speaks of a difference its own strength, corrected by how often readers found it right.

    Otherwise the suspicion.
    """
    if finding.rule.relation not in SPEAKING:
        return suspicion(pair)
    return _probability(log_odds(finding.strength) + _learned()["rules"].get(finding.rule.name, 0.0))


def log_odds(strength: float) -> float:
    """Of a strength in [0, 1], kept finite."""
    bounded = min(max(strength, 1 - CERTAIN), CERTAIN)
    return math.log(bounded / (1 - bounded))


def other_figures(pair: Pair) -> bool:
    """Whether both sides give figures of one kind, and none in common."""
    same, other = _figures(pair)
    return other and not same


def _figures(pair: Pair) -> tuple[bool, bool]:
    """Whether a figure of one side stands on the other too, and whether another figure of its kind does."""
    pairs = [
        (one.minimum, one.maximum) == (other.minimum, other.maximum)
        for one in pair.left.quantities
        for other in pair.right.quantities
        if one.unit == other.unit and (one.category == other.category or one.unit != "people")
    ]
    return any(pairs), not all(pairs)


def _probability(evidence: float) -> float:
    return 1 / (1 + math.exp(-evidence))


@cache
def _learned() -> Mapping[str, Mapping[str, float]]:
    found: Mapping[str, Mapping[str, float]] = json.loads(
        files("narrator.conflict").joinpath("weights.json").read_text("utf-8")
    )
    return found
