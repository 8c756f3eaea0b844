"""Why it happened, and what it was for."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bridge collapsed because of a flood.", "The bridge collapsed because of shoddy repairs."),
        ("The plane crashed because of ice.", "The plane crashed because of a bomb."),
        ("Officials blamed a short circuit.", "The union blamed poor wiring."),
        (
            "Jets bombed the camp in self-defence.",
            "The governor called the bombing of the camp an attempt to help the rebels.",
        ),
    ],
)
def test_another_cause_contradicts(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.kind, found.flagged) == ("contradicts", "cause", True)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Jets bombed the camp to kill a commander.", "Jets bombed the camp to stop an advance."),
        ("The rebels wanted to take the bridge.", "Rebels crossed the lake to look for mines."),
        ("Troops entered the town to protect residents.", "Troops entered the town to seize the bridge."),
    ],
)
def test_another_purpose_frames(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.kind) == ("frames_differently", "cause")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bridge collapsed because of a flood.", "The bridge collapsed because of the flood."),
        ("The bridge collapsed because of a flood.", "The bridge collapsed."),
        ("The plane crashed because of ice.", "The dam failed because of a bomb."),
        ("Jets bombed the camp in self-defence.", "Jets bombed the camp in response to an assault."),
        ("The rebels wanted to take land from the miners.", "The rebels were seeking to seize the mine."),
        ("Rescuers were sent to the farm to save the boy.", "Diggers were sent to Bergen to clear the road."),
    ],
)
def test_one_cause_no_cause_and_another_act_do_not_clash(link: Relate, left: str, right: str) -> None:
    assert link(left, right).kind != "cause"


def test_what_did_not_cause_it_is_no_reason(link: Relate) -> None:
    assert not link("The ferry did not sink because of a leak.", "The ferry sank because of a storm.").is_conflict
