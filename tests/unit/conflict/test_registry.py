"""Every rule has a name of its own, says why, and concludes what its kind can mean."""

from string import Formatter

import pytest

from narrator.conflict import telling
from narrator.conflict.registry import MODULES, RULES
from narrator.conflict.rule import Rule
from narrator.model.comparison import CONFLICT, Kind, Relation

EITHER = frozenset({Relation.CONTRADICTS, Relation.UPDATE, Relation.MORE_SPECIFIC})
FRAMES = frozenset({Relation.FRAMES_DIFFERENTLY})
CAN_BE = {
    **dict.fromkeys((Kind.NUMBER, Kind.TIME, Kind.PLACE, Kind.ACTOR, Kind.TARGET, Kind.STATUS, Kind.SEQUENCE), EITHER),
    Kind.CAUSE: EITHER | FRAMES,
    Kind.NEGATION: CONFLICT,
    Kind.OCCURRENCE: CONFLICT,
    Kind.ANTONYM: {Relation.CONTRADICTS},
    Kind.ROLE_SWAP: {Relation.CONTRADICTS},
    Kind.RESPONSIBILITY: {Relation.DENIES, Relation.UPDATE, Relation.FRAMES_DIFFERENTLY},
    **dict.fromkeys((Kind.CERTAINTY, Kind.LABEL, Kind.STANDING), FRAMES),
    Kind.QUOTE: FRAMES | {Relation.SAME},
    Kind.SCOPE: {Relation.ADDS},
}
"""The relations that a kind can have."""


def test_no_two_rules_share_a_name() -> None:
    assert len(RULES) == sum(len(module.RULES) for module in (*MODULES, telling))


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_concludes_what_its_kind_can_mean(rule: Rule) -> None:
    assert rule.kind is None or rule.relation in CAN_BE[rule.kind]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_says_why_and_what_would_change_it(rule: Rule) -> None:
    assert rule.reason.endswith(".")
    assert rule.change.endswith(".")
    assert rule.reason != rule.change
    assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(rule.reason))


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_rule(kind: Kind) -> None:
    assert any(rule.kind is kind for rule in RULES.values())
