"""One account affirms what the other negates or denies.

Traps: denying the intent is not denying the act; "no soldiers" does not negate "two civilians".
"""

import re
from collections.abc import Iterator

from narrator.alignment.questions import TOLLS
from narrator.conflict.copies import Copies, Edit, Word, copies, negates
from narrator.conflict.lexicon import words
from narrator.conflict.pair import PRONOUNS, Pair
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import act_of
from narrator.language.numerals import value_of
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Certainty, Frame, Polarity, Qualifier, Quantity, Statement

ALIKE = 0.45
_DENY = frozenset({"deny", "denial", "refute", "reject"})
_INTENT = frozenset({"want", "intend", "plan", "mean", "try", "aim", "seek"})
_ONLY = frozenset({"only", "just", "merely", "matter", "doubt", "least", "less", "fewer", "more", "later", "sooner"})
"""What a negation before it does not negate: "not only", "no matter", "not least"."""

_TOLD = re.compile(r"(?!no,)[\w']+")
"""A word, but for the answer "no"."""

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
SIGN = Rule(
    "negation.sign",
    Relation.CONTRADICTS,
    Kind.NEGATION,
    "otherwise the same words, negated on one side alone.",
    "An opposite beside the negation, which would turn it round again.",
)
RULES = (*NONE.values(), PREDICATE, DENIAL, SIGN)


def find(pair: Pair) -> Iterator[Finding]:
    """Zero against a figure, a negated predicate against the same one affirmed, a denial against its claim."""
    yield from _zero(pair)
    yield from _predicates(pair)
    yield from _denial(pair)
    yield from _signs(pair)


def _signs(pair: Pair) -> Iterator[Finding]:
    """Near-copies of which one alone negates in some place, where nothing else is exchanged."""
    if _denies(pair):
        return
    found = copies(pair)
    signs = [(edit, sign) for edit in found.edits if (sign := _sign(edit))] if found is not None else []
    if found is None or len({sign for _, sign in signs}) != 1:
        return  # a negation that has moved
    for edit, _ in signs:
        sides = _shown(edit.left, edit.after[0]), _shown(edit.right, edit.after[1])
        if sides[0] and sides[1] and pair.gated():
            shown = " ".join(word.text for word in sides[0]), " ".join(word.text for word in sides[1])
            left, right = (tuple(word.span for word in side) for side in sides)
            yield Finding(SIGN, _strength(found), left, right, shown)


def _strength(found: Copies) -> float:
    return 0.35 + 0.45 * found.ratio


def _sign(edit: Edit) -> int:
    """-1 where the left side alone negates, 1 where the right does, 0 where neither or more than the sign differs."""
    counts, rest = [], []
    for side, after in zip((edit.left, edit.right), edit.after, strict=True):
        negated = [negates(word.text) for word in side]
        if negated and negated[-1] and after is not None and after.text in _ONLY:
            return 0
        counts.append(sum(negated))
        rest.append([word.lemma for word in side if not negates(word.text) and not _is_silent(word.text)])
    odd = counts[0] % 2 != counts[1] % 2
    return (1 if counts[1] > counts[0] else -1) if odd and rest[0] == rest[1] else 0


def _is_silent(word: str) -> bool:
    """Whether a word says nothing that its negation leaves standing: "did", "any", "15%"."""
    return word in words("auxiliaries.txt") or word[:1].isdigit() or value_of(word) is not None


def _shown(side: tuple[Word, ...], after: Word | None) -> tuple[Word, ...]:
    """The words of an edit with the next, which the sign belongs to."""
    return side if len(side) > 1 or after is None else (*side, after)


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
    signs = {frame.negated for side in (pair.left, pair.right) for frame in side.frames}
    if len(signs) < 2 or _denies(pair) or pair.likeness < ALIKE or not pair.gated() or not _negates_more(pair):
        return
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
    told = [frozenset(_TOLD.findall(side.text.lower().replace("’", "'"))) for side in (pair.left, pair.right)]
    counts = [sum(negates(word) for word in side) for side in told]
    bounds = words("negation.txt")
    return counts[0] != counts[1] and not any(word.partition("'")[0] in bounds for word in told[0] | told[1])


def _same_roles(left: Frame, right: Frame) -> bool:
    """No argument that both frames have differs, and at least one that names something is the same."""
    roles = [(left.agent, right.agent), (left.patient, right.patient)]
    known = [(a.head, b.head) for a, b in roles if a is not None and b is not None]
    return any(a not in PRONOUNS | {"other", "one"} for a, _ in known) and all(a == b for a, b in known)


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
    """Whether a side is told as denied: who denies that they were used agrees with "none were used"."""
    return Certainty.DENIED in (pair.left.certainty, pair.right.certainty)


def _relation(pair: Pair) -> Relation:
    return Relation.DENIES if _denies(pair) else Relation.CONTRADICTS
