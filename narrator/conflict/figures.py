"""Two figures that answer one question: the same things counted, or the same measure taken.

Traps: a part is not the whole; fighters are not people; a price a share is no sum; what an offer was before is not what it is;
a second measure in the same words ("40 feet wide" beside "230 feet tall") is another question.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from narrator.alignment.questions import TOLLS
from narrator.conflict import parts
from narrator.conflict.lexicon import words
from narrator.conflict.pair import Pair, order
from narrator.conflict.sorts import Question, is_compound, is_converted, is_too_many, one_word, other_sort, same_unit
from narrator.conflict.surroundings import (
    around,
    beside,
    is_measure,
    is_past,
    measured_from,
    other_periods,
    rate,
    subjects,
)
from narrator.language.lexicon import act_of, classes
from narrator.language.slots import MEASURED, PART
from narrator.model.statement import Qualifier, Quantity, SlotName, Statement

ALIKE = 0.6
"""Likeness from which two statements count the same things even where the words around the figures differ."""

NEAR_ALIKE = 0.3
"""The same where these words are shared."""

MEASURES_ALIKE = 0.45
"""Likeness that two measures need besides: two durations or sums in one story are seldom of one thing."""

RECURRING_ALIKE = 0.8
"""The same for what comes again and again: games, pages, goals."""

CLOSE = 2.5
"""How many times another measure of the same thing may be: what differs more is mostly of another thing."""

CLOSE_COUNT = 5.0
"""The same for things and crowds that are counted."""


CLOSE_TOTAL = 1.25
"""The same for people by the thousand whose words differ: 143 million consumers, 145 million Americans."""


THOUSANDS = 1000.0

_SECONDS = "s"
_QUALITIES = {
    "m": "metres",
    "kg": "kilograms",
    "m2": "square metres",
    "m3": "cubic metres",
    "s": "time",
    "m/s": "metres a second",
    "°C": "degrees",
    "%": "percent",
    "pp": "percentage points",
    "W": "watts",
    "B": "bytes",
    "USD": "dollars",
    "EUR": "euros",
    "GBP": "pounds",
    "JPY": "yen",
}
"""What a measure is in, in words."""

_TREATED = (SlotName.COUNT, "treat")


class Meeting(NamedTuple):
    """Two figures of one question.

    `near` is how many words around both figures are the same, `subjects` whether what they are said of is the same (1), not
    the same (-1), or not to be told (0).
    """

    left: Quantity
    right: Quantity
    question: Question
    near: int
    subjects: int

    @property
    def ratio(self) -> float:
        """How many times the larger is the smaller."""
        low, high = sorted((self.left.minimum, self.right.minimum))
        return high / low if low > 0 else float("inf")

    @property
    def is_toll(self) -> bool:
        """Whether it counts those killed, injured, missing, detained or displaced."""
        return self.question[0] in TOLLS

    @property
    def is_of_an_act(self) -> bool:
        """Whether it counts those who took part in an act ("protest"), or who were aboard."""
        return self.question[0] is SlotName.COUNT and self.question[1] in _attended()

    @property
    def is_measure(self) -> bool:
        """A length, a duration, a sum, a share: whatever counts nothing."""
        return self.question[1].startswith(MEASURED)


@cache
def _attended() -> frozenset[str]:
    return frozenset(classes("acts.txt").values()) | {"aboard"}


def find(pair: Pair) -> Iterator[Meeting]:
    """Every two figures of one question that no figure of the other side answers already."""
    for left in pair.left.quantities:
        for right in pair.right.quantities:
            question = _same_question(pair, left, right)
            if question is None or _given_on_both(pair, left, right) or is_converted(left, right):
                continue
            if pair.gated():
                near = len(around(pair.left, left) & around(pair.right, right)) + _tells_of(pair, left, right)
                meeting = Meeting(left, right, question, near, subjects(pair, left, right))
                if _of_one_thing(pair, meeting):
                    yield meeting


def may_meet(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether nothing in their words sets two figures apart: what is counted, a part, a period, who it is said of."""
    if one_word((SlotName.COUNT, left.category or "")) != one_word((SlotName.COUNT, right.category or "")):
        return False
    return not parts.apart(pair, left, right) and not _other_measure(pair, left, right)


def _other_measure(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two measures or shares are of different periods, or of different persons or things."""
    measures = all(is_measure(one) or one.unit == "%" for one in (left, right))
    return measures and (other_periods(pair) or subjects(pair, left, right) < 0)


def _given_on_both(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether one of the figures stands on the other side as well: "15 of 22" is no clash with "22, not 15"."""
    return any(
        other.unit == one.unit and (other.minimum, other.maximum) == (one.minimum, one.maximum)
        for side, one in ((pair.right, left), (pair.left, right))
        for other in side.quantities
    )


def _same_question(pair: Pair, left: Quantity, right: Quantity) -> Question | None:
    """The slot that both figures fill with the same key and unit; "none" is a negation and left to it."""
    if Qualifier.NONE in (left.qualifier, right.qualifier) or not same_unit(left, right):
        return None
    if is_compound(left) or is_compound(right) or other_sort(left, right):
        return None
    if parts.apart(pair, left, right) or _other_measure(pair, left, right):
        return None
    one, other = one_word(_slot(pair.left, left)), one_word(_slot(pair.right, right))
    if (is_measure(left) and is_measure(right)) or _tells_of(pair, left, right):
        return SlotName.COUNT, MEASURED + left.unit
    if one == other:
        return None if one == (SlotName.COUNT, PART) else one
    if one[0] is other[0] and one[0] in TOLLS and not pair.gate.reasons and is_too_many(left, right, one[1], other[1]):
        return one
    low, high = sorted((left.minimum, right.minimum))
    total = left.unit == "people" and one[0] is other[0] is SlotName.COUNT and PART not in (one[1], other[1])
    return (SlotName.COUNT, "people") if total and low >= THOUSANDS and high <= CLOSE_TOTAL * low else None


def _tells_of(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether one measure is tied to the word that the other stands beside: a "two-hour siege" lasted three hours."""
    sides = (left, pair.left), (right, pair.right)
    tied = [
        (one, other, side)
        for (one, _), (other, side) in (sides, sides[::-1])
        if is_measure(other) and not is_measure(one)
    ]
    return any(
        one.category is not None
        and one.unit not in {"people", one.category}
        and act_of(one.category) in around(side, other)
        for one, other, side in tied
    )


def _slot(statement: Statement, quantity: Quantity) -> Question:
    """The question that a figure answers; those whom a hospital has treated are some of the injured."""
    keys = [(slot.name, slot.key) for slot in statement.slots if slot.spans == (quantity.span,)]
    return next((key for key in keys if key != _TREATED), (SlotName.COUNT, quantity.text))


def _is_treated(statement: Statement, quantity: Quantity) -> bool:
    return any((slot.name, slot.key) == _TREATED for slot in statement.slots if slot.spans == (quantity.span,))


def _of_one_thing(pair: Pair, meeting: Meeting) -> bool:
    """Tolls meet through the event; head counts and things by what is counted, measures by the words around them."""
    left, right = meeting.left, meeting.right
    treated = _is_treated(pair.left, left), _is_treated(pair.right, right)
    if treated[0] and treated[1]:
        return False
    if treated[0] != treated[1]:
        part, whole = (left, right) if treated[0] else (right, left)
        return whole.maximum is not None and part.minimum > whole.maximum
    if meeting.is_toll:
        return not parts.are_shares(pair, left, right)
    if left.unit == "people":
        named = meeting.question[1] != "people" or meeting.near or meeting.ratio <= CLOSE_TOTAL
        grown = meeting.near > 0 and pair.likeness >= NEAR_ALIKE and _has_grown(pair, meeting)
        one = bool(named) and meeting.subjects >= 0
        return (grown or meeting.ratio <= CLOSE_COUNT) and (one or pair.likeness >= ALIKE)
    if not _is_alone(pair, meeting):
        return False
    vague = Qualifier.VAGUE in (left.qualifier, right.qualifier)
    if meeting.is_measure:
        return (
            meeting.ratio <= CLOSE
            and meeting.near > 0
            and meeting.subjects >= 0
            and max(pair.likeness, pair.affinity) >= MEASURES_ALIKE
            and rate(pair.left, left) == rate(pair.right, right)
            and is_past(pair.left, left) == is_past(pair.right, right)
            and (
                left.unit != _SECONDS
                or _tells_of(pair, left, right)
                or beside(pair.left, left) == beside(pair.right, right)
            )
            and not (measured_from(pair.left, left) & measured_from(pair.right, right))
        )
    enough = ALIKE if not meeting.near or meeting.subjects < 0 else NEAR_ALIKE
    if left.category in words("recurring.txt"):
        enough = RECURRING_ALIKE
    return pair.likeness >= enough and (vague or meeting.ratio <= CLOSE_COUNT)


def _has_grown(pair: Pair, meeting: Meeting) -> bool:
    """Whether a count that goes on is higher in the later account."""
    return (
        goes_on(meeting.left, meeting.question)
        and (meeting.right.minimum - meeting.left.minimum) * -order(pair.times) > 0
    )


def _is_alone(pair: Pair, meeting: Meeting) -> bool:
    """Whether each side gives one figure of the question: of two, it is unsure which is meant."""
    sides = ((meeting.left, pair.left), (meeting.right, pair.right))
    return all(
        sum(_slot(statement, one) == _slot(statement, figure) for one in statement.quantities) == 1
        for figure, statement in sides
    )


def key_of(question: Question) -> str:
    """A question in words for a reason."""
    if question[0] is not SlotName.COUNT:
        return question[0].value
    unit = question[1].removeprefix(MEASURED)
    return _QUALITIES.get(unit, unit) if question[1].startswith(MEASURED) else unit


def goes_on(quantity: Quantity, question: Question) -> bool:
    """Whether a count rises as time goes on: people and what is reported, but not how many came or were aboard."""
    if quantity.unit == "people":
        return question[1] not in {"protest", "aboard"}
    return quantity.category is not None and quantity.category in words("growing.txt")
