"""Two near-copies word by word: what stands in one where the other has something else.

In wire copy and rewritten agency text the exchanged word is the difference; everything around it vouches for the context.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from narrator.conflict.lexicon import words
from narrator.conflict.pair import Pair
from narrator.model.article import Span
from narrator.model.statement import Statement

ALIKE = 0.6
"""Likeness below which two statements are not compared word by word."""

COPY = 0.72
"""Share of equal words from which one statement is a near-copy of the other."""

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
    if pair.likeness < ALIKE:
        return None
    short, long = sorted((len(pair.left.text), len(pair.right.text)))
    return _compared(pair.left, pair.right) if short >= long * COPY / (2 - COPY) / 1.5 else None


@lru_cache(maxsize=8)
def _compared(left: Statement, right: Statement) -> Copies | None:
    one, other = tuple(_words(left)), tuple(_words(right))
    matcher = SequenceMatcher(a=[word.text for word in one], b=[word.text for word in other], autojunk=False)
    if not one or not other or matcher.quick_ratio() < COPY or (ratio := matcher.ratio()) < COPY:
        return None
    edits = tuple(
        Edit(one[i:j], other[k:m], (next(iter(one[j:]), None), next(iter(other[m:]), None)))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    )
    return Copies(ratio, edits, (_forms(edit.left for edit in edits), _forms(edit.right for edit in edits)))


def _words(statement: Statement) -> Iterator[Word]:
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
