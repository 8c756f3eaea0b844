"""Different words for the same act or party, one of which judges: framing, never a contradiction."""

from collections.abc import Iterator
from itertools import pairwise, product

from narrator.conflict.acts import parties
from narrator.conflict.lexicon import choices
from narrator.conflict.pair import Pair, lemmas, slots, term_span
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import labels
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import SlotName, Statement, Term

ALIKE = 0.3
"""Likeness that two statements need before any of their nouns name one referent."""

VERB_ALIKE = 0.1
"""The same for verbs that are said of one who does or suffers."""

WORDS = Rule(
    "label.words",
    Relation.FRAMES_DIFFERENTLY,
    Kind.LABEL,
    "another word for the same.",
    "Two acts or parties, each under its own name.",
)
CHOICE = Rule(
    "label.choice",
    Relation.FRAMES_DIFFERENTLY,
    Kind.LABEL,
    "another choice of words for what may be one deed.",
    "Two deeds or parties, each under its own name.",
)
RULES = (WORDS, CHOICE)

FAINT = 0.1
"""Strength of another choice of words in like statements: readers found one in twenty worth marking."""


def find(pair: Pair) -> Iterator[Finding]:
    """Two words for one referent, each used by one side alone: for what happened, or anywhere in like statements."""
    for look in (_nouns, _choices, _verbs):
        found = list(look(pair))
        if found and pair.gated("act", "party"):
            yield from found


def _nouns(pair: Pair) -> Iterator[Finding]:
    words = list(_words(pair.left))
    others = list(_words(pair.right)) if words else []
    for left, left_span, left_named in words:
        for right, right_span, right_named in others:
            if not ((left_named and right_named) or pair.likeness >= ALIKE) or not _another(left, right):
                continue
            if _is_own(left, pair.right) and _is_own(right, pair.left):
                strength = 0.55 if left_named and right_named else 0.3 + 0.45 * pair.likeness
                yield Finding(WORDS, strength, (left_span,), (right_span,), (left, right))


def _choices(pair: Pair) -> Iterator[Finding]:
    """Nouns of like statements that name one referent with another weight."""
    if pair.likeness < ALIKE:
        return
    for one, other in product(_chosen(pair.left, pair.right), _chosen(pair.right, pair.left)):
        if _otherwise(one.lemma, other.lemma):
            spans = (term_span(one),), (term_span(other),)
            yield Finding(CHOICE, FAINT * pair.likeness, *spans, (one.lemma, other.lemma))


def _chosen(statement: Statement, other: Statement) -> list[Term]:
    """Nouns that are a choice of words and that the other side does not use."""
    nouns = [term for term in statement.terms if term.pos == "NOUN" and term.lemma in choices()]
    known = lemmas(other) if nouns else frozenset[str]()
    return [term for term in nouns if term.lemma not in known]


def _verbs(pair: Pair) -> Iterator[Finding]:
    """What was done by or to the same, in another word: "fled", "were evacuated"."""
    if pair.likeness < VERB_ALIKE:
        return
    for left in pair.left.frames:
        for right in pair.right.frames:
            if not _otherwise(left.predicate, right.predicate) or left.negated or right.negated:
                continue
            if parties([left]) & parties([right]) and not {left.predicate, right.predicate} & (
                _done(pair.left) & _done(pair.right)
            ):
                words = pair.left.words(left.span), pair.right.words(right.span)
                yield Finding(CHOICE, FAINT * pair.likeness, (left.span,), (right.span,), words)


def _done(statement: Statement) -> frozenset[str]:
    return frozenset(frame.predicate for frame in statement.frames)


def _words(statement: Statement) -> Iterator[tuple[str, Span, bool]]:
    """Lemma and place of each label word, and whether it names what happened; "murder" of "murder charges" is none."""
    told = [term for term in statement.terms if term.lemma in labels()]
    if not told:
        return
    named = {slot.spans[0] for slot in slots(statement, SlotName.ACT)}
    modifiers = {
        one.start for one, other in pairwise(statement.terms) if one.end + 1 == other.start and other.pos == "NOUN"
    }
    for term in told:
        if not (term.pos == "NOUN" and term.start in modifiers):
            yield term.lemma, term_span(term), term_span(term) in named


def _is_own(lemma: str, other: Statement) -> bool:
    """Whether the other side does not use the word, or only to reject it: "this was no accident"."""
    return lemma not in lemmas(other) or f" no {lemma}" in other.text.lower()


def _otherwise(left: str, right: str) -> bool:
    one, other = choices().get(left), choices().get(right)
    if one is None or other is None:
        return False
    return any(one[referent] != other[referent] for referent in one.keys() & other.keys())


def _another(left: str, right: str) -> bool:
    return any(
        one.referent == other.referent and one.choice != other.choice and (one.judges or other.judges)
        for one in labels().get(left, ())
        for other in labels().get(right, ())
    )
