"""Stages of one process: arrested and then charged is an update, not a conflict."""

from collections.abc import Iterator

from narrator.alignment.questions import fits
from narrator.conflict.pair import Pair, order, slots
from narrator.conflict.rule import Finding, Rule
from narrator.language.lexicon import stages
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Slot, SlotName

LATER = Rule(
    "status.later",
    Relation.UPDATE,
    Kind.STATUS,
    "the later account is a stage further.",
    "Another person or thing at each stage.",
    "then",
)
STAGE = Rule(
    "status.stage",
    Relation.UPDATE,
    Kind.STATUS,
    "two stages of one process.",
    "Publication times that put the later stage first.",
    "then",
)
RULES = (LATER, STAGE)


def find(pair: Pair) -> Iterator[Finding]:
    """Different stages of one process, said of one referent."""
    if not pair.gated("act", "time"):
        return
    for left in slots(pair.left, SlotName.STATUS):
        for right in slots(pair.right, SlotName.STATUS):
            if fits(SlotName.STATUS, left.key, right.key) and left.occurrence == right.occurrence:
                yield from _judge(pair, left, right)


def _judge(pair: Pair, left: Slot, right: Slot) -> Iterator[Finding]:
    ranks = dict(stages().get(right.value, ()))
    earlier = order(pair.times)
    for process, rank in stages().get(left.value, ()):
        other = ranks.get(process, rank)
        if other == rank:
            continue
        later = earlier != 0 and (other - rank) * -earlier > 0
        if earlier != 0 and not later:
            continue  # what was published later is no earlier stage of an update
        rule, strength = (LATER, 0.6) if later else (STAGE, 0.4)
        yield Finding(rule, strength, left.spans, right.spans, (left.value, right.value), swap=other < rank)
