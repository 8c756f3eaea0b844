"""Two near-copies word by word: what stands in one where the other has something else.

In wire copy and rewritten agency text the exchanged word is the difference; everything around it vouches for the context.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from narrator.conflict.lexicon import words
from narrator.conflict.pair import Pair
from narrator.model.article import Span
from narrator.model.statement import Statement

ALIKE = 0.6
"""Likeness below which two statements are not compared word by word."""

COPY = 0.72
"""Share of equal words from which one statement is a near-copy of the other."""

MOVED = 0.5
"""The same where both have the very same words, in another order."""

TERMS = 0.45
"""Share of the content words that two near-copies have in common at least."""

_WORD = re.compile(r"[$£€]?\d[\w.,:%-]*[\w%]|[$£€]?\d|[\w'’-]+")


_UNMARKED = frozenset(
    ["arent", "didnt", "dont", "doesnt", "hasnt", "havent", "isnt", "wasnt", "werent", "couldnt", "wouldnt", "shouldnt"]
)
"""Negated verbs whose apostrophe was lost."""


class Word(NamedTuple):
    """One word: as written in lower case, its lemma where it is a content word, its place, whether it is a proper name."""

    text: str
    lemma: str
    span: Span
    name: bool


class Edit(NamedTuple):
    """Words of the left side and what the right side has in their place; one of the two may be empty.

    `after` holds the word that follows on each side, None at the end.
    """

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    after: tuple[Word | None, Word | None]


class Copies(NamedTuple):
    """How much of two statements is the same, as a share of their words, and the places where they differ.

    `changed` holds the words of all these places, left and right: what is among those of the other side has only moved.
    """

    ratio: float
    edits: tuple[Edit, ...]
    changed: tuple[frozenset[str], frozenset[str]]


def copies(pair: Pair) -> Copies | None:
    """The differences of two near-copies, None where the two are not nearly the same."""
    return pair.once(_compared)


def _compared(pair: Pair) -> Copies | None:
    if pair.likeness < ALIKE or not _share_terms(pair.left, pair.right):
        return None
    one, other = tuple(words_of(pair.left)), tuple(words_of(pair.right))
    matcher = SequenceMatcher(a=[word.text for word in one], b=[word.text for word in other], autojunk=False)
    shared = matcher.quick_ratio() if one and other else 0.0
    if shared < COPY or (ratio := matcher.ratio()) < (MOVED if shared == 1.0 else COPY):
        return None
    edits = tuple(
        Edit(one[i:j], other[k:m], (next(iter(one[j:]), None), next(iter(other[m:]), None)))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    )
    return Copies(ratio, edits, (_forms(edit.left for edit in edits), _forms(edit.right for edit in edits)))


def _share_terms(left: Statement, right: Statement) -> bool:
    """A cheap test before words are compared: content words in common, of about as many."""
    one, other = {term.lemma for term in left.terms}, {term.lemma for term in right.terms}
    return len(one & other) >= TERMS * max(len(one), len(other))


def words_of(statement: Statement) -> Iterator[Word]:
    """The words of a statement in order."""
    terms = {term.start: term for term in statement.terms}
    for span, text in statement.pieces():
        for found in _WORD.finditer(text):
            if found[0].lower() == "no" and text[found.end() :][:1] == ",":
                continue  # an answer negates nothing
            place = Span(span.start + found.start(), span.start + found.end())
            word, term = found[0].lower().replace("’", "'"), terms.get(place.start)
            whole = term is not None and term.end >= place.end
            capital = all(part[:1].isupper() for part in found[0].split("-"))
            named = term is not None and term.pos == "PROPN" and capital
            yield Word(word, term.lemma if term and whole else word, place, named)


def _forms(runs: Iterable[tuple[Word, ...]]) -> frozenset[str]:
    return frozenset(form for run in runs for word in run for form in (word.text, word.lemma))


def moved(found: Copies, one: Word, other: Word) -> bool:
    """Whether a word of the left side or one of the right stands on the other side too, in another place."""
    return one.text in found.changed[1] or other.text in found.changed[0]


def negates(word: str) -> bool:
    """Whether a lower-case word negates by itself: "not", "without", "didn't", "fails"."""
    return word in words("negations.txt") or word.endswith("n't") or word in _UNMARKED
