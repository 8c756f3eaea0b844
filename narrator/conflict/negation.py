"""One account affirms what the other negates or denies.

Traps: denying the intent is not denying the act; "no soldiers" does not negate "two civilians".
"""

import re
from collections.abc import Iterator

from narrator.alignment.questions import TOLLS
from narrator.conflict.copies import Copies, Edit, Word, copies, negates, words_of
from narrator.conflict.lexicon import words
from narrator.conflict.pair import PRONOUNS, Pair, order
from narrator.conflict.reach import narrows, reach
from narrator.conflict.rule import Finding, Rule
from narrator.events.gate import judge
from narrator.language.lexicon import act_of
from narrator.language.numerals import value_of
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Certainty, Frame, Name, Polarity, Qualifier, Quantity, Statement

ALIKE = 0.45
_INTENT = frozenset({"want", "intend", "plan", "mean", "try", "aim", "seek"})
_ONLY = frozenset({"only", "just", "merely", "matter", "doubt", "least", "less", "fewer", "more", "later", "sooner"})
"""What a negation before it does not negate: "not only", "no matter", "not least"."""

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
_PLACED = frozenset({"GPE", "LOC", "FAC", "NORP", "ORG", "PERSON"})
_IN = re.compile(r"\b(?:in|at|near|outside|around)\s(?:the\s)?$")
_PAUSE = re.compile(r"[,;:.!?–—](?!\d)")
_STOP = re.compile(r"[;.!?](?!\d)")

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
    if found is None:
        return
    signs = [(edit, sign) for edit in found.edits if (sign := _sign(edit))]
    others = [edit for edit in found.edits if not _sign(edit) and not _says_nothing(edit)]
    if len({sign for _, sign in signs}) != 1 or not pair.gated():
        return  # a negation that has moved
    for edit, sign in signs:
        if _is_overtaken(pair, sign < 0, edit) or any(_is_near(pair.left, edit, other) for other in others):
            continue
        left, right = _shown(edit.left, edit.after[0]), _shown(edit.right, edit.after[1])
        if left is None or right is None:
            continue
        shown = pair.left.words(left), pair.right.words(right)
        if all(shown):  # a run may reach over the words that introduce a quotation
            yield Finding(SIGN, _strength(found), (left,), (right,), shown)


def _strength(found: Copies) -> float:
    return 0.35 + 0.45 * found.ratio


def _sign(edit: Edit) -> int:
    """-1 where the left side alone negates, 1 where the right does, 0 where neither or more than the sign differs."""
    counts, rest = [], []
    for side, other, after in zip((edit.left, edit.right), (edit.right, edit.left), edit.after, strict=True):
        negated = [negates(word.text) for word in side]
        if negated and negated[-1] and after is not None and after.text in _ONLY:
            return 0
        if any(negated) and {word.text for word in side} & words("narrowing.txt") - {word.text for word in other}:
            return 0  # "not all" of what the other side tells
        counts.append(sum(negated))
        rest.append([word.lemma for word in side if not negates(word.text) and not _is_silent(word.text)])
    odd = counts[0] % 2 != counts[1] % 2
    return (1 if counts[1] > counts[0] else -1) if odd and rest[0] == rest[1] else 0


def _says_nothing(edit: Edit) -> bool:
    """Whether no words stand for others: "the first suspect", "the second suspect"; what one side adds exchanges nothing."""
    return any(all(_is_silent(word.text) for word in side) for side in (edit.left, edit.right))


def _is_near(left: Statement, sign: Edit, other: Edit) -> bool:
    """Whether an exchange stands before a sign in its sentence, or after it in its clause."""
    place, end = _place(sign), _place(other)
    if place is None or end is None:
        return False
    between = left.words(Span(*sorted((place, end))))
    return not _PAUSE.search(between) if end > place else not _STOP.search(between)


def _place(edit: Edit) -> int | None:
    """Where an edit begins on the left side."""
    word = next(iter(edit.left), edit.after[0])
    return word.span.start if word is not None else None


def _is_silent(word: str) -> bool:
    """Whether a word says nothing that its negation leaves standing: "did", "any", "15%"."""
    return word in words("auxiliaries.txt") or word[:1].isdigit() or value_of(word) is not None


def _shown(side: tuple[Word, ...], after: Word | None) -> Span | None:
    """The words of an edit with the next, which the sign belongs to."""
    run = side if len(side) > 1 or after is None else (*side, after)
    return Span(run[0].span.start, run[-1].span.end) if run else None


def _zero(pair: Pair) -> Iterator[Finding]:
    for left in pair.left.quantities:
        for right in pair.right.quantities:
            none = (left.qualifier is Qualifier.NONE, right.qualifier is Qualifier.NONE)
            if left.action not in TOLLS or left.action != right.action or none[0] == none[1]:
                continue
            some = right if none[0] else left
            if left.category == right.category and some.minimum > 0 and _of_the_same(pair, left, right):
                sides, details = (left.text, right.text), {"action": left.action}
                rule = NONE[_relation(pair)]
                yield Finding(rule, 0.85, (left.span,), (right.span,), sides, details, none[1] and _denies(pair))


def _of_the_same(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether a none and a figure count the same people, hurt as badly, at one place and time; none so far is no lasting none."""
    first = left.qualifier is Qualifier.NONE
    none, teller, other = (left, pair.left, pair.right) if first else (right, pair.right, pair.left)
    if _is_earlier(pair, first) or not pair.gated():
        return False
    if judge(pair.left, pair.right, pair.times, ("act", "party")).reasons or _are_elsewhere(pair):
        return False
    reaches = (reach(teller, frame) for frame in teller.frames if frame.negated)
    over = [one for one in reaches if one is not None and one.span.start <= none.span.start < one.span.end]
    return _names_them(none, other) and not any(narrows(one, teller, other, whole=False) for one in over)


def _are_elsewhere(pair: Pair) -> bool:
    """Whether both name where it was, whatever the names are taken for, and not the same place."""
    left, right = (
        {word for name in side.names if _IN.search(_before(side, name)) for word in name.text.lower().split()}
        for side in (pair.left, pair.right)
    )
    return bool(left and right and not left & right)


def _before(statement: Statement, name: Name) -> str:
    return statement.words(Span(max(statement.start, name.start - 12), name.start)) if name.label in _PLACED else ""


def _names_them(none: Quantity, other: Statement) -> bool:
    """ "None of the coalition's people" says nothing of others: what narrows the none must be named on the other side."""
    narrowed = {word.removesuffix("'s").removesuffix("’s") for word in re.findall(r"[\w'’.-]+", none.text.lower())}
    narrowed -= {none.category, *_NONE_WORDS}
    return not narrowed or any(word in other.text.lower() for word in narrowed)


def _predicates(pair: Pair) -> Iterator[Finding]:
    signs = {frame.negated for side in (pair.left, pair.right) for frame in side.frames}
    if len(signs) < 2 or _denies(pair) or pair.likeness < ALIKE or not pair.gated() or not _negates_once(pair):
        return
    for left in pair.left.frames:
        for right in pair.right.frames:
            if left.negated == right.negated or not _same_act(left, right):
                continue
            spans = _contrary(pair, left, right) if left.negated else _contrary(pair.mirrored(), right, left)[::-1]
            if spans:
                shown = pair.left.words(spans[0]), pair.right.words(spans[1])
                yield Finding(PREDICATE, 0.35 + 0.5 * pair.likeness, (spans[0],), (spans[1],), shown)


def _same_act(left: Frame, right: Frame) -> bool:
    """One predicate, of the same roles; that something was not said contradicts nothing."""
    same = act_of(left.predicate) == act_of(right.predicate) and _same_roles(left, right)
    return same and left.predicate not in words("saying.txt")


def _contrary(pair: Pair, negated: Frame, affirmed: Frame) -> tuple[Span, ...]:
    """The negated words of the left side and the affirmed ones of the right; none where the negation leaves these standing."""
    found = reach(pair.left, negated)
    if found is None or (found.is_open and _is_earlier(pair, True)) or narrows(found, pair.left, pair.right):
        return ()
    if negated.cause is not None and (affirmed.cause is None or negated.cause.head != affirmed.cause.head):
        return ()  # "did not crash because of a fault" may grant the crash
    return found.span, affirmed.span


def _negates_once(pair: Pair) -> bool:
    """Whether one side alone negates, plainly: "had not won since 1908" agrees with a win, "rejected claims" negates as well."""
    told = [frozenset(word.text for word in words_of(side)) for side in (pair.left, pair.right)]
    counts = [sum(negates(word) or word in words("denials.txt") for word in side) for side in told]
    bounds = words("bounds.txt")
    return min(counts) == 0 and not any(word.partition("'")[0] in bounds for word in told[0] | told[1])


def _same_roles(left: Frame, right: Frame) -> bool:
    """No argument that both frames have differs, and at least one that names something is the same."""
    roles = [(left.agent, right.agent), (left.patient, right.patient)]
    known = [(a.head, b.head) for a, b in roles if a is not None and b is not None]
    return any(a not in PRONOUNS | {"other", "one"} for a, _ in known) and all(a == b for a, b in known)


def _is_earlier(pair: Pair, left: bool) -> bool:
    """Whether that side was published earlier: what had not happened then may have happened since."""
    return order(pair.times) == (-1 if left else 1)


def _is_overtaken(pair: Pair, left: bool, edit: Edit) -> bool:
    """Whether the negation of an edit speaks of the present of an earlier article."""
    side, run = (pair.left, edit.left) if left else (pair.right, edit.right)
    reaches = (reach(side, frame) for frame in side.frames if frame.negated)
    within = (one.is_open for one in reaches if one is not None and one.span.start <= run[-1].span.start < one.span.end)
    return _is_earlier(pair, left) and any(within)


def _denial(pair: Pair) -> Iterator[Finding]:
    denied = (pair.left.certainty is Certainty.DENIED, pair.right.certainty is Certainty.DENIED)
    if denied[0] == denied[1] or pair.likeness < DENIED_ALIKE or not pair.gated():
        return
    denier, affirmed = (pair.left, pair.right) if denied[0] else (pair.right, pair.left)
    if _is_negative(affirmed) or any(frame.predicate in _INTENT for frame in denier.frames):
        return  # both deny; denying the intent is not denying the act
    spans = _whole(pair.left), _whole(pair.right)
    yield Finding(DENIAL, 0.4 + 0.5 * pair.likeness, *spans, swap=denied[1])


def _is_negative(statement: Statement) -> bool:
    """Whether it negates or denies anything."""
    negative = statement.polarity is Polarity.NEGATIVE or any(frame.negated for frame in statement.frames)
    return (
        negative
        or any(one.qualifier is Qualifier.NONE for one in statement.quantities)
        or any(negates(word.text) or word.text in words("denials.txt") for word in words_of(statement))
    )


def _whole(statement: Statement) -> tuple[Span, ...]:
    """The cue and what it introduces; a cue within is part of that."""
    cue = statement.cue
    if cue is None or any(cue.start < span.end and span.start < cue.end for span in statement.spans):
        return statement.spans
    return (cue, *statement.spans)


def _denies(pair: Pair) -> bool:
    """Whether a side is told as denied: who denies that they were used agrees with "none were used"."""
    return Certainty.DENIED in (pair.left.certainty, pair.right.certainty)


def _relation(pair: Pair) -> Relation:
    return Relation.DENIES if _denies(pair) else Relation.CONTRADICTS
