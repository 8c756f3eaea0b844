"""The age of one referent: an age is no count, yet two ages of one boy cannot both hold."""

import re
from collections.abc import Iterator

from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding, Rule
from narrator.language.numerals import value_of
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Statement

ALIKE = 0.6

OTHER = Rule(
    "age.other",
    Relation.CONTRADICTS,
    Kind.NUMBER,
    "two ages of one person.",
    "Two persons, or a birthday between the two accounts.",
)
RULES = (OTHER,)

_AGE = re.compile(r"\b(\d{1,3}|[a-z]+)-year-old(?: ([a-z]+))?", re.IGNORECASE)


def find(pair: Pair) -> Iterator[Finding]:
    """Two ages given to the same noun, or to none, once on each side."""
    left, right = list(_ages(pair.left)), list(_ages(pair.right))
    if len(left) != 1 or len(right) != 1 or pair.likeness < ALIKE or not pair.gated("time"):
        return
    (age, noun, span), (other, other_noun, other_span) = left[0], right[0]
    if age != other and (noun == other_noun or not (noun and other_noun)):
        yield Finding(OTHER, 0.4 + 0.4 * pair.likeness, (span,), (other_span,), (str(age), str(other)))


def _ages(statement: Statement) -> Iterator[tuple[int, str, Span]]:
    for span, text in statement.pieces():
        for found in _AGE.finditer(text):
            age = value_of(found[1])
            if age is not None:
                yield (
                    int(age),
                    (found[2] or "").lower(),
                    Span(span.start + found.start(), span.start + found.end(1) + 9),
                )
