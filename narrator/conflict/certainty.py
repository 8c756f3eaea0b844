"""One account commits to what the other leaves open: a difference of commitment, not of content.

Cues: a hedge before the verb or the noun that both sides share ("may have fallen" / "fell", "a possible meteor" / "a meteor"), or
what a teller is only said to claim. Traps: "could not" and "could" of an ability are no hedges, what lies ahead is open anyway,
and "claims" for "says" is style as often as doubt, so that a whole statement's certainty never reaches the threshold by itself.
"""

from collections.abc import Iterator

from narrator.conflict.acts import parties
from narrator.conflict.hedging import firmness, hedge, holds, is_hedged, words_before
from narrator.conflict.lexicon import hedges, words
from narrator.conflict.pair import PRONOUNS, Pair, lemmas, term_span
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import act_of, classes
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Certainty, Frame, Quantity, Stance, Statement

ALIKE = 0.8
"""Likeness from which the certainty of whole statements is compared."""

VERB_ALIKE = 0.15
"""Likeness that two statements need besides a verb and one who does or suffers it."""

NOUN_ALIKE = 0.5
"""Likeness that two statements need besides a noun that is hedged on one side."""

MANY = 1000
"""Figures from which the same one on both sides counts the same."""

_FIRM = frozenset({Certainty.ASSERTED, Certainty.CONFIRMED, Certainty.CONCEDED})
_OPEN = frozenset({Certainty.ALLEGED, Certainty.SUSPECTED})
_ADJECTIVE = frozenset({"adjective"})

COMMITMENT = Rule(
    "certainty.commitment",
    Relation.FRAMES_DIFFERENTLY,
    Kind.CERTAINTY,
    "{first} on one side, {second} on the other.",
    "The same commitment on both sides.",
)
HEDGE = Rule(
    "certainty.hedge",
    Relation.FRAMES_DIFFERENTLY,
    Kind.CERTAINTY,
    "one account leaves open what the other states.",
    "A hedge on both sides, or two acts.",
)
FIGURE = Rule(
    "certainty.figure",
    Relation.FRAMES_DIFFERENTLY,
    Kind.CERTAINTY,
    "of the same number one account leaves open what the other states.",
    "A hedge on both sides, or two things that befell as many.",
)
RULES = (HEDGE, FIGURE, COMMITMENT)


def find(pair: Pair) -> Iterator[Finding]:
    """A verb or noun hedged on one side alone; nearly the same words, firm on one side and open on the other."""
    for look in (_verbs, _nouns, _figures, _statements):
        found = list(look(pair))
        if found and pair.gated():
            yield from found


def _verbs(pair: Pair) -> Iterator[Finding]:
    if pair.likeness < VERB_ALIKE:
        return
    acts = [(right, _act(right)) for right in pair.right.frames]
    for left in pair.left.frames if acts else ():
        act = _act(left)
        for right, other in acts:
            if act == other and not _is_light(left.predicate):
                yield from _verb(pair, left, right)


def _act(frame: Frame) -> str:
    """The act of a verb, its particle aside: "fell", "fell down"."""
    return act_of(frame.predicate if frame.predicate in classes("acts.txt") else frame.predicate.partition("_")[0])


def _is_light(predicate: str) -> bool:
    return predicate in words("light.txt") or predicate.startswith("be ")


def _verb(pair: Pair, left: Frame, right: Frame) -> Iterator[Finding]:
    one, other = hedge(pair.left, left.span), hedge(pair.right, right.span)
    if (one is None) == (other is None):
        return
    sides = (pair.left, left), (pair.right, right)
    (hedged, open_), (statement, plain) = sides if one is not None else sides[::-1]
    found = hedged.words(one or other or plain.span).lower()
    unlikely = "unlikely" in found
    if (
        (left.negated != right.negated and not unlikely)
        or not _states(statement, plain)
        or not _share(hedged, open_, plain)
    ):
        return
    spans = (one or left.span,), (other or right.span,)
    shown = pair.left.words(spans[0][0]), pair.right.words(spans[1][0])
    yield Finding(HEDGE, firmness(found) + 0.25 * pair.likeness, *spans, shown)


def _share(statement: Statement, open_: Frame, frame: Frame) -> bool:
    """Whether a statement names who acts or suffers in a frame of the other one."""
    known = lemmas(statement)
    if frame.agent is not None and open_.agent is not None and not PRONOUNS & {frame.agent.head, open_.agent.head}:
        return frame.agent.head in known
    return bool(parties([frame]) & known)


def _states(statement: Statement, frame: Frame) -> bool:
    """Whether a statement tells as a fact that something came to pass."""
    if statement.certainty not in _FIRM or statement.stance is not Stance.FACT:
        return False
    before = [word for word, _ in words_before(statement, frame.span, 3)]
    return "cannot" in before or not any(word in words("ahead.txt") for word in before)


def _figures(pair: Pair) -> Iterator[Finding]:
    """ "May have affected 143 million people" against "143 million people were exposed": another verb of the same many."""
    for left in pair.left.quantities:
        for right in pair.right.quantities:
            same = (left.unit, left.minimum, left.maximum) == (right.unit, right.minimum, right.maximum)
            if not same or left.minimum < MANY:
                continue
            one, other = _verb_of(pair.left, left), _verb_of(pair.right, right)
            if one is not None and other is not None and _act(one) != _act(other):
                yield from _figure(pair, one, other)


def _figure(pair: Pair, left: Frame, right: Frame) -> Iterator[Finding]:
    one, other = hedge(pair.left, left.span), hedge(pair.right, right.span)
    plain, statement = (right, pair.right) if one is not None else (left, pair.left)
    if (one is None) != (other is None) and _states(statement, plain):
        spans = (one or left.span,), (other or right.span,)
        yield Finding(FIGURE, 0.52, *spans, (pair.left.words(spans[0][0]), pair.right.words(spans[1][0])))


def _verb_of(statement: Statement, quantity: Quantity) -> Frame | None:
    """The verb whose agent or patient holds a figure."""
    for frame in statement.frames:
        parts = (part for part in (frame.agent, frame.patient) if part is not None)
        if not frame.negated and any(part.span.overlaps(quantity.span) for part in parts):
            return frame
    return None


def _nouns(pair: Pair) -> Iterator[Finding]:
    """ "a possible meteor" against "a meteor"."""
    sides = pair.left, pair.right
    if pair.likeness < NOUN_ALIKE or not any(holds(side.text, _ADJECTIVE) for side in sides):
        return
    left, right = (dict(_named(side)) for side in sides)
    for lemma in (lemma for lemma in left if lemma in right):
        (one, open_), (other, unsure) = left[lemma], right[lemma]
        if open_ != unsure:
            yield Finding(
                HEDGE, 0.2 + 0.25 * pair.likeness, (one,), (other,), (pair.left.words(one), pair.right.words(other))
            )


def _named(statement: Statement) -> Iterator[tuple[str, tuple[Span, bool]]]:
    """Lemma of each noun, its place with the adjective that leaves it open, and whether there is one."""
    for term in statement.terms:
        if term.pos == "NOUN":
            before = words_before(statement, term_span(term), 1)
            adjective = next((span for word, span in before if hedges().get(word) == "adjective"), None)
            start = adjective.start if adjective is not None else term.start
            yield term.lemma, (Span(start, term.end), adjective is not None)


def _statements(pair: Pair) -> Iterator[Finding]:
    sides = (pair.left.certainty, pair.right.certainty)
    mixed = (sides[0] in _FIRM and sides[1] in _OPEN) or (sides[0] in _OPEN and sides[1] in _FIRM)
    if mixed and pair.likeness >= ALIKE and not (is_hedged(pair.left) and is_hedged(pair.right)):
        first, second = sorted(side.value for side in sides)
        spans, details = (pair.left.spans, pair.right.spans), {"first": first, "second": second}
        yield Finding(COMMITMENT, 0.1 * pair.likeness, *spans, details=details)
