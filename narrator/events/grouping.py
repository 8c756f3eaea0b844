"""Articles to events: average-link clustering of what the articles are about."""

from collections.abc import Sequence
from itertools import combinations

from narrator.events.linkage import average_link
from narrator.events.profile import likeness, profile
from narrator.model.article import Article

ALIKE = 0.18
"""Mean likeness of two groups of articles from which they are one event."""


def group(articles: Sequence[Article]) -> list[int]:
    """A label per article, 0..n-1 by first appearance; the partition does not depend on the order of the articles."""
    order = sorted(range(len(articles)), key=lambda i: (articles[i].id, articles[i].text_sha256))
    profiles = [profile(articles[i]) for i in order]
    scores = {(i, j): likeness(profiles[i], profiles[j]) for i, j in combinations(range(len(order)), 2)}
    groups = average_link(len(order), {pair: score for pair, score in scores.items() if score > 0}, ALIKE)
    home = {order[place]: number for number, places in enumerate(groups) for place in places}
    labels: dict[int, int] = {}
    return [labels.setdefault(home[i], len(labels)) for i in range(len(articles))]
