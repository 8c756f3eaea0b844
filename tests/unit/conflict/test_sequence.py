"""Two acts in two orders."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("An explosion sparked a fire on the barge.", "The barge caught fire and caused an explosion."),
        (
            "The gunman fired at the guards before driving into the gate.",
            "The gunman drove into the gate, then fired at the guards.",
        ),
        ("After the engine failed, the ferry struck the bank.", "The ferry struck the bank before the engine failed."),
    ],
)
def test_the_same_acts_in_another_order_contradict(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.kind, found.flagged) == ("contradicts", "sequence", True)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("An explosion sparked a fire on the barge.", "The barge caught fire after an explosion."),
        (
            "The gunman fired at the guards and drove into the gate.",
            "The gunman drove into the gate and fired at the guards.",
        ),
        (
            "The ferry struck the bank before the engine failed.",
            "The captain left the bridge before the engine failed.",
        ),
    ],
)
def test_the_same_order_none_and_other_acts_do_not(link: Relate, left: str, right: str) -> None:
    assert link(left, right).kind != "sequence"
