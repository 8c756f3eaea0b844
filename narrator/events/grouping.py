"""Articles to events: who shares telling words is compared, and what is likely one event is linked."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from narrator.events.likeness import likeness
from narrator.events.linkage import average_link
from narrator.events.profile import Profile, profile, telling
from narrator.model.article import Article

ALIKE = 0.1
"""Mean likeness of two groups of articles from which they are one event; more where the groups are close-knit."""

SHARED = 2
"""Telling words that two articles share before they are compared at all."""


def group(articles: Sequence[Article]) -> list[int]:
    """A label per article, 0..n-1 by first appearance; the partition does not depend on the order of the articles."""
    order = sorted(range(len(articles)), key=lambda i: (articles[i].id, articles[i].text_sha256))
    profiles = [profile(articles[i]) for i in order]
    scores = {(i, j): likeness(profiles[i], profiles[j]) for i, j in candidates(profiles)}
    groups = average_link(len(order), scores, ALIKE, cohesive=True)
    home = {order[place]: number for number, places in enumerate(groups) for place in places}
    labels: dict[int, int] = {}
    return [labels.setdefault(home[i], len(labels)) for i in range(len(articles))]


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """The pairs, the earlier first, that share enough telling words to be about one event."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(profiles):
        words = telling(found)
        shared = Counter(other for word in words for other in holders[word])
        yield from ((other, place) for other, number in shared.items() if number >= SHARED)
        for word in words:
            holders[word].append(place)
