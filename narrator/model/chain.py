"""Updates in a row: a toll that rises from account to account is one story, not many differences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from narrator.model.article import Span, instant
from narrator.model.comparison import Claim, Comparison, Kind, Link, Relation

LONG = 3
"""Statements from which updates are told as a chain."""


@dataclass(frozen=True, slots=True)
class Step:
    """The words of a stage, verbatim, and the ids of the statements that have them one after the other."""

    words: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Statements of one claim that follow each other by flagged updates of one kind, oldest first; `links` are the links' ids."""

    kind: Kind | None
    steps: tuple[Step, ...]
    links: frozenset[str]


def chains(comparison: Comparison, claim: Claim) -> tuple[Chain, ...]:
    """The update chains of a claim that hold at least LONG statements and more than one stage."""
    updates = [link for link in comparison.claim_links(claim) if link.flagged and link.relation is Relation.UPDATE]
    found = (
        _chain(comparison, kind, joined)
        for kind in dict.fromkeys(link.kind for link in updates)
        for joined in _joined([link for link in updates if link.kind is kind])
    )
    return tuple(
        chain for chain in found if len(chain.steps) > 1 and sum(len(step.statements) for step in chain.steps) >= LONG
    )


def _joined(links: Iterable[Link]) -> Iterator[list[Link]]:
    """The links in groups that share statements."""
    groups: list[list[Link]] = []
    for link in links:
        ends = {link.left, link.right}
        meets = [group for group in groups if any(ends & {one.left, one.right} for one in group)]
        joined = [link, *(one for group in meets for one in group)]
        groups = [*(group for group in groups if group not in meets), joined]
    yield from groups


def _chain(comparison: Comparison, kind: Kind | None, links: list[Link]) -> Chain:
    spans: dict[str | int, tuple[Span, ...]] = {}
    for link in sorted(links, key=lambda link: link.id):
        spans.setdefault(link.left, link.left_spans)
        spans.setdefault(link.right, link.right_spans)

    def time(side: str | int) -> tuple[str, str, int]:
        statement = comparison.statement_by_id[side]
        published = comparison.article_by_id[statement.article].published
        return instant(published) or "", statement.article, statement.start

    def words(side: str | int) -> str:
        return comparison.article_by_id[comparison.statement_by_id[side].article].quote(spans[side])

    stages = groupby(sorted(spans, key=time), lambda side: words(side).casefold())
    steps = (tuple(sides) for _, sides in stages)
    found = tuple(Step(words(sides[0]), tuple(map(str, sides))) for sides in steps)
    return Chain(kind, found, frozenset(link.id for link in links))
