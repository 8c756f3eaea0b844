"""Figures of one thing: which cannot both hold, which admit each other, which follow each other."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from narrator.conflict.intervals import overlap
from narrator.model.article import Span
from narrator.model.comparison import Link
from narrator.model.statement import Qualifier, Quantity

Relate = Callable[..., Link]
EARLIER, LATER = date(2021, 3, 4), date(2021, 3, 6)

DISJOINT = [
    ("The fire killed 12 people.", "Nine people died in the fire."),
    ("The crash injured 52 people.", "The crash injured 81 people."),
    ("At least 100 people were killed by the quake.", "The quake killed 80 people."),
    ("Up to 20 people were injured in the crash.", "The crash injured 31 people."),
    ("Hundreds of people were injured in the crash.", "The crash injured 52 people."),
    ("Police arrested 12 protesters.", "Police detained 40 protesters."),
    ("Some 4,000 people marched through the capital.", "About 15,000 protesters marched through the capital."),
    ("The ferry had 90 people aboard.", "The ferry was carrying 140 passengers."),
    ("The gunmen fired 30 rounds at the car.", "The gunmen fired 12 rounds at the car."),
    ("The ship carried 300 tonnes of grain.", "The ship carried 500 tonnes of grain."),
    ("The bank lost $5 million in the fraud.", "The bank lost $9 million in the fraud."),
    ("The raid killed seven soldiers.", "Six people were killed in the raid."),
    ("The raid killed seven troops.", "Nine soldiers were killed in the raid."),
]


@pytest.mark.parametrize(("left", "right"), DISJOINT)
def test_figures_that_cannot_both_hold_contradict(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.kind, found.flagged) == ("contradicts", "number", True)


# The exact figure, which is the more specific, stands on the right.
ADMITTED = [
    ("At least 35 people were killed in the bombardment.", "The bombardment killed 56 people."),
    ("About 50 people were injured in the crash.", "The crash injured 52 people."),
    ("Nearly 50 people were injured in the crash.", "The crash injured 49 people."),
    ("20 to 30 people were injured in the crash.", "The crash injured 26 people."),
    ("More than 40 people were injured in the crash.", "The crash injured 40 people."),
    ("Dozens of people were killed in the quake.", "The quake killed 61 people."),
]


@pytest.mark.parametrize(("bound", "exact"), ADMITTED)
def test_a_bound_admits_what_it_admits(link: Relate, bound: str, exact: str) -> None:
    found = link(bound, exact)
    assert (found.relation, found.kind, found.left) == ("more_specific", "number", 1)
    assert not found.flagged


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Nine people died in the fire.", "The fire killed 12 people."),
        ("At least 35 people were killed in the bombardment.", "The bombardment killed 56 people."),
        ("Dozens of people were killed in the quake.", "The quake killed 410 people."),
        ("Nine people are missing after the flood.", "Four people went missing in the flood."),
    ],
)
def test_what_time_explains_is_an_update(link: Relate, first: str, then: str) -> None:
    found = link(then, first, LATER, EARLIER)
    assert (found.relation, found.kind, found.left) == ("update", "number", 1)


def test_a_toll_does_not_fall(link: Relate) -> None:
    found = link("The fire killed 12 people.", "Nine people died in the fire.", EARLIER, LATER)
    assert found.relation == "contradicts"


def test_a_toll_does_not_rise_within_the_hour(link: Relate) -> None:
    times = datetime(2021, 3, 4, 9, 0), datetime(2021, 3, 4, 9, 40)
    assert link("Nine people died in the fire.", "The fire killed 12 people.", *times).relation == "contradicts"


def test_unknown_times_are_said_to_count_as_one(link: Relate) -> None:
    assert "unknown" in link("Nine people died in the fire.", "The fire killed 12 people.").explanation


NO_CLASH = [
    ("Ten children were killed in the raid.", "The raid killed 56 people, 10 of them children."),
    ("The raid killed 56 people, 10 of them children.", "The raid killed 35 fighters."),
    ("The crash injured 12 passengers.", "The crash killed three passengers."),
    ("The quake killed 40 people in Lornia.", "A quake in 2016 killed 90 people in Varsk."),
    ("Nine people were killed in Lornia on Monday.", "Last year 12 people were killed in Lornia."),
    ("Twelve people were killed.", "The seven-member crew died."),
    ("The gunmen fired 30 rounds at the car.", "The bank lost 12 vans."),
]


@pytest.mark.parametrize(("left", "right"), NO_CLASH)
def test_other_counts_and_other_events_do_not_clash(link: Relate, left: str, right: str) -> None:
    assert not link(left, right, LATER, LATER).is_conflict


MEASURED = [
    ("The boy fell 10 to 12 feet into the moat.", "The boy fell 15 feet into the moat."),
    (
        "A two-hour siege ended when police freed the hostages.",
        "The siege lasted three hours before police freed the hostages.",
    ),
    ("The earthquake had a magnitude of 6.1.", "A 6.4-magnitude earthquake shook the coast."),
]


@pytest.mark.parametrize(("left", "right"), MEASURED)
def test_measures_meet_by_the_words_around_them(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.kind, found.rule, found.flagged) == ("contradicts", "number", "number.measure", True)


NOT_ONE = [
    ("Orbex offered $82 a share for Talin.", "Orbex offered $121 billion for Talin."),
    ("Orbex raised its offer for Talin to $82.", "The previous offer of Orbex for Talin was $70."),
    ("The tower stands 70 meters tall.", "The tower is 12 meters wide."),
    ("The flight turned around four hours into the journey.", "The flight was back after eight hours in the air."),
    ("Two female gorillas were called out of the pen.", "Three gorillas were in the pen."),
    ("The breach exposed 700,000 British customers.", "The breach exposed 8,000 Canadian customers."),
]


@pytest.mark.parametrize(("left", "right"), NOT_ONE)
def test_rates_former_offers_other_stretches_parts_and_other_groups_do_not_clash(
    link: Relate, left: str, right: str
) -> None:
    assert link(left, right).kind is None or not link(left, right).is_conflict


def test_a_count_of_reports_goes_on(link: Relate) -> None:
    found = link(
        "Police are investigating 359 assaults.", "Police are investigating dozens of assaults.", LATER, EARLIER
    )
    assert (found.relation, found.kind, found.left) == ("update", "number", 1)


def test_the_clashing_figures_are_shown(clash: Callable[[str, str], set[str]]) -> None:
    assert clash(*DISJOINT[0]) == {"12 people", "Nine people"}


def test_distances_are_a_matter_of_place(link: Relate) -> None:
    near, far = "The village lies eight kilometers from the base.", "The village lies 20 kilometers from the base."
    assert (found := link(near, far)).relation == "contradicts"
    assert found.kind == "place"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((35, None), (56, 56), True),
        ((35, None), (30, 30), False),
        ((20, 30), (30, 40), True),
        ((20, 30), (31, 31), False),
        ((0, 20), (20, 20), True),
    ],
)
def test_overlap_of_intervals(one: tuple[int, int | None], other: tuple[int, int | None], expected: bool) -> None:
    left, right = (Quantity(Span(0, 1), "", *bounds, Qualifier.RANGE, "people") for bounds in (one, other))
    assert overlap(left, right) is overlap(right, left) is expected


def test_an_approximate_figure_leaves_a_tenth_of_room() -> None:
    about = Quantity(Span(0, 1), "about 50", 50, 50, Qualifier.ABOUT, "people", approximate=True)
    exact = [Quantity(Span(0, 2), str(n), n, n, Qualifier.EXACT, "people") for n in (54, 70)]
    assert [overlap(about, one) for one in exact] == [True, False]


def test_tolls_told_as_of_two_days_follow_these_days(link: Relate) -> None:
    found = link("The death toll rose to 14 on Thursday.", "The death toll stood at 9 on Wednesday.")
    assert (found.relation, found.left) == ("update", 1)


def test_a_unit_is_told_in_words(link: Relate) -> None:
    found = link("The tunnel is 30 metres long.", "The tunnel is 50 metres long.")
    assert "measured in metres" in found.explanation
