"""Which pairs of statements are worth a look: those that share a telling word, found through an inverted index."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from narrator.alignment.features import Features

TELLING = 1.2
"""Weight of a word that can bring two statements together."""

CROWD = 0.25
"""Share of the statements that may hold a word before it brings no one together any more."""

FEW = 12
"""Statements that may always share a word, however small the comparison."""


def candidates(found: Sequence[Features]) -> set[tuple[int, int]]:
    """Pairs of positions (i < j) that share at least one telling word that is not everywhere."""
    holders: dict[str, list[int]] = defaultdict(list)
    for position, features in enumerate(found):
        for word, value in features.bag.items():
            if value >= TELLING:
                holders[word].append(position)
    most = max(FEW, int(CROWD * len(found)))
    return {pair for positions in holders.values() if len(positions) <= most for pair in combinations(positions, 2)}
