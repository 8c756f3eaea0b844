"""Stages of one process."""

from collections.abc import Callable
from datetime import date

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]
EARLIER, LATER = date(2021, 3, 4), date(2021, 3, 6)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("The captain was arrested.", "The captain was charged."),
        ("Police arrested the captain.", "Prosecutors charged the captain."),
        ("The school has closed.", "The school has reopened."),
    ],
)
def test_a_stage_further_is_an_update(link: Relate, first: str, then: str) -> None:
    found = link(then, first, LATER, EARLIER)
    assert (found.relation, found.kind, found.left, found.flagged) == ("update", "status", 1, True)


def test_without_times_it_is_less_sure(link: Relate) -> None:
    told, untold = (
        link("The captain was arrested.", "The captain was charged.", *times) for times in ((EARLIER, LATER), ())
    )
    assert (untold.relation, untold.kind) == ("update", "status")
    assert untold.conflict < told.conflict


@pytest.mark.parametrize(
    "other", ["The mate was charged.", "The captain was detained.", "The captain was not charged."]
)
def test_another_man_the_same_stage_and_none_do_not_differ(link: Relate, other: str) -> None:
    assert link("The captain was arrested.", other, EARLIER, LATER).kind != "status"


def test_open_and_closed_at_the_same_time_contradict(link: Relate) -> None:
    found = link("The school is open.", "The school is closed.", LATER, LATER)
    assert (found.relation, found.flagged) == ("contradicts", True)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The driver was taken to hospital with serious injuries.",
            "The driver was taken to hospital with minor injuries.",
        ),
        ("The boy suffered non-life threatening injuries.", "The boy suffered critical injuries."),
    ],
)
def test_two_grades_of_an_injury_differ(link: Relate, left: str, right: str) -> None:
    found = link(left, right, LATER, LATER)
    assert (found.kind, found.relation) in {("status", "contradicts"), ("antonym", "contradicts")}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The captain was arrested on charges of fraud.", "The captain was charged with fraud."),
        ("Two suffered serious injuries and three minor injuries.", "The crash left two with serious injuries."),
    ],
)
def test_who_tells_both_stages_or_both_grades_does_not_differ(link: Relate, left: str, right: str) -> None:
    assert link(left, right, EARLIER, LATER).kind != "status"


def test_who_is_missing_is_found_later(link: Relate) -> None:
    found = link("The captain, Ove Brandt, is missing.", "Police have detained the captain.", EARLIER, LATER)
    assert (found.relation, found.kind, found.left) == ("update", "status", 0)
