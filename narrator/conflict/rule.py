"""A decision that the comparison can take about two statements, and what one such decision found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule concludes (relation, kind), why, and what would change it.

    `reason` is one sentence, filled in from the details of a finding; `change` says in one sentence what would lead to another
    decision; `tie` stands between the clashing words of the two sides.
    """

    name: str
    relation: Relation
    kind: Kind | None
    reason: str
    change: str
    tie: str = "against"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the clashing words of both sides and how strong the evidence is, in [0, 1].

    `swap` says that the right statement is the earlier, denying or more specific one; `details` fill the rule's sentence and must
    fit either order of the two; `words` are shown for the clash where the spans alone do not tell it.
    """

    rule: Rule
    strength: float
    left_spans: tuple[Span, ...] = ()
    right_spans: tuple[Span, ...] = ()
    words: tuple[str, str] | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    swap: bool = False

    def explain(self, turned: bool) -> str:
        """The reason in one sentence, the right side's words first if `turned`."""
        reason = self.rule.reason.format(**self.details)
        if self.words is None:
            return reason
        first, second = self.words[::-1] if turned else self.words
        return f"“{first}” {self.rule.tie} “{second}”: {reason}"
