"""Why it happened, and what it was for: reasons of the same act that share no word. Often framing; both stay visible."""

from collections.abc import Iterator

from narrator.conflict.acts import SAME, parties
from narrator.conflict.pair import Pair, slots
from narrator.conflict.rule import Finding, Rule
from narrator.language.aims import AIM
from narrator.language.frames import ANSWERS
from narrator.language.lexicon import VIOLENT, act_of
from narrator.language.slots import BLAMED
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Slot, SlotName, Statement

ALIKE = 0.2
"""Likeness that two statements need besides the act."""

FORCE_ALIKE = 0.08
"""The same, in view of their articles, for an act of force: why it happened is told in other words by each side."""

_CHANGE = "Both reasons named by one account, or two acts."
OTHER = Rule("cause.other", Relation.CONTRADICTS, Kind.CAUSE, "another reason for the same act.", _CHANGE)
PURPOSE = Rule("cause.purpose", Relation.FRAMES_DIFFERENTLY, Kind.CAUSE, "another purpose of the same act.", _CHANGE)
BLAME = Rule("cause.blamed", Relation.CONTRADICTS, Kind.CAUSE, "another cause is blamed.", _CHANGE)
FORCE = Rule("cause.force", Relation.CONTRADICTS, Kind.CAUSE, "another reason for the same act of force.", _CHANGE)
AIMED = Rule("cause.aim", Relation.FRAMES_DIFFERENTLY, Kind.CAUSE, "another aim of the same party.", _CHANGE)
RULES = (OTHER, PURPOSE, BLAME, FORCE, AIMED)


def find(pair: Pair) -> Iterator[Finding]:
    """Reasons of one act without a telling word in common."""
    for name in (SlotName.CAUSE, SlotName.PURPOSE):
        for left in slots(pair.left, name):
            for right in slots(pair.right, name):
                asked = ("act", "party") if left.key == AIM else ()
                same = left.key == right.key and left.occurrence == right.occurrence
                if same and pair.gated(*asked) and _of_one(pair, left, right):
                    yield from _judge(pair, left, right)


def _of_one(pair: Pair, left: Slot, right: Slot) -> bool:
    """Whether two reasons are of one deed: what is blamed, an aim of one party, or an act that both ascribe to one."""
    if _is_denied(pair.left, left) or _is_denied(pair.right, right):
        return False
    if left.key in (BLAMED, AIM):
        return True
    if left.key in VIOLENT and pair.affinity >= FORCE_ALIKE:
        return True
    one, other = _parties(pair.left, left), _parties(pair.right, right)
    return (not one or not other or bool(one & other) or pair.likeness >= SAME) and pair.likeness >= ALIKE


def _is_denied(statement: Statement, slot: Slot) -> bool:
    """ "Did not crash because of a fault" gives no reason."""
    return any(
        frame.negated and reason is not None and reason.span == slot.spans[0]
        for frame in statement.frames
        for reason in (frame.cause, frame.purpose)
    )


def _parties(statement: Statement, slot: Slot) -> frozenset[str]:
    """Who does or suffers the act that a reason is given for."""
    return parties(
        frame
        for frame in statement.frames
        if slot.spans[0] in [reason.span for reason in (frame.cause, frame.purpose) if reason is not None]
    )


def _judge(pair: Pair, left: Slot, right: Slot) -> Iterator[Finding]:
    one, other = _terms(pair.left, left), _terms(pair.right, right)
    if left.key == AIM and _goal(left) == _goal(right):
        return  # "to take land", "to seize oil fields": one may be the other in part
    if one and other and not one & other:
        rule = _rule(left)
        strength = (0.42 if rule in (OTHER, PURPOSE) else 0.5) + 0.4 * pair.likeness
        yield Finding(rule, strength, left.spans, right.spans, (left.value, right.value))


def _rule(slot: Slot) -> Rule:
    """What each side has its own reason for as a rule is sooner a difference."""
    if slot.name is SlotName.PURPOSE:
        return AIMED if slot.key == AIM else PURPOSE
    return BLAME if slot.key == BLAMED else FORCE if slot.key in VIOLENT else OTHER


def _goal(slot: Slot) -> str:
    """The act that somebody was after: "to seize the mine", "to take it"."""
    words = slot.value.lower().removeprefix("to ").split()
    return "seize" if words[:1] == ["take"] else act_of(words[0]) if words else ""


def _terms(statement: Statement, slot: Slot) -> frozenset[str]:
    """The telling words of a reason; "in retaliation" and "in self-defence" both say that it was an answer."""
    found = {term.lemma for term in statement.terms if any(span.start <= term.start < span.end for span in slot.spans)}
    return frozenset(found - ANSWERS) | ({"answer"} if found & ANSWERS else set())
