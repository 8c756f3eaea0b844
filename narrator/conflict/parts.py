"""Parts of a count: some of those told before, those who were hurt badly, those of one place beside those of another.

A part is compared with nothing but the same part; several figures of one act on one side are parts of what they come to.
"""

import re

from narrator.alignment.questions import TOLLS
from narrator.conflict.intervals import overlap, total
from narrator.conflict.lexicon import ranks
from narrator.conflict.pair import Pair
from narrator.conflict.sorts import one_word
from narrator.language.numerals import value_of
from narrator.language.slots import PART
from narrator.model.statement import Qualifier, Quantity, SlotName, Statement

REACH = 40
"""Characters before and after a figure in which it is said how badly they were hurt."""

_WORD = re.compile(r"[\w-]+")
_STOP = re.compile(r"[,;:.()–—]|\b(?:and|while|but|another)\b")
_TOLLS = frozenset(slot.value for slot in TOLLS)


def grade(statement: Statement, quantity: Quantity) -> int | None:
    """How badly those were hurt whom a figure counts, as a rank, where the words around it say so."""
    if quantity.unit != "people":
        return None
    for span, text in statement.pieces():
        if span.start <= quantity.span.start < span.end:
            start, end = quantity.span.start - span.start, quantity.span.end - span.start
            before = _STOP.split(text[max(0, start - REACH) : start])[-1]
            after = _STOP.split(text[end : end + REACH])[0]
            for side in (quantity.text, after, before):
                found = _graded(side, last=side is before)
                if found is not None:
                    return found
    return None


def _graded(text: str, last: bool) -> int | None:
    """The rank of the word of grade nearest to the figure, as far as the next figure."""
    words = [word.lower() for word in _WORD.findall(text)]
    for word in words[::-1] if last else words:
        if word in ranks("conditions.txt"):
            return ranks("conditions.txt")[word]
        if value_of(word) is not None and text[:1] == " ":
            return None
    return None


def key(statement: Statement, quantity: Quantity) -> tuple[str, int | None] | None:
    """Which part of a count a figure gives (what is counted, how badly it was hurt); None of the whole."""
    rank = grade(statement, quantity) if quantity.action == SlotName.INJURED else None
    keys = {slot.key for slot in statement.slots if slot.spans == (quantity.span,)}
    some = PART in keys if keys else quantity.part  # those saved of all aboard are all who were saved
    if not some and rank is None:
        return None
    return one_word((SlotName.COUNT, quantity.category or quantity.unit))[1], rank


def apart(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two figures are of different parts of a count, or one of a part and one of the whole."""
    one, other = key(pair.left, left), key(pair.right, right)
    if one is None and other is None:
        return False
    if one != other:
        return True
    # "Three of them" and "five of them" are the same part only where a word of their own says which.
    assert one is not None
    return one[1] is None and not (_is_named(pair.left, left) and _is_named(pair.right, right))


def _is_named(statement: Statement, quantity: Quantity) -> bool:
    """Whether a part is of another sort than what it is a part of: "three of them children"."""
    wholes = [one.category for one in statement.quantities if one != quantity and not one.part]
    return quantity.category not in {"people", *wholes}


def are_shares(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether one of two tolls is but one of several that its side gives of the act: "four in Bergen and three in Oslo"."""
    return _is_share(pair.left, left, right) or _is_share(pair.right, right, left)


def _is_share(statement: Statement, quantity: Quantity, other: Quantity) -> bool:
    beside = [
        one
        for one in statement.quantities
        if one != quantity
        and one.action == quantity.action
        and one.action in _TOLLS
        and one.qualifier is not Qualifier.NONE
        and key(statement, one) is None
    ]
    if not beside:
        return False
    if overlap(total([quantity, *beside]), other) or any(one.category == quantity.category for one in beside):
        return True
    return quantity.category == "people" and quantity.minimum < sum(one.minimum for one in beside)
