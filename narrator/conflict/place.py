"""Where it was: distances from one place, directions and places of one act that cannot both hold.

Traps: a place within another is more specific; a place named beside another ("near the cape") is the same; a length is no
distance from anywhere.
"""

import re
from collections.abc import Iterator

from narrator.conflict.acts import same_parties
from narrator.conflict.intervals import overlap, width
from narrator.conflict.pair import Pair, slots
from narrator.conflict.rule import Finding, Rule
from narrator.conflict.surroundings import measured_from
from narrator.language.lexicon import classes
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Quantity, Slot, SlotName, Statement

ALIKE = 0.25
"""Likeness that two statements need besides the act whose place they give."""

ANY_ACT_ALIKE = 0.5
"""The same where two places of one kind differ by their names and the acts are told otherwise."""

_NOT_THERE = re.compile(r"\bnot (?:at|in|on|from|near|inside)\b[^,;.]*")
CONVERTED = 1.1
"""How many times a distance may be another and be the same in other units."""

_NAME = re.compile(r"[A-Z][\w’'-]+")
_SIDE = re.compile(r"\b(north|south|east|west)(?:[- ]?(east|west))?(?:ern)?\b", re.IGNORECASE)
_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}
_OF = re.compile(r"\b(?:of|from|off)\s", re.IGNORECASE)

DISTANCE = Rule(
    "place.distance",
    Relation.CONTRADICTS,
    Kind.PLACE,
    "two distances from {place}.",
    "Two stretches measured between other places.",
)
NEARER = Rule(
    "place.bound",
    Relation.MORE_SPECIFIC,
    Kind.PLACE,
    "two distances from one place, of which one admits the other.",
    "A bound that the other distance breaks would be a conflict.",
)
SIDE = Rule(
    "place.side",
    Relation.CONTRADICTS,
    Kind.PLACE,
    "opposite sides of one place.",
    "Two acts, or another place from which the side is told.",
)
NAMESAKE = Rule(
    "place.other",
    Relation.CONTRADICTS,
    Kind.PLACE,
    "two places of one kind for the same act.",
    "Two acts, or one place within the other.",
)
SITE = Rule(
    "place.site",
    Relation.CONTRADICTS,
    Kind.PLACE,
    "the same act at two sites.",
    "Two acts, or one site within the other.",
)
ELSEWHERE = Rule(
    "place.name",
    Relation.CONTRADICTS,
    Kind.PLACE,
    "the same act at two places by their names.",
    "Two acts, or one place within the other.",
)
RULES = (DISTANCE, NEARER, SIDE, NAMESAKE, SITE, ELSEWHERE)


def find(pair: Pair) -> Iterator[Finding]:
    """Places of the same act, and distances from the same place."""
    if not pair.gated("place"):
        return
    yield from _distances(pair)
    for left in slots(pair.left, SlotName.WHERE):
        for right in slots(pair.right, SlotName.WHERE):
            if left.occurrence == right.occurrence:
                yield from _sides(left, right)
                yield from _kinds(pair, left, right)


def _distances(pair: Pair) -> Iterator[Finding]:
    for left in pair.left.quantities:
        for right in pair.right.quantities:
            known = measured_from(pair.left, left) & measured_from(pair.right, right)
            if not known or (left.minimum, left.maximum) == (right.minimum, right.maximum):
                continue
            spans, words = ((left.span,), (right.span,)), (left.text, right.text)
            if overlap(left, right) or _rounded(left, right):
                yield Finding(NEARER, 0.7, *spans, words, swap=width(right) < width(left))
            else:
                yield Finding(
                    DISTANCE, 0.5 + 0.3 * pair.likeness, *spans, words, {"place": _verbatim(pair.left, known)}
                )


def _verbatim(statement: Statement, known: frozenset[str]) -> str:
    """The words of a place as they are written."""
    written = (word for word in re.findall(r"[\w’'-]+", statement.text) if word.lower() in known)
    return " ".join({word.lower(): word for word in written}.values())


def _rounded(left: Quantity, right: Quantity) -> bool:
    """Whether two distances differ by no more than a conversion leaves open: three kilometres are two miles."""
    low, high = sorted((left.minimum, right.minimum))
    return high <= CONVERTED * low


def _anchors(slot: Slot) -> frozenset[str]:
    """The names that a place is told by."""
    return frozenset(name.lower().removesuffix("'s").removesuffix("’s") for name in _NAME.findall(slot.value))


def _sides(left: Slot, right: Slot) -> Iterator[Finding]:
    """ "east of the river" against "west of the river", "in northern Lornia" against "in southern Lornia"."""
    one, other = _SIDE.search(left.value), _SIDE.search(right.value)
    if not one or not other or bool(_OF.search(left.value, one.end())) != bool(_OF.search(right.value, other.end())):
        return  # "east of the town" and "in the east of the country"
    known = {side.lower() for side in one.groups() if side}
    opposed = {_OPPOSITE[side.lower()] for side in other.groups() if side}
    if opposed & known and not known & {_OPPOSITE[side] for side in opposed} and _anchors(left) & _anchors(right):
        yield Finding(SIDE, 0.9, left.spans, right.spans, (left.value, right.value))


def _kinds(pair: Pair, left: Slot, right: Slot) -> Iterator[Finding]:
    """ "in the Pacific Ocean" against "in the Atlantic Ocean", "at his home" against "on the quay", of one act."""
    one, other = _words(left), _words(right)
    told = _granted(pair.left), _granted(pair.right)
    apart = not any(word in told[1] for word in one - other) and not any(word in told[0] for word in other - one)
    if not apart or not one - other or not other - one:
        return
    names = _anchors(left), _anchors(right)
    shared, words = names[0] & names[1], (left.value, right.value)
    same_act = bool(left.key) and left.key == right.key and pair.likeness >= ALIKE and same_parties(pair, left.key)
    if names[0] - shared and names[1] - shared and shared == {_last(left)} == {_last(right)}:
        if same_act or pair.likeness >= ANY_ACT_ALIKE:
            yield Finding(NAMESAKE, 0.45 + 0.3 * pair.likeness, left.spans, right.spans, words)
    elif same_act and names[0] and names[1] and not shared and left.key in classes("acts.txt").values():
        yield Finding(ELSEWHERE, 0.2 + 0.28 * pair.likeness, left.spans, right.spans, words)
    elif same_act and not names[0] and not names[1] and left.key in classes("acts.txt").values():
        yield Finding(SITE, 0.35 + 0.3 * pair.likeness, left.spans, right.spans, words)


def _granted(statement: Statement) -> str:
    """The words without the places that it says were not the place: "not at his home"."""
    return _NOT_THERE.sub("", statement.text).lower()


def _words(slot: Slot) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[\w’'-]{4,}", slot.value.lower()))


def _last(slot: Slot) -> str:
    return slot.value.lower().split()[-1]
