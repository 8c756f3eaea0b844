"""A link between two sentences, and its clashing words."""

from collections.abc import Callable

import pytest

from narrator.comparison import relate
from narrator.model.article import When
from narrator.model.comparison import Link

Relate = Callable[..., Link]
Clash = Callable[[str, str], set[str]]


@pytest.fixture
def link() -> Relate:
    """The link between two sentences, published at the same time unless told."""

    def between(left: str, right: str, *times: When) -> Link:
        (found,) = relate([(left, right)], [(times[0], times[1])] if times else None)
        return found

    return between


@pytest.fixture
def clash(link: Relate) -> Clash:
    """The words of both sides that a link sets against each other."""

    def words(left: str, right: str) -> set[str]:
        found = link(left, right)
        sides = (left, right)
        spans = ((found.left, found.left_spans), (found.right, found.right_spans))
        return {sides[int(side)][start:end] for side, some in spans for start, end in some}

    return words
