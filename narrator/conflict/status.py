"""Stages of one process: arrested and then charged is an update, not a conflict; how badly somebody is hurt.

Traps: another person at each stage; what was published later is no earlier stage; two who are hurt, one badly, one not.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from narrator.alignment.questions import fits
from narrator.conflict.lexicon import ranks
from narrator.conflict.pair import Pair, order, slots
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import act_of, stages
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Slot, SlotName, Statement

ALIKE = 0.3
"""Likeness from which two words for how badly somebody is hurt are said of one."""

LATER = Rule(
    "status.later",
    Relation.UPDATE,
    Kind.STATUS,
    "the later account is a stage further.",
    "Another person or thing at each stage.",
    "then",
)
STAGE = Rule(
    "status.stage",
    Relation.UPDATE,
    Kind.STATUS,
    "two stages of one process.",
    "Publication times that put the later stage first.",
    "then",
)
EXCLUSIVE = Rule(
    "status.exclusive",
    Relation.CONTRADICTS,
    Kind.STATUS,
    "open and closed at the same time.",
    "Publication times apart would make it an update. Another place, or a part of it.",
)
CONDITION = Rule(
    "status.condition",
    Relation.CONTRADICTS,
    Kind.STATUS,
    "two grades of how badly somebody is hurt.",
    "Two persons, or a state that changed between the two accounts.",
)
RULES = (LATER, STAGE, EXCLUSIVE, CONDITION)

_SITE, _CUSTODY = "place", "custody"
_HURT = re.compile(r"(?<![\w-])(?:injur|wound|hurt|burn|condition|ill\b|sick)", re.IGNORECASE)
_GRADED = re.compile(r"(?:\bnon-? ?)?\blife[- ]threatening|[a-z][a-z-]+")
_REACH = 24
"""Characters between a grade and what it grades."""


class Grade(NamedTuple):
    """How badly, as a rank, and by which word."""

    rank: int
    span: Span
    word: str


def find(pair: Pair) -> Iterator[Finding]:
    """Different stages of one process, said of one referent; different grades of an injury."""
    if not pair.gated("act", "time"):
        return
    for left in slots(pair.left, SlotName.STATUS):
        for right in slots(pair.right, SlotName.STATUS):
            if fits(SlotName.STATUS, left.key, right.key) and left.occurrence == right.occurrence:
                yield from _judge(pair, left, right)
    yield from _conditions(pair)


def _judge(pair: Pair, left: Slot, right: Slot) -> Iterator[Finding]:
    known = dict(stages().get(right.value, ()))
    earlier = order(pair.times)
    for process, rank in stages().get(left.value, ()):
        other = known.get(process, rank)
        if other == rank:
            continue
        words = left.value, right.value
        behind, ahead = (pair.left, right) if rank < other else (pair.right, left)
        if process == _CUSTODY and act_of(ahead.value) in _acts(behind):
            continue  # who is a stage behind tells the next as well: "arrested on charges of fraud"
        if process == _SITE and earlier == 0 and None not in pair.times and abs(other - rank) == 1:
            yield Finding(EXCLUSIVE, 0.55, left.spans, right.spans, words)
            continue
        later = earlier != 0 and (other - rank) * -earlier > 0
        if earlier != 0 and not later:
            continue  # what was published later is no earlier stage of an update
        rule, strength = (LATER, 0.6) if later else (STAGE, 0.4)
        yield Finding(rule, strength, left.spans, right.spans, words, swap=other < rank)


def _acts(statement: Statement) -> frozenset[str]:
    return frozenset(act_of(term.lemma) for term in statement.terms)


def _conditions(pair: Pair) -> Iterator[Finding]:
    """One grade on each side, and not the same."""
    left, right = list(_grades(pair.left)), list(_grades(pair.right))
    if pair.likeness < ALIKE or len({grade.rank for grade in left}) != 1 or len({grade.rank for grade in right}) != 1:
        return
    one, other = left[0], right[0]
    if one.rank != other.rank:
        apart = 0.05 * abs(one.rank - other.rank)
        yield Finding(
            CONDITION, 0.35 + 0.25 * pair.likeness + apart, (one.span,), (other.span,), (one.word, other.word)
        )


def _grades(statement: Statement) -> Iterator[Grade]:
    """The words that say how badly, beside the word for what was suffered."""
    for span, text in statement.pieces():
        for hurt in _HURT.finditer(text):
            first, last = max(0, hurt.start() - _REACH), hurt.end() + _REACH // 2
            for found in _GRADED.finditer(text, first, last):
                rank = ranks("conditions.txt").get(found[0].replace("life threatening", "life-threatening"))
                if rank is not None:
                    yield Grade(rank, Span(span.start + found.start(), span.start + found.end()), found[0])
