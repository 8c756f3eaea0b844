"""Updates in a row: a toll that rises from account to account is one story, not many differences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from narrator.model.article import Span
    from narrator.model.comparison import Kind, Link

LONG = 3
"""Statements from which updates are told as a chain."""


@dataclass(frozen=True, slots=True)
class Step:
    """The words of a stage, verbatim, and the ids of the statements that have them one after the other."""

    words: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Statements that follow each other by updates of one kind, oldest first; `links` are the links' ids."""

    kind: Kind | None
    steps: tuple[Step, ...]
    links: frozenset[str]


def find_chains(
    updates: Iterable[Link], time: Callable[[str], tuple[str, ...]], words: Callable[[str, tuple[Span, ...]], str]
) -> Iterator[Chain]:
    """The chains of at least LONG statements and more than one stage that these updates make.

    `time` is the sort key of a statement id, `words` what stands at these spans of its article.
    """
    updates = list(updates)
    for kind in dict.fromkeys(link.kind for link in updates):
        for joined in _joined([link for link in updates if link.kind is kind]):
            steps = tuple(_steps(joined, time, words))
            if len(steps) > 1 and sum(len(step.statements) for step in steps) >= LONG:
                yield Chain(kind, steps, frozenset(link.id for link in joined))


def _joined(links: Iterable[Link]) -> list[list[Link]]:
    """The links in groups that share statements."""
    groups: list[list[Link]] = []
    for link in links:
        ends = {link.left, link.right}
        meets = [group for group in groups if any(ends & {one.left, one.right} for one in group)]
        joined = [link, *(one for group in meets for one in group)]
        groups = [*(group for group in groups if group not in meets), joined]
    return groups


def _steps(
    links: Iterable[Link], time: Callable[[str], tuple[str, ...]], words: Callable[[str, tuple[Span, ...]], str]
) -> Iterator[Step]:
    spans: dict[str, tuple[Span, ...]] = {}
    for link in sorted(links, key=lambda link: link.id):
        spans.setdefault(str(link.left), link.left_spans)
        spans.setdefault(str(link.right), link.right_spans)
    said = [(words(side, spans[side]), side) for side in sorted(spans, key=time)]
    for _, stage in groupby(said, lambda step: step[0].casefold()):
        first, *others = stage
        yield Step(first[0], (first[1], *(side for _, side in others)))
