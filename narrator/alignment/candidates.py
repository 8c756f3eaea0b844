"""Which pairs of statements are worth a look: those that share a word, an act or a figure, found through an inverted index."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import combinations

from narrator.alignment.features import Features

CROWD = 120
"""Statements that may hold a word before it brings no one together any more. A bound on work, not on likeness: it is the same
for every comparison, so that an unrelated article does not change who meets."""


def candidates(found: Sequence[Features]) -> set[tuple[int, int]]:
    """Pairs of positions (i < j) that share at least one family of words, act or figure that is not everywhere."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for position, features in enumerate(found):
        for key in (*(features.stems | features.acts), *features.figures):
            holders[key].append(position)
    return {pair for positions in holders.values() if len(positions) <= CROWD for pair in combinations(positions, 2)}
