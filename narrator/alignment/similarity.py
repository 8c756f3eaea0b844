"""Do two statements speak to the same point? A probability with visible parts."""

import json
import math
from collections.abc import Set
from functools import cache
from importlib.resources import files

from narrator.alignment.features import Features
from narrator.model.comparison import Part

NAMES = ("wording", "words", "deed", "other act", "roles", "figures", "other day")
"""The parts in their order. What is "other" speaks against one point: both sides name acts or days, and none in common."""

BIAS = "bias"
"""Name of what every pair starts from, among the weights."""

FEW = 6
"""Words that the shorter side lacks to prove anything: what two words share is little, however many of them they share."""


def parts(left: Features, right: Features) -> tuple[Part, ...]:
    """The parts of the likeness, each in [0, 1]; symmetric."""
    return tuple(map(Part, NAMES, values(left, right)))


def values(left: Features, right: Features) -> tuple[float, ...]:
    """The values of the parts, in the order of NAMES."""
    both = (left.wording & right.wording).bit_count()
    size = left.wording.bit_count() * right.wording.bit_count()
    return (
        both / math.sqrt(size) if both else 0.0,
        len(left.stems & right.stems) / (min(len(left.stems), len(right.stems)) + FEW),
        _done(left, right),
        _apart(left.acts, right.acts),
        float(not left.roles.isdisjoint(right.roles)),
        float(not left.figures.isdisjoint(right.figures)),
        _apart(left.days, right.days),
    )


def likeness(found: tuple[Part, ...]) -> float:
    """The probability that the parts add up to."""
    weights = _weights()
    return _probability(weights[BIAS] + sum(weights[part.name] * part.value for part in found))


def score(left: Features, right: Features) -> float:
    """The likeness of two statements, without its parts."""
    weights = _weights()
    return _probability(
        weights[BIAS] + sum(weights[name] * value for name, value in zip(NAMES, values(left, right), strict=True))
    )


def _probability(evidence: float) -> float:
    return 1 / (1 + math.exp(-evidence))


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = json.loads(
        files("narrator.alignment").joinpath("similarity_weights.json").read_text("utf-8")
    )["weights"]
    return found


def _done(left: Features, right: Features) -> float:
    """Whether a verb of one side tells what a verb or a noun of the other does: "left" and "the departure"."""
    both = left.deeds & right.deeds or left.deeds & right.acts or left.acts & right.deeds
    return float(bool(both))


def _apart(left: Set[str], right: Set[str]) -> float:
    return float(bool(left and right and left.isdisjoint(right)))
