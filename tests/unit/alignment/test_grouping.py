"""Cores by average link, then a place for every sure pair."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from narrator.alignment.grouping import HOMES, PER_ARTICLE, SURE, TOGETHER, cores, overlapping

PAIRS = list(combinations(range(6), 2))
SCORES = st.dictionaries(st.sampled_from(PAIRS), st.integers(0, 100).map(lambda n: n / 100))
ARTICLES = st.lists(st.sampled_from("abc"), min_size=6, max_size=6)


def test_a_core_is_together_on_average() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.7, (0, 2): 0.2, (3, 4): 0.2}
    assert list(cores(range(5), scores, 0.4)) == [(0, 1, 2)]


def test_cores_are_of_the_positions_asked_for() -> None:
    assert list(cores([2, 5], {(2, 5): 0.9}, 0.4)) == [(2, 5)]


def test_a_statement_of_two_facts_stands_in_two_groups() -> None:
    assert overlapping("abc", {(0, 1): 0.9, (0, 2): 0.6}) == [(0, 1), (0, 2)]


def test_a_late_comer_joins_the_group_that_it_fits_on_average() -> None:
    scores = {(0, 1): 0.9, (2, 3): 0.9, (0, 2): 0.6, (0, 3): 0.55}
    assert overlapping("abcd", scores) == [(0, 1), (0, 2, 3)]


def test_of_one_article_no_more_join_than_are_shown() -> None:
    scores = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (0, 3): 0.6}
    assert overlapping("abbb", scores) == [(0, 1, 2), (0, 3)]


def test_rows_that_share_a_statement_and_are_alike_are_one() -> None:
    assert overlapping("abc", {(0, 1): 0.6, (0, 2): 0.6, (1, 2): 0.3}) == [(0, 1, 2)]
    assert overlapping("abc", {(0, 1): 0.6, (0, 2): 0.6, (1, 2): 0.1}) == [(0, 1), (0, 2)]


@given(ARTICLES, SCORES)
def test_every_sure_pair_has_a_group_unless_one_has_enough(
    articles: list[str], scores: dict[tuple[int, int], float]
) -> None:
    found = overlapping(articles, scores)
    assert found == sorted(set(found))
    assert all(len(group) > 1 and list(group) == sorted(set(group)) for group in found)
    core = {frozenset(group) for group in cores(range(6), scores, TOGETHER)}
    for group in map(frozenset, found):
        assert (
            any(one <= group for one in core)
            or max([articles[i] for i in group].count(a) for a in "abc") <= PER_ARTICLE
        )
        assert not any(group < frozenset(other) for other in found) or any(group >= one for one in core)
    assert all(sum(one in group for group in found) <= HOMES for one in range(6))
    for pair, score in scores.items():
        if score >= SURE and not any(set(pair) <= set(group) for group in found):
            assert max(sum(one in group for group in found) for one in range(6)) > 1


@given(ARTICLES, SCORES)
def test_the_order_of_the_scores_changes_nothing(articles: list[str], scores: dict[tuple[int, int], float]) -> None:
    assert overlapping(articles, dict(reversed(scores.items()))) == overlapping(articles, scores)
