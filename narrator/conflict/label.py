"""Different words for the same act or party: framing, never a contradiction."""

from collections.abc import Iterator

from narrator.conflict.lexicon import labels
from narrator.conflict.pair import Finding, Pair, term_span
from narrator.model.comparison import Kind, Relation

ALIKE = 0.4


def find(pair: Pair) -> Iterator[Finding]:
    """Two words for one kind of referent, each used by one side alone."""
    if pair.likeness < ALIKE or not pair.gated("act", "party"):
        return
    left_words, right_words = ({term.lemma for term in side.terms} for side in (pair.left, pair.right))
    for left in pair.left.terms:
        for right in pair.right.terms:
            if left.lemma in right_words or right.lemma in left_words:
                continue
            referents = dict(labels().get(left.lemma, ()))
            if any(
                referent in referents and referents[referent] != choice
                for referent, choice in labels().get(right.lemma, ())
            ):
                reason = f"“{left.lemma}” against “{right.lemma}”: another word for the same."
                spans = (term_span(left),), (term_span(right),)
                score = 0.3 + 0.45 * pair.likeness
                yield Finding(Relation.FRAMES_DIFFERENTLY, Kind.LABEL, score, 0.6, *spans, "label.words", reason)
