"""Pairs to links: every kind is asked, the strongest finding speaks."""

from collections.abc import Callable, Iterable

from narrator.conflict import (
    age,
    antonym,
    cause,
    certainty,
    label,
    negation,
    number,
    quote,
    role_swap,
    scope,
    status,
    substitution,
    target,
    time,
)
from narrator.conflict.pair import Finding, Pair
from narrator.events.gate import judge as gate
from narrator.model.article import When
from narrator.model.comparison import SPEAKING, Link, Part, Relation
from narrator.model.statement import Statement

KINDS: tuple[Callable[[Pair], Iterable[Finding]], ...] = (
    number.find,
    age.find,
    role_swap.find,
    negation.find,
    target.find,
    quote.find,
    time.find,
    status.find,
    substitution.find,
    antonym.find,
    cause.find,
    label.find,
    certainty.find,
    scope.find,
)
"""Asked in this order; of equally strong findings the first speaks."""

SAME = 0.8
"""Likeness from which two statements without a finding say the same."""


DIRECTED = frozenset({Relation.UPDATE, Relation.DENIES, Relation.MORE_SPECIFIC, Relation.ADDS})
"""Relations with a first side: the earlier, the denying, the more specific, the adding one."""


def link(
    left: Statement,
    right: Statement,
    times: tuple[When, When],
    parts: tuple[Part, ...],
    likeness: float,
    in_question: Iterable[str] = (),
) -> Link:
    """The link between two statements, which it calls 0 and 1; `link(b, a)` mirrors `link(a, b)`.

    The event gate leaves aside what is in question where the two have met.
    """
    pair = Pair(left, right, times, likeness, gate(left, right, times, in_question))
    # Differences of word sequences depend on which side is read first, so that one order is fixed for both directions.
    flipped = (right.text, right.id, str(times[1])) < (left.text, left.id, str(times[0]))
    finding = _strongest(pair.mirrored() if flipped else pair)
    turned = finding.swap if finding.relation in DIRECTED else flipped
    sides, spans = (1, 0) if flipped else (0, 1), (finding.left_spans, finding.right_spans)
    first, second = (1, 0) if turned else (0, 1)
    return Link(
        left=sides[first],
        right=sides[second],
        relation=finding.relation,
        kind=finding.kind,
        conflict=min(1.0, finding.conflict),
        confidence=min(1.0, finding.confidence),
        left_spans=spans[first],
        right_spans=spans[second],
        rule=finding.rule,
        parts=parts,
        explanation=finding.explain(turned),
        gate=tuple(dict.fromkeys(pair.gate.reasons)),
    )


def _strongest(pair: Pair) -> Finding:
    left, right = pair.left, pair.right
    if not left.text.strip() or not right.text.strip():
        return _plain(Relation.UNCLEAR, 0.0, "empty", "One side is empty.")
    if left.text == right.text:
        return _plain(Relation.SAME, 1.0, "identical", "The same words.")
    findings = [finding for find in KINDS for finding in find(pair)]
    if findings:
        return max(findings, key=_strength)
    if not pair.gate.same:
        reasons = ", ".join(sorted(set(pair.gate.reasons)))
        return _plain(Relation.DIFFERENT_EVENT, 0.6, "gate", f"Not one occurrence: {reasons}.")
    if pair.likeness >= SAME:
        return _plain(Relation.SAME, pair.likeness, "wording", "Nearly the same words, and nothing that clashes.")
    return _plain(Relation.UNCLEAR, 1 - pair.likeness, "none", "No rule finds a difference or an agreement.")


def _strength(finding: Finding) -> tuple[bool, float]:
    speaks = finding.relation in SPEAKING
    return speaks, finding.conflict if speaks else finding.confidence


def _plain(relation: Relation, confidence: float, rule: str, reason: str) -> Finding:
    return Finding(relation, None, 0.0, confidence, (), (), rule, reason)
