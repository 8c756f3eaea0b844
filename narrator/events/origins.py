"""Which articles share one text origin: wire copy, syndication, near-copies."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from narrator.events.agencies import Credit, credit
from narrator.model.article import Article, by_time

SHINGLE = 6
"""Words of a shingle: long enough that two writers do not chance upon the same one often."""

COPIED = 0.5
"""Share of the shorter article's shingles that the other holds, from which one was copied from the other or both from a third."""

CREDITED = 0.15
"""The same where both say that their text is one agency's: rewritten, cut and filled up, as desks do with wire copy."""

BRIEF = 120
"""Words up to which a text that says it is an agency's is taken for one, whatever passages it shares."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Text:
    """`shingles` of a text shorter than one is the text itself."""

    shingles: frozenset[tuple[str, ...]]
    words: int
    credit: Credit


def origins(articles: Sequence[Article]) -> Mapping[str, str]:
    """Article id to the id of its origin: the earliest article of those that share a text.

    Texts share an origin where most of the shorter one stands in the other. Where both say that they are the same agency's, some
    passages are enough, and none are needed for a brief. That an agency "contributed to this report" makes an article no copy of
    it: only shared passages do.
    """
    ordered = sorted(articles, key=lambda one: (by_time(one), one.id))
    texts = [_text(article) for article in ordered]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    origin: list[int] = []
    for place, mine in enumerate(texts):
        shared = Counter(other for shingle in mine.shingles for other in holders[shingle])
        copied = [origin[other] for other in range(place) if _same(mine, texts[other], shared[other])]
        origin.append(min(copied, default=place))
        for shingle in mine.shingles:
            holders[shingle].append(place)
    return {article.id: ordered[first].id for article, first in zip(ordered, origin, strict=True)}


def _same(one: _Text, other: _Text, shared: int) -> bool:
    agency = one.credit.whole & other.credit.whole
    if agency and min(one.words, other.words) <= BRIEF:
        return True
    return shared > 0 and shared >= (CREDITED if agency else COPIED) * min(len(one.shingles), len(other.shingles))


def _text(article: Article) -> _Text:
    words = tuple(_WORD.findall(article.text.lower()))
    shingles = (
        frozenset(words[i : i + SHINGLE] for i in range(max(1, len(words) - SHINGLE + 1))) if words else frozenset()
    )
    return _Text(shingles, len(words), credit(article))
