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
        "A woman, Ina Brandt, 20, was found in the rubble.",
    ],
)
def test_the_same_age_another_child_and_another_matter_do_not(link: Relate, other: str) -> None:
    assert not link(BOY, other).flagged


def test_the_ages_are_shown(clash: Callable[[str, str], set[str]]) -> None:
    assert clash(BOY, "A three-year-old boy was found in the rubble.") == {"four-year-old", "three-year-old"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The boy, who is six years old, fell into the well.", "A five-year-old child fell into the well."),
        ("Mira Holt, 37, was found in the rubble.", "Mira Holt, 39, was pulled from the rubble."),
        (
            "A 17-year-old gorilla dragged a four-year-old boy.",
            "The gorilla dragged a three-year-old boy through the moat.",
        ),
    ],
)
def test_ages_meet_by_whose_they_are(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.rule, found.flagged) == ("contradicts", "age.other", True)


def test_two_of_one_family_are_two(link: Relate) -> None:
    found = link("Ove Brandt, 23, was found in the house.", "Ina Brandt, 20, lay in the house of a neighbour.")
    assert found.rule != "age.other"
