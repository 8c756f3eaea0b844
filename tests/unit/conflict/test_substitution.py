"""One changed name in otherwise the same words."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]
PAINTING = "She sold the painting in {} for a small sum of money."


@pytest.mark.parametrize(
    ("frame", "left", "right", "kind"),
    [
        ("{} jets struck the depot near the border at night.", "Turkish", "Russian", "actor"),
        ("Police arrested {} at the airport on suspicion of fraud.", "Anna Berg", "Paula Kern", "actor"),
        ("The car exploded outside the embassy in {} after noon.", "Beirut", "Damascus", "place"),
        (PAINTING, "Paris", "London", "place"),
        ("The ship left the port of Odessa on {} with grain on board.", "Monday", "Thursday", "time"),
        ("The firm cut the price of its {} tickets for the third time.", "annual", "monthly", "number"),
        ("The yard expects to build {} of the ferries by the summer.", "12%", "15%", "number"),
        ("The board met {} captains on the quay below the castle.", "one", "two", "number"),
        ("The yard lost more orders in {} than it had feared.", "Q3", "Q4", "number"),
        ("The divers met at {} Beach before the race in the summer.", "Whitby", "Bondi", "place"),
        ("The tower on the {} shore was painted again in the autumn.", "northern", "eastern", "place"),
        ("The two drove to the coast in a {} truck that they had bought.", "red", "blue", None),
    ],
)
def test_the_changed_word_is_the_difference(link: Relate, frame: str, left: str, right: str, kind: str) -> None:
    found = link(frame.format(left), frame.format(right))
    assert (found.relation, found.kind, found.flagged) == ("contradicts", kind, True)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Washington struck the depot near the border.", "The United States struck the depot near the border."),
        ("The minister met the envoys in Kiev on Friday.", "The minister met the envoys in Kyiv on Friday."),
        ("Berg met the envoys at the castle on the hill.", "Anna Berg met the envoys at the castle on the hill."),
        ("Mr Berg met Mr Kern at the castle on the hill.", "Mr Kern met Mr Berg at the castle on the hill."),
        ("The car drove from Paris to the coast.", "Wheat prices in London rose again."),
        ("The U.N. sent the envoys to the castle on the hill.", "The UN sent the envoys to the castle on the hill."),
        ("They met Jack Berg at the castle on the hill in May.", "They met John Berg at the castle on the hill in May."),
        ("The castle on the hill is in Colo. and closed.", "The castle on the hill is in Colorado and closed."),
    ],
)  # fmt: skip
def test_another_name_for_the_same_is_none(link: Relate, left: str, right: str) -> None:
    assert not link(left, right).is_conflict


def test_the_two_names_are_shown(clash: Callable[[str, str], set[str]]) -> None:
    assert clash(PAINTING.format("Paris"), PAINTING.format("London")) == {"Paris", "London"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The fire killed twelve people in Oslo.", "The fire killed 12 people in Oslo."),
        ("The base is eight kilometers from the river.", "The base is five miles from the river."),
        ("About 50 people were hurt in the crash.", "Some 52 people were hurt in the crash."),
        ("At least 35 people were killed in the strike.", "56 people were killed in the strike."),
        ("The ferry lay in the port of Oslo for seven days.", "The ferry lay in the port of Oslo for a week."),
        ("The new line uses a 2.4-GHz band for its radio calls.", "The new line uses a 2.4 GHz band for its radio calls."),
        ("The bridge fell at 3 pm on Monday.", "The bridge fell at around 4 pm on Monday."),
    ],
)  # fmt: skip
def test_figures_that_fit_are_no_substitution(link: Relate, left: str, right: str) -> None:
    assert not link(left, right).is_conflict


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The dam broke near Houston.", "The dam broke near Texas."),
        ("The left wing caught fire.", "The right wing caught fire."),
        ("The second pump broke down.", "The third pump broke down."),
    ],
)
def test_a_region_of_a_town_and_another_thing_of_a_row_are_no_substitutes(link: Relate, left: str, right: str) -> None:
    assert not link(left, right).flagged
