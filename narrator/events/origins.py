"""Which articles share one text origin: wire copy, syndication, near-copies."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from narrator.model.article import Article, by_time

SHINGLE = 6
"""Words of a shingle: long enough that two writers do not chance upon the same one often."""

COPIED = 0.5
"""Share of the shorter article's shingles that the other holds, from which one was copied from the other or both from a third."""

_WORD = re.compile(r"\w+")


def origins(articles: Sequence[Article]) -> Mapping[str, str]:
    """Article id to the id of its origin: the earliest article of those that share a text."""
    ordered = sorted(articles, key=lambda one: (by_time(one), one.id))
    shingles = [_shingles(article.text) for article in ordered]
    holders: dict[int, list[int]] = defaultdict(list)
    origin: list[int] = []
    for place, mine in enumerate(shingles):
        shared = Counter(other for shingle in mine for other in holders[shingle])
        copied = [origin[o] for o, n in shared.items() if n >= COPIED * min(len(mine), len(shingles[o]))]
        origin.append(min(copied, default=place))
        for shingle in mine:
            holders[shingle].append(place)
    return {article.id: ordered[first].id for article, first in zip(ordered, origin, strict=True)}


def _shingles(text: str) -> frozenset[int]:
    words = _WORD.findall(text.lower())
    return frozenset(hash(tuple(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1))
