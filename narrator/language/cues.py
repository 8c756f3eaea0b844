"""The lexicon of attribution: which words tell, think, show, name, will, and which carry the words of others."""

from dataclasses import dataclass
from functools import cache

from narrator.language.lexicon import lines


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemmas by the frame they take; the classes overlap."""

    speech: frozenset[str]
    thought: frozenset[str]
    showing: frozenset[str]
    indicating: frozenset[str]
    never: frozenset[str]
    naming: frozenset[str]
    acting: frozenset[str]
    willing: frozenset[str]
    passive: frozenset[str]
    nouns: frozenset[str]
    light: frozenset[str]
    opposing: frozenset[str]
    documents: frozenset[str]
    stating: frozenset[str]
    counting: frozenset[str]
    putting: frozenset[str]
    speaking: frozenset[str]
    adjectives: frozenset[str]
    clausal: frozenset[str]
    """Verbs that surely attribute their finite clause: those of speech, thought and showing."""


@cache
def cues() -> Cues:
    """The compiled lists, read once."""
    found: dict[str, set[str]] = {}
    for line in lines("cues.txt"):
        label, _, lemmas = line.partition(":")
        found.setdefault(label, set()).update(lemmas.split())
    found["clausal"] = found["speech"] | found["thought"] | found["showing"]
    return Cues(**{label: frozenset(lemmas) for label, lemmas in found.items()})
