"""Average-link clustering over sparse likenesses: one chance likeness merges nothing."""

import heapq
from collections import defaultdict
from collections.abc import Mapping

EXPECTED, PAIRS = 0.4, 6
"""Likeness expected within a group of which nothing is known, and for how many pairs that expectation counts."""

Scores = Mapping[tuple[int, int], float]


def average_link(items: int, scores: Scores, threshold: float, *, cohesive: bool = False) -> list[list[int]]:
    """Groups of 0..items-1, each in ascending order, ordered by their first member.

    `scores` holds the likeness of pairs `(i, j)` with i < j; a pair that is not there counts as 0. The two groups whose mean
    likeness is highest are joined first, ties by position, as long as it is at least `threshold`. `cohesive` asks more where
    groups are close-knit: by as much as the likeness within them exceeds what is expected. So two groups stay apart that are
    fairly alike across but much more alike within.
    """
    return _Linkage(items, scores, threshold, cohesive).groups()


def excess(within: float, size: int) -> float:
    """By how much the mean likeness within a group exceeds what is expected; `within` is the sum over its pairs."""
    return max(0.0, (within + EXPECTED * PAIRS) / (size * (size - 1) / 2 + PAIRS) - EXPECTED)


class _Linkage:
    """Groups on their way: `within` sums the likenesses inside a group, `across` those between two."""

    def __init__(self, items: int, scores: Scores, threshold: float, cohesive: bool) -> None:
        self.threshold, self.cohesive = threshold, cohesive
        self.members = {i: [i] for i in range(items)}
        self.within = dict.fromkeys(range(items), 0.0)
        self.across: dict[int, dict[int, float]] = defaultdict(dict)
        for (i, j), score in scores.items():
            self.across[i][j] = self.across[j][i] = score
        self.heap: list[tuple[float, int, int]] = []
        for i, j in scores:
            self._offer(i, j)

    def groups(self) -> list[list[int]]:
        while self.heap:
            negative, i, j = heapq.heappop(self.heap)
            if i in self.members and j in self.members and -negative == self._likeness(i, j):
                self._join(i, j)
        return sorted(sorted(group) for group in self.members.values())

    def _offer(self, i: int, j: int) -> None:
        likeness = self._likeness(i, j)
        if likeness >= self.threshold:
            heapq.heappush(self.heap, (-likeness, i, j))

    def _likeness(self, i: int, j: int) -> float:
        mean = self.across[i].get(j, 0.0) / (len(self.members[i]) * len(self.members[j]))
        return mean - self._excess(i, j) if self.cohesive else mean

    def _excess(self, i: int, j: int) -> float:
        return sum(excess(self.within[k], len(self.members[k])) for k in (i, j)) / 2

    def _join(self, i: int, j: int) -> None:
        self.within[i] += self.within[j] + self.across[i][j]
        for k, score in self.across.pop(j).items():
            del self.across[k][j]
            if k != i:
                self.across[i][k] = self.across[k][i] = self.across[i].get(k, 0.0) + score
        self.members[i].extend(self.members.pop(j))
        for k in self.across[i]:
            self._offer(min(i, k), max(i, k))
