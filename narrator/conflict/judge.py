"""Pairs to links: every kind is asked, the strongest finding speaks."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from narrator.alignment.similarity import likeness
from narrator.conflict import (
    age,
    antonym,
    cause,
    certainty,
    label,
    negation,
    number,
    quote,
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

SAME = 0.75
"""Likeness from which two statements without a finding say the same."""


DIRECTED = frozenset({Relation.UPDATE, Relation.DENIES, Relation.MORE_SPECIFIC, Relation.ADDS})
"""Relations with a first side: the earlier, the denying, the more specific, the adding one."""


def link(left: Statement, right: Statement, times: tuple[When, When], parts: tuple[Part, ...]) -> Link:
    """The link between two statements, which it calls 0 and 1; `link(b, a)` mirrors `link(a, b)`."""
    pair = Pair(left, right, times, likeness(parts), parts, gate(left, right, times))
    # Differences of word sequences depend on which side is read first, so that one order is fixed for both directions.
    flipped = (right.text, right.id, str(times[1])) < (left.text, left.id, str(times[0]))
    found = _judge(pair.mirrored() if flipped else pair)
    if flipped:
        found = replace(found, left=1 - int(found.left), right=1 - int(found.right))
    if found.left == 1 and found.relation not in DIRECTED:
        found = replace(found, left=0, right=1, left_spans=found.right_spans, right_spans=found.left_spans)
    return found


def _judge(pair: Pair) -> Link:
    left, right = pair.left, pair.right
    if not left.text.strip() or not right.text.strip():
        return _plain(pair, Relation.UNCLEAR, 0.0, "empty", "One side is empty.")
    if left.text == right.text:
        return _plain(pair, Relation.SAME, 1.0, "identical", "The same words.")
    findings = [finding for find in KINDS for finding in find(pair)]
    if findings:
        return _link(pair, max(findings, key=_strength))
    if not pair.gate.same:
        reasons = ", ".join(sorted(set(pair.gate.reasons)))
        return _plain(pair, Relation.DIFFERENT_EVENT, 0.6, "gate", f"Not one occurrence: {reasons}.")
    if pair.likeness >= SAME:
        return _plain(pair, Relation.SAME, pair.likeness, "wording", "Nearly the same words, and nothing that clashes.")
    return _plain(pair, Relation.UNCLEAR, 1 - pair.likeness, "none", "No rule finds a difference or an agreement.")


def _strength(finding: Finding) -> tuple[bool, float]:
    speaks = finding.relation in SPEAKING
    return speaks, finding.conflict if speaks else finding.confidence


def _link(pair: Pair, finding: Finding) -> Link:
    sides = (1, 0) if finding.swap else (0, 1)
    spans = finding.left_spans, finding.right_spans
    return Link(
        left=sides[0],
        right=sides[1],
        relation=finding.relation,
        kind=finding.kind,
        conflict=min(1.0, finding.conflict),
        confidence=min(1.0, finding.confidence),
        left_spans=spans[sides[0]],
        right_spans=spans[sides[1]],
        rule=finding.rule,
        parts=pair.parts,
        explanation=finding.explanation,
    )


def _plain(pair: Pair, relation: Relation, confidence: float, rule: str, reason: str) -> Link:
    return Link(0, 1, relation, None, 0.0, confidence, (), (), rule, pair.parts, reason)
