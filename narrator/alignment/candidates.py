"""Which pairs of statements are worth a look: those that share a telling word, found through an inverted index."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from narrator.alignment.features import Features

TELLING = 1.2
"""Weight of a word that can bring two statements together."""

CROWD = 80
"""Statements that may hold a word before it brings no one together any more. A bound on work, not on likeness: it is the same
for every comparison, so that an unrelated article does not change who meets."""


def candidates(found: Sequence[Features]) -> set[tuple[int, int]]:
    """Pairs of positions (i < j) that share at least one telling word that is not everywhere."""
    holders: dict[str, list[int]] = defaultdict(list)
    for position, features in enumerate(found):
        for word, value in features.bag.items():
            if value >= TELLING:
                holders[word].append(position)
    return {pair for positions in holders.values() if len(positions) <= CROWD for pair in combinations(positions, 2)}
