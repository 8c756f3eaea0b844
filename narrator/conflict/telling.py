"""Two accounts of one point in other words, where no rule knows what the words do to each other: a guess, below all rules.

Traps: who only says more tells nothing otherwise, so that each side must have words of its own; the narrators of one article
stand side by side there already.
"""

from collections.abc import Sequence

from narrator.conflict.copies import negates
from narrator.conflict.hedging import words_before
from narrator.conflict.pair import Pair, lemmas, term_span
from narrator.conflict.rule import Finding, Rule
from narrator.language.weights import weight
from narrator.model.article import Span
from narrator.model.comparison import Relation
from narrator.model.statement import Statement, Term

SUSPECT = 0.02
"""Suspicion from which two accounts are worth holding against each other: on average one pair in twenty-five then differs."""

OTHERWISE = Rule(
    "telling.otherwise",
    Relation.FRAMES_DIFFERENTLY,
    None,
    "two accounts of one point in words of their own.",
    "A rule that knows these words, or a reader's decision.",
    "beside",
)
RULES = (OTHERWISE,)


def find(pair: Pair, suspicion: float) -> Finding | None:
    """The words that each side has for itself, if it is likely enough that they tell the point otherwise."""
    if suspicion < SUSPECT or not pair.gate.same or _of_one_article(pair):
        return None
    left, right = _own(pair.left, pair.right), _own(pair.right, pair.left)
    if left is None or right is None:
        return None
    words = pair.left.words(left) or pair.left.text, pair.right.words(right) or pair.right.text
    return Finding(OTHERWISE, suspicion, (left,), (right,), words)


def _of_one_article(pair: Pair) -> bool:
    """Whether no two articles vouch for one point, as for sentences alone."""
    return pair.left.article == pair.right.article


def _own(statement: Statement, other: Statement) -> Span | None:
    """The weightiest run of words that the other side does not have."""
    known = lemmas(other)
    runs: list[list[Term]] = [[]]
    for term in statement.terms:
        if term.lemma in known:
            runs.append([])
        else:
            runs[-1].append(term)
    best = max(runs, key=_weight)
    return Span(_start(statement, best[0]), best[-1].end) if best else None


def _start(statement: Statement, term: Term) -> int:
    """Where words begin, with the word that negates them: "no one was hurt"."""
    before = words_before(statement, term_span(term), 1)
    return next((span.start for word, span in before if negates(word.lower().replace("’", "'"))), term.start)


def _weight(run: Sequence[Term]) -> float:
    return sum(weight(term.lemma) for term in run)
