"""Pairs to groups: cores by average link, then a place for every sure pair that the cores left apart."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from narrator.events.linkage import average_link

TOGETHER = 0.5
"""Mean affinity from which statements are the core of a row by wording."""

SURE = 0.43
"""Affinity from which two statements share a row even where their cores are others: a statement may assert several facts."""

HOMES = 3
"""Rows that one statement may stand in."""

PER_ARTICLE = 2
"""Statements of one article that a row shows; the others are kept under `more`."""

Scores = Mapping[tuple[int, int], float]
"""Affinity of pairs (i, j) with i < j; a pair that is not there counts as 0."""


def cores(positions: Sequence[int], scores: Scores, threshold: float) -> Iterator[tuple[int, ...]]:
    """Groups of at least two of these ascending positions, in order; the mean score of each is at least the threshold."""
    place = {position: number for number, position in enumerate(positions)}
    found = average_link(len(positions), {(place[i], place[j]): score for (i, j), score in scores.items()}, threshold)
    return (tuple(positions[number] for number in group) for group in found if len(group) > 1)


def overlapping(articles: Sequence[str], scores: Scores) -> list[tuple[int, ...]]:
    """Groups of 0..n-1 by their affinities, which may share members; `articles` says where each stands.

    The surest pairs that no core holds come first: one of the two joins a group of the other's where it fits on average and the
    article has room, or the two found a group of their own.
    """
    rows = [list(group) for group in cores(range(len(articles)), scores, TOGETHER)]
    held: dict[int, list[list[int]]] = {i: [] for i in range(len(articles))}
    for row in rows:
        for one in row:
            held[one].append(row)
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < SURE:
            break
        if any(j in row for row in held[i]) or max(len(held[i]), len(held[j])) >= HOMES:
            continue
        fits = [
            (mean, -number, one, row)
            for one, other in ((i, j), (j, i))
            for number, row in enumerate(held[other])
            if (mean := _mean(one, row, scores)) >= SURE and _has_room(one, row, articles)
        ]
        if fits:
            _, _, one, row = max(fits, key=lambda fit: fit[:2])
            row.append(one)
            held[one].append(row)
        else:
            rows.append(row := [i, j])
            held[i].append(row)
            held[j].append(row)
    return sorted(_outermost({tuple(sorted(row)) for row in rows}))


def _outermost(rows: Iterable[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """The rows that are no part of another."""
    kept: list[frozenset[int]] = []
    for row in sorted(rows, key=lambda row: (-len(row), row)):
        if not any(kept_one.issuperset(row) for kept_one in kept):
            kept.append(frozenset(row))
            yield row


def _mean(one: int, row: Sequence[int], scores: Scores) -> float:
    return sum(scores.get((min(one, other), max(one, other)), 0.0) for other in row) / len(row)


def _has_room(one: int, row: Sequence[int], articles: Sequence[str]) -> bool:
    return Counter(articles[other] for other in row)[articles[one]] < PER_ARTICLE
