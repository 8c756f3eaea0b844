"""Ages of one referent."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]
BOY = "A four-year-old boy was found in the rubble."


def test_two_ages_of_one_boy_contradict(link: Relate) -> None:
    found = link(BOY, "A three-year-old boy was found in the rubble.")
    assert (found.relation, found.kind) == ("contradicts", "number")


@pytest.mark.parametrize(
    "other",
    [
        "A 4-year-old boy was found in the rubble.",
        "A nine-year-old girl was found in the rubble.",
        "A boy was found in the rubble.",
        "The nine-year-old boy sold his bicycle to a neighbour.",
    ],
)
def test_the_same_age_another_child_and_another_matter_do_not(link: Relate, other: str) -> None:
    assert not link(BOY, other).flagged


def test_the_ages_are_shown(clash: Callable[[str, str], set[str]]) -> None:
    assert clash(BOY, "A three-year-old boy was found in the rubble.") == {"four-year-old", "three-year-old"}
