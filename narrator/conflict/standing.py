"""Civilians, combatants or terrorists: the standing that each account gives to the same people.

Cues: one figure of one act that counts people of two standings; "unarmed" against "armed". Traps: two figures are two counts,
and a part of the dead may well have been civilians.
"""

import re
from collections.abc import Iterator

from narrator.alignment.questions import TOLLS
from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import classes
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Quantity, Statement

_STANDINGS = frozenset({"civilian", "combatant", "terrorist", "protester", "rioter"})

COUNTED = Rule(
    "standing.counted",
    Relation.FRAMES_DIFFERENTLY,
    Kind.STANDING,
    "the same number {action}, of another standing.",
    "Two groups of one size.",
)
ARMED = Rule(
    "standing.armed",
    Relation.FRAMES_DIFFERENTLY,
    Kind.STANDING,
    "armed on one side, unarmed on the other.",
    "Two groups, one of them armed.",
)
RULES = (COUNTED, ARMED)

_ARMED = re.compile(r"\b(un)?armed(?= (\w+)(?: (\w+))?)", re.IGNORECASE)


def find(pair: Pair) -> Iterator[Finding]:
    """The same people under two standings."""
    for left in pair.left.quantities:
        for right in pair.right.quantities:
            if _same_count(left, right) and _standing(left) != _standing(right) and pair.gated("party"):
                spans, words = ((left.span,), (right.span,)), (left.text, right.text)
                yield Finding(COUNTED, 0.6, *spans, words, {"action": str(left.action)})
    yield from _arms(pair)


def _same_count(left: Quantity, right: Quantity) -> bool:
    same = (left.action, left.minimum, left.maximum) == (right.action, right.minimum, right.maximum)
    both = {_standing(left), _standing(right)} <= _STANDINGS
    return same and both and left.action in TOLLS and left.minimum > 1 and not left.part and not right.part


def _standing(quantity: Quantity) -> str:
    return classes("groups.txt").get(quantity.category or "", "")


def _arms(pair: Pair) -> Iterator[Finding]:
    for unarmed, span in _armed(pair.left):
        for other, other_span in _armed(pair.right):
            if unarmed != other and pair.gated("party"):
                words = pair.left.words(span), pair.right.words(other_span)
                yield Finding(ARMED, 0.35 + 0.3 * pair.likeness, (span,), (other_span,), words)


def _armed(statement: Statement) -> Iterator[tuple[bool, Span]]:
    """Whether people are called unarmed, and where; "the armed forces" say nothing of their arms."""
    if "armed" not in statement.text.lower():
        return
    for span, text in statement.pieces():
        for found in _ARMED.finditer(text):
            last = next((group for group in (2, 3) if _is_of_people((found[group] or "").lower())), None)
            if last is not None:
                yield bool(found[1]), Span(span.start + found.start(), span.start + found.end(last))


def _is_of_people(word: str) -> bool:
    forms = {word, word.removesuffix("s"), word.replace("men", "man")} - {"force", "group"}
    return any(form in classes("people.txt") or form in classes("groups.txt") for form in forms)
