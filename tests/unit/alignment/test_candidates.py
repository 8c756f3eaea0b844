"""Pairs that are worth a look."""

from collections.abc import Callable

from narrator.alignment.candidates import CROWD, candidates
from narrator.alignment.features import features
from narrator.model.statement import Statement

Account = Callable[..., Statement]


def pairs(account: Account, *texts: str) -> set[tuple[int, int]]:
    return candidates([features(account(text)) for text in texts])


def test_a_telling_word_brings_two_together(account: Account) -> None:
    assert pairs(account, "The ferry sank.", "Wheat is cheap.", "A ferry was late.") == {(0, 2)}


def test_common_words_bring_no_one_together(account: Account) -> None:
    assert pairs(account, "The people were there.", "The people had time.") == set()


def test_a_word_of_one_class_of_acts_is_shared(account: Account) -> None:
    assert pairs(account, "Jets bombed it.", "Guns shelled them.") == {(0, 1)}


def test_a_word_that_is_everywhere_brings_no_one_together(account: Account) -> None:
    found = features(account("The ferry sank."))
    assert len(candidates([found] * CROWD)) == CROWD * (CROWD - 1) // 2
    assert candidates([found] * (CROWD + 1)) == set()


def test_nothing_has_no_pairs() -> None:
    assert candidates([]) == set()
