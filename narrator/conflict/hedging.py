"""The words by which a statement leaves something open: before a verb, and how much they set it apart."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from narrator.conflict.lexicon import hedges
from narrator.model.article import Span
from narrator.model.statement import Statement

NEAR, FAR = 8, 16
"""Words before a verb within which a hedge, or what it is reported as, stands."""

_BEFORE_VERBS = frozenset({"hearsay", "adverb", "modal", "held", "semblance"})
_OPENING = _BEFORE_VERBS | {"report"}
_WORD = re.compile(r"[\w'’-]+|[,;:—–.]")


def hedge(statement: Statement, verb: Span) -> Span | None:
    """The words before a verb that leave it open, with the verb: "is thought to have fallen"."""
    if not holds(statement.text, _OPENING):
        return None
    found, passed = None, set[str]()
    before = words_before(statement, verb, FAR)
    for word, span in before[:NEAR]:
        kind = hedges().get(word, "")
        if kind in _BEFORE_VERBS and _fits(kind, passed):
            found = span
        elif kind != "between" and not word.endswith("ly"):
            break
        passed.add(word)
    start = found or _reported(before)
    return Span(start.start, verb.end) if start is not None else None


def firmness(hedged: str) -> float:
    """How much a hedge sets a statement apart: what is only said, what may have been, what is likely."""
    words = hedged.split()
    if any(hedges().get(word) in {"hearsay", "held", "report"} for word in words):
        return 0.42
    return 0.38 if any(hedges().get(word) == "modal" for word in words) else 0.28


def is_hedged(statement: Statement) -> bool:
    """Whether any word of a statement leaves something open."""
    return any(hedges().get(word, "between") != "between" for word in re.findall(r"\w+", statement.text.lower()))


@lru_cache(maxsize=4096)
def holds(text: str, kinds: AbstractSet[str]) -> bool:
    """Whether a text can hold a hedge of these kinds at all: a cheap test, asked before the places of hedges."""
    lower = text.lower()
    return any(word in lower for word, kind in hedges().items() if kind in kinds)


def words_before(statement: Statement, place: Span, count: int) -> list[tuple[str, Span]]:
    """The words before a place in its piece, nearest first; no more than `count`."""
    for span, text in statement.pieces():
        if span.start <= place.start < span.end:
            words, stop = _words(text), place.start - span.start
            last = bisect_left(words, stop, key=itemgetter(0))
            chosen = ((start, min(end, stop)) for start, end in words[max(0, last - count) : last][::-1])
            return [(text[start:end], Span(span.start + start, span.start + end)) for start, end in chosen]
    return []


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[tuple[int, int], ...]:
    """Where each word of a text stands."""
    return tuple(found.span() for found in _WORD.finditer(text))


def _reported(words: Sequence[tuple[str, Span]]) -> Span | None:
    """The word of "rumours that", "fears that" before a verb, in its sentence."""
    for (word, _), (before, span) in pairwise(words):
        if word in {".", ";"}:
            return None
        if word == "that" and hedges().get(before.lower()) == "report":
            return span
    return None


def _fits(kind: str, passed: AbstractSet[str]) -> bool:
    """ "Thought" is a hedge before "to", "may" before "have": "may be removed" is a rule, "until it could land" is ability."""
    if kind in {"held", "semblance"}:
        return "to" in passed or {"of", "having"} <= passed
    return kind != "modal" or "have" in passed
