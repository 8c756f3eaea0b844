"""One account commits to what the other leaves open: a difference of commitment, not of content.

It never reaches the threshold by itself: "claims" for "says" is style as often as doubt.
"""

from collections.abc import Iterator

from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding, Rule
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Certainty

ALIKE = 0.8
_FIRM = frozenset({Certainty.ASSERTED, Certainty.CONFIRMED, Certainty.CONCEDED})
_OPEN = frozenset({Certainty.ALLEGED, Certainty.SUSPECTED})

COMMITMENT = Rule(
    "certainty.commitment",
    Relation.FRAMES_DIFFERENTLY,
    Kind.CERTAINTY,
    "{first} on one side, {second} on the other.",
    "The same commitment on both sides.",
)
RULES = (COMMITMENT,)


def find(pair: Pair) -> Iterator[Finding]:
    """Nearly the same words, firm on one side and open on the other."""
    sides = (pair.left.certainty, pair.right.certainty)
    mixed = (sides[0] in _FIRM and sides[1] in _OPEN) or (sides[0] in _OPEN and sides[1] in _FIRM)
    if mixed and pair.likeness >= ALIKE and pair.gated():
        first, second = sorted(side.value for side in sides)
        spans, details = (pair.left.spans, pair.right.spans), {"first": first, "second": second}
        yield Finding(COMMITMENT, 0.05 + 0.4 * pair.likeness, *spans, details=details)
