"""Figures of one act that count different people or things: a difference of scope, never a conflict."""

from collections.abc import Iterator

from narrator.conflict.number import TOLLS
from narrator.conflict.pair import Finding, Pair
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Qualifier


def find(pair: Pair) -> Iterator[Finding]:
    """Tolls of one act whose categories differ, or of which one is a part of the other."""
    for left in pair.left.quantities:
        for right in pair.right.quantities:
            if (
                left.action != right.action
                or left.action not in TOLLS
                or Qualifier.NONE in (left.qualifier, right.qualifier)
            ):
                continue
            if (left.category != right.category or left.part != right.part) and pair.gated():
                reason, words = "they do not count the same.", (left.text, right.text)
                yield Finding(
                    Relation.ADDS,
                    Kind.SCOPE,
                    0.05,
                    0.6,
                    (left.span,),
                    (right.span,),
                    "scope.category",
                    reason,
                    words,
                    "and",
                )
