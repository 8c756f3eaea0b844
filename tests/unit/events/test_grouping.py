from itertools import permutations

from narrator.events.grouping import group
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
