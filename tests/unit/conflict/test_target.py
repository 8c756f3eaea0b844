"""Who was hit."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]
LEFT, RIGHT = "Police fired on masked rioters.", "Police fired on student protesters."


def test_another_target_of_the_same_act_contradicts(link: Relate) -> None:
    found = link(LEFT, RIGHT)
    assert (found.relation, found.kind, found.flagged) == ("contradicts", "target", True)


def test_one_standing_under_two_names_is_framing(link: Relate) -> None:
    found = link("The army shelled Turkish troops.", "The army shelled Kurdish fighters.")
    assert (found.relation, found.kind) == ("frames_differently", "label")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Police fired on masked rioters.", "Police fired on the rioters."),
        ("Police fired on masked rioters.", "Soldiers fired on student protesters."),
        ("Police fired on masked rioters.", "Police fired on masked men."),
        ("Police fired on masked rioters.", "Police did not fire on student protesters."),
    ],
)
def test_a_name_for_anyone_and_another_agent_are_none(link: Relate, left: str, right: str) -> None:
    assert link(left, right).kind != "target"


def test_the_targets_are_shown(clash: Callable[[str, str], set[str]]) -> None:
    assert clash(LEFT, RIGHT) == {"masked rioters", "student protesters"}
