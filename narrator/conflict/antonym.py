"""Words that exclude each other, in the same place of two statements that are otherwise nearly the same.

Trap: one side's win is the other's defeat; only words that stand for each other are held against each other.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from narrator.conflict.lexicon import antonyms
from narrator.conflict.pair import Pair, term_span
from narrator.conflict.rule import Finding, Rule
from narrator.model.comparison import Kind, Relation

ALIKE = 0.6
"""Likeness below which two statements are not nearly the same."""

COPY = 0.5
"""Share of equal content words, in order, that two statements need besides."""

WORDS = Rule(
    "antonym.words",
    Relation.CONTRADICTS,
    Kind.ANTONYM,
    "the words exclude each other.",
    "The two words said of different things, or of different times.",
)
RULES = (WORDS,)


def find(pair: Pair) -> Iterator[Finding]:
    """A content word whose opposite stands in its place on the other side, where neither side has both."""
    if pair.likeness < ALIKE or pair.left.polarity is not pair.right.polarity or not pair.gated("act"):
        return
    left, right = [term.lemma for term in pair.left.terms], [term.lemma for term in pair.right.terms]
    matcher = SequenceMatcher(a=left, b=right, autojunk=False)
    if matcher.ratio() < COPY:
        return
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "replace":
            continue
        for one in pair.left.terms[i:j]:
            for other in pair.right.terms[k:m]:
                opposites = antonyms().get(one.lemma, frozenset())
                if other.lemma in opposites and one.lemma not in right and other.lemma not in left:
                    spans = (term_span(one),), (term_span(other),)
                    yield Finding(WORDS, 0.3 + 0.5 * pair.likeness, *spans, (one.lemma, other.lemma))
