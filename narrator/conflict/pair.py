"""Two statements held against each other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, TypeVar

from narrator.events.gate import Facts, Verdict, facts, weigh
from narrator.model.article import Span, When, day_of
from narrator.model.comparison import Part
from narrator.model.statement import Slot, SlotName, Statement, Term

Made = TypeVar("Made")

PRONOUNS = frozenset(
    ["it", "they", "he", "she", "we", "i", "who", "that", "which", "this", "those", "him", "her", "them", "us", "me"]
)
"""Heads that name no one."""

SAME_HOUR = timedelta(hours=3)
"""Publication times closer than this are one moment: a figure does not become another in less."""


# Not slotted: what the gate says is cached in the instance's dictionary.
@dataclass(frozen=True)
class Pair:
    """Left and right statement, when each was published, and how alike they are.

    `likeness` is of their words, `affinity` how surely they speak to the same point in view of their articles too; `parts`
    are those of both. `asked` names what is in question where the two have met.
    """

    left: Statement
    right: Statement
    times: tuple[When, When] = (None, None)
    likeness: float = 0.0
    affinity: float = 0.0
    parts: tuple[Part, ...] = ()
    asked: frozenset[str] = frozenset()

    def mirrored(self) -> "Pair":
        """The same pair seen from the other side."""
        return replace(self, left=self.right, right=self.left, times=self.times[::-1])

    def ordered(self) -> "Pair":
        """The same pair in an order of its own: differences of word sequences depend on which side is read first."""
        left, right = (
            (one.text, one.id, str(when)) for one, when in zip((self.left, self.right), self.times, strict=True)
        )
        return self.mirrored() if right < left else self

    @cached_property
    def gate(self) -> Verdict:
        """Whether both can be about one occurrence, what is in question left aside."""
        return weigh(*self._facts, self.asked)

    def gated(self, *ignored: str) -> bool:
        """Whether both can be about one occurrence, the slots named left aside and no others."""
        if ignored not in self._verdicts:
            self._verdicts[ignored] = weigh(*self._facts, ignored).same
        return self._verdicts[ignored]

    def once(self, make: Callable[["Pair"], Made]) -> Made:
        """What a function makes of the pair, made once for all kinds that ask."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Callable[["Pair"], Any], Any]:
        return {}

    @cached_property
    def _facts(self) -> tuple[Facts, Facts]:
        return facts(self.left, self.times[0]), facts(self.right, self.times[1])

    @cached_property
    def _verdicts(self) -> dict[tuple[str, ...], bool]:
        return {}


def order(times: tuple[When, When]) -> int:
    """-1 where the left was published earlier, 1 where the right was, 0 where they count as simultaneous."""
    left, right = times
    if left is None or right is None:
        return 0
    if isinstance(left, datetime) and isinstance(right, datetime) and (left.tzinfo is None) == (right.tzinfo is None):
        gap = right - left
        return 0 if abs(gap) < SAME_HOUR else (-1 if gap > timedelta(0) else 1)
    first, second = _day(left), _day(right)
    return 0 if first == second else (-1 if first < second else 1)


def moment(times: tuple[When, When]) -> str:
    """How the two publication times stand to each other, in words for a reason."""
    if None in times:
        return "publication times unknown, taken as the same"
    if order(times):
        return "published at different times"
    hours = [when.tzinfo is None for when in times if isinstance(when, datetime)]
    if len(hours) == len(times):
        same = hours[0] == hours[1]
        return (
            "published at about the same time"
            if same
            else "published on the same day, at hours that cannot be compared"
        )
    return "published on the same day, at an hour unknown"


def slots(statement: Statement, *names: SlotName) -> Iterator[Slot]:
    """The fillings of these slots."""
    return (slot for slot in statement.slots if slot.name in names)


def lemmas(statement: Statement) -> frozenset[str]:
    """The lemmas of a statement's content words."""
    return frozenset(term.lemma for term in statement.terms)


def term_span(term: Term) -> Span:
    """Where a term stands."""
    return Span(term.start, term.end)


def _day(when: When) -> date:
    found = day_of(when)
    assert found is not None  # both times were checked by the caller
    return found
