"""In which order: two acts that each account puts in another order.

Traps: "and" joins without an order; "after" may stand before both.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import act_of, classes
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Statement

ORDER = Rule(
    "sequence.order",
    Relation.CONTRADICTS,
    Kind.SEQUENCE,
    "the same two acts in another order.",
    "Acts of the same kind that came twice.",
)
RULES = (ORDER,)

_THEN = re.compile(
    r"\b(?:before|until|prior to|(?:and|only|but) then|then|and later|followed by|afterwards"
    r"|caus(?:ed|ing)|spark(?:ed|ing)|trigger(?:ed|ing)|set(?:ting)? off|led to|leading to|result(?:ed|ing) in)\b"
)
_SINCE = re.compile(r"\b(?:after|following|once|as soon as|caused by|sparked by|triggered by)\b")
_FIRST_AFTER = re.compile(r"^\W*(?:after|once|when|following)\b", re.IGNORECASE)
_FIRST_BEFORE = re.compile(r"^\W*before\b", re.IGNORECASE)
_JOINING = frozenset(
    {"cause", "spark", "trigger", "lead", "result", "follow", "say", "tell", "have", "be", "do", "set_off", "set"}
)
_LINKED = 90
"""Characters between two acts that one connective can still join."""


class Order(NamedTuple):
    """Two kinds of act, the earlier first, and where they stand."""

    first: str
    second: str
    span: Span


def find(pair: Pair) -> Iterator[Finding]:
    """The same two acts in the one order here, in the other there."""
    left, right = list(_orders(pair.left)), list(_orders(pair.right))
    for one in left:
        for other in right:
            reversed_ = (one.first, one.second) == (other.second, other.first)
            if reversed_ and pair.gated("time"):
                words = pair.left.words(one.span), pair.right.words(other.span)
                yield Finding(ORDER, 0.5 + 0.3 * pair.likeness, (one.span,), (other.span,), words)
                return


def _orders(statement: Statement) -> Iterator[Order]:
    for piece, text in statement.pieces():
        acts = [(act, span) for act, span in _acts(statement) if piece.start <= span.start < piece.end]
        for (one, first), (other, second) in pairwise(acts):
            between = text[first.end - piece.start : second.start - piece.start]
            if one == other or len(between) > _LINKED:
                continue
            span = Span(first.start, second.end)
            leads = text[: first.start - piece.start]
            if _THEN.search(between) or ("," in between and _FIRST_AFTER.search(leads)):
                yield Order(one, other, span)
            elif _SINCE.search(between) or ("," in between and _FIRST_BEFORE.search(leads)):
                yield Order(other, one, span)


def _acts(statement: Statement) -> list[tuple[str, Span]]:
    """The verbs and the nouns of acts in the order of the text."""
    found = {frame.span: act_of(frame.predicate) for frame in statement.frames if frame.predicate not in _JOINING}
    for term in statement.terms:
        if term.pos == "NOUN" and term.lemma in classes("acts.txt"):
            found[Span(term.start, term.end)] = act_of(term.lemma)
    return [(act, span) for span, act in sorted(found.items())]
