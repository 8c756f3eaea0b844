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


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("A boy fell into a well near Harwick.", "A boy is thought to have fallen down a well near Harwick."),
        ("The fire destroyed the archive.", "The archive was allegedly destroyed by the fire."),
        ("Warm water has kept the bay free of ice.", "Warm water may have kept the bay free of ice."),
        ("A bomb was found at the station.", "A possible bomb was found at the station."),
        ("The descent is unlikely to be controlled.", "The descent cannot be controlled."),
    ],
)
def test_a_hedge_before_what_both_say_frames(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.kind, found.rule) == ("frames_differently", "certainty", "certainty.hedge")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("A boy fell into a well near Harwick.", "A girl may have fallen down a well near Bergen."),
        ("The samples were returned to the town.", "They waited until the samples could be returned to the town."),
        ("The minister was singled out by Theresa May.", "The minister whom May singled out resigned."),
        ("People have fallen for the fraud.", "People laugh at the thought of falling for the fraud."),
        ("The tunnel will open in June.", "The tunnel may open in June."),
    ],
)
def test_other_people_ability_and_what_lies_ahead_are_none(link: Relate, left: str, right: str) -> None:
    assert link(left, right).rule != "certainty.hedge"


def test_what_is_only_said_weighs_more_than_what_may_be(link: Relate) -> None:
    said = link("The mayor sold the house.", "The mayor allegedly sold the house.")
    may_be = link("The mayor sold the house.", "The mayor may have sold the house.")
    assert said.conflict > may_be.conflict
    assert said.flagged


def test_the_hedge_is_shown(clash: Callable[[str, str], set[str]]) -> None:
    left, right = "A boy fell into a well near Harwick.", "A boy is thought to have fallen down a well near Harwick."
    assert clash(left, right) == {"fell", "thought to have fallen"}


def test_what_rumours_say_is_open(link: Relate) -> None:
    found = link(
        "The agency lost control of the station.", "There are rumours that the agency has lost control of the station."
    )
    assert found.rule == "certainty.hedge"


@pytest.mark.parametrize(
    ("left", "right", "rule"),
    [
        ("The leak may have affected 143,000 patients.", "A leak exposed the files of 143,000 patients.", True),
        (
            "The leak may have affected 143,000 patients.",
            "A leak may have exposed the files of 143,000 patients.",
            False,
        ),
        ("The leak may have affected 143,000 patients.", "A leak exposed the files of 90,000 patients.", False),
        ("The leak may have affected 12 patients.", "A leak exposed the files of 12 patients.", False),
    ],
)
def test_the_same_many_hedged_on_one_side(link: Relate, left: str, right: str, rule: bool) -> None:
    assert (link(left, right).rule == "certainty.figure") == rule
