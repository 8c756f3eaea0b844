"""Outlet by outlet: on how many points two of them speak, and on how many of these they clash."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from narrator.export.wording import members
from narrator.model.article import by_time
from narrator.model.comparison import Comparison, Link, rank


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two outlets, by their numbers from 0: the claims that both speak to, those of them with a conflict between the two.

    `link` is the surest conflict, if there is one; `copied` says that one of the two has all its articles from a text of the
    other's, so that its agreement adds nothing.
    """

    left: int
    right: int
    shared: int
    clashing: int
    link: Link | None
    copied: bool


@dataclass(frozen=True)
class Agreements:
    """All outlets, in the order of their first articles, the number of claims each speaks to, and every two of them."""

    outlets: tuple[str, ...]
    points: tuple[int, ...]
    pairs: tuple[Agreement, ...]

    def of(self, one: int, other: int) -> Agreement:
        """The pair of two different outlets, in either order."""
        return self._by_ends[min(one, other), max(one, other)]

    @cached_property
    def _by_ends(self) -> dict[tuple[int, int], Agreement]:
        return {(pair.left, pair.right): pair for pair in self.pairs}


def agreements(comparison: Comparison) -> Agreements:
    """The outlets whose articles could be read for statements, and how each two of them agree, most clashes first."""
    names: dict[str, str] = {}
    origins: dict[str, set[str]] = defaultdict(set)
    for article in sorted(comparison.articles, key=by_time):
        if article.id in comparison.extracted:
            outlet = article.outlet or article.title or article.id
            names[article.id] = outlet
            origins[outlet].add(comparison.origins.get(article.id, article.id))
    outlets = tuple(dict.fromkeys(names.values()))
    number = {outlet: place for place, outlet in enumerate(outlets)}
    outlet_of = {one.id: number[names[one.article]] for one in comparison.statements if one.article in names}
    claims: list[set[int]] = []
    clashes: dict[tuple[int, int], dict[int, Link]] = defaultdict(dict)
    for row, claim in enumerate(comparison.claims):
        claims.append({outlet_of[one.id] for one in members(comparison, claim) if one.id in outlet_of})
        for link in comparison.claim_links(claim):
            ends = sorted({outlet_of[str(side)] for side in (link.left, link.right) if side in outlet_of})
            if link.is_conflict and len(ends) > 1:
                clashes[ends[0], ends[1]].setdefault(row, link)
    pairs = []
    for left, right in combinations(range(len(outlets)), 2):
        found = clashes[left, right]
        shared = sum({left, right} <= claim for claim in claims)
        one, other = origins[outlets[left]], origins[outlets[right]]
        surest = min(found.values(), key=rank, default=None)
        pairs.append(Agreement(left, right, shared, len(found), surest, one <= other or other <= one))
    pairs.sort(key=lambda pair: (-pair.clashing, -pair.shared, pair.left, pair.right))
    return Agreements(
        outlets, tuple(sum(one in claim for claim in claims) for one in range(len(outlets))), tuple(pairs)
    )
