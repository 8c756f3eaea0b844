"""Short labels of rows: the slot's name with its key, or words of the text; never an invented sentence."""

import re
from collections import Counter
from collections.abc import Sequence

from narrator.alignment.features import Features
from narrator.language.lexicon import act_of
from narrator.model.statement import SlotName, Statement, Term

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
_REST = re.compile(r"[\w-]*")
_QUOTES = re.compile(r"[\"“”«»]")
_MARKS = "\"'“”‘’«»()[],;:. "
_MODIFYING = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_KEYLESS = frozenset({SlotName.ACT, SlotName.TARGET, SlotName.AGENT, SlotName.INSTRUMENT, SlotName.RESPONSIBILITY})


def slot_label(slot: SlotName, key: str) -> str:
    """ "killed · people", "when · capsize"; the key is left out where it says nothing."""
    name = _NAMES.get(slot, slot.value)
    return name if slot in _KEYLESS or not key else f"{name} · {key}"


def wording_label(found: Sequence[Features], first: Statement) -> str:
    """The stretch of the first statement that holds most of what the row shares, word for word.

    `found` are the features of the row's statements, those of `first` first.
    """
    counts = Counter(word for one in found for word in one.bag)
    values = [found[0].bag.get(act_of(term.lemma), 0.0) * (counts[act_of(term.lemma)] - ALONE) for term in first.terms]
    stretches = [
        (whole, sum(values[start : end + 1]), -start, words)
        for start in range(len(values))
        for end in range(start, min(start + WORDS, len(values)))
        if (words := _words(first, first.terms[start], first.terms[end])) and len(words) <= LONGEST
        for whole in [
            not (start and _hang_together(first, start - 1)) and not _hang_together(first, end) and start < end
        ]
    ]
    best = max(stretches, key=lambda one: (one[0], round(one[1], 6), one[2]), default=None)
    return best[3] if best else first.text[:LONGEST]


def _words(statement: Statement, first: Term, last: Term) -> str:
    """The words from one term to another, whole where a hyphen joins them to others, without marks that nothing closes."""
    for span, text in statement.pieces():
        if span.start <= first.start and last.end <= span.end:
            start = max(text.rfind(" ", 0, first.start - span.start), text.rfind("\n", 0, first.start - span.start)) + 1
            end = last.end - span.start
            end += len(_REST.match(text, end)[0])  # type: ignore[index]  # it matches the empty string as well
            words = " ".join(text[start:end].strip(_MARKS).split())
            return _QUOTES.sub("", words if ")" in words else words.partition(" (")[0])
    return ""


def _hang_together(statement: Statement, number: int) -> bool:
    """Whether a term and the next are one phrase: "Syrian | government"."""
    if number + 1 >= len(statement.terms):
        return False
    one, other = statement.terms[number : number + 2]
    return other.start - one.end <= 1 and one.pos in _MODIFYING and other.pos in _NOUNS
