"""Do two statements speak to the same point?"""

from collections.abc import Callable

import pytest

from narrator.alignment.features import features
from narrator.alignment.similarity import likeness, parts
from narrator.model.statement import Statement

Account = Callable[..., Statement]
SINKING = "The ferry Halvik sank off Odessa on Tuesday."
NEAR = "The Halvik ferry went down near Odessa."
FAR = "Wheat prices rose in London."


def alike(account: Account, left: str, right: str) -> float:
    return likeness(parts(features(account(left)), features(account(right))))


def test_the_same_point_is_likelier_than_another(account: Account) -> None:
    assert alike(account, SINKING, SINKING) > alike(account, SINKING, NEAR) > 0.5 > alike(account, SINKING, FAR)


@pytest.mark.parametrize("other", [SINKING, NEAR, FAR, ""])
def test_it_is_a_symmetric_probability_with_visible_parts(account: Account, other: str) -> None:
    left, right = features(account(SINKING)), features(account(other))
    assert parts(left, right) == parts(right, left)
    assert all(0 <= part.value <= 1 for part in parts(left, right))
    assert 0 < likeness(parts(left, right)) < 1


def test_another_word_for_the_act_is_the_same_act(account: Account) -> None:
    left, right = (features(account(text)) for text in ("Jets bombed the depot.", "Jets shelled the depot."))
    assert {part.name: part.value for part in parts(left, right)}["act"] == 1.0


def test_few_words_prove_little(account: Account) -> None:
    assert alike(account, "It sank.", "The ferry Halvik sank off Odessa with cars and grain.") < 0.5
