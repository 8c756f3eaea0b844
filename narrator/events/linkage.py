"""Average-link clustering over sparse likenesses: one chance likeness merges nothing."""

import heapq
from collections import defaultdict
from collections.abc import Mapping


def average_link(items: int, scores: Mapping[tuple[int, int], float], threshold: float) -> list[list[int]]:
    """Groups of 0..items-1, each in ascending order, ordered by their first member.

    `scores` holds the likeness of pairs `(i, j)` with i < j; a pair that is not there counts as 0. The two groups whose mean
    likeness is highest are joined first, ties by position, as long as it is at least `threshold`.
    """
    members = {i: [i] for i in range(items)}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), score in scores.items():
        sums[i][j] = sums[j][i] = score
    heap = [(-score, i, j) for (i, j), score in scores.items() if score >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in members or j not in members or -negative != _mean(sums, members, i, j):
            continue
        for k, score in sums.pop(j).items():
            del sums[k][j]
            if k != i:
                sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + score
        members[i].extend(members.pop(j))
        for k in sums[i]:
            mean = _mean(sums, members, i, k)
            if mean >= threshold:
                heapq.heappush(heap, (-mean, min(i, k), max(i, k)))
    return sorted(sorted(group) for group in members.values())


def _mean(sums: Mapping[int, Mapping[int, float]], members: Mapping[int, list[int]], i: int, j: int) -> float:
    return sums[i].get(j, 0.0) / (len(members[i]) * len(members[j]))
