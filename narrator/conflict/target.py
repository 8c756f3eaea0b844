"""Who was hit: the same act with another target, or the same target under another name.

Trap: two descriptions of one party are a label, not a contradiction; the kind says which, and both accounts stay visible.
"""

from collections.abc import Iterator

from narrator.conflict.pair import Finding, Pair, slots
from narrator.language.lexicon import classes
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Slot, SlotName
from narrator.parties.sides import may_be_one

_ARTICLES = frozenset({"the", "a", "an", "some", "its", "their", "his", "her", "of", "and", "those", "these", "all"})


def find(pair: Pair) -> Iterator[Finding]:
    """Targets of the same act whose words differ."""
    if not pair.gated("party"):
        return
    for left in slots(pair.left, SlotName.TARGET):
        for right in slots(pair.right, SlotName.TARGET):
            if may_be_one(left.key, right.key) and left.occurrence == right.occurrence:
                yield from _judge(left, right)


def _judge(left: Slot, right: Slot) -> Iterator[Finding]:
    one, other = _words(left.value), _words(right.value)
    if not one or not other or one <= other or other <= one:
        return
    words = f"“{left.value}” against “{right.value}”"
    if _standing(left) == _standing(right):
        reason = f"{words}: the same act, the party hit is named otherwise."
        yield Finding(
            Relation.FRAMES_DIFFERENTLY, Kind.LABEL, 0.55, 0.6, left.spans, right.spans, "target.label", reason
        )
    else:
        reason = f"{words}: the same act, another target."
        yield Finding(Relation.CONTRADICTS, Kind.TARGET, 0.65, 0.6, left.spans, right.spans, "target.other", reason)


def _words(value: str) -> frozenset[str]:
    words = (word.strip("\"'“”‘’.,") for word in value.lower().split())
    return frozenset(word for word in words if not word.isdigit()) - _ARTICLES


def _standing(slot: Slot) -> str:
    """The standing of the first word of the phrase that names a group, its plural undone."""
    groups = classes("groups.txt")
    forms = (
        form
        for word in slot.value.lower().split()
        for form in (word, word.removesuffix("s"), word.removesuffix("ies") + "y")
    )
    return next((groups[form] for form in forms if form in groups), "")
