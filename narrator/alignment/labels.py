"""Short labels of rows: the slot's name with its key, or words of the text; never an invented sentence."""

from collections import Counter
from collections.abc import Sequence

from narrator.alignment.features import Features
from narrator.language.lexicon import act_of
from narrator.model.article import Span
from narrator.model.statement import SlotName, Statement

WORDS = 4
"""Words of a label that is made of the text's own."""

_NAMES = {
    SlotName.ACT: "what it was",
    SlotName.TARGET: "who was hit",
    SlotName.AGENT: "who did it",
    SlotName.WHEN: "when",
    SlotName.WHERE: "where",
    SlotName.CAUSE: "why",
    SlotName.PURPOSE: "what for",
    SlotName.RESPONSIBILITY: "responsibility",
    SlotName.STATUS: "status",
    SlotName.COUNT: "how many",
}
_KEYLESS = frozenset({SlotName.ACT, SlotName.TARGET, SlotName.AGENT, SlotName.RESPONSIBILITY})


def slot_label(slot: SlotName, key: str) -> str:
    """ "killed · people", "when · capsize"; the key is left out where it says nothing."""
    name = _NAMES.get(slot, slot.value)
    return name if slot in _KEYLESS or not key else f"{name} · {key}"


def wording_label(found: Sequence[Features], first: Statement) -> str:
    """The most telling words that the row shares, as the first statement has them, in its order."""
    counts = Counter(word for one in found for word in one.bag)
    shared = {word for word, count in counts.items() if 2 * count > len(found) or count > 1}
    telling = sorted(
        (term for term in first.terms if act_of(term.lemma) in shared and term.lemma[:1].isalnum()),
        key=lambda term: (-counts[act_of(term.lemma)], -found[0].bag.get(act_of(term.lemma), 0.0), term.start),
    )
    chosen = sorted({term.lemma: term for term in reversed(telling)}.values(), key=telling.index)[:WORDS]
    return " ".join(first.words(Span(term.start, term.end)) for term in sorted(chosen)) or first.text[:40]
