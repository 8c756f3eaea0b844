"""Sentences that assert several things: clauses side by side, each with a subject of its own, are propositions of their own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SHORTEST = 4
"""Words of a clause that says something by itself."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def clause_starts(doc: "Doc", numbers: Sequence[int]) -> list[int]:
    """Of the tokens with these numbers (ascending) those where a further clause begins: "the dam broke and | two men drowned".

    Both clauses have a subject and a finite verb, and hang together by "and", "but", a comma or a semicolon alone.
    """
    inside = frozenset(numbers)
    starts: list[int] = []
    for number in numbers:
        verb = doc[number]
        if verb.dep_ != "conj" or not _is_clause(verb) or not _is_beside(verb, inside):
            continue
        start = min((one.i for one in verb.subtree if one.i in inside), default=number)
        begun = starts[-1] if starts else numbers[0]
        if start > verb.head.i and _words(doc, begun, start) >= SHORTEST <= _words(doc, start, numbers[-1] + 1):
            starts.append(start)
    return starts


def _is_clause(verb: "Token") -> bool:
    own = list(verb.children)
    finite = verb.tag_ in _FINITE or any(one.tag_ in _FINITE for one in own if one.dep_ in {"aux", "auxpass", "cop"})
    return finite and any(one.dep_ in _SUBJECTS and one.i < verb.i and one.tag_ not in {"WDT", "WP"} for one in own)


def _is_beside(verb: "Token", inside: frozenset[int]) -> bool:
    """Whether a verb is joined to the main clause of what is inside, straight or through others that are."""
    while verb.dep_ == "conj" and verb.head.i in inside:
        verb = verb.head
        if not _is_clause(verb):
            return False
    return verb.head.i not in inside or verb.dep_ == "ROOT"


def _words(doc: "Doc", start: int, end: int) -> int:
    return sum(not token.is_punct and not token.is_space for token in doc[start:end])
