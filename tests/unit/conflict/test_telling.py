"""What no rule knows is held side by side, quietly."""

from collections.abc import Callable
from datetime import date

import pytest

from narrator.model.comparison import CONFLICT_THRESHOLD, Link

Relate = Callable[..., Link]
LEFT = "The minister said the ferry company had ignored several warnings about the doors."
RIGHT = "The minister said the ferry company had handled complaints about the doors quickly."


def test_two_tellings_of_one_point_are_worth_a_look_and_never_flagged(link: Relate) -> None:
    found = link(LEFT, RIGHT)
    assert (found.relation, found.kind, found.rule) == ("frames_differently", None, "telling.otherwise")
    assert not found.flagged
    assert found.conflict < CONFLICT_THRESHOLD
    (left,), (right,) = found.left_spans, found.right_spans
    assert LEFT[left.start : left.end] == "ignored several warnings"
    assert "complaints" in RIGHT[right.start : right.end]


@pytest.mark.parametrize(
    "other", ["The minister said the ferry company had ignored several warnings.", "Wheat prices rose."]
)
def test_who_only_says_less_or_something_else_tells_nothing_otherwise(link: Relate, other: str) -> None:
    assert link(LEFT, other).rule != "telling.otherwise"


def test_a_figure_in_common_makes_a_difference_less_likely(link: Relate) -> None:
    left = "The minister said the ferry company had ignored {} warnings about the doors."
    right = "The minister said the ferry company had handled {} warnings about the doors quickly."
    assert (
        link(left.format("12"), right.format("12")).conflict < link(left.format("many"), right.format("many")).conflict
    )


def test_time_between_two_accounts_makes_a_difference_likelier(link: Relate) -> None:
    apart = link(LEFT, RIGHT, date(2020, 1, 1), date(2020, 1, 4))
    assert apart.conflict > link(LEFT, RIGHT).conflict
