"""Articles to events: average-link clustering of what the articles are about."""

from collections.abc import Sequence

from narrator.events.linkage import average_link
from narrator.events.profile import Profile, profile
from narrator.model.article import Article

ALIKE = 0.18
"""Mean likeness of two groups of articles from which they are one event."""

FLOOR = 0.03
"""Likeness below which two articles share chance words only; it counts as none, which keeps the clustering sparse."""


def group(articles: Sequence[Article]) -> list[int]:
    """A label per article, 0..n-1 by first appearance; the partition does not depend on the order of the articles."""
    order = sorted(range(len(articles)), key=lambda i: (articles[i].id, articles[i].text_sha256))
    groups = average_link(len(order), _likenesses([profile(articles[i]) for i in order]), ALIKE)
    home = {order[place]: number for number, places in enumerate(groups) for place in places}
    labels: dict[int, int] = {}
    return [labels.setdefault(home[i], len(labels)) for i in range(len(articles))]


def _likenesses(profiles: Sequence[Profile]) -> dict[tuple[int, int], float]:
    """Cosine of every two profiles that reach the floor."""
    import numpy as np  # only adding articles groups them; comparing and reading never need it

    words = {word: column for column, word in enumerate(sorted({word for one in profiles for word in one}))}
    table = np.zeros((len(profiles), len(words)), dtype=np.float32)
    for row, one in enumerate(profiles):
        table[row, [words[word] for word in one]] = list(one.values())
    cosines = np.round(table @ table.T, 6)
    left, right = np.nonzero(np.triu(cosines >= FLOOR, k=1))
    return {(int(i), int(j)): float(cosines[i, j]) for i, j in zip(left, right, strict=True)}
