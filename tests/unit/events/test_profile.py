from datetime import date, datetime

import pytest

from narrator.events.profile import TELLING, profile, telling
from narrator.model.article import Article

FERRY = Article(
    "Divers searched the Alma on Monday. The Alma sank off Sarn with 1,200 crates.", "Ferry Alma sinks off Sarn"
)


def test_names_are_capitalised_within_sentences() -> None:
    found = profile(FERRY)
    assert {"alma", "sarn"} <= found.names.keys()
    assert "divers" in found.plain
    assert not found.names.keys() & found.plain.keys()


def test_words_for_one_act_are_one_term() -> None:
    one, other = profile(Article("The boat capsized.")), profile(Article("A boat is sinking."))
    assert one.acts == other.acts == {"capsize"}
    assert one.lead.keys() == other.lead.keys() == {"boat", "#capsize"}


def test_numbers_and_weekdays_are_noted_as_written() -> None:
    found = profile(Article("In 2016, on Monday, 1,200 people felt 2 shocks of magnitude 4.6."))
    assert (found.numbers, found.weekdays) == ({"1200", "4.6"}, {"Mon"})


@pytest.mark.parametrize(
    ("published", "text", "day"),
    [
        (date(2020, 1, 2), "Sarn, March 5, 2019. It rained.", date(2020, 1, 2)),
        (datetime(2020, 1, 2, 23), "It rained.", date(2020, 1, 2)),
        (None, "Sarn, March 5,2019. It rained.", date(2019, 3, 5)),
        (None, "Last updated 5 Mar 2019 at noon", date(2019, 3, 5)),
        (None, "2019-03-05 It rained.", date(2019, 3, 5)),
        (None, "February 31, 2019. It rained.", None),
        (None, "It rained. " * 40 + "March 5, 2019", None),
    ],
)
def test_a_text_without_a_date_takes_that_of_its_dateline(published: date | None, text: str, day: date | None) -> None:
    assert profile(Article(text, published=published)).day == day


def test_a_title_that_is_a_date_is_no_headline() -> None:
    dated = profile(Article("Wednesday March 5\nThe ferry Alma sank off Sarn.", "Wednesday March 5"))
    assert dated.headline.keys() == profile(Article("The ferry Alma sank off Sarn.")).headline.keys()


def test_a_headline_that_the_body_repeats_counts_once() -> None:
    repeated = Article(f"{FERRY.title}\n{FERRY.text}", FERRY.title)
    assert profile(repeated).body == profile(FERRY).body


def test_the_most_telling_words_come_first_and_are_few() -> None:
    text = " ".join(f"Xa{n}ra" for n in range(90))
    assert len(telling(profile(Article(text)))) == TELLING
    assert set(telling(profile(FERRY))[:2]) == {"alma", "sarn"}


def test_no_words_no_profile() -> None:
    assert profile(Article("")).body == {}
