"""The event gate: can two statements be about one occurrence?

It judges every slot but the one in question. One slot that does not fit may be the very difference that the reader is after;
two or more of act, party, place and time that do not fit mean different occurrences.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from narrator.language.lexicon import FORCE, VIOLENT, act_of, classes
from narrator.language.times import Interval, resolve
from narrator.model.article import When, day_of
from narrator.model.statement import Name, SlotName, Statement

ACTORS = frozenset({"PERSON", "ORG", "NORP"})
ENOUGH = 2
"""Slots that must not fit before two statements are about different occurrences."""

APART = timedelta(days=1)
"""Between two times of one occurrence, as accounts of it differ."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reasons` names the slots that do not fit, in words; `same` is the decision."""

    reasons: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether the two can be about one occurrence."""
        return len(self.reasons) < ENOUGH


LONG_APART = timedelta(days=20)
"""Between a time and another, or the day of publication, from which the occurrence is another by itself."""

YEARS_APART = timedelta(days=180)
"""Between the days of one account and the time of another, from which no dispute is about when it was."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a statement says of its occurrence; `published` is the day of its article, `occurrences` words that set it apart."""

    acts: frozenset[str]
    actors: frozenset[str]
    places: frozenset[str]
    times: tuple[Interval, ...]
    published: tuple[Interval, ...]
    occurrences: frozenset[str]


def facts(statement: Statement, published: When) -> Facts:
    """What the gate looks at, for statements that meet many others."""
    return Facts(
        _acts(statement),
        _actors(statement),
        _places(statement),
        tuple(found for expression in statement.times if (found := resolve(expression, published))),
        _at_publication(published),
        frozenset(slot.occurrence for slot in statement.slots if slot.occurrence != "main"),
    )


def judge(
    left: Statement, right: Statement, times: tuple[When, When] = (None, None), ignore: Iterable[str] = ()
) -> Verdict:
    """Which of act, party, place and time of the two statements cannot be one occurrence's; `ignore` names those in question."""
    return weigh(facts(left, times[0]), facts(right, times[1]), ignore)


def weigh(left: Facts, right: Facts, ignore: Iterable[str] = ()) -> Verdict:
    """As `judge`, of facts at hand."""
    skipped = frozenset(ignore)
    reasons = []
    if "act" not in skipped and _apart(left.acts, right.acts):
        reasons.append("another act")
    if "party" not in skipped and _apart(left.actors, right.actors):
        reasons.append("another party")
    if "place" not in skipped and _apart(left.places, right.places):
        reasons.append("another place")
    if "time" in skipped:
        return Verdict((*reasons, *["another occurrence"] * (ENOUGH if _looks_back(left, right) else 0)))
    if _all_apart(left.times, right.times, APART):
        reasons.append("another time")
    if _long_apart(left, right):
        reasons += ["another time"] * ENOUGH
    if _other_occurrence(left, right):
        # Words like "last month" on one side alone set it apart by themselves.
        reasons += ["another occurrence"] * ENOUGH
    return Verdict(tuple(reasons))


def _apart(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right and not left & right)


def _acts(statement: Statement) -> frozenset[str]:
    acts = (act_of(term.lemma) for term in statement.terms if term.lemma in classes("acts.txt"))
    return frozenset(FORCE if act in VIOLENT else act for act in acts)


def _actors(statement: Statement) -> frozenset[str]:
    return _words(name for name in statement.names if name.label in ACTORS)


def _places(statement: Statement) -> frozenset[str]:
    """Names that say where; "the U.S. said" names a party, not a place."""
    where = [span for slot in statement.slots if slot.name is SlotName.WHERE for span in slot.spans]
    return _words(n for n in statement.names if any(span.start <= n.start and n.end <= span.end for span in where))


def _words(names: Iterable[Name]) -> frozenset[str]:
    words = (word for name in names for word in name.text.lower().split())
    return frozenset(word.removesuffix("'s").strip(".") for word in words if len(word) > 2)


def _long_apart(left: Facts, right: Facts) -> bool:
    """ "In June 15,000 people walked": a time long before publication sets a statement apart from one that names none.

    A time to come does not: what is planned for June is told today without its date.
    """
    if _all_apart(left.published, right.published, LONG_APART):
        return False  # looking back is what a later article does
    if not left.times or not right.times:
        told = [side for side in (left, right) if side.times and side.published]
        if not any(_before(side.times, side.published) for side in told):
            return False
    return _all_apart(left.times or left.published, right.times or right.published, LONG_APART)


def _before(told: Iterable[Interval], published: Iterable[Interval]) -> bool:
    days = list(published)
    return all(one.latest < day.earliest for one in told for day in days)


def _looks_back(left: Facts, right: Facts) -> bool:
    """ "In March 2011 a bomb fell", "a bomb fell on Thursday": one tells of its own days, the other of years ago."""
    own = [not _all_apart(side.times, side.published, LONG_APART) for side in (left, right)]
    return own[0] != own[1] and _all_apart(left.times or left.published, right.times or right.published, YEARS_APART)


def _at_publication(when: When) -> tuple[Interval, ...]:
    day = day_of(when)
    return (Interval(midnight := datetime.combine(day, time.min), midnight, "published"),) if day else ()


def _all_apart(first: Iterable[Interval], second: Iterable[Interval], gap: timedelta) -> bool:
    pairs = [(a, b) for a in first for b in second]
    return bool(pairs) and all(b.earliest - a.latest > gap or a.earliest - b.latest > gap for a, b in pairs)


def _other_occurrence(left: Facts, right: Facts) -> bool:
    """Whether words set one side apart, or both by times that do not meet: "two years ago" may well be "in 2015".

    "Since 2011" meets every later time and so proves nothing.
    """
    if left.occurrences == right.occurrences:
        return False
    first, second = ([one for one in side.times if one.latest != datetime.max] for side in (left, right))
    return not first or not second or _all_apart(first, second, APART)
