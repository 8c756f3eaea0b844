"""Two near-copies word by word: what stands in one where the other has something else.

In wire copy and rewritten agency text the exchanged word is the difference; everything around it vouches for the context.
"""

import re
from collections.abc import Iterator
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

_WORD = re.compile(r"[$£€]?\d[\d.,:]*\d%?(?![\w-])|[$£€]?\d%?(?![\w-])|[\w'’-]+")


_UNMARKED = frozenset(f"{verb}nt" for verb in "are did do does has have is was were could would should".split())
"""Negated verbs whose apostrophe was lost."""


class Word(NamedTuple):
    """One word: as written in lower case, its lemma where it is a content word, its place, whether it is a name."""

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
    """How much of two statements is the same, as a share of their words, and the places where they differ."""

    ratio: float
    edits: tuple[Edit, ...]
    forms: tuple[frozenset[str], frozenset[str]]


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
    return Copies(ratio, edits, (_forms(one), _forms(other)))


def _words(statement: Statement) -> Iterator[Word]:
    terms = {term.start: term for term in statement.terms}
    for span, text in statement.pieces():
        for found in _WORD.finditer(text):
            place = Span(span.start + found.start(), span.start + found.end())
            word, term = found[0].lower().replace("’", "'"), terms.get(place.start)
            whole = term is not None and term.end >= place.end
            yield Word(word, term.lemma if term and whole else word, place, term is not None and term.pos == "PROPN")


def _forms(told: tuple[Word, ...]) -> frozenset[str]:
    return frozenset(form for word in told for form in (word.text, word.lemma))


def negates(word: str) -> bool:
    """Whether a lower-case word negates by itself: "not", "without", "didn't", "fails"."""
    return word in words("negations.txt") or word.endswith("n't") or word in _UNMARKED
