"""Who is held responsible: claimed by nobody, then by somebody; blamed on this one, on that one; denied by whom others blame.

Traps: a claim that comes later is an update; blame for another deed; blame of one of several is no difference by itself.
"""

from collections.abc import Iterator

from narrator.conflict.acts import alike
from narrator.conflict.pair import PRONOUNS, Pair, order, slots
from narrator.conflict.rule import Finding, Rule
from narrator.language.responsibility import ADMITTED, BLAMED, CLAIMED, DENIED
from narrator.language.sources_of import NOBODY
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Slot, SlotName, Statement
from narrator.parties.sides import suggest

_ACCUSING = frozenset({"accuse", "suspect", "charge"})
_CHANGE = "Two deeds, or several who share in one."
LATER = Rule(
    "responsibility.claimed",
    Relation.UPDATE,
    Kind.RESPONSIBILITY,
    "nobody had claimed it; somebody has.",
    "A claim published before the account that knows of none.",
    "then",
)
BLAME = Rule("responsibility.blame", Relation.FRAMES_DIFFERENTLY, Kind.RESPONSIBILITY, "another is blamed.", _CHANGE)
CLAIM = Rule(
    "responsibility.claim", Relation.FRAMES_DIFFERENTLY, Kind.RESPONSIBILITY, "another has claimed it.", _CHANGE
)
DENIAL = Rule(
    "responsibility.denied", Relation.DENIES, Kind.RESPONSIBILITY, "who is held responsible denies it.", _CHANGE
)
RULES = (LATER, BLAME, CLAIM, DENIAL)


def find(pair: Pair) -> Iterator[Finding]:
    """What two accounts of one occurrence say of responsibility."""
    for left in slots(pair.left, SlotName.RESPONSIBILITY):
        for right in slots(pair.right, SlotName.RESPONSIBILITY):
            if left.occurrence == right.occurrence and pair.gated("party"):
                yield from _judge(pair, left, right)


def _judge(pair: Pair, left: Slot, right: Slot) -> Iterator[Finding]:
    (how, who), (other_how, other_who) = _held(left), _held(right)
    spans, words = (left.spans, right.spans), (left.value, right.value)
    nobody = _is_nobody(who), _is_nobody(other_who)
    if how == other_how == CLAIMED and nobody[0] != nobody[1]:
        if order(pair.times) in ((0, -1) if nobody[0] else (0, 1)):
            yield Finding(LATER, 0.65, *spans, words, swap=nobody[1])
    elif any(nobody):
        return
    elif _is_one(who, other_who):
        held = {BLAMED, CLAIMED, ADMITTED}
        if (how == DENIED and other_how in held) or (other_how == DENIED and how in held):
            yield Finding(DENIAL, 0.5 + 0.45 * pair.likeness, *spans, words, swap=other_how == DENIED)
    elif not (_is_named(who) and _is_named(other_who)):
        return
    elif how == other_how == BLAMED:
        accused = _is_accused(pair.left, left) or _is_accused(pair.right, right)
        yield Finding(BLAME, (0.2 if accused else 0.5) + 0.2 * pair.likeness, *spans, words)
    elif CLAIMED in (how, other_how) and DENIED not in (how, other_how):
        yield Finding(CLAIM, 0.4 + 0.2 * pair.likeness, *spans, words)


def _held(slot: Slot) -> tuple[str, str]:
    """How responsibility is dealt with, and by or of whom."""
    how = next((how for how in (CLAIMED, BLAMED, DENIED, ADMITTED) if slot.value.startswith(how)), "")
    return how, slot.value.removeprefix(how).strip()


def _is_named(who: str) -> bool:
    """Whether the words say who, not "that", "one of them" or "the group"."""
    words = who.lower().split()
    return not PRONOUNS & set(words) and words[:1] != ["one"] and words[-1:] != ["group"]


def _is_accused(statement: Statement, slot: Slot) -> bool:
    """Whether they are accused of something, which need not be the deed that others are blamed for."""
    return any(
        frame.predicate in _ACCUSING and frame.patient is not None and frame.patient.span.overlaps(slot.spans[0])
        for frame in statement.frames
    )


def _is_nobody(who: str) -> bool:
    return who.split(" ")[0].lower() in NOBODY


def _is_one(one: str, other: str) -> bool:
    """Whether two descriptions can mean one party: a word or a country in common, an acronym, a namesake."""
    country = suggest(one)
    return alike(one, other) or (country is not None and country == suggest(other))
