"""The standing that each account gives to the same people."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]
DEAD = "The strike on the village killed 20 {}."


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (DEAD.format("civilians"), DEAD.format("terrorists"), {"20 civilians", "20 terrorists"}),
        ("There were armed men on the quay.", "Unarmed students stood on the quay.", {"armed men", "Unarmed students"}),
    ],
)
def test_one_group_of_two_standings_is_framing(
    link: Relate, clash: Callable[[str, str], set[str]], left: str, right: str, words: set[str]
) -> None:
    found = link(left, right)
    assert (found.relation, found.kind) == ("frames_differently", "standing")
    assert clash(left, right) == words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (DEAD.format("civilians"), "The strike on the village killed 35 terrorists."),
        (DEAD.format("civilians"), DEAD.format("villagers")),
        (DEAD.format("people"), DEAD.format("fighters")),
        ("Police shot at unarmed protesters.", "Police shot at the armed forces."),
        ("Police shot at unarmed protesters.", "Police shot at unarmed men."),
    ],
)
def test_other_counts_and_one_standing_are_none(link: Relate, left: str, right: str) -> None:
    assert link(left, right).kind != "standing"
