"""How surely two accounts differ in a way that an editor would mark, given what a rule found."""

from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding
from narrator.model.comparison import SPEAKING

QUIET = 0.05
"""What a finding that is no difference of content leaves."""


def conflict(_pair: Pair, finding: Finding) -> float:
    """In [0, 1]; a rule that does not speak of a difference is quiet."""
    return min(1.0, finding.strength) if finding.rule.relation in SPEAKING else QUIET
