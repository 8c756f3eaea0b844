"""Figures of one act that count different people or things: a difference of scope, never a conflict."""

from collections.abc import Iterator

from narrator.alignment.questions import TOLLS
from narrator.conflict import parts
from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding, Rule
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Qualifier, Quantity

CATEGORY = Rule(
    "scope.category",
    Relation.ADDS,
    Kind.SCOPE,
    "they do not count the same.",
    "The same category on both sides would make it a matter of the figures.",
    "and",
)
RULES = (CATEGORY,)


def find(pair: Pair) -> Iterator[Finding]:
    """Tolls of one act whose categories differ, or of which one is a part of the other; who counts more closely adds."""
    for left in pair.left.quantities:
        for right in pair.right.quantities:
            if (
                left.action != right.action
                or left.action not in TOLLS
                or Qualifier.NONE in (left.qualifier, right.qualifier)
            ):
                continue
            other = left.category != right.category or left.part != right.part or parts.apart(pair, left, right)
            if other and pair.gated():
                adds = _closeness(right) > _closeness(left)
                yield Finding(CATEGORY, 0.6, (left.span,), (right.span,), (left.text, right.text), swap=adds)


def _closeness(quantity: Quantity) -> tuple[bool, bool, float]:
    """How closely a figure counts: a part, a named category, the fewer."""
    return quantity.part, quantity.category != "people", -quantity.minimum
