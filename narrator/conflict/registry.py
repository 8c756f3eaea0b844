"""All kinds of difference: where each is looked for, and every rule by its name."""

from collections.abc import Callable, Iterable, Mapping

from narrator.conflict import (
    actor,
    age,
    antonym,
    cause,
    certainty,
    label,
    naming,
    negation,
    number,
    occurrence,
    place,
    quote,
    responsibility,
    role_swap,
    scope,
    sequence,
    standing,
    status,
    substitution,
    target,
    telling,
    time,
)
from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding, Rule

MODULES = (
    number,
    age,
    role_swap,
    negation,
    target,
    actor,
    responsibility,
    quote,
    time,
    place,
    occurrence,
    sequence,
    standing,
    status,
    substitution,
    antonym,
    cause,
    label,
    naming,
    certainty,
    scope,
)
"""Asked in this order; of equally strong findings the first speaks."""

FINDERS: tuple[Callable[[Pair], Iterable[Finding]], ...] = tuple(module.find for module in MODULES)
RULES: Mapping[str, Rule] = {rule.name: rule for module in (*MODULES, telling) for rule in module.RULES}
"""What a rule decides, by its name; what holds where none finds anything is told in judge.py."""
