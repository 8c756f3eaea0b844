"""One account affirms what the other negates or denies.

Traps: denying the intent is not denying the act; "no soldiers" does not negate "two civilians".
"""

import re
from collections.abc import Iterator

from narrator.alignment.questions import TOLLS
from narrator.conflict.lexicon import words
from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import act_of
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Certainty, Frame, Polarity, Qualifier, Quantity, Statement

ALIKE = 0.45
_DENY = frozenset({"deny", "denial", "refute", "reject"})
_INTENT = frozenset({"want", "intend", "plan", "mean", "try", "aim", "seek"})
_NEGATIONS = frozenset({"not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"})

_NONE_WORDS = frozenset(
    [
        "no",
        "none",
        "of",
        "the",
        "nobody",
        "not",
        "a",
        "single",
        "one",
        "zero",
        "or",
        "any",
        "anyone",
        "and",
        "without",
        "its",
        "people",
    ]
)
DENIED_ALIKE = 0.4
"""Likeness from which a denied statement denies the other."""

NONE = {
    relation: Rule(
        f"negation.none{suffix}",
        relation,
        Kind.NEGATION,
        "none and some {action} exclude each other.",
        "None of one group and some of another, or an update between the two accounts.",
    )
    for relation, suffix in ((Relation.CONTRADICTS, ""), (Relation.DENIES, ".denied"))
}
PREDICATE = Rule(
    "negation.predicate",
    Relation.CONTRADICTS,
    Kind.NEGATION,
    "one affirms what the other negates.",
    "A time or condition that bounds the negation.",
)
DENIAL = Rule(
    "negation.denial",
    Relation.DENIES,
    Kind.NEGATION,
    "One denies what the other says.",
    "A denial of the intent, or of a part only.",
)
RULES = (*NONE.values(), PREDICATE, DENIAL)


def find(pair: Pair) -> Iterator[Finding]:
    """Zero against a figure, a negated predicate against the same one affirmed, a denial against its claim."""
    yield from _zero(pair)
    yield from _predicates(pair)
    yield from _denial(pair)


def _zero(pair: Pair) -> Iterator[Finding]:
    for left in pair.left.quantities:
        for right in pair.right.quantities:
            none = (left.qualifier is Qualifier.NONE, right.qualifier is Qualifier.NONE)
            if left.action not in TOLLS or left.action != right.action or none[0] == none[1]:
                continue
            some = right if none[0] else left
            if (
                left.category == right.category
                and some.minimum > 0
                and _of_the_same(pair, left, right)
                and pair.gated()
            ):
                sides, details = (left.text, right.text), {"action": left.action}
                rule = NONE[_relation(pair)]
                yield Finding(rule, 0.85, (left.span,), (right.span,), sides, details, none[1] and _denies(pair))


def _of_the_same(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """ "None of the coalition's people" says nothing of others: what narrows the none must be named on the other side."""
    none, other = (left, pair.right) if left.qualifier is Qualifier.NONE else (right, pair.left)
    narrowed = {word.removesuffix("'s").removesuffix("’s") for word in re.findall(r"[\w'’.-]+", none.text.lower())}
    narrowed -= {none.category, *_NONE_WORDS}
    return not narrowed or any(word in other.text.lower() for word in narrowed)


def _predicates(pair: Pair) -> Iterator[Finding]:
    if pair.likeness < ALIKE or not pair.gated() or not _negates_more(pair):
        return
    if Certainty.DENIED in (pair.left.certainty, pair.right.certainty):
        return  # who denies that they were used agrees with "none were used"
    for left in pair.left.frames:
        for right in pair.right.frames:
            if (
                left.negated != right.negated
                and act_of(left.predicate) == act_of(right.predicate)
                and _same_roles(left, right)
            ):
                sides = _negated(pair.left, left), _negated(pair.right, right)
                yield Finding(PREDICATE, 0.35 + 0.5 * pair.likeness, (left.span,), (right.span,), sides)


def _negates_more(pair: Pair) -> bool:
    """Whether one side alone negates, plainly: "had not won since 1908" agrees with a win, "declined to" negates as well."""
    told = [
        frozenset(re.findall(r"[\w']+|n't", side.text.lower().replace("’", "'"))) for side in (pair.left, pair.right)
    ]
    counts = [sum(word in _NEGATIONS or word.endswith("n't") for word in side) for side in told]
    return counts[0] != counts[1] and not (told[0] | told[1]) & words("negation.txt")


def _same_roles(left: Frame, right: Frame) -> bool:
    """No argument that both frames have differs, and at least one is the same."""
    roles = [(left.agent, right.agent), (left.patient, right.patient)]
    known = [(a.head, b.head) for a, b in roles if a is not None and b is not None]
    return bool(known) and all(a == b for a, b in known)


def _negated(statement: Statement, frame: Frame) -> str:
    verb = statement.words(frame.span) or frame.predicate
    return f"not {verb}" if frame.negated else verb


def _denial(pair: Pair) -> Iterator[Finding]:
    denied = (pair.left.certainty is Certainty.DENIED, pair.right.certainty is Certainty.DENIED)
    affirmed = pair.right if denied[0] else pair.left
    if _DENY & {term.lemma for term in affirmed.terms} or words("negation.txt") & set(affirmed.text.lower().split()):
        return  # both deny, or the other refuses
    if (
        denied[0] == denied[1]
        or affirmed.polarity is Polarity.NEGATIVE
        or pair.likeness < DENIED_ALIKE
        or not pair.gated()
    ):
        return
    denier = pair.left if denied[0] else pair.right
    if any(frame.predicate in _INTENT for frame in denier.frames):
        return  # denying the intent is not denying the act
    spans = _whole(pair.left), _whole(pair.right)
    yield Finding(DENIAL, 0.4 + 0.5 * pair.likeness, *spans, swap=denied[1])


def _whole(statement: Statement) -> tuple[Span, ...]:
    return (statement.cue, *statement.spans) if statement.cue is not None else statement.spans


def _denies(pair: Pair) -> bool:
    return Certainty.DENIED in (pair.left.certainty, pair.right.certainty)


def _relation(pair: Pair) -> Relation:
    return Relation.DENIES if _denies(pair) else Relation.CONTRADICTS
