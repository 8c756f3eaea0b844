"""Figures of the same thing that cannot both hold, and figures that rise as time goes on.

Traps: a bound admits what it admits; a part is not the whole; fighters are not people; a later, higher toll is an update.
"""

import re
from collections.abc import Iterator

from narrator.conflict.lexicon import words
from narrator.conflict.pair import Pair, moment, order
from narrator.conflict.rule import Finding, Rule
from narrator.language.numerals import value_of
from narrator.language.slots import MEASURED
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Qualifier, Quantity, SlotName, Statement

ROUNDING = 0.1
"""Relative distance within which an approximate figure admits another."""

ALIKE = 0.6
"""Likeness that two statements need before figures of neither people nor a toll are figures of one thing."""

MEASURES_ALIKE = 0.8
"""The same for measures: two durations or sums in one story are seldom of one thing."""

CERTAIN, LIKELY = 0.85, 0.6

TOLLS = frozenset({SlotName.KILLED, SlotName.INJURED, SlotName.MISSING, SlotName.DETAINED, SlotName.DISPLACED})
_DISTANCE = "m"
_LOCAL = (SlotName.COUNT, "treat")
_FIXED = frozenset({"protest", "aboard"})
"""Heads that are counted once; other counts of people go on, so that a later, higher figure is an update."""

VAGUE_TIMES = 3.0
"""How many times a vague floor ("dozens") a later figure must be to replace it."""

_COMPOUND = re.compile(r"\w-([a-z]+)")
"""A "seven-member group" counts no members of anything else."""

ROUND_FROM = 1000
"""Figures below this are not taken as rounded."""

NEAR = 1.15
"""How many times a bound a later figure must be before it is news."""

TWO_COUNTS = 0.7
"""What is left of an update's score when the figures come from two named sources."""


HEADCOUNT = 5.0
"""How many times a head count may exceed another and still count the same: accounts of a crowd differ by no more."""

_GROWTH = frozenset({"rise", "climb", "grow", "increase", "jump", "reach", "update", "raise", "now", "mount"})
Question = tuple[SlotName, str]

DISJOINT = {
    kind: Rule(
        f"{kind.value}.disjoint",
        Relation.CONTRADICTS,
        kind,
        "{what}, no figure fits both; {moment}.",
        change,
    )
    for kind, change in (
        (Kind.NUMBER, "A figure that goes on: a later, higher one would be an update. Another count, or a part of it."),
        (Kind.PLACE, "Two stretches measured between other places."),
    )
}
BOUND = {
    kind: Rule(
        f"{kind.value}.bound",
        Relation.MORE_SPECIFIC,
        kind,
        "{what}, one figure admits the other.",
        "A bound that the other figure breaks would be a conflict.",
    )
    for kind in (Kind.NUMBER, Kind.PLACE)
}
RISING = Rule(
    "number.rising",
    Relation.UPDATE,
    Kind.NUMBER,
    "{what}, the later figure goes on from the earlier one.",
    "Published at the same time, the two figures would contradict each other.",
)
ADMITTED = Rule(
    "number.admitted",
    Relation.UPDATE,
    Kind.NUMBER,
    "{what}, a later, higher figure, which the earlier one admits.",
    "Published at the same time, the higher figure would only be more specific.",
)
RULES = (*DISJOINT.values(), *BOUND.values(), RISING, ADMITTED)


def find(pair: Pair) -> Iterator[Finding]:
    """Every pair of figures of one question that says something different."""
    for left in pair.left.quantities:
        for right in pair.right.quantities:
            question = same_question(pair, left, right)
            if question is None or _given_on_both(pair, left, right, question):
                continue
            if _in_context(pair, left, right, question):
                yield from _judge(pair, left, right, question)


def _given_on_both(pair: Pair, left: Quantity, right: Quantity, question: Question) -> bool:
    """Whether one of the figures stands on the other side as well: "15 of 22" is no clash with "22, not 15"."""
    return any(
        _slot(side, other) == question and (other.minimum, other.maximum) == (one.minimum, one.maximum)
        for side, one in ((pair.right, left), (pair.left, right))
        for other in side.quantities
    )


def same_question(pair: Pair, left: Quantity, right: Quantity) -> Question | None:
    """The slot that both figures fill with the same key and unit; "none" is a negation and left to it."""
    if left.unit != right.unit or Qualifier.NONE in (left.qualifier, right.qualifier):
        return None
    if _is_compound(left) or _is_compound(right) or _other_sort(left, right):
        return None
    one, other = _slot(pair.left, left), _slot(pair.right, right)
    return one if one == other else None


def _is_measure(quantity: Quantity) -> bool:
    """A duration, a sum, a mass; distances give places, and these are compared."""
    return quantity.category is None and quantity.unit not in {_DISTANCE, "people"}


def _rounding(quantity: Quantity) -> float:
    """What a round figure leaves open: "11 million" half a million, but never more than a twentieth."""
    value = quantity.minimum
    if value < ROUND_FROM or value != int(value):
        return 0.0
    digits = str(int(value))
    return min(10.0 ** (len(digits) - len(digits.rstrip("0"))) / 2, value / 20)


def _other_sort(left: Quantity, right: Quantity) -> bool:
    """ "two current members" and "four former members" are two counts: each says of what sort, and not of the same."""
    sorts = [_sort(quantity) for quantity in (left, right)]
    return bool(sorts[0] and sorts[1]) and not sorts[0] & sorts[1]


def _sort(quantity: Quantity) -> frozenset[str]:
    """The words of a figure that are neither numbers nor the thing counted."""
    category, silent = quantity.category or "", words("figures.txt")
    found = (word for word in re.findall(r"[a-z]+", quantity.text.lower()) if value_of(word) is None)
    return frozenset(word for word in found if word not in silent and not word.startswith(category[:4] or " "))


def _is_compound(quantity: Quantity) -> bool:
    """ "seven-member", but not "thirty-three"."""
    return any(value_of(found[1]) is None for found in _COMPOUND.finditer(quantity.text.lower()))


def overlap(left: Quantity, right: Quantity) -> bool:
    """Whether one value can satisfy both, with room for what is said to be approximate."""
    slack = ROUNDING * max(left.minimum, right.minimum) if left.approximate or right.approximate else 0.0
    slack = max(slack, _rounding(left), _rounding(right))
    low, high = (left, right) if left.minimum <= right.minimum else (right, left)
    return low.maximum is None or low.maximum + slack >= high.minimum


def _slot(statement: Statement, quantity: Quantity) -> Question:
    """The question that a figure answers; those whom a hospital has treated are some of the injured."""
    keys = [(slot.name, slot.key) for slot in statement.slots if slot.spans == (quantity.span,)]
    return next((key for key in keys if key != _LOCAL), (SlotName.COUNT, quantity.text))


def _is_part(statement: Statement, quantity: Quantity) -> bool:
    return any((slot.name, slot.key) == _LOCAL for slot in statement.slots if slot.spans == (quantity.span,))


def _in_context(pair: Pair, left: Quantity, right: Quantity, question: Question) -> bool:
    """Tolls and head counts meet through the event; any other figure only in statements that are alike and give it once."""
    if not pair.gated():
        return False
    parts = _is_part(pair.left, left), _is_part(pair.right, right)
    if parts[0] and parts[1]:
        return False
    if parts[0] != parts[1]:
        part, whole = (left, right) if parts[0] else (right, left)
        return whole.maximum is not None and part.minimum > whole.maximum
    if question[0] in TOLLS:
        return True
    if left.unit == "people":
        low, high = sorted((left.minimum, right.minimum))
        return high <= HEADCOUNT * low
    alone = all(
        sum(_slot(statement, one) == _slot(statement, figure) for one in statement.quantities) == 1
        for figure, statement in ((left, pair.left), (right, pair.right))
    )
    return alone and pair.likeness >= (MEASURES_ALIKE if _is_measure(left) else ALIKE)


def _judge(pair: Pair, left: Quantity, right: Quantity, question: Question) -> Iterator[Finding]:
    spans = (left.span,), (right.span,)
    kind = Kind.PLACE if left.unit == _DISTANCE else Kind.NUMBER
    what = question[1].removeprefix(MEASURED) if question[0] is SlotName.COUNT else question[0].value
    sides, details = (left.text, right.text), {"what": what, "moment": moment(pair.times)}
    earlier = order(pair.times)
    changes = earlier != 0 and (left.unit == "people" and question[1] not in _FIXED)
    grows = changes and ((right.minimum - left.minimum) * -earlier > 0 or question[0] is SlotName.MISSING)
    if overlap(left, right):
        if left.minimum == right.minimum and left.maximum == right.maximum:
            return
        if grows and not _near(left, right):
            later = pair.right if earlier < 0 else pair.left
            told = any(term.lemma in _GROWTH for term in later.terms) or _replaces_vague(left, right)
            strength = 0.35 + 0.3 * pair.likeness + (0.15 if told else 0.0)
            if _two_counts(pair):
                strength *= TWO_COUNTS
            yield Finding(ADMITTED, strength, *spans, sides, details, earlier > 0)
        else:
            swap = (_width(right), -right.minimum) < (_width(left), -left.minimum)
            yield Finding(BOUND[kind], 0.7, *spans, sides, details, swap)
    elif grows:
        yield Finding(RISING, 0.7, *spans, sides, details, earlier > 0)
    else:
        surely = CERTAIN if question[0] in TOLLS else LIKELY * (0.5 + pair.likeness / 2) + 0.2
        yield Finding(DISJOINT[kind], surely, *spans, sides, details)


def _near(left: Quantity, right: Quantity) -> bool:
    """Whether a bound and the figure that it admits are so close that nothing has gone on: "more than 100" and 112."""
    low, high = sorted((left.minimum, right.minimum))
    return high < NEAR * low


def _two_counts(pair: Pair) -> bool:
    """Whether two named sources speak: figures that admit each other are then two counts, not one that went on."""
    tellers = [side.narrators[1:] for side in (pair.left, pair.right)]
    return bool(tellers[0] and tellers[1]) and tellers[0][-1] != tellers[1][-1]


def _replaces_vague(left: Quantity, right: Quantity) -> bool:
    low, high = sorted((left, right), key=lambda figure: figure.minimum)
    return low.qualifier is Qualifier.VAGUE and high.minimum > VAGUE_TIMES * low.minimum


def _width(quantity: Quantity) -> float:
    return float("inf") if quantity.maximum is None else quantity.maximum - quantity.minimum
