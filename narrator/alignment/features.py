"""What a statement brings to a meeting with another: weighted words, names, figures, acts."""

from collections.abc import Mapping
from dataclasses import dataclass

from narrator.language.lexicon import act_of, classes
from narrator.language.weights import weight
from narrator.model.statement import Statement

NUMBER = 3.0
"""Weight of a figure: as much as a rare word."""

NAME = 1.3
"""How much more a proper noun tells than a common word of the same rarity."""

_SAYING = frozenset({"say", "tell", "be", "have", "do", "add", "report", "make", "get", "go", "come", "take"})


@dataclass(frozen=True, slots=True)
class Features:
    """`bag` maps a word (or its class of acts) to its weight; `text` holds the same words in order, for fuzzy matching."""

    bag: Mapping[str, float]
    total: float
    names: frozenset[str]
    acts: frozenset[str]
    numbers: frozenset[str]
    text: str


def features(statement: Statement) -> Features:
    """The features of a statement, from its words alone."""
    bag: dict[str, float] = {}
    names, acts, numbers, words = set(), set(), set(), []
    for term in statement.terms:
        if term.lemma in _SAYING:
            continue
        word = act_of(term.lemma)
        words.append(term.lemma)
        if term.pos == "NUM" or term.lemma[:1].isdigit():
            numbers.add(term.lemma)
            bag[word] = max(bag.get(word, 0.0), NUMBER)
            continue
        if term.lemma in classes("acts.txt"):
            acts.add(word)
        if term.pos == "PROPN":
            names.add(term.lemma)
        bag[word] = max(bag.get(word, 0.0), weight(term.lemma) * (NAME if term.pos == "PROPN" else 1.0))
    return Features(bag, sum(bag.values()), frozenset(names), frozenset(acts), frozenset(numbers), " ".join(words))
