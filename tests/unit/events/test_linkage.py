from narrator.events.linkage import average_link


def test_a_chain_is_not_joined_by_its_ends() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.6}
    assert average_link(3, scores, 0.5) == [[0, 1], [2]]


def test_groups_join_while_their_mean_holds() -> None:
    scores = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.7}
    assert average_link(3, scores, 0.5) == [[0, 1, 2]]


def test_what_is_like_nothing_stays_alone() -> None:
    assert average_link(2, {}, 0.1) == [[0], [1]]
