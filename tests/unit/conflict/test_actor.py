"""Who did it."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Police set up the fence around the square.", "The organisers set up the fence around the square."),
        ("The depot near the lake was shelled by rebels.", "Police shelled the depot near the lake."),
        ("Turkish jets destroyed the depot near the lake.", "The depot near the lake was destroyed by Russian guns."),
    ],
)
def test_another_agent_of_one_deed_contradicts(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.kind) == ("contradicts", "actor")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Washington bombed the depot near the lake.", "American jets bombed the depot near the lake."),
        ("The coalition bombed the depot near the lake.", "American jets bombed the depot near the lake."),
        ("Police searched the house near the lake.", "Officers searched the house near the lake."),
        ("Rebels shelled the depot near the lake.", "Militants shelled the depot near the lake."),
        ("Police announced the arrest near the lake.", "Organisers announced the arrest near the lake."),
        ("Police opened the gate near the lake.", "Organisers opened the store near the lake."),
        ("The company closed the works near the lake.", "Brandt closed the works near the lake."),
    ],
)
def test_metonymy_mouthpieces_and_other_patients_are_none(link: Relate, left: str, right: str) -> None:
    assert link(left, right).kind != "actor"


def test_the_agents_are_shown(clash: Callable[[str, str], set[str]]) -> None:
    left, right = "Police set up the fence around the square.", "The organisers set up the fence around the square."
    assert clash(left, right) == {"Police", "The organisers"}
