"""What one account commits to and the other leaves open."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]
FIRM = "Rebels shot down the helicopter near the lake."


@pytest.mark.parametrize(
    "unsure",
    ["Rebels reportedly shot down the helicopter near the lake.", "Rebels may have shot down the helicopter near the lake."],
)  # fmt: skip
def test_firm_against_open_frames(link: Relate, unsure: str) -> None:
    found = link(FIRM, unsure)
    assert (found.relation, found.kind) == ("frames_differently", "certainty")
    assert not found.is_conflict


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (FIRM, "Rebels shot down a helicopter near the lake."),
        ("Rebels allegedly shot down the helicopter.", "Rebels may have shot down the helicopter."),
        (FIRM, "Thieves allegedly stole a painting in Vienna."),
    ],
)
def test_equal_commitment_and_other_content_are_none(link: Relate, left: str, right: str) -> None:
    assert link(left, right).kind != "certainty"
