"""When it happened: times of the same act, resolved against each article's own date, that cannot both hold.

Trap: relative words depend on the dateline; a time within another is more specific, not a conflict.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from narrator.conflict.pair import PRONOUNS, Pair, slots
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import act_of, classes
from narrator.language.times import Interval, resolve
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Slot, SlotName, Statement, TimeExpression

ALIKE = 0.06
"""Likeness that two statements need besides the act whose time they give."""

_PLANNED = re.compile(r"\b(?:is|are) (?:to be \w+(?:ed|en)|scheduled (?:to|for)|due to|set to)\b")
"""A date that was planned does not contradict the day on which it came about."""

_ANCHORED = re.compile(r"\b(?:before|after|earlier|later)$", re.IGNORECASE)
"""Times that count from another one: "three days before"."""

SAME = 0.6
"""Likeness from which the act is one whoever is named."""

ROUND = timedelta(minutes=5)
"""Within which a round clock time admits another."""

DISJOINT = Rule(
    "time.disjoint",
    Relation.CONTRADICTS,
    Kind.TIME,
    "two times of the same act.",
    "Two acts, or a time zone or date of publication other than taken.",
)
WITHIN = Rule(
    "time.within",
    Relation.MORE_SPECIFIC,
    Kind.TIME,
    "one time lies within the other.",
    "Times that do not meet would be a conflict.",
    "and",
)
RULES = (DISJOINT, WITHIN)


def find(pair: Pair) -> Iterator[Finding]:
    """Disjoint times of the same act."""
    if (
        pair.likeness < ALIKE
        or _PLANNED.search(pair.left.text)
        or _PLANNED.search(pair.right.text)
        or not pair.gated("time")
    ):
        return
    for left in slots(pair.left, SlotName.WHEN):
        for right in slots(pair.right, SlotName.WHEN):
            same_act = (
                left.key == right.key
                and left.key in classes("acts.txt").values()
                and left.occurrence == right.occurrence
            )
            if same_act and _same_parties(pair, left.key):
                yield from _judge(pair, left, right)


def _same_parties(pair: Pair, act: str) -> bool:
    """Whether the act can be one: no two accounts of who did or suffered it that share no word."""
    one, other = (
        {
            found.head
            for frame in side.frames
            if act_of(frame.predicate) == act
            for found in (frame.agent, frame.patient)
            if found
        }
        for side in (pair.left, pair.right)
    )
    one, other = one - PRONOUNS, other - PRONOUNS
    return not one or not other or bool(one & other) or pair.likeness >= SAME


def _judge(pair: Pair, left: Slot, right: Slot) -> Iterator[Finding]:
    first, second = _expression(pair.left, left), _expression(pair.right, right)
    if first is None or second is None:
        return
    if _ANCHORED.search(first.text) or _ANCHORED.search(second.text):
        return
    one, other = resolve(first, pair.times[0]), resolve(second, pair.times[1])
    if one is None or other is None or not (_is_dated(first) and _is_dated(second)):
        apart = _clocks_apart(first, second)
    else:
        apart = other.earliest - one.latest > ROUND or one.earliest - other.latest > ROUND
    if apart and first.text not in pair.right.text and second.text not in pair.left.text:
        yield Finding(DISJOINT, 0.46 + 0.36 * pair.likeness, left.spans, right.spans, (left.value, right.value))
    elif one is not None and other is not None and one != other and (_within(one, other) or _within(other, one)):
        words, swap = (left.value, right.value), _within(other, one)
        yield Finding(WITHIN, 0.5, left.spans, right.spans, words, swap=swap)


def _expression(statement: Statement, slot: Slot) -> TimeExpression | None:
    return next((time for time in statement.times if time.span == slot.spans[0]), None)


def _is_dated(expression: TimeExpression) -> bool:
    """Whether the words name a day; a clock time alone need not be the day of publication's."""
    return any(
        value is not None for value in (expression.weekday, expression.day, expression.month, expression.offset_days)
    )


def _clocks_apart(left: TimeExpression, right: TimeExpression) -> bool:
    """Without dates two weekdays, or two clock times, can still be compared."""
    if left.weekday is not None and right.weekday is not None and left.weekday != right.weekday:
        return True
    if left.hour is None or right.hour is None or "around" in (left.modifier, right.modifier):
        return False
    minutes = abs((left.hour - right.hour) * 60 + (left.minute or 0) - (right.minute or 0))
    return timedelta(minutes=minutes) > ROUND


def _within(inner: Interval, outer: Interval) -> bool:
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest
