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


COPIES = [
    ("Mira Holt was moved to the Varsk museum in 2014.", "Mira Holt came to the Varsk museum in 2015."),
    (
        "Holt said in November that the dam was “a wall of sand and hope”.",
        "In December, Holt said that the dam was “a wall of sand and hope”.",
    ),
    (
        "The explosion occurred at 8 a.m. on Monday in the market.",
        "The blast happened at 10 a.m. on Monday in the market.",
    ),
    ("The ferry left Port Sallow at 5:40 p.m. on Tuesday.", "It had left its berth late, at 5:55 p.m. on Tuesday."),
]


@pytest.mark.parametrize(("left", "right"), COPIES)
def test_the_one_time_of_near_copies_and_the_hour_of_one_departure_clash(link: Relate, left: str, right: str) -> None:
    found = link(left, right, SATURDAY, SATURDAY)
    assert (found.relation, found.kind) == ("contradicts", "time")


TOLD = [
    (
        "The jet returned to Varsk on Tuesday after a false alarm.",
        "The jet returned to Varsk after a false alarm, police said Friday.",
    ),
    ("The bridge is scheduled to open on Monday.", "The bridge opened on Thursday."),
    ("The bridge opened three days earlier.", "The bridge opened on Thursday."),
]


@pytest.mark.parametrize(("left", "right"), TOLD)
def test_the_telling_the_plan_and_a_time_counted_from_another_do_not(link: Relate, left: str, right: str) -> None:
    assert link(left, right, SATURDAY, SATURDAY).kind != "time"
