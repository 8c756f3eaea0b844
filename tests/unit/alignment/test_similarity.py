"""Do two statements speak to the same point?"""

from collections.abc import Callable

import pytest

from narrator.alignment.features import features
from narrator.alignment.similarity import NAMES, likeness, parts, score
from narrator.model.statement import Statement

Account = Callable[..., Statement]
SINKING = "The ferry Halvik sank off Odessa on Tuesday."
NEAR = "The Halvik ferry went down near Odessa."
FAR = "Wheat prices rose in London."


def alike(account: Account, left: str, right: str) -> float:
    return likeness(parts(features(account(left)), features(account(right))))


def part(account: Account, name: str, left: str, right: str) -> float:
    return {one.name: one.value for one in parts(features(account(left)), features(account(right)))}[name]


def test_the_same_point_is_likelier_than_another(account: Account) -> None:
    assert alike(account, SINKING, SINKING) > alike(account, SINKING, NEAR) > 0.5 > alike(account, SINKING, FAR)


@pytest.mark.parametrize("other", [SINKING, NEAR, FAR, ""])
def test_it_is_a_symmetric_probability_with_visible_parts(account: Account, other: str) -> None:
    left, right = features(account(SINKING)), features(account(other))
    found = parts(left, right)
    assert found == parts(right, left)
    assert tuple(one.name for one in found) == NAMES
    assert all(0 <= one.value <= 1 for one in found)
    assert 0 < likeness(found) < 1
    assert score(left, right) == pytest.approx(likeness(found))


@pytest.mark.parametrize(
    ("name", "left", "right", "value"),
    [
        ("wording", "The ferry sank.", "the ferry sank", 1.0),
        ("deed", "Jets bombed the depot.", "Guns shelled the town.", 1.0),
        ("deed", "Jets bombed the depot.", "The depot closed.", 0.0),
        ("deed", "The ferry left the port.", "Its departure was late.", 1.0),
        ("other act", "Jets bombed the depot.", "The depot closed.", 1.0),
        ("other act", "Jets bombed the depot.", "The depot is old.", 0.0),
        ("only names", "Halvik was old.", "Halvik sank off Odessa.", 1.0),
        ("only names", "The ferry Halvik was old.", "The ferry Halvik sank.", 0.0),
        ("only names", "The ferry was old.", "It sank.", 0.0),
        ("figures", "The fire killed 12 people.", "12 people are dead.", 1.0),
        ("figures", "The fire killed 12 people.", "The fire killed 14 people.", 0.0),
        ("other day", "It sank on Tuesday.", "It sank on Friday.", 1.0),
        ("other day", "It sank on Tuesday.", "It sank.", 0.0),
    ],
)
def test_what_a_part_says(account: Account, name: str, left: str, right: str, value: float) -> None:
    assert part(account, name, left, right) == pytest.approx(value)


def test_words_of_one_family_are_shared(account: Account) -> None:
    explosion = "An explosion hurt migrants at the border."
    assert part(account, "words", explosion, "It exploded near a migrant.") > part(account, "words", explosion, FAR)


def test_another_day_speaks_against_one_point(account: Account) -> None:
    monday = "The ferry Halvik sank off Odessa on Monday."
    assert alike(account, SINKING, monday) < alike(account, SINKING, "The ferry Halvik sank off Odessa.")


def test_few_words_prove_little(account: Account) -> None:
    assert alike(account, "It sank.", "The ferry Halvik sank off Odessa with cars and grain.") < 0.5
