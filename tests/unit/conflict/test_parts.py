"""Parts of a count, and several figures that are parts of one."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]

APART = [
    ("Forty guards were hurt, three of them badly.", "Forty guards were hurt, eleven of them by stones."),
    ("Nine people were killed, two of them children.", "Nine people were killed, four of them women."),
    ("Eighteen people were injured in the crash.", "Five people were seriously injured in the crash."),
    ("The blaze injured 18 people.", "The blaze critically injured two people."),
    ("The ferry sinking killed all 61 people.", "The ferry sinking killed 52 passengers and nine sailors."),
    ("The storm killed six people in Bergum and two people in Halvik.", "The storm killed eight people."),
    ("Six people died in Bergum and two in Halvik.", "Eight people died."),
    ("Sixteen people were injured, three critically.", "Three people were injured."),
    ("Another six people were killed in the raid.", "Fourteen people were killed in the raid."),
    ("21 guards were killed in the raid.", "33 people were killed in the raid."),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_a_part_is_compared_with_nothing_but_the_same_part(link: Relate, left: str, right: str) -> None:
    assert not link(left, right).flagged


def test_the_same_part_is_compared(link: Relate) -> None:
    found = link("Nine people were killed, two of them children.", "Nine people were killed, four of them children.")
    assert (found.relation, found.flagged) == ("contradicts", True)


def test_the_same_grade_is_compared(link: Relate) -> None:
    found = link("Two people were critically injured in the fire.", "Six people were critically injured in the fire.")
    assert (found.relation, found.flagged) == ("contradicts", True)


MEASURES = [
    ("Inflation stood at 4.1 percent in March.", "Inflation stood at 4.6 percent in April."),
    ("Profit in the first quarter was $1.4 billion.", "Profit in the third quarter was $1.1 billion."),
    ("Shares of Bergum fell 4 percent.", "Shares of Halvik rose 3 percent."),
    ("He won 55 percent of the vote.", "She won 45 percent of the vote."),
]


@pytest.mark.parametrize(("left", "right"), MEASURES)
def test_measures_of_other_periods_or_persons_are_no_conflict_of_figures(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert not (found.flagged and found.kind == "number")


def test_tolls_of_two_places_are_no_conflict(link: Relate) -> None:
    assert not link("The flood killed 15 people in Peru.", "The flood killed six people in Chile.").flagged
