"""Figures of the same thing that cannot both hold, and figures that rise as time goes on.

Traps: a bound admits what it admits; a part is not the whole; fighters are not people; a later, higher toll is an update.
"""

from collections.abc import Iterator

from narrator.conflict.pair import Finding, Pair, moment, order
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Qualifier, Quantity

ROUNDING = 0.1
"""Relative distance within which an approximate figure admits another."""

COUNTED = frozenset({"killed", "injured", "missing", "detained", "displaced"})
ALIKE = 0.5
"""Likeness that two statements need before figures without a governing act are figures of one thing."""

CERTAIN, LIKELY = 0.85, 0.6


def find(pair: Pair) -> Iterator[Finding]:
    """Every pair of figures of the same act and category that says something different."""
    for left in pair.left.quantities:
        for right in pair.right.quantities:
            if comparable(left, right) and _in_context(pair, left, right):
                yield from _judge(pair, left, right)


def comparable(left: Quantity, right: Quantity) -> bool:
    """The same act, unit and category; neither a part of another figure; neither "none", which is a negation."""
    if left.part or right.part or Qualifier.NONE in (left.qualifier, right.qualifier):
        return False
    return left.unit == right.unit and left.action == right.action and left.category == right.category


def overlap(left: Quantity, right: Quantity) -> bool:
    """Whether one value can satisfy both, with room for what is said to be approximate."""
    slack = ROUNDING * max(left.minimum, right.minimum) if left.approximate or right.approximate else 0.0
    low, high = (left, right) if left.minimum <= right.minimum else (right, left)
    return low.maximum is None or low.maximum + slack >= high.minimum


def _in_context(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Tolls meet through the event; any other figure only in statements that are alike, and have one such figure each."""
    if left.action in COUNTED:
        return pair.gated()
    alone = all(
        sum(comparable(figure, one) for one in statement.quantities) == 1
        for figure, statement in ((left, pair.left), (right, pair.right))
    )
    return alone and pair.likeness >= ALIKE and pair.gated()


def _judge(pair: Pair, left: Quantity, right: Quantity) -> Iterator[Finding]:
    spans = (left.span,), (right.span,)
    surely = CERTAIN if left.action in COUNTED else LIKELY * (0.5 + pair.likeness / 2) + 0.2
    what = f"{left.category or left.unit} {left.action}" if left.action else (left.category or left.unit)
    words = f"“{left.text}” against “{right.text}”, {what}"
    earlier = order(pair.times)
    grows = earlier != 0 and (right.minimum - left.minimum) * -earlier > 0 and left.action in COUNTED
    if overlap(left, right):
        if left.minimum == right.minimum and left.maximum == right.maximum:
            return
        if grows:
            reason = f"{words}: a later, higher toll."
            yield Finding(Relation.UPDATE, Kind.NUMBER, 0.5, 0.7, *spans, "number.rising", reason, swap=earlier > 0)
        else:
            reason, swap = f"{words}: one figure admits the other.", _width(right) < _width(left)
            yield Finding(Relation.MORE_SPECIFIC, Kind.NUMBER, 0.1, 0.7, *spans, "number.bound", reason, swap)
    elif grows:
        reason = f"{words}: the later toll is higher."
        yield Finding(Relation.UPDATE, Kind.NUMBER, 0.7, 0.75, *spans, "number.rising", reason, swap=earlier > 0)
    else:
        reason = f"{words}: no figure fits both; {moment(pair.times)}."
        yield Finding(Relation.CONTRADICTS, Kind.NUMBER, surely, surely, *spans, "number.disjoint", reason)


def _width(quantity: Quantity) -> float:
    return float("inf") if quantity.maximum is None else quantity.maximum - quantity.minimum
