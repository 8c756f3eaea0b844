"""Updates in a row: a toll that rises from account to account is one story, not many differences."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from narrator.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from narrator.model.comparison import Kind, Link

LONG = 3
"""Accounts from which updates are told as a chain."""


class Account(NamedTuple):
    """A statement (id) and its words that changed, offsets into its article."""

    statement: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Accounts that follow each other by updates of one kind: the stages, oldest first, and the ids of the links.

    Each stage is joined by an update to the one before; accounts of one stage are no update of each other.
    """

    kind: Kind | None
    stages: tuple[tuple[Account, ...], ...]
    links: frozenset[str]


def find_chains(updates: Iterable[Link], time: Callable[[str], tuple[str, ...]]) -> Iterator[Chain]:
    """The chains of at least LONG accounts that these updates make, the longest first; `time` sorts statement ids."""
    updates = list(updates)
    for kind in dict.fromkeys(link.kind for link in updates):
        ends = {link.id: _ends(link) for link in updates if link.kind is kind}
        edges = {pair for pair in ends.values() if time(pair[0].statement)[0] <= time(pair[1].statement)[0]}
        while path := _longest(edges, time):
            stages = _stages(path, edges, time)
            stage_of = {account: number for number, stage in enumerate(stages) for account in stage}
            inside = [one for one, (a, b) in ends.items() if stage_of.get(a, len(stages)) < stage_of.get(b, 0)]
            if len(stage_of) >= LONG:
                yield Chain(kind, stages, frozenset(inside))
            edges = {edge for edge in edges if not stage_of.keys() & set(edge)}


def _ends(link: Link) -> tuple[Account, Account]:
    return Account(str(link.left), link.left_spans), Account(str(link.right), link.right_spans)


def _longest(edges: Iterable[tuple[Account, Account]], time: Callable[[str], tuple[str, ...]]) -> Sequence[Account]:
    """The path with most accounts, of equals the earliest; empty where there is no edge."""
    before = defaultdict(list)
    for a, b in edges:
        before[b].append(a)
    accounts = sorted({one for edge in edges for one in edge}, key=lambda one: (time(one.statement), one.spans))
    best: dict[Account, list[Account]] = {}
    for account in accounts:
        paths = [best[one] for one in accounts if one in before[account] and one in best]
        best[account] = [*max(paths, key=len, default=[]), account]
    return max(best.values(), key=len, default=[])


def _stages(
    path: Sequence[Account], edges: Iterable[tuple[Account, Account]], time: Callable[[str], tuple[str, ...]]
) -> tuple[tuple[Account, ...], ...]:
    """The path with the accounts that stand between the same stages put beside those on it."""
    place = {account: number for number, account in enumerate(path)}
    after: dict[Account, int] = {}
    before: dict[Account, int] = {}
    for a, b in edges:
        if a in place:
            after[b] = max(after.get(b, 0), place[a] + 1)
        if b in place:
            before[a] = min(before.get(a, len(path)), place[b] - 1)
    stages = [[account] for account in path]
    beside = {one for one in (*after, *before) if one not in place}
    for account in sorted(beside, key=lambda one: (time(one.statement), one.spans)):
        first, last = after.get(account, 0), before.get(account, len(path) - 1)
        if first <= last:
            stages[first if account in after else last].append(account)
    return tuple(tuple(stage) for stage in stages)
