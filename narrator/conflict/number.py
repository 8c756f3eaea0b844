"""Figures of the same thing that cannot both hold, and figures that rise as time goes on.

Traps: a bound admits what it admits; a later, higher toll is an update; what falls as time goes on is none, unless somebody
revised it; of two measures without a word that they share nothing is known (`figures`).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from narrator.conflict import figures
from narrator.conflict.figures import Meeting
from narrator.conflict.intervals import overlap, width
from narrator.conflict.pair import Pair, moment, order, slots
from narrator.conflict.rule import Finding, Rule
from narrator.conflict.surroundings import around
from narrator.language.lexicon import classes
from narrator.language.times import Interval, resolve
from narrator.model.article import When
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Qualifier, Quantity, SlotName, Statement

VAGUE_TIMES = 3.0
"""How many times a vague floor ("dozens") a later figure must be to replace it."""

NEAR_COUNT = 2.0
"""How many times another a figure may be and still look like a slip or another count of the same."""

NEAR = 1.15
"""How many times a bound a later figure must be before it is news."""

MUCH = 1.5
"""The same for a toll from which it has surely risen, whatever the words."""

TWO_COUNTS = 0.7
"""What is left of an update's score when the figures come from two named sources."""

CERTAIN = 0.85
"""Strength of two tolls of one act that exclude each other, where nothing else sets the two apart."""

DOUBTFUL = 0.4
"""The most for figures of accounts that name different places or days."""

WEEK_END = date(2023, 1, 8)
"""A Sunday, from which days of the week run in order."""

_ELSEWHERE = frozenset({"another place", "another time"})
_GROWTH = frozenset({"rise", "climb", "grow", "increase", "jump", "reach", "update", "raise", "now", "mount", "boost"})
_REVISED = frozenset({"revise", "lower", "correct", "reduce", "downgrade", "correction", "revision"})

DISJOINT = Rule(
    "number.disjoint",
    Relation.CONTRADICTS,
    Kind.NUMBER,
    "{what}, no figure fits both; {moment}.",
    "A figure that goes on: a later, higher one would be an update. Another count, or a part of it.",
)
COUNT = Rule(
    "number.count",
    Relation.CONTRADICTS,
    Kind.NUMBER,
    "{what}, no figure fits both; {moment}.",
    "Another count, a part of it, or one that comes again.",
)
MEASURE = Rule(
    "number.measure",
    Relation.CONTRADICTS,
    Kind.NUMBER,
    "the same measured in {what}, no figure fits both; {moment}.",
    "Another thing measured, or the same at another time.",
)
BOUND = Rule(
    "number.bound",
    Relation.MORE_SPECIFIC,
    Kind.NUMBER,
    "{what}, one figure admits the other.",
    "A bound that the other figure breaks would be a conflict.",
)
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
REVISED = Rule(
    "number.revised",
    Relation.UPDATE,
    Kind.NUMBER,
    "{what}, the later account says that the figure was revised.",
    "Without words of a revision a figure that falls would be a conflict.",
)
RULES = (DISJOINT, COUNT, MEASURE, BOUND, RISING, ADMITTED, REVISED)


def find(pair: Pair) -> Iterator[Finding]:
    """Every pair of figures of one question that says something different; of another place or time they prove little."""
    elsewhere = bool(_ELSEWHERE & set(pair.gate.reasons))
    for meeting in figures.find(pair):
        for finding in _judge(pair, meeting):
            yield replace(finding, strength=min(finding.strength, DOUBTFUL)) if elsewhere else finding


def _judge(pair: Pair, meeting: Meeting) -> Iterator[Finding]:
    left, right = meeting.left, meeting.right
    if (left.minimum, left.maximum) == (right.minimum, right.maximum):
        return
    spans, sides = ((left.span,), (right.span,)), (left.text, right.text)
    details = {"what": figures.key_of(meeting.question), "moment": moment(pair.times)}
    earlier = _as_of(pair, meeting) or order(pair.times)
    later = pair.right if earlier < 0 else pair.left
    rises = earlier != 0 and (right.minimum - left.minimum) * -earlier > 0
    told = {term.lemma for term in later.terms}
    beside = around(later, right if earlier < 0 else left)
    goes_on = figures.goes_on(left, meeting.question) or (rises and _replaces_vague(left, right))
    grows = earlier != 0 and goes_on and (rises or meeting.question[0] is SlotName.MISSING)
    if overlap(left, right):
        if grows and not _near(left, right):
            said = bool(told & _GROWTH) or _replaces_vague(left, right)
            strength = 0.35 + 0.3 * pair.likeness + (0.15 if said else 0.0)
            if meeting.is_toll and meeting.ratio >= MUCH:
                strength += 0.1
            if _two_counts(pair) and not said:
                strength *= TWO_COUNTS
            yield Finding(ADMITTED, strength, *spans, sides, details, earlier > 0)
        else:
            swap = (width(right), -right.minimum) < (width(left), -left.minimum)
            yield Finding(BOUND, 0.7, *spans, sides, details, swap)
    elif grows or (rises and beside & _GROWTH):
        yield Finding(RISING, _growth(pair, meeting), *spans, sides, details, earlier > 0)
    elif earlier != 0 and told & _REVISED:
        yield Finding(REVISED, 0.6, *spans, sides, details, earlier > 0)
    else:
        rule = MEASURE if meeting.is_measure else DISJOINT if meeting.is_toll or meeting.is_of_an_act else COUNT
        yield Finding(rule, _trust(pair, meeting), *spans, sides, details)


def _as_of(pair: Pair, meeting: Meeting) -> int:
    """-1 where the left toll is told as of an earlier day than the right one, 1 where of a later, 0 where no days are told.

    Without days of publication both days are taken from one week.
    """
    if not meeting.is_toll:
        return 0
    known = None not in pair.times
    sides = zip((pair.left, pair.right), pair.times if known else (WEEK_END, WEEK_END), strict=True)
    one, other = (_day_told(statement, when) for statement, when in sides)
    if one is None or other is None:
        return 0
    return (other.latest < one.earliest) - (one.latest < other.earliest)


def _day_told(statement: Statement, published: When) -> Interval | None:
    """The one time of a statement, where it is not that of the act: "the toll stood at nine on Monday"."""
    told = [slot for slot in slots(statement, SlotName.WHEN) if slot.key not in classes("acts.txt").values()]
    if len(told) != 1 or len(statement.times) != 1 or told[0].spans[0] != statement.times[0].span:
        return None
    return resolve(statement.times[0], published)


def _growth(pair: Pair, meeting: Meeting) -> float:
    """How surely a figure has gone on to become another: a toll does; of other counts the words must tell."""
    if meeting.is_toll:
        return 0.7
    close = 0.1 if meeting.ratio <= figures.CLOSE_TOTAL else 0.0
    return 0.4 + 0.3 * max(pair.likeness, pair.affinity) + close


def _trust(pair: Pair, meeting: Meeting) -> float:
    """How surely two figures that exclude each other are of one thing."""
    if meeting.is_toll:
        return CERTAIN if not pair.gate.reasons else 0.45 + 0.4 * pair.likeness
    if meeting.left.unit == "people":
        return 0.5 + 0.3 * pair.likeness
    close = 0.1 if meeting.ratio <= NEAR_COUNT else 0.0
    return 0.08 + 0.4 * pair.likeness + 0.06 * min(meeting.near, 3) + close + 0.1 * meeting.subjects


def _near(left: Quantity, right: Quantity) -> bool:
    """Whether a bound and the figure that it admits are so close that nothing has gone on: "more than 100" and 112."""
    low, high = sorted((left.minimum, right.minimum))
    return high < NEAR * low


def _two_counts(pair: Pair) -> bool:
    """Whether two named sources speak: figures that admit each other are then two counts, not one that went on."""
    tellers = [side.narrators[1:] for side in (pair.left, pair.right)]
    return bool(tellers[0] and tellers[1]) and tellers[0][-1] != tellers[1][-1]


def _replaces_vague(left: Quantity, right: Quantity) -> bool:
    """Whether the larger figure takes the place of a vague one: "dozens", then 359."""
    low, high = sorted((left, right), key=lambda figure: figure.minimum)
    return low.qualifier is Qualifier.VAGUE and high.minimum > VAGUE_TIMES * low.minimum
