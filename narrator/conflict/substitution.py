"""Near-copies that differ in one place: another figure, another name, another sign.

In wire copy and rewritten agency text the one changed word is the difference; everything around it vouches for the context.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from narrator.conflict.pair import Finding, Pair
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Name, Statement

COPY = 0.72
"""Share of equal words from which one statement is a near-copy of the other."""

LONGEST = 4
"""Words of a replaced run that still name one thing."""

_WORD = re.compile(r"[\w'’-]+")
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_KINDS = {"PERSON": Kind.ACTOR, "ORG": Kind.ACTOR, "NORP": Kind.ACTOR, "DATE": Kind.TIME, "TIME": Kind.TIME}
_NUMBERS = frozenset({"CARDINAL", "QUANTITY", "PERCENT", "MONEY", "ORDINAL"})


def find(pair: Pair) -> Iterator[Finding]:
    """The replaced runs of two near-copies that hold a name, a time or a figure on both sides."""
    left, right = _words(pair.left), _words(pair.right)
    matcher = SequenceMatcher(a=[word for word, _ in left], b=[word for word, _ in right], autojunk=False)
    if not left or not right or matcher.quick_ratio() < COPY or matcher.ratio() < COPY:
        return
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "replace" and j - i <= LONGEST and m - k <= LONGEST:
            one, other = _name(pair.left, left[i:j]), _name(pair.right, right[k:m])
            kind = _kind(one, other)
            if kind is not None and one is not None and other is not None:
                reason = f"“{one.text}” against “{other.text}” in otherwise the same words."
                spans = (Span(one.start, one.end),), (Span(other.start, other.end),)
                yield Finding(Relation.CONTRADICTS, kind, 0.75, 0.7, *spans, f"substitution.{kind.value}", reason)


def _words(statement: Statement) -> list[tuple[str, Span]]:
    return [
        (word[0].lower(), Span(span.start + word.start(), span.start + word.end()))
        for span, text in statement.pieces()
        for word in _WORD.finditer(text)
    ]


def _name(statement: Statement, run: list[tuple[str, Span]]) -> Name | None:
    """The named thing that a run of words touches."""
    return next(
        (name for name in statement.names for _, span in run if name.start < span.end and span.start < name.end), None
    )


def _kind(one: Name | None, other: Name | None) -> Kind | None:
    if one is None or other is None or one.text.lower() in other.text.lower() or other.text.lower() in one.text.lower():
        return None
    if one.label in _NUMBERS and other.label in _NUMBERS:
        return Kind.NUMBER
    if one.label in _PLACES and other.label in _PLACES:
        return Kind.PLACE
    kinds = _KINDS.get(one.label), _KINDS.get(other.label)
    return kinds[0] if kinds[0] == kinds[1] else None
