"""Figures that do not count the same."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The raid killed 35 fighters.", "The raid killed 56 civilians."),
        ("The raid killed 35 soldiers.", "The raid killed two civilians."),
        ("The raid killed 56 people, 10 of them children.", "The raid killed 35 fighters."),
    ],
)
def test_another_category_adds(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.kind, found.flagged) == ("adds", "scope", False)


@pytest.mark.parametrize("other", ["The raid injured 56 civilians.", "No fighters died in the raid."])
def test_another_act_and_none_are_no_scope(link: Relate, other: str) -> None:
    assert link("The raid killed 35 fighters.", other).kind != "scope"
