"""When it happened: times of the same act, resolved against each article's own date, that cannot both hold.

Traps: relative words depend on the dateline; a time within another is more specific, not a conflict; what was planned for one
day and came about on another; "three days before" counts from another time.
"""

import re
from collections.abc import Iterator

from narrator.conflict.acts import same_parties
from narrator.conflict.clocks import ROUND, are_of_one_zone, clocks_apart, meet_at_night
from narrator.conflict.lexicon import words
from narrator.conflict.pair import Pair, slots
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import classes
from narrator.language.times import Interval, resolve
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Slot, SlotName, Statement, TimeExpression

ALIKE = 0.06
"""Likeness that two statements need besides the act whose time they give."""

VERBS_ALIKE = 0.5
"""The same where the act is of no known class, and only its verb is the same."""

COPY = 0.75
"""Likeness from which the one time of each statement is of one act, however it is told."""

_PLANNED = re.compile(
    r"\b(?:(?:is|are|was|were) (?:to be \w+(?:ed|en)|scheduled (?:to|for)|due to|set to|planned|slated|supposed to)"
    r"|will\b|expected|plans? to|could\b|would\b|targeted)"
)
"""A date that was planned does not contradict the day on which it came about."""

_ANCHORED = re.compile(r"\b(?:before|after|earlier|later)$", re.IGNORECASE)
"""Times that count from another one: "three days before"."""

_OPEN = frozenset({"before", "after", "around"})
_FIELDS = ("year", "month", "day", "weekday", "hour", "part")

DISJOINT = Rule(
    "time.disjoint",
    Relation.CONTRADICTS,
    Kind.TIME,
    "two times of the same act.",
    "Two acts, or a time zone or date of publication other than taken.",
)
VERB = Rule(
    "time.verb",
    Relation.CONTRADICTS,
    Kind.TIME,
    "two times said of the same verb.",
    "Two acts that one verb names.",
)
COPIED = Rule(
    "time.copy",
    Relation.CONTRADICTS,
    Kind.TIME,
    "nearly the same words, and another time.",
    "Two acts told in the same words.",
)
WITHIN = Rule(
    "time.within",
    Relation.MORE_SPECIFIC,
    Kind.TIME,
    "one time lies within the other.",
    "Times that do not meet would be a conflict.",
    "and",
)
RULES = (DISJOINT, VERB, COPIED, WITHIN)


def find(pair: Pair) -> Iterator[Finding]:
    """Disjoint times of the same act, and the times of near-copies."""
    if pair.likeness < ALIKE or not pair.gated("time"):
        return
    if bool(_PLANNED.search(pair.left.text)) != bool(_PLANNED.search(pair.right.text)):
        return
    yield from _copied(pair)
    for left in slots(pair.left, SlotName.WHEN):
        for right in slots(pair.right, SlotName.WHEN):
            if left.key == right.key and _tells(left.key) and left.occurrence == right.occurrence:
                known = left.key in classes("acts.txt").values()
                alike = left.key not in words("saying.txt") and pair.likeness >= VERBS_ALIKE
                if (known or alike) and same_parties(pair, left.key):
                    yield from _judge(pair, left, right, DISJOINT if known else VERB)


def _tells(verb: str) -> bool:
    return bool(verb) and verb not in words("light.txt")


def _copied(pair: Pair) -> Iterator[Finding]:
    """Near-copies that give one time each, by the same fields of the calendar or the clock, and not the same."""
    if pair.likeness < COPY or len(pair.left.times) != 1 or len(pair.right.times) != 1:
        return
    one, other = pair.left.times[0], pair.right.times[0]
    if _other_figures(pair):
        return  # what was measured at each time
    if not are_of_one_zone(one, other) or meet_at_night(one, other):
        return
    if _OPEN & {one.modifier, other.modifier} or _ANCHORED.search(one.text) or _ANCHORED.search(other.text):
        return
    said = [_verb(side, time) in words("saying.txt") for side, time in ((pair.left, one), (pair.right, other))]
    if said[0] != said[1]:
        return  # when it was and when it was told
    known = [(getattr(one, field), getattr(other, field)) for field in _FIELDS]
    if all((a is None) == (b is None) for a, b in known) and any(a != b for a, b in known) and not _close(one, other):
        again = 0.15 if said[0] and one.weekday is not None else 0.0
        yield Finding(COPIED, 0.25 + 0.4 * pair.likeness - again, (one.span,), (other.span,), (one.text, other.text))


def _other_figures(pair: Pair) -> bool:
    """Whether both give figures of one unit, and none that is the same."""
    pairs = [
        (one.minimum, one.maximum) == (other.minimum, other.maximum)
        for one in pair.left.quantities
        for other in pair.right.quantities
        if one.unit == other.unit
    ]
    return bool(pairs) and not any(pairs)


def _verb(side: Statement, time: TimeExpression) -> str:
    """What a time is said of; of a verb of saying that stands outside the words it is the telling."""
    return next((slot.key for slot in slots(side, SlotName.WHEN) if slot.spans[0] == time.span), "")


def _close(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether two clock times round to each other."""
    same_day = all(getattr(one, field) == getattr(other, field) for field in _FIELDS[:4])
    return same_day and one.part == other.part and one.hour is not None and not clocks_apart(one, other)


def _judge(pair: Pair, left: Slot, right: Slot, rule: Rule) -> Iterator[Finding]:
    first, second = _expression(pair.left, left), _expression(pair.right, right)
    if first is None or second is None:
        return
    if _ANCHORED.search(first.text) or _ANCHORED.search(second.text):
        return
    if not are_of_one_zone(first, second) or meet_at_night(first, second):
        return
    one, other = resolve(first, pair.times[0]), resolve(second, pair.times[1])
    if one is None or other is None or not (_is_dated(first) and _is_dated(second)):
        apart = clocks_apart(first, second)
    else:
        apart = other.earliest - one.latest > ROUND or one.earliest - other.latest > ROUND
    if apart and first.text not in pair.right.text and second.text not in pair.left.text:
        strength = (0.46 if rule is DISJOINT else 0.3) + 0.36 * pair.likeness
        yield Finding(rule, strength, left.spans, right.spans, (left.value, right.value))
    elif one is not None and other is not None and one != other and (_within(one, other) or _within(other, one)):
        sides, swap = (left.value, right.value), _within(other, one)
        yield Finding(WITHIN, 0.5, left.spans, right.spans, sides, swap=swap)


def _expression(statement: Statement, slot: Slot) -> TimeExpression | None:
    return next((time for time in statement.times if time.span == slot.spans[0]), None)


def _is_dated(expression: TimeExpression) -> bool:
    """Whether the words name a day; a clock time alone need not be the day of publication's."""
    return any(
        value is not None for value in (expression.weekday, expression.day, expression.month, expression.offset_days)
    )


def _within(inner: Interval, outer: Interval) -> bool:
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest
