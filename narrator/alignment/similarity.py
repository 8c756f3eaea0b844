"""Do two statements speak to the same point? A probability with visible parts."""

import json
import math
from collections.abc import Iterable, Set
from functools import cache
from importlib.resources import files
from operator import mul

from narrator.alignment.features import Features
from narrator.model.comparison import Part

NAMES = ("wording", "words", "only names", "deed", "other act", "figures", "other day")
"""The parts in their order."""

AGAINST = frozenset({"only names", "other act", "other day"})
"""Parts that speak against one point: names are all that the two share, or both name acts or days, and none in common."""

BIAS = "bias"
"""Name of what every pair starts from, among the weights."""

FEW = 6
"""Words that the shorter side lacks to prove anything: what two words share is little, however many of them they share."""


def parts(left: Features, right: Features) -> tuple[Part, ...]:
    """The parts of the likeness, each in [0, 1]; symmetric."""
    return tuple(map(Part, NAMES, values(left, right)))


def values(left: Features, right: Features) -> tuple[float, ...]:
    """The values of the parts, in the order of NAMES."""
    shared = left.stems & right.stems
    runs = (left.wording & right.wording).bit_count()
    return (
        runs / math.sqrt(left.runs * right.runs) if runs else 0.0,
        len(shared) / (min(len(left.stems), len(right.stems)) + FEW),
        float(not left.names.isdisjoint(right.names) and shared <= left.names | right.names),
        _done(left, right),
        _apart(left.acts, right.acts),
        float(not left.figures.isdisjoint(right.figures)),
        _apart(left.days, right.days),
    )


def likeness(found: tuple[Part, ...]) -> float:
    """The probability that the parts, all in their order, add up to."""
    return _probability(part.value for part in found)


def score(left: Features, right: Features) -> float:
    """The likeness of two statements, without its parts."""
    return _probability(values(left, right))


def _probability(found: Iterable[float]) -> float:
    bias, weights = _learned()
    return 1 / (1 + math.exp(-bias - sum(map(mul, weights, found))))


@cache
def _learned() -> tuple[float, tuple[float, ...]]:
    """The bias, and the weights in the order of NAMES."""
    text = files("narrator.alignment").joinpath("similarity_weights.json").read_text("utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights[BIAS], tuple(weights[name] for name in NAMES)


def _done(left: Features, right: Features) -> float:
    """Whether a verb of one side tells what a verb or a noun of the other does: "left" and "the departure"."""
    none = (
        left.deeds.isdisjoint(right.deeds) and left.deeds.isdisjoint(right.acts) and left.acts.isdisjoint(right.deeds)
    )
    return float(not none)


def _apart(left: Set[str], right: Set[str]) -> float:
    return float(bool(left and right and left.isdisjoint(right)))
