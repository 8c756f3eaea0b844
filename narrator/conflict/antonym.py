"""Words that exclude each other, said of the same thing in otherwise like statements."""

from collections.abc import Iterator

from narrator.conflict.lexicon import antonyms
from narrator.conflict.pair import Finding, Pair, term_span
from narrator.model.comparison import Kind, Relation

ALIKE = 0.65


def find(pair: Pair) -> Iterator[Finding]:
    """A word of one side whose opposite stands on the other, where neither side has both."""
    if pair.likeness < ALIKE or pair.left.polarity is not pair.right.polarity or not pair.gated("act"):
        return
    left_words, right_words = ({term.lemma for term in side.terms} for side in (pair.left, pair.right))
    for left in pair.left.terms:
        opposites = antonyms().get(left.lemma, frozenset())
        if not opposites or left.lemma in right_words or opposites & left_words:
            continue
        for right in pair.right.terms:
            if right.lemma in opposites:
                reason, words = "the words exclude each other.", (left.lemma, right.lemma)
                spans = (term_span(left),), (term_span(right),)
                yield Finding(
                    Relation.CONTRADICTS,
                    Kind.ANTONYM,
                    0.3 + 0.5 * pair.likeness,
                    0.6,
                    *spans,
                    "antonym.words",
                    reason,
                    words,
                )
