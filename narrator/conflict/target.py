"""Who was hit: the same act with another target, or the same target under another name.

Trap: two descriptions of one party are a label, not a contradiction; the kind says which, and both accounts stay visible.
"""

from collections.abc import Iterator

from narrator.conflict.lexicon import words
from narrator.conflict.pair import Pair, slots
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import classes
from narrator.language.numerals import value_of
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Slot, SlotName
from narrator.parties.lexicon import countries
from narrator.parties.sides import may_be_one

LABEL = Rule(
    "target.label",
    Relation.FRAMES_DIFFERENTLY,
    Kind.LABEL,
    "the same act, the party hit is named otherwise.",
    "Two parties, each hit by its own act.",
)
OTHER = Rule(
    "target.other",
    Relation.CONTRADICTS,
    Kind.TARGET,
    "the same act, another target.",
    "Both parties hit, or two names for one.",
)
RULES = (LABEL, OTHER)


def find(pair: Pair) -> Iterator[Finding]:
    """Targets of the same act whose words differ."""
    for left in slots(pair.left, SlotName.TARGET):
        for right in slots(pair.right, SlotName.TARGET):
            if left.occurrence == right.occurrence and may_be_one(left.key, right.key) and pair.gated("party"):
                yield from _judge(left, right)


def _judge(left: Slot, right: Slot) -> Iterator[Finding]:
    one, other = _modifiers(left), _modifiers(right)
    shown = left.value, right.value
    standings = {_standing(left), _standing(right)}
    # "35 fighters" and "two civilians" are two tolls: figures judge them.
    other_standing = len(standings - {""}) == 2 and not _counts(left) and not _counts(right)
    if one & other or not ((one and other) or other_standing):
        return
    if _standing(left) == _standing(right):
        yield Finding(LABEL, 0.55, left.spans, right.spans, shown)
    elif not _counts(left) and not _counts(right):
        yield Finding(OTHER, 0.75, left.spans, right.spans, shown)


def _words(value: str) -> list[str]:
    return [word.strip("\"'“”‘’.,") for word in value.lower().split()]


def _modifiers(slot: Slot) -> frozenset[str]:
    """What is said of them beyond that they are a body of people: "the fighters", "the attacking forces" name no one."""
    told = {
        word
        for word in _words(slot.value)
        if word.replace("-", "").isalpha()
        and not word.endswith("ing")
        and word not in words("function.txt")
        and not _group(word)
    }
    standing = _standing(slot)
    return frozenset(countries().get(word, word) for word in told) | ({standing} - {"combatant", ""})


def _group(word: str) -> str:
    """The standing that a word for a group has, its plural undone."""
    groups = classes("groups.txt")
    return next(
        (groups[form] for form in (word, word.removesuffix("s"), word.removesuffix("ies") + "y") if form in groups), ""
    )


def _counts(slot: Slot) -> bool:
    """Whether the words count: "two women", "a police officer" are victims, not a party that was aimed at."""
    told = _words(slot.value)
    one = told[:1] in (["a"], ["an"]) and classes("people.txt").get(told[-1]) == "person"
    return one or any(value_of(word) is not None for word in told)


def _standing(slot: Slot) -> str:
    return next((standing for word in _words(slot.value) if (standing := _group(word))), "")
