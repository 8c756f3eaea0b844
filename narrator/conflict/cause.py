"""Why it happened, and what it was for: reasons of the same act that share no word. Often framing; both stay visible."""

from collections.abc import Iterator

from narrator.conflict.pair import Pair, slots
from narrator.conflict.rule import Finding, Rule
from narrator.language.frames import ANSWERS
from narrator.language.slots import BLAMED
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Slot, SlotName, Statement

ALIKE = 0.2

_CHANGE = "Both reasons named by one account, or two acts."
OTHER = Rule("cause.other", Relation.CONTRADICTS, Kind.CAUSE, "another reason for the same act.", _CHANGE)
PURPOSE = Rule("cause.purpose", Relation.FRAMES_DIFFERENTLY, Kind.CAUSE, "another purpose of the same act.", _CHANGE)
RULES = (OTHER, PURPOSE)


def find(pair: Pair) -> Iterator[Finding]:
    """Reasons of one act without a telling word in common."""
    if not pair.gated():
        return
    for name in (SlotName.CAUSE, SlotName.PURPOSE):
        for left in slots(pair.left, name):
            for right in slots(pair.right, name):
                if left.key != right.key or (left.key != BLAMED and pair.likeness < ALIKE):
                    continue
                one, other = _terms(pair.left, left), _terms(pair.right, right)
                if one and other and not one & other:
                    words, strength = (left.value, right.value), 0.42 + 0.4 * pair.likeness
                    rule = PURPOSE if name is SlotName.PURPOSE else OTHER
                    yield Finding(rule, strength, left.spans, right.spans, words)


def _terms(statement: Statement, slot: Slot) -> frozenset[str]:
    """The telling words of a reason; "in retaliation" names none."""
    return frozenset(
        term.lemma
        for term in statement.terms
        if term.lemma not in ANSWERS and any(span.start <= term.start < span.end for span in slot.spans)
    )
