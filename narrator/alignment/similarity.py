"""Do two statements speak to the same point? A probability with visible parts."""

import math

from rapidfuzz import fuzz

from narrator.alignment.features import Features
from narrator.model.comparison import Part

WEIGHTS = {"words": 2.0, "fuzzy": 2.5, "act": 0.6, "figures": 0.6}
BIAS = -2.6
"""Set by hand so that 0.5 is where two sentences of one story share about a third of their telling words."""


FEW = 4
"""Words below which a statement is too short for its words to prove much: any long sentence holds them."""


def parts(left: Features, right: Features) -> tuple[Part, ...]:
    """The parts of the likeness, each in [0, 1]; symmetric."""
    shared = sum(min(value, right.bag[word]) for word, value in left.bag.items() if word in right.bag)
    total = left.total + right.total
    return (
        Part("words", 2 * shared / total if total else 0.0),
        Part("fuzzy", fuzz.token_set_ratio(left.text, right.text) / 100 * min(1.0, _words(left, right) / FEW)),
        Part("act", _share(left.acts, right.acts)),
        Part("figures", float(bool(left.numbers & right.numbers))),
    )


def likeness(found: tuple[Part, ...]) -> float:
    """The probability that the parts add up to."""
    return 1 / (1 + math.exp(-BIAS - sum(WEIGHTS[part.name] * part.value for part in found)))


def _words(left: Features, right: Features) -> int:
    return min(left.text.count(" "), right.text.count(" ")) + 1


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0
