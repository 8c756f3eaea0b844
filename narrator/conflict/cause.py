"""Why it happened, and what it was for: reasons of the same act that share no word. Often framing; both stay visible."""

from collections.abc import Iterator

from narrator.conflict.pair import Finding, Pair, slots
from narrator.language.frames import ANSWERS
from narrator.language.slots import BLAMED
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Slot, SlotName, Statement

ALIKE = 0.2


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
                    reason, words = "another reason for the same act.", (left.value, right.value)
                    score = 0.42 + 0.4 * pair.likeness
                    yield Finding(
                        Relation.FRAMES_DIFFERENTLY if name is SlotName.PURPOSE else Relation.CONTRADICTS,
                        Kind.CAUSE, score, 0.5, left.spans, right.spans, "cause.other", reason, words,
                    )  # fmt: skip


def _terms(statement: Statement, slot: Slot) -> frozenset[str]:
    """The telling words of a reason; "in retaliation" names none."""
    return frozenset(
        term.lemma
        for term in statement.terms
        if term.lemma not in ANSWERS and any(span.start <= term.start < span.end for span in slot.spans)
    )
