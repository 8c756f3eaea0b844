"""The words by which a statement leaves something open: before a verb, and how much they set it apart."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from narrator.conflict.lexicon import hedges
from narrator.model.article import Span
from narrator.model.statement import Statement

NEAR, FAR = 8, 16
"""Words before a verb within which a hedge, or what it is reported as, stands."""

_BEFORE_VERBS = frozenset({"hearsay", "adverb", "modal", "held", "semblance"})
_WORD = re.compile(r"[\w'’-]+|[,;:—–.]")


def hedge(statement: Statement, verb: Span) -> Span | None:
    """The words before a verb that leave it open, with the verb: "is thought to have fallen"."""
    found, passed = None, set[str]()
    for word, span in words_before(statement, verb)[:NEAR]:
        kind = hedges().get(word, "")
        if kind in _BEFORE_VERBS and _fits(kind, passed):
            found = span
        elif kind != "between" and not word.endswith("ly"):
            break
        passed.add(word)
    start = found or _reported(words_before(statement, verb))
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


def words_before(statement: Statement, place: Span) -> list[tuple[str, Span]]:
    """The words before a place in its piece, nearest first."""
    for span, text in statement.pieces():
        if span.start <= place.start < span.end:
            found = _WORD.finditer(text, 0, place.start - span.start)
            return [(w[0], Span(span.start + w.start(), span.start + w.end())) for w in found][::-1][:FAR]
    return []


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
