"""What no rule knows is held side by side between two articles, quietly."""

from collections.abc import Callable
from datetime import date

import pytest

from narrator.comparison import compare
from narrator.model.article import Article, When
from narrator.model.comparison import CONFLICT_THRESHOLD, Link

Relate = Callable[..., Link]
LEFT = "The minister said the ferry company had ignored several warnings about the doors."
RIGHT = "The minister said the ferry company had handled complaints about the doors quickly."


def between(left: str, right: str, *times: When) -> Link:
    """The link between two articles of one sentence."""
    first, second = times or (None, None)
    articles = [Article(left, outlet="Dove", published=first), Article(right, outlet="Hawk", published=second)]
    (found,) = compare(articles).links
    return found


def test_two_tellings_of_one_point_are_worth_a_look_and_never_flagged() -> None:
    found = between(LEFT, RIGHT)
    assert (found.relation, found.kind, found.rule) == ("frames_differently", None, "telling.otherwise")
    assert not found.flagged
    assert 0 < found.conflict < CONFLICT_THRESHOLD
    words = {text[start:end] for text in (LEFT, RIGHT) for start, end in (*found.left_spans, *found.right_spans)}
    assert "ignored several warnings" in words


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        (
            "No inspectors of the ferry company saw the doors, the minister said.",
            "The minister said the ferry company handled complaints about the doors.",
            "No inspectors",
        ),
        (
            "The minister said the ferry company hadn’t inspected the doors.",
            "The minister said the ferry company handled complaints about the doors.",
            "hadn’t inspected",
        ),
    ],
)
def test_words_are_shown_with_what_negates_them(left: str, right: str, shown: str) -> None:
    found = between(left, right)
    assert (found.rule, shown in found.explanation) == ("telling.otherwise", True), found.explanation


def test_who_only_says_less_tells_nothing_otherwise() -> None:
    shorter = "The minister said the ferry company had ignored several warnings."
    assert between(LEFT, shorter).rule != "telling.otherwise"


@pytest.mark.parametrize("other", [RIGHT, "Wheat prices rose."])
def test_no_article_vouches_for_sentences_alone(link: Relate, other: str) -> None:
    found = link(LEFT, other)
    assert not found.speaks
    assert found.conflict > 0


def test_a_figure_in_common_makes_a_difference_less_likely(link: Relate) -> None:
    left = "The minister said the ferry company had ignored {} warnings about the doors."
    right = "The minister said the ferry company had handled {} warnings about the doors quickly."
    assert (
        link(left.format("12"), right.format("12")).conflict < link(left.format("many"), right.format("many")).conflict
    )


def test_time_between_two_accounts_makes_a_difference_likelier() -> None:
    assert between(LEFT, RIGHT, date(2020, 1, 1), date(2020, 1, 4)).conflict > between(LEFT, RIGHT).conflict
