"""Stages of one process: arrested and then charged is an update, not a conflict."""

from collections.abc import Iterator

from narrator.alignment.questions import fits
from narrator.conflict.pair import Finding, Pair, order, slots
from narrator.language.lexicon import stages
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Slot, SlotName


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
        reason = "the later account is a stage further." if later else "two stages of one process."
        rule, score = ("status.later", 0.6) if later else ("status.stage", 0.4)
        spans, words = (left.spans, right.spans), (left.value, right.value)
        yield Finding(
            Relation.UPDATE, Kind.STATUS, score, score, *spans, rule, reason, words, "then", swap=other < rank
        )
