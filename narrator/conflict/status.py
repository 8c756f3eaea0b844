"""Stages of one process: arrested and then charged is an update, not a conflict."""

from collections.abc import Iterator

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
            if left.key == right.key and left.occurrence == right.occurrence:
                yield from _judge(pair, left, right)


def _judge(pair: Pair, left: Slot, right: Slot) -> Iterator[Finding]:
    ranks = dict(stages().get(right.value, ()))
    for process, rank in stages().get(left.value, ()):
        other = ranks.get(process)
        if other is None or other == rank:
            continue
        earlier = order(pair.times)
        if earlier and (other - rank) * -earlier > 0:
            reason = f"“{left.value}”, then “{right.value}”: the later account is a stage further." if earlier < 0 else (
                f"“{right.value}”, then “{left.value}”: the later account is a stage further."
            )  # fmt: skip
            yield Finding(
                Relation.UPDATE, Kind.STATUS, 0.6, 0.6, left.spans, right.spans, "status.later", reason, earlier > 0
            )
        else:
            reason = f"“{left.value}” against “{right.value}”: two stages of one process."
            yield Finding(
                Relation.UPDATE, Kind.STATUS, 0.4, 0.4, left.spans, right.spans, "status.stage", reason, rank > other
            )
