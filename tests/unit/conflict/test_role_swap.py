"""Who did it to whom, turned round."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import Link

Between = Callable[..., Link]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("The militia attacked the army.", "The army attacked the militia.", "role_swap"),
        ("The militia attacked the army.", "The militia was attacked by the army.", "role_swap"),
        ("The ferry from Bergen overtook the barge.", "The barge from Bergen overtook the ferry.", "role_swap"),
        (
            "Anna Berg had thanked Paula Kern for the new boat.",
            "Paula Kern had thanked Anna Berg for the new boat.",
            "role_swap",
        ),
        ("Moscow blamed Kyiv for the blast.", "Kyiv blamed Moscow for the blast.", "responsibility"),
    ],
)
def test_turned_round(link: Between, left: str, right: str, kind: str) -> None:
    found = link(left, right)
    assert (found.kind, found.flagged) == (kind, True)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The militia attacked the army.", "The army was attacked by the militia."),
        ("Mr Berg met Mr Kern.", "Mr Kern met Mr Berg."),
        ("The army shelled the militia, then the militia shelled the army.", "The militia shelled the army."),
        ("They sold bread and fish at the port.", "They sold fish and bread at the port."),
    ],
)
def test_not_turned_round(link: Between, left: str, right: str) -> None:
    assert link(left, right).kind != "role_swap"
