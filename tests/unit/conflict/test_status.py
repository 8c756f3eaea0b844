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
