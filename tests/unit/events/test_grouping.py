from itertools import permutations

import pytest

from narrator import read
from narrator.assets import samples_dir
from narrator.events.grouping import candidates, group, join
from narrator.events.profile import profile
from narrator.model.article import Article

FERRY = [
    Article(
        "The ferry Alma capsized off Port Sarn on Monday with 80 people aboard, the coast guard said.",
        "Ferry capsizes off Port Sarn",
    ),
    Article(
        "Rescuers searched for passengers of the Alma after the ferry overturned near Port Sarn.",
        "Search after Alma ferry sinks",
    ),
]
VOTE = Article("Parliament in Lornia rejected the budget late on Tuesday by nine votes.", "Lornia budget rejected")


def test_articles_about_one_occurrence_share_a_label() -> None:
    assert group([FERRY[0], VOTE, FERRY[1]]) == [0, 1, 0]


def test_the_partition_does_not_depend_on_the_order() -> None:
    articles = [*FERRY, VOTE]
    for order in permutations(range(3)):
        labels = dict(zip(order, group([articles[i] for i in order]), strict=True))
        assert labels[0] == labels[1] != labels[2]


def test_no_articles_no_labels() -> None:
    assert group([]) == []


def test_an_article_without_words_stays_alone() -> None:
    assert group([Article(""), Article("…"), FERRY[0]]) == [0, 1, 2]


def test_sister_events_stay_apart() -> None:
    sister = [
        Article(
            "Fire broke out on the ferry Brunhild in Tarn harbour on Friday and 31 people were treated, firemen said.",
            "31 treated after ferry fire in Tarn",
        ),
        Article("The Brunhild, a ferry, burned for hours in the harbour of Tarn.", "Brunhild ferry burns in harbour"),
    ]
    assert group([*FERRY, *sister]) == [0, 0, 1, 1]


def test_the_sample_stories_are_three_events() -> None:
    stories = [read([folder]) for folder in sorted(samples_dir().iterdir()) if folder.is_dir()]
    labels = iter(group([article for story in stories for article in story]))
    found = [{next(labels) for _ in story} for story in stories]
    assert found == [{0}, {1}, {2}]
    assert all(set(group(story)) == {0} for story in stories)


@pytest.mark.parametrize("strangers", [3, 60])
def test_only_articles_that_share_telling_words_are_compared(strangers: int) -> None:
    others = [Article(f"Xa{n}ra met Yo{n}lu in Ze{n}mi about Qu{n}ti.") for n in range(strangers)]
    assert list(candidates([profile(article) for article in (*FERRY, *others)])) == [(0, 1)]


def test_a_new_article_joins_its_event_or_founds_one() -> None:
    events = {"vote": [VOTE], "ferry": FERRY[:1]}
    stranger = Article("Farmers in the valley brought in a record harvest of wheat.", "A record harvest")
    assert join([FERRY[1]], events) == [("ferry", [FERRY[1]])]
    assert join([stranger], events) == [(None, [stranger])]
    assert join(FERRY, {}) == [(None, FERRY)]
    assert join([], events) == []


def test_what_would_bridge_two_events_joins_the_larger_of_equals_then_the_first() -> None:
    copies = [Article(FERRY[0].text, FERRY[0].title, f"Outlet {n}") for n in range(3)]
    assert join([FERRY[0]], {"one": copies[:1], "two": copies[1:]}) == [("two", [FERRY[0]])]
    assert join([FERRY[0]], {"one": copies[:1], "two": copies[1:2]}) == [("one", [FERRY[0]])]
