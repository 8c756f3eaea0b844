"""What is counted or measured: the same thing under two words, another sort of it, a part of it, the same in other units."""

import re

from narrator.conflict.lexicon import synonyms, words
from narrator.language.numerals import value_of
from narrator.language.slots import PART
from narrator.model.statement import Quantity, SlotName

Question = tuple[SlotName, str]
"""A slot and its key."""

MUCH = 1.5
"""How many times those killed in all a named group may be and still belong to one toll, told otherwise."""

CONVERTED = 1.02
"""How many times a length or a mass may be another and be the same in other units."""

_CONVERTED = frozenset({"m", "kg", "m2", "m3", "m/s", "°C"})
_NAME = re.compile(r"(?<=[ -])[A-Z][\w.]+")
_COIN = re.compile(r"\b(?:pound|dollar)(?=s?\b)")
_COMPOUND = re.compile(r"\w-([a-z]+)")
"""A "seven-member group" counts no members of anything else."""


def one_word(question: Question) -> Question:
    """A question by one word for each of the words of the same people or things: troops are soldiers."""
    return question[0], synonyms("counted.txt").get(question[1], question[1])


def same_unit(left: Quantity, right: Quantity) -> bool:
    """The same unit; pounds or dollars said in words may be of any country."""
    said = [set(_COIN.findall(figure.text.lower())) for figure in (left, right)]
    units = one_word((SlotName.COUNT, left.unit)), one_word((SlotName.COUNT, right.unit))
    return units[0] == units[1] or bool(said[0] & said[1])


def is_converted(left: Quantity, right: Quantity) -> bool:
    """Whether two lengths or masses differ by no more than a conversion leaves open: 400 pounds are 181 kilos."""
    low, high = sorted((left.minimum, right.minimum))
    return left.unit in _CONVERTED and high <= CONVERTED * low


def is_compound(quantity: Quantity) -> bool:
    """ "seven-member", but not "thirty-three"; a measure is one either way: "80m-deep"."""
    counts = quantity.category is not None and quantity.unit in {"people", quantity.category}
    return counts and any(value_of(found[1]) is None for found in _COMPOUND.finditer(quantity.text.lower()))


def other_sort(left: Quantity, right: Quantity) -> bool:
    """Things told apart by another word on each side are two sorts, "civil judgments" and "criminal judgments", "US" and "UK
    consumers"; fewer of a sort are a part: "two female gorillas" of three.
    """
    if left.category is None or right.category is None:
        return False
    if left.unit == "people":
        one, other = (frozenset(_NAME.findall(figure.text)) for figure in (left, right))
        return bool(one and other and not one & other) or _is_fewer(left, right, one, other)
    one, other = _sort(left), _sort(right)
    return bool(one - other and other - one) or _is_fewer(left, right, one, other)


def _is_fewer(left: Quantity, right: Quantity, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the smaller figure alone is of a named sort."""
    return (one > other and left.minimum < right.minimum) or (other > one and right.minimum < left.minimum)


def _sort(quantity: Quantity) -> frozenset[str]:
    """The words of a figure that are neither numbers nor the thing counted."""
    category, silent = quantity.category or "", words("figures.txt")
    found = (word for word in re.findall(r"[a-z]+", quantity.text.lower()) if value_of(word) is None)
    return frozenset(word for word in found if word not in silent and not word.startswith(category[:4] or " "))


def is_too_many(left: Quantity, right: Quantity, one: str, other: str) -> bool:
    """Whether more of a named group are told than people in all: seven soldiers among six dead."""
    if "people" not in (one, other) or PART in (one, other):
        return False
    whole, group = (left, right) if one == "people" else (right, left)
    # "One died" is one of those named, and what outnumbers all by half is the toll of another occurrence.
    return whole.maximum is not None and 1 < whole.maximum < group.minimum <= MUCH * whole.maximum
