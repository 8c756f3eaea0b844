"""When it happened: times of the same act, resolved against each article's own date, that cannot both hold.

Trap: relative words depend on the dateline; a time within another is more specific, not a conflict.
"""

from collections.abc import Iterator

from narrator.conflict.pair import Finding, Pair, slots
from narrator.language.times import Interval, resolve
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Slot, SlotName, Statement, TimeExpression

ALIKE = 0.35


def find(pair: Pair) -> Iterator[Finding]:
    """Disjoint times of the same act."""
    if pair.likeness < ALIKE or not pair.gated("time"):
        return
    for left in slots(pair.left, SlotName.WHEN):
        for right in slots(pair.right, SlotName.WHEN):
            if left.key == right.key and left.key and left.occurrence == right.occurrence:
                yield from _judge(pair, left, right)


def _judge(pair: Pair, left: Slot, right: Slot) -> Iterator[Finding]:
    first, second = _expression(pair.left, left), _expression(pair.right, right)
    if first is None or second is None:
        return
    one, other = resolve(first, pair.times[0]), resolve(second, pair.times[1])
    if one is None or other is None:
        apart = _clocks_apart(first, second)
    else:
        apart = one.latest < other.earliest or other.latest < one.earliest
    if apart:
        reason = f"“{left.value}” against “{right.value}”: two times of the same act."
        score = 0.35 + 0.5 * pair.likeness
        yield Finding(Relation.CONTRADICTS, Kind.TIME, score, 0.6, left.spans, right.spans, "time.disjoint", reason)
    elif one is not None and other is not None and one != other and (_within(one, other) or _within(other, one)):
        reason = f"“{left.value}” and “{right.value}”: one time lies within the other."
        yield Finding(
            Relation.MORE_SPECIFIC, Kind.TIME, 0.05, 0.5, left.spans, right.spans, "time.within", reason, _within(other, one)
        )  # fmt: skip


def _expression(statement: Statement, slot: Slot) -> TimeExpression | None:
    return next((time for time in statement.times if time.span == slot.spans[0]), None)


def _clocks_apart(left: TimeExpression, right: TimeExpression) -> bool:
    """Without dates two clock times can still be compared."""
    if left.hour is None or right.hour is None or "around" in (left.modifier, right.modifier):
        return False
    return (left.hour, left.minute or 0) != (right.hour, right.minute or 0)


def _within(inner: Interval, outer: Interval) -> bool:
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest
