"""Whether it happened at all: one account tells of an act, the other says that there was none.

Traps: "no one was killed in the strike" denies a toll, not the strike; "no further attack" grants the one before.
"""

import re
from collections.abc import Iterator

from narrator.conflict.lexicon import words
from narrator.conflict.pair import Pair, order
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import FORCE, VIOLENT, act_of, classes
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Certainty, Polarity, Stance, Statement, Term

_TOLLS = frozenset({"kill", "injure", "missing", "detain"})
"""Acts of which none is a figure and left to negation."""

_HAPPENINGS = frozenset({"incident", "problem", "trouble", "disturbance", "violence"})
HAPPENING = "happening"

_MORE = r"(?!more\b|further\b|other\b|immediate\b|longer\b|doubt\b)"
_WORDS = r"(?:(?!of\b|on\b|in\b|at\b|for\b|from\b|by\b|to\b|before\b|after\b|the\b|that\b|about\b)[\w-]{1,20}\s){0,3}$"
_THERE = re.compile(
    r"\bthere (?:(?:was|were|is|are|ha[sd] been|have been) (?:no|not an?|not any|never any)|ha[sd] not been(?: any)?)\s"
    rf"{_MORE}{_WORDS}",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:is|are|has|have|hasn['’]t)\b", re.IGNORECASE)
_NO = re.compile(rf"\bno\s(?:such\s)?{_MORE}{_WORDS}", re.IGNORECASE)
_TOOK_PLACE = re.compile(
    r"\s(?:[\w-]{1,20}\s){0,8}?(?:took place|taken place|take place|happened|occurred"
    r"|(?:was|were|been) (?:carried out|conducted|recorded))\b"
)
_NEVER = re.compile(
    r"\s(?:[\w-]{1,20}\s){0,8}?(?:did not|didn['’]t|never|had not|has not|hasn['’]t)\s(?:happen|occur|take place|taken place)"
)

NONE = {
    relation: Rule(
        f"occurrence.none{suffix}",
        relation,
        Kind.OCCURRENCE,
        "one tells of what the other says did not happen.",
        "Another place or day of which it is said, or another act of the kind.",
    )
    for relation, suffix in ((Relation.CONTRADICTS, ""), (Relation.DENIES, ".denied"))
}
RULES = tuple(NONE.values())


def find(pair: Pair) -> Iterator[Finding]:
    """An act that one side alone says did not take place."""
    for denier, teller, swap in ((pair.left, pair.right, False), (pair.right, pair.left, True)):
        for act, denied in _denied(denier):
            told = next(_told(teller, act), None)
            if told is None or any(_denied(teller)) or not pair.gated("act"):
                continue
            if _NOW.search(denier.words(denied)) and order(pair.times) == (1 if swap else -1):
                continue  # none so far
            rule = NONE[
                Relation.DENIES if denier.chain or denier.certainty is Certainty.DENIED else Relation.CONTRADICTS
            ]
            spans = ((told,), (denied,)) if swap else ((denied,), (told,))
            yield Finding(rule, 0.4 + 0.4 * max(pair.likeness, pair.affinity), *spans, swap=swap)


def _denied(statement: Statement) -> Iterator[tuple[str, Span]]:
    """The acts of which a statement says that there was none, and where."""
    for piece, text in statement.pieces():
        for term in statement.terms:
            act = _act(term)
            if act is None or not piece.start <= term.start < piece.end:
                continue
            before, after = (
                text[max(0, term.start - piece.start - 60) : term.start - piece.start],
                text[term.end - piece.start :],
            )
            there = _THERE.search(before) or (_NO.search(before) if _TOOK_PLACE.match(after) else None)
            if there is not None and not words("narrowing.txt") & set(there[0].lower().split()):
                yield act, Span(term.start - len(before) + there.start(), term.end)
            elif there is None and _NEVER.match(after):
                yield act, Span(term.start, term.end)


def _told(statement: Statement, act: str) -> Iterator[Span]:
    """Where a statement tells of such an act as a fact."""
    if statement.polarity is Polarity.NEGATIVE or statement.stance in {Stance.PLAN, Stance.WISH}:
        return
    if statement.certainty is not Certainty.DENIED:
        yield from (Span(term.start, term.end) for term in statement.terms if _act(term, verbs=True) == act)


def _act(term: Term, verbs: bool = False) -> str | None:
    """The kind of act that a noun names, or a verb; the violent acts are one."""
    if term.lemma in _HAPPENINGS:
        return HAPPENING
    act = act_of(term.lemma)
    if term.lemma not in classes("acts.txt") or act in _TOLLS or (term.pos != "NOUN" and not verbs):
        return None
    return FORCE if act in VIOLENT else act
