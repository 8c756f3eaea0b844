"""One account commits to what the other leaves open: a difference of commitment, not of content.

It never reaches the threshold by itself: "claims" for "says" is style as often as doubt.
"""

from collections.abc import Iterator

from narrator.conflict.pair import Finding, Pair
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Certainty

ALIKE = 0.8
_FIRM = frozenset({Certainty.ASSERTED, Certainty.CONFIRMED, Certainty.CONCEDED})
_OPEN = frozenset({Certainty.ALLEGED, Certainty.SUSPECTED})


def find(pair: Pair) -> Iterator[Finding]:
    """Nearly the same words, firm on one side and open on the other."""
    sides = (pair.left.certainty, pair.right.certainty)
    mixed = (sides[0] in _FIRM and sides[1] in _OPEN) or (sides[0] in _OPEN and sides[1] in _FIRM)
    if mixed and pair.likeness >= ALIKE and pair.gated():
        reason = f"{sides[0].value} on one side, {sides[1].value} on the other."
        spans = pair.left.spans, pair.right.spans
        score = 0.05 + 0.4 * pair.likeness
        yield Finding(Relation.FRAMES_DIFFERENTLY, Kind.CERTAINTY, score, 0.5, *spans, "certainty.commitment", reason)
