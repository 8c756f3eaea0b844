"""Average-link clustering: always a partition, complete, and blind to the names of its items."""

from itertools import combinations
from math import sqrt
from statistics import mean

from hypothesis import given
from hypothesis import strategies as st

from narrator.events.linkage import average_link

Scores = dict[tuple[int, int], float]
ITEMS = 7
PAIRS = list(combinations(range(ITEMS), 2))

scores = st.dictionaries(st.sampled_from(PAIRS), st.floats(0, 1))
thresholds = st.floats(0.05, 1)
# No mean of square roots of primes is a mean of others: there are no ties that positions would break.
ROOTS = [sqrt(n) / 9 for n in range(2, 74) if all(n % k for k in range(2, n))]
distinct = st.permutations(ROOTS).map(lambda values: dict(zip(PAIRS, values, strict=True)))


@given(scores, thresholds, st.booleans())
def test_every_item_is_in_one_group(found: Scores, threshold: float, cohesive: bool) -> None:
    groups = average_link(ITEMS, found, threshold, cohesive=cohesive)
    assert sorted(item for group in groups for item in group) == list(range(ITEMS))
    assert groups == sorted(sorted(group) for group in groups)


@given(scores, thresholds)
def test_no_two_groups_are_left_that_belong_together(found: Scores, threshold: float) -> None:
    for one, other in combinations(average_link(ITEMS, found, threshold), 2):
        likeness = mean(found.get((min(i, j), max(i, j)), 0.0) for i in one for j in other)
        assert likeness < threshold + 1e-9


@given(scores, thresholds)
def test_no_item_is_in_a_group_that_it_has_no_likeness_with(found: Scores, threshold: float) -> None:
    for group in average_link(ITEMS, found, threshold):
        for i in group if len(group) > 1 else ():
            assert any(found.get((min(i, j), max(i, j)), 0.0) > 0 for j in group if j != i)


@given(distinct, st.permutations(range(ITEMS)), thresholds, st.booleans())
def test_the_names_of_the_items_do_not_matter(
    found: Scores, names: list[int], threshold: float, cohesive: bool
) -> None:
    renamed = {(min(pair), max(pair)): score for (i, j), score in found.items() for pair in [(names[i], names[j])]}
    expected = {
        frozenset(names[i] for i in group) for group in average_link(ITEMS, found, threshold, cohesive=cohesive)
    }
    assert {frozenset(group) for group in average_link(ITEMS, renamed, threshold, cohesive=cohesive)} == expected


@given(scores)
def test_a_threshold_that_nothing_reaches_joins_nothing(found: Scores) -> None:
    assert average_link(ITEMS, found, 1.1) == [[i] for i in range(ITEMS)]


@given(thresholds)
def test_what_is_all_alike_is_one_group(threshold: float) -> None:
    assert average_link(ITEMS, dict.fromkeys(PAIRS, 1.0), threshold) == [list(range(ITEMS))]
