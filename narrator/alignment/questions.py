"""Which questions of fact a statement answers, and when two answers can be about one thing."""

from collections.abc import Iterator
from functools import cache

from narrator.language.lexicon import classes
from narrator.language.slots import MEASURED
from narrator.model.statement import Slot, SlotName, Statement
from narrator.parties.sides import may_be_one

TOLLS = frozenset({SlotName.KILLED, SlotName.INJURED, SlotName.MISSING, SlotName.DETAINED, SlotName.DISPLACED})
OPEN = frozenset({SlotName.TARGET, SlotName.STATUS})
"""Slots whose keys are names or words that differ from outlet to outlet; they are judged pair by pair."""

_OF_ACTS = frozenset({SlotName.WHEN, SlotName.WHERE})

Question = tuple[SlotName, str]
"""A slot and its key."""


def questions(statement: Statement) -> Iterator[Question]:
    """The questions that two statements must both answer to share a row by slot.

    A measure alone ("40 m") asks none, nor does when or where something was that is no act ("the harbour is in the south").
    """
    return (question(slot) for slot in statement.slots if not slot.key.startswith(MEASURED) and _is_of_an_act(slot))


def _is_of_an_act(slot: Slot) -> bool:
    return slot.name not in _OF_ACTS or slot.key in _acts()


@cache
def _acts() -> frozenset[str]:
    return frozenset(classes("acts.txt").values())


def question(slot: Slot) -> Question:
    """The question that a filling answers."""
    return slot.name, "" if slot.name in OPEN else slot.key


def fits(slot: SlotName, left: str, right: str) -> bool:
    """Whether the keys of two fillings of an open slot can name one party or one referent."""
    return may_be_one(left, right) if slot is SlotName.TARGET else bool(set(left.split()) & set(right.split()))
