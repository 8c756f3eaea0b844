"""How far a negation reaches, and until when.

"Not all", "no other people" and "did not land safely" deny a part only; "has not been charged" holds until the charge.
"""

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from narrator.conflict.copies import Word, negates, words_of
from narrator.conflict.lexicon import words
from narrator.language.lexicon import act_of
from narrator.model.article import Span
from narrator.model.statement import Frame, Statement, Term

NEAR = 8
"""Words between a negating word and its verb at most."""

_PRESENT = frozenset(
    {"has", "have", "hasn't", "haven't", "is", "are", "isn't", "aren't", "do", "does", "don't", "doesn't"}
)
_ALL = frozenset({"all", "every", "everyone", "everybody", "everything", "each", "both"})
_CLAUSES = frozenset({"but", "while", "although", "though", "whereas"})
_PAUSES = frozenset(",;:.!?–—")


class Reach(NamedTuple):
    """What a negating word bears on: the words from it (with its auxiliary) to its verb, and those from there on.

    `span` holds the first, `opening`, as written; `rest` ends with the clause.
    """

    span: Span
    opening: tuple[Word, ...]
    rest: tuple[Word, ...]

    @property
    def is_open(self) -> bool:
        """Whether it speaks of the present, which may be over soon: "has not been charged", "is not yet open"."""
        return any(word.text in _PRESENT or word.text == "yet" for word in self.opening)


def reach(statement: Statement, frame: Frame) -> Reach | None:
    """How far the negation of a frame reaches; None where no word that negates stands near its verb."""
    told = tuple(words_of(statement))
    verb = next((i for i, word in enumerate(told) if word.span.end > frame.span.start), None)
    if verb is None:
        return None
    near = [i for i, word in enumerate(told) if negates(word.text) and abs(i - verb) <= NEAR]
    if not near:
        return None
    negator = max((i for i in near if i <= verb), default=near[0])
    first, last = min(negator, verb), max(negator, verb)
    if 0 < first == negator and told[first - 1].text in words("auxiliaries.txt"):
        first -= 1
    if last == negator and last > verb:
        last = min(last + 1, len(told) - 1)  # "found no weapons"
    span = Span(told[first].span.start, max(told[last].span.end, frame.span.end))
    whole = bool(statement.words(span))  # else it stands on both sides of the words that introduce a quotation
    return Reach(span if whole else frame.span, told[first : last + 1], _clause(statement, told[last:]))


def narrows(found: Reach, statement: Statement, other: Statement, whole: bool = True) -> bool:
    """Whether the negation bears on what the other statement does not say: only a part, or words of its own.

    `whole` looks at the clause to its end, else no farther than the verb. Times are left to the gate.
    """
    told = {word.text for word in words_of(other)}
    told |= _ALL | {"enough"} if told & _ALL else set()
    if any(word.text in words("narrowing.txt") and word.text not in told for word in found.opening):
        return True
    shared = told | {act_of(term.lemma) for term in other.terms}
    inside = (*found.opening, *(found.rest if whole else ()))
    places = {word.span.start for word in inside if not negates(word.text)}
    return any(
        term.start in places and act_of(term.lemma) not in shared | words("whole.txt") and not _is_time(statement, term)
        for term in statement.terms
    )


def _clause(statement: Statement, told: Sequence[Word]) -> tuple[Word, ...]:
    """The words after the first, up to a pause or to another clause."""
    return tuple(word for _, word in takewhile(lambda two: not _parts(statement, *two), pairwise(told)))


def _parts(statement: Statement, one: Word, other: Word) -> bool:
    return other.text in _CLAUSES or bool(_PAUSES & set(statement.words(Span(one.span.end, other.span.start))))


def _is_time(statement: Statement, term: Term) -> bool:
    return term.lemma in words("auxiliaries.txt") or any(
        time.span.start <= term.start < time.span.end for time in statement.times
    )
