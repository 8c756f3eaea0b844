"""Two statements held against each other, and what a kind of conflict finds in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from narrator.events.gate import Verdict, judge
from narrator.model.article import Span, When, day_of
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Slot, SlotName, Statement, Term

PRONOUNS = frozenset(
    ["it", "they", "he", "she", "we", "i", "who", "that", "which", "this", "those", "him", "her", "them", "us", "me"]
)
"""Heads that name no one."""

SAME_HOUR = timedelta(hours=3)
"""Publication times closer than this are one moment: a figure does not become another in less."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Left and right statement, when each was published, how alike they are, and whether they can be about one occurrence."""

    left: Statement
    right: Statement
    times: tuple[When, When] = (None, None)
    likeness: float = 0.0
    gate: Verdict = field(default=Verdict(()))

    def mirrored(self) -> "Pair":
        """The same pair seen from the other side."""
        return replace(self, left=self.right, right=self.left, times=self.times[::-1])

    def gated(self, *ignored: str) -> bool:
        """Whether both can be about one occurrence, the slots in question left aside."""
        return judge(self.left, self.right, self.times, ignored).same


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found: the clashing words of both sides, how they are tied, and the reason, in words that fit either order.

    `swap` says that the right statement is the earlier, denying or more specific one.
    """

    relation: Relation
    kind: Kind | None
    conflict: float
    confidence: float
    left_spans: tuple[Span, ...]
    right_spans: tuple[Span, ...]
    rule: str
    reason: str
    words: tuple[str, str] | None = None
    tie: str = "against"
    swap: bool = False

    def explain(self, turned: bool) -> str:
        """The reason in one sentence, the right side's words first if `turned`."""
        if self.words is None:
            return self.reason
        first, second = self.words[::-1] if turned else self.words
        return f"“{first}” {self.tie} “{second}”: {self.reason}"


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
    if all(isinstance(when, datetime) for when in times):
        return "published at about the same time"
    return "published on the same day, at an hour unknown"


def slots(statement: Statement, *names: SlotName) -> Iterator[Slot]:
    """The fillings of these slots."""
    return (slot for slot in statement.slots if slot.name in names)


def term_span(term: Term) -> Span:
    """Where a term stands."""
    return Span(term.start, term.end)


def _day(when: When) -> date:
    found = day_of(when)
    assert found is not None  # both times were checked by the caller
    return found
