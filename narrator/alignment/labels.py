"""Short labels of rows: the slot's name with its key, or words of the text; never an invented sentence."""

from collections import Counter
from collections.abc import Sequence

from narrator.alignment.features import Features
from narrator.language.lexicon import act_of
from narrator.model.article import Span
from narrator.model.statement import SlotName, Statement

WORDS = 5
"""Telling words of a label that is made of the text's own."""

LONGEST = 48
"""Characters of such a label."""

ALONE = 0.7
"""How often a word counts less than it occurs: one that no other statement of the row has says little of what they share."""

_NAMES = {
    SlotName.ACT: "what it was",
    SlotName.TARGET: "who was hit",
    SlotName.AGENT: "who did it",
    SlotName.INSTRUMENT: "with what",
    SlotName.WHEN: "when",
    SlotName.WHERE: "where",
    SlotName.CAUSE: "why",
    SlotName.PURPOSE: "what for",
    SlotName.RESPONSIBILITY: "responsibility",
    SlotName.STATUS: "status",
    SlotName.COUNT: "how many",
}
_KEYLESS = frozenset({SlotName.ACT, SlotName.TARGET, SlotName.AGENT, SlotName.INSTRUMENT, SlotName.RESPONSIBILITY})


def slot_label(slot: SlotName, key: str) -> str:
    """ "killed · people", "when · capsize"; the key is left out where it says nothing."""
    name = _NAMES.get(slot, slot.value)
    return name if slot in _KEYLESS or not key else f"{name} · {key}"


def wording_label(found: Sequence[Features], first: Statement) -> str:
    """The stretch of the first statement that holds most of what the row shares, word for word.

    `found` are the features of the row's statements, those of `first` among them.
    """
    counts = Counter(word for one in found for word in one.bag)
    own = next((one.bag for one in found if all(act_of(term.lemma) in one.bag for term in first.terms)), found[0].bag)
    values = [own.get(act_of(term.lemma), 0.0) * (counts[act_of(term.lemma)] - ALONE) for term in first.terms]
    stretches = [
        (sum(values[start : end + 1]), -start, " ".join(words.split()))
        for start in range(len(values))
        for end in range(start, min(start + WORDS, len(values)))
        if (words := first.words(Span(first.terms[start].start, first.terms[end].end))) and len(words) <= LONGEST
    ]
    return max(stretches, key=lambda one: (round(one[0], 6), one[1]))[2] if stretches else first.text[:LONGEST]
