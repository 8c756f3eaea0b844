"""How likely two articles are about one event: a dozen visible features and the weights learned for them.

The weights are `weights.json`, with a card of their data; `benchmarks/event_weights.py` makes them.
"""

import json
import math
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from narrator.events.profile import Profile, Vector

BIAS = ""
"""The name of the weight that every pair has."""

FEATURES: Mapping[str, Callable[[Profile, Profile], float]] = {
    "body": lambda one, other: math.sqrt(_cosine(one.body, other.body)),
    "opening": lambda one, other: math.sqrt(_cosine(one.opening, other.opening)),
    "headline": lambda one, other: (_share(one.headline, other.lead) + _share(other.headline, one.lead)) / 2,
    "names": lambda one, other: math.sqrt(_cosine(one.names, other.names)),
    "plain words": lambda one, other: math.sqrt(_cosine(one.plain, other.plain)),
    "shorter in longer": lambda one, other: _share(one.lead, other.body),
    "longer in shorter": lambda one, other: _share(other.lead, one.body),
    "other acts": lambda one, other: _apart(one.acts, other.acts),
    "other numbers": lambda one, other: _apart(one.numbers, other.numbers),
    "other weekdays": lambda one, other: _apart(one.weekdays, other.weekdays),
    "dated": lambda one, other: float(bool(one.day and other.day)),
    "days between": lambda one, other: math.log1p(abs((one.day - other.day).days)) if one.day and other.day else 0.0,
    "short": lambda one, _: 1 / math.sqrt(1 + one.length / 100),
}
"""Each is a function of two profiles, the shorter text first, to a value of about 0 to 1 (days between: 0 to 8)."""


def features(left: Profile, right: Profile) -> list[float]:
    """The values of the features; the order of the two does not matter."""
    shorter, longer = sorted((left, right), key=lambda one: (one.length, *one.lead))
    return [feature(shorter, longer) for feature in FEATURES.values()]


def likeness(left: Profile, right: Profile) -> float:
    """The probability, in [0, 1], that the two articles are about one event."""
    bias, weights = _weights()
    return 1 / (1 + math.exp(-bias - sum(w * v for w, v in zip(weights, features(left, right), strict=True))))


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    found = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))["weights"]
    return found[BIAS], tuple(found[name] for name in FEATURES)


def _cosine(left: Vector, right: Vector) -> float:
    if len(left) > len(right):
        left, right = right, left
    return sum(value * right[term] for term, value in left.items() if term in right)


def _share(part: Vector, whole: Vector) -> float:
    """How much of the weight of one's terms the other has too."""
    total = sum(part.values())
    return sum(value for term, value in part.items() if term in whole) / total if total else 0.0


def _apart(left: frozenset[str], right: frozenset[str]) -> float:
    return float(bool(left and right and not left & right))
