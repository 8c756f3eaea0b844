from narrator.events.linkage import average_link


def test_a_chain_is_not_joined_by_its_ends() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.6}
    assert average_link(3, scores, 0.5) == [[0, 1], [2]]


def test_groups_join_while_their_mean_holds() -> None:
    scores = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.7}
    assert average_link(3, scores, 0.5) == [[0, 1, 2]]


def test_what_is_like_nothing_stays_alone() -> None:
    assert average_link(2, {}, 0.1) == [[0], [1]]


def test_close_knit_groups_ask_more_of_each_other() -> None:
    close = {(i, j): 0.9 for group in ((0, 1, 2, 3), (4, 5, 6, 7)) for i in group for j in group if i < j}
    across = {(i, j): 0.3 for i in range(4) for j in range(4, 8)}
    assert average_link(8, close | across, 0.1) == [[0, 1, 2, 3, 4, 5, 6, 7]]
    assert average_link(8, close | across, 0.1, cohesive=True) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_loose_groups_join_as_they_would_without() -> None:
    scores = {(i, j): 0.3 for i in range(6) for j in range(i + 1, 6)}
    assert average_link(6, scores, 0.1, cohesive=True) == average_link(6, scores, 0.1)
