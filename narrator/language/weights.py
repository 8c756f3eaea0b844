"""How much a word tells: a fixed table of rarity, so that no other article changes a score. Does not import spaCy."""

from functools import cache

from narrator.language.lexicon import lines

COMMON = 2.6
"""Rarity (-log10 of the share of running text) below which a word tells nothing."""

RAREST = 6.5
"""Rarity of words that the table does not list: names, mostly."""


@cache
def _table() -> dict[str, float]:
    found: dict[str, float] = {}
    for line in lines("term_weights.txt"):
        rarity, *words = line.split()
        found.update(dict.fromkeys(words, float(rarity)))
    return found


def weight(word: str) -> float:
    """How much a lower-case word tells, 0 for the commonest up to about 4."""
    return max(0.0, _table().get(word, RAREST) - COMMON)
