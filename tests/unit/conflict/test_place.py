"""Places of one act."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The ferry capsized three kilometres off Dunmarrow.", "The ferry sank six kilometres from Dunmarrow."),
        ("The jets struck the convoy east of the Oron river.", "The jets struck the convoy west of the Oron river."),
        ("The jets struck a camp in northern Lornia.", "The jets struck a camp in southern Lornia."),
        ("The capsule landed in the Pacific Ocean.", "The capsule landed in the Atlantic Ocean."),
    ],
)
def test_places_that_cannot_both_hold_contradict(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.kind, found.flagged) == ("contradicts", "place", True)


def test_a_distance_that_admits_another_is_less_specific(link: Relate) -> None:
    found = link("The ferry sank about five kilometres off Dunmarrow.", "The ferry sank 4.8 kilometres off Dunmarrow.")
    assert (found.relation, found.kind, found.left) == ("more_specific", "place", 1)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The ferry sank three kilometres (two miles) off Dunmarrow.", "The ferry sank two miles off Dunmarrow."),
        ("The ferry sank three kilometres off Dunmarrow.", "The ferry sank six kilometres from Ildern."),
        ("The jets struck a convoy east of the Oron river.", "The jets struck a convoy north-east of the Oron river."),
        ("A man was shot in Varsk.", "A man was shot in the market of Varsk."),
        ("The court jailed him in the capital.", "He was sentenced to three years in prison."),
    ],
)
def test_the_same_another_and_a_place_within_do_not(link: Relate, left: str, right: str) -> None:
    assert not (link(left, right).kind == "place" and link(left, right).is_conflict)
