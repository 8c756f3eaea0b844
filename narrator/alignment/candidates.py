"""Which pairs of statements are worth a look: those that share a word, an act or a figure, found through an inverted index."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import combinations

from narrator.alignment.features import Features

CROWD = 120
"""Statements that may hold a word before it brings no one together any more. A bound on work, reached only in large events and
by their commonest words: what more statements hold is the topic, and tells nothing apart."""


def candidates(found: Sequence[Features]) -> set[tuple[int, int]]:
    """Pairs of positions (i < j) that share a family of words, an act or a figure that is not everywhere, or all their words."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for position, features in enumerate(found):
        for key in (*(features.stems | features.acts), *features.figures, *filter(None, [features.wording])):
            holders[key].append(position)
    return {pair for positions in holders.values() if len(positions) <= CROWD for pair in combinations(positions, 2)}
