from datetime import date

import pytest

from narrator.events.gate import judge
from narrator.language.analyse import propositions

DAY = date(2018, 2, 8)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("The coalition bombed fighters in Khusham.", "American jets struck militia in Khusham on Wednesday.", True),
        ("A quake shook Lornia in 2016.", "A quake shook Lornia on Thursday.", False),
        ("Anna Berg was arrested in Damascus on Monday.", "Paul Ochs was killed in Moscow on Friday.", False),
        ("A fire broke out in the harbour.", "Smoke rose over the quay.", True),
    ],
)
def test_gate(left: str, right: str, same: bool) -> None:
    one, other = propositions([left, right])
    assert judge(one, other, (DAY, DAY)).same is same


def test_the_slot_in_question_is_not_judged() -> None:
    one, other = propositions(["Anna Berg was arrested in Damascus.", "Paul Ochs was arrested in Moscow."])
    assert not judge(one, other).same
    assert judge(one, other, ignore=["place"]).same


def test_the_verdict_names_its_reasons() -> None:
    one, other = propositions(["Anna Berg was arrested in Damascus.", "Paul Ochs was arrested in Moscow."])
    assert judge(one, other).reasons == ("another party", "another place")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Two years ago a bomb killed nine people.", "A bomb killed nine people in 2016.", True),
        ("Two years ago a bomb killed nine people.", "A bomb killed nine people in 2009.", False),
        ("The rocket will be launched in June.", "The rocket will carry a car.", True),
        ("In January the rocket was launched.", "The rocket carried a car.", False),
    ],
)
def test_times_of_two_occurrences_and_times_to_come(left: str, right: str, same: bool) -> None:
    one, other = propositions([left, right])
    assert judge(one, other, (date(2018, 4, 8), date(2018, 4, 8))).same is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("In March 2011, a bomb killed nine people.", "A bomb killed nine people on Thursday.", False),
        ("On 5 May 2015, a bomb killed nine people.", "A bomb killed nine people.", False),
        ("On 7 February 2018, a bomb killed nine people.", "A bomb killed nine people on Thursday.", True),
        ("The ferry was built in 1996.", "The ferry was built in 1998.", True),
    ],
)
def test_who_looks_back_for_years_disputes_no_time(left: str, right: str, same: bool) -> None:
    one, other = propositions([left, right])
    assert judge(one, other, (DAY, DAY), ignore=["time"]).same is same
