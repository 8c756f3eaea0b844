"""The strongest finding speaks; without one, likeness and the event gate do."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import SPEAKING, Link

Relate = Callable[..., Link]
FIRE = "The fire killed 12 people."

PAIRS = [
    (FIRE, "Nine people died in the fire."),
    (FIRE, "At least ten people died in the fire."),
    (FIRE, "The fire killed four firefighters."),
    (FIRE, "The fire killed no one."),
    (FIRE, "The mayor denied that the fire killed people."),
    ("Protesters blocked the road.", "Rioters blocked the road."),
    ("The bridge collapsed because of a flood.", "The bridge collapsed because of shoddy repairs."),
    ("Turkish jets struck the depot near the lake.", "Russian jets struck the depot near the lake."),
    ("The captain was arrested.", "The captain was charged."),
    ("“We heard a bang below the deck,” Berg said.", "“We heard a blast below the deck,” Berg said."),
]


@pytest.mark.parametrize("side", ["", "  ", "\n"])
def test_an_empty_side_is_unclear(link: Relate, side: str) -> None:
    found = link(side, FIRE)
    assert (found.relation, found.kind, found.conflict, found.left_spans) == ("unclear", None, 0.0, ())


def test_identical_text_is_the_same(link: Relate) -> None:
    assert (found := link(FIRE, FIRE)).relation == "same"
    assert found.conflict == 0.0


def test_other_act_party_place_and_time_are_another_event(link: Relate) -> None:
    found = link("Anna Berg was arrested in Damascus on Monday.", "Paul Ochs was killed in Moscow on Friday.")
    assert (found.relation, found.kind, found.flagged) == ("different_event", None, False)
    assert "place" in found.explanation


def test_a_link_keeps_what_speaks_against_one_occurrence(link: Relate) -> None:
    assert link("Anna Berg was arrested in Damascus.", "Anna Berg was arrested in Damascus on Monday.").gate == ()
    found = link("Anna Berg was arrested in Damascus.", "Paul Ochs was arrested in Moscow.")
    assert found.gate == ("another party", "another place")


def test_a_near_copy_that_differs_in_one_slot_is_a_conflict_not_another_event(link: Relate) -> None:
    found = link("Turkish jets struck the depot near the lake.", "Russian jets struck the depot near the lake.")
    assert found.is_conflict


def test_what_shares_nothing_is_unclear(link: Relate) -> None:
    assert link("The harbour was calm.", "Wheat prices rose.").relation == "unclear"


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_a_link_is_explained_and_bounded(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert found.kind is not None
    assert 0 <= found.conflict <= 1
    assert 0 <= found.confidence <= 1
    assert found.rule
    assert found.explanation.endswith(".")
    assert not found.flagged or (found.relation in SPEAKING and found.left_spans and found.right_spans)


def test_like_words_with_other_figures_are_not_said_to_agree(link: Relate) -> None:
    found = link("Unemployment was 5.1 percent in May.", "Unemployment was 5.3 percent in June.")
    assert (found.relation, found.flagged) == ("unclear", False)
    assert link("Unemployment was 5.1 percent.", "Unemployment was at 5.1 percent.").relation == "same"
