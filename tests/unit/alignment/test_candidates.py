"""Pairs that are worth a look."""

from collections.abc import Callable

from narrator.alignment.candidates import CROWD, candidates
from narrator.alignment.features import features
from narrator.model.statement import Statement

Account = Callable[..., Statement]


def pairs(account: Account, *texts: str) -> set[tuple[int, int]]:
    return candidates([features(account(text)) for text in texts])


def test_a_shared_word_brings_two_together(account: Account) -> None:
    assert pairs(account, "The ferry sank.", "Wheat is cheap.", "A ferry was late.") == {(0, 2)}


def test_a_word_of_one_family_is_shared(account: Account) -> None:
    assert pairs(account, "Migrants waited.", "Some migration is old.") == {(0, 1)}


def test_a_word_of_one_class_of_acts_is_shared(account: Account) -> None:
    assert pairs(account, "Jets bombed it.", "Guns shelled them.") == {(0, 1)}


def test_a_figure_is_shared_however_it_is_written(account: Account) -> None:
    assert pairs(account, "It lost 12 barges.", "Twelve barges burned.", "It sold 11 cows.") == {(0, 1)}


def test_nothing_shared_brings_no_one_together(account: Account) -> None:
    assert pairs(account, "The ferry sank.", "Wheat is cheap.") == set()


def test_what_is_everywhere_brings_no_one_together(account: Account) -> None:
    found = features(account("The ferry sank."))
    assert len(candidates([found] * CROWD)) == CROWD * (CROWD - 1) // 2
    assert candidates([found] * (CROWD + 1)) == set()


def test_nothing_has_no_pairs() -> None:
    assert candidates([]) == set()
