"""Different words for the same act or party, one of which judges: framing, never a contradiction."""

from collections.abc import Iterator

from narrator.conflict.pair import Pair, slots, term_span
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import labels
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import SlotName, Statement

ALIKE = 0.3
"""Likeness that two statements need before any of their words name one referent."""

WORDS = Rule(
    "label.words",
    Relation.FRAMES_DIFFERENTLY,
    Kind.LABEL,
    "another word for the same.",
    "Two acts or parties, each under its own name.",
)
RULES = (WORDS,)


def find(pair: Pair) -> Iterator[Finding]:
    """Two words for one referent, each used by one side alone: for what happened, or anywhere in like statements."""
    if not pair.gated("act", "party"):
        return
    for left, left_span, left_named in _words(pair.left):
        for right, right_span, right_named in _words(pair.right):
            if not ((left_named and right_named) or pair.likeness >= ALIKE) or not _another(left, right):
                continue
            if left not in _lemmas(pair.right) and right not in _lemmas(pair.left):
                strength = 0.55 if left_named and right_named else 0.3 + 0.45 * pair.likeness
                yield Finding(WORDS, strength, (left_span,), (right_span,), (left, right))


def _words(statement: Statement) -> Iterator[tuple[str, Span, bool]]:
    """Lemma and place of each label word, and whether it names what happened."""
    named = {slot.spans[0] for slot in slots(statement, SlotName.ACT)}
    for term in statement.terms:
        if term.lemma in labels():
            yield term.lemma, term_span(term), term_span(term) in named


def _lemmas(statement: Statement) -> frozenset[str]:
    return frozenset(term.lemma for term in statement.terms)


def _another(left: str, right: str) -> bool:
    return any(
        one.referent == other.referent and one.choice != other.choice and (one.judges or other.judges)
        for one in labels().get(left, ())
        for other in labels().get(right, ())
    )
