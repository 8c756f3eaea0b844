"""Pairs to groups: cores by average link, then a place for every sure pair that the cores left apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from narrator.events.linkage import average_link

TOGETHER = 0.6
"""Mean affinity from which statements are the core of a row by wording."""

SURE = 0.5
"""Affinity from which two statements share a row even where their cores are others: a statement may assert several facts."""

ONE = 0.25
"""Mean affinity from which two rows that share a statement are one, the statements that they share left aside."""

SLIGHT = 0.2
"""Affinity below which a pair counts as none, which keeps the grouping sparse."""

HOMES = 3
"""Rows that one statement may stand in."""

PER_ARTICLE = 2
"""Statements of one article that a row shows; the others are kept under `more`."""

Scores = Mapping[tuple[int, int], float]
"""Affinity of pairs (i, j) with i < j; a pair that is not there counts as 0."""

Row = frozenset[int]


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
    found = {frozenset(row) for row in rows}
    while joined := _joined(found, articles, scores):
        found = joined
    return sorted(tuple(sorted(row)) for row in found)


def _joined(rows: Iterable[Row], articles: Sequence[str], scores: Scores) -> set[Row]:
    """The rows with those made one that share a statement and belong together, each at most once; empty where none do."""
    homes: dict[int, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=sorted):
        for one in row:
            homes[one].append(row)
    neighbours = {pair for held in homes.values() for pair in combinations(held, 2)}
    close = sorted((-_across(left, right, scores), sorted(left), sorted(right)) for left, right in neighbours)
    kept, found = set(rows), False
    for distance, these, those in close:
        left, right = frozenset(these), frozenset(those)
        crowd = Counter(articles[member] for member in left | right)
        if -distance >= ONE and {left, right} <= kept and max(crowd.values()) <= PER_ARTICLE:
            kept = (kept - {left, right}) | {left | right}
            found = True
    return kept if found else set()


def _across(left: Row, right: Row, scores: Scores) -> float:
    """Mean affinity of what only the one row holds and what only the other does; 1 where one holds all of the other."""
    pairs = [(min(i, j), max(i, j)) for i in left - right for j in right - left]
    return sum(scores.get(pair, 0.0) for pair in pairs) / len(pairs) if pairs else 1.0


def _mean(one: int, row: Iterable[int], scores: Scores) -> float:
    others = [(min(one, other), max(one, other)) for other in row]
    return sum(scores.get(pair, 0.0) for pair in others) / len(others)


def _has_room(one: int, row: Iterable[int], articles: Sequence[str]) -> bool:
    return sum(articles[other] == articles[one] for other in row) < PER_ARTICLE
