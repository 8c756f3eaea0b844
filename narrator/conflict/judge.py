"""Pairs to links: every kind is asked, the strongest finding speaks."""

from collections.abc import Iterable

from narrator.conflict import telling
from narrator.conflict.calibration import conflict, other_figures, suspicion
from narrator.conflict.pair import Pair
from narrator.conflict.registry import FINDERS
from narrator.conflict.rule import Finding, Rule
from narrator.model.article import When
from narrator.model.comparison import SPEAKING, Link, Part, Relation
from narrator.model.statement import Statement

HEARD = 0.2
"""Conflict from which a difference is heard before an agreement: a bound that admits a figure says more than a guess."""

SAME = 0.8
"""Likeness from which two statements without a finding say the same."""

DIRECTED = frozenset({Relation.UPDATE, Relation.DENIES, Relation.MORE_SPECIFIC, Relation.ADDS})
"""Relations with a first side: the earlier, the denying, the more specific, the adding one."""

EMPTY = Rule("empty", Relation.UNCLEAR, None, "One side is empty.", "Words on both sides.")
IDENTICAL = Rule("identical", Relation.SAME, None, "The same words.", "Any other word on one side.")
GATE = Rule(
    "gate", Relation.DIFFERENT_EVENT, None, "Not one occurrence: {reasons}.", "One of these not telling them apart."
)
WORDING = Rule(
    "wording",
    Relation.SAME,
    None,
    "Nearly the same words, and nothing that clashes.",
    "A figure, name, time or sign that differs.",
)
NOTHING = Rule(
    "none",
    Relation.UNCLEAR,
    None,
    "No rule finds a difference or an agreement.",
    "Words nearer to each other, or figures, times or parties that both sides give.",
)


def link(
    left: Statement,
    right: Statement,
    times: tuple[When, When],
    parts: tuple[Part, ...],
    likeness: float,
    affinity: float | None = None,
    in_question: Iterable[str] = (),
) -> Link:
    """The link between two statements, which it calls 0 and 1; `link(b, a)` mirrors `link(a, b)`.

    `affinity` is the likeness in view of the two articles, None where there are none. The event gate leaves aside what is in
    question where the two have met.
    """
    affinity = likeness if affinity is None else affinity
    pair = Pair(left, right, times, likeness, affinity, parts, frozenset(in_question)).ordered()
    flipped = pair.left is not left
    score, finding = strongest(pair)
    rule = finding.rule
    turned = finding.swap if rule.relation in DIRECTED else flipped
    sides, spans = (1, 0) if flipped else (0, 1), (finding.left_spans, finding.right_spans)
    first, second = (1, 0) if turned else (0, 1)
    return Link(
        left=sides[first],
        right=sides[second],
        relation=rule.relation,
        kind=rule.kind,
        conflict=score,
        confidence=score if rule.relation in SPEAKING else finding.strength,
        left_spans=spans[first],
        right_spans=spans[second],
        rule=rule.name,
        parts=parts,
        explanation=finding.explain(turned),
        change=rule.change,
        gate=tuple(dict.fromkeys(pair.gate.reasons)),
    )


def strongest(pair: Pair) -> tuple[float, Finding]:
    """The finding that speaks, and how surely the accounts differ."""
    left, right = pair.left, pair.right
    if not left.text.strip() or not right.text.strip():
        return 0.0, Finding(EMPTY, 0.0)
    if left.text == right.text and left.narrators[-1:] == right.narrators[-1:]:
        return 0.0, Finding(IDENTICAL, 1.0)
    findings = [(conflict(pair, finding), finding) for find in FINDERS for finding in find(pair)]
    if findings:
        return max(findings, key=_weight)
    if left.text == right.text:
        return 0.0, Finding(IDENTICAL, 1.0)
    if not pair.gate.same:
        return 0.0, Finding(GATE, 0.6, details={"reasons": ", ".join(sorted(set(pair.gate.reasons)))})
    doubt = suspicion(pair)
    agrees = pair.likeness >= SAME and not other_figures(pair)
    return doubt, telling.find(pair, doubt) or Finding(WORDING if agrees else NOTHING, 1 - doubt)


def _weight(one: tuple[float, Finding]) -> tuple[bool, float]:
    """What speaks of a difference comes first, unless it is a guess: then the stronger of all findings."""
    score, finding = one
    heard = finding.rule.relation in SPEAKING and score >= HEARD
    return heard, score if heard else finding.strength
