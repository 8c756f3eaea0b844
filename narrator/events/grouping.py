"""Articles to events: who shares telling words is compared, and what is likely one event is linked."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from statistics import fmean

from narrator.events.likeness import likeness
from narrator.events.linkage import average_link, excess
from narrator.events.profile import Profile, profile, telling
from narrator.model.article import Article

ALIKE = 0.1
"""Mean likeness of two groups of articles from which they are one event; more where the groups are close-knit."""

JOINS = 0.3
"""As ALIKE, between new articles and an event of a library: whoever joins stays, so more is asked."""

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


def join(new: Sequence[Article], events: Mapping[str, Sequence[Article]]) -> list[tuple[str | None, list[Article]]]:
    """The groups that new articles form, each with the id of the event that it joins, None where it founds one.

    `events` holds the articles of known events that are looked at. Each event stays what it is: a group that would bridge two
    joins the one that it is more like; of equals the larger, then the first.
    """
    together: dict[int, list[Article]] = defaultdict(list)
    for article, label in zip(new, group(new), strict=True):
        together[label].append(article)
    known = {event: [profile(article) for article in articles] for event, articles in events.items()}
    asked = {event: JOINS + _excess(profiles) / 2 for event, profiles in known.items()}
    found: list[tuple[str | None, list[Article]]] = []
    for articles in together.values():
        mine = [profile(article) for article in articles]
        means = {event: fmean(likeness(*pair) for pair in product(mine, theirs)) for event, theirs in known.items()}
        fits = [event for event, mean in means.items() if mean >= asked[event] + _excess(mine) / 2]
        best = max(fits, key=lambda event: (round(means[event], 2), len(known[event])), default=None)
        found.append((best, articles))
    return found


def _excess(profiles: Sequence[Profile]) -> float:
    return excess(sum(likeness(*pair) for pair in combinations(profiles, 2)), len(profiles))


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """The pairs, the earlier first, that share enough telling words to be about one event."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(profiles):
        words = telling(found)
        shared = Counter(other for word in words for other in holders[word])
        yield from ((other, place) for other, number in shared.items() if number >= SHARED)
        for word in words:
            holders[word].append(place)
