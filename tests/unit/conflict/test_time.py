"""Times of one act."""

from collections.abc import Callable
from datetime import date

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]
SATURDAY = date(2021, 3, 6)
MARKET = "The bomb exploded in the market {}."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The plane crashed before dawn on Wednesday.", "The plane crashed on Thursday night."),
        ("The plane crashed on Wednesday near the lake.", "The plane crashed on Thursday near the lake."),
        (MARKET.format("on 3 March"), MARKET.format("on 5 March")),
        (MARKET.format("at 3:10 pm"), MARKET.format("at 5:40 pm")),
        ("The ferry capsized at 3 p.m. off Odessa.", "The ferry capsized at 5 p.m. off Odessa."),
    ],
)
def test_times_that_cannot_both_hold_contradict(link: Relate, left: str, right: str) -> None:
    found = link(left, right, SATURDAY, SATURDAY)
    assert (found.relation, found.kind, found.flagged) == ("contradicts", "time", True)


def test_a_time_within_another_is_more_specific(link: Relate) -> None:
    found = link(MARKET.format("on Wednesday"), MARKET.format("on Wednesday morning"), SATURDAY, SATURDAY)
    assert (found.relation, found.kind, found.left) == ("more_specific", "time", 1)


@pytest.mark.parametrize(
    ("left", "right", "published"),
    [
        ("yesterday", "on Friday", SATURDAY),
        ("yesterday", "today", date(2021, 3, 5)),
        ("at 3 pm", "at 15:02", SATURDAY),
        ("on Wednesday", "", SATURDAY),
    ],
)
def test_words_that_mean_one_time_do_not_clash(link: Relate, left: str, right: str, published: date) -> None:
    assert not link(MARKET.format(left), MARKET.format(right), SATURDAY, published).flagged


def test_times_of_two_acts_do_not_clash(link: Relate) -> None:
    assert link("The plane crashed on Wednesday.", "The funeral was on Friday.", SATURDAY, SATURDAY).kind != "time"
