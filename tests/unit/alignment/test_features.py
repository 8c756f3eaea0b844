"""What a statement brings to a meeting with another."""

from collections.abc import Callable

from narrator.alignment.features import features
from narrator.model.statement import Statement

Account = Callable[..., Statement]


def test_names_acts_and_figures_are_told_apart(account: Account) -> None:
    found = features(account("Rebels bombed 12 depots in Varsk."))
    assert found.names == {"varsk"}
    assert found.acts == {"strike"}
    assert found.numbers == {"12"}


def test_words_of_one_act_are_one_word(account: Account) -> None:
    bombed, shelled = (features(account(text)) for text in ("The army bombed the town.", "The army shelled the town."))
    assert bombed.bag.keys() == shelled.bag.keys() == {"army", "strike", "town"}
    assert bombed.text != shelled.text


def test_a_rare_word_weighs_more_and_saying_nothing(account: Account) -> None:
    bag = features(account("The people said the orchestra left.")).bag
    assert bag["orchestra"] > bag["people"]
    assert "say" not in bag


def test_a_name_and_a_figure_weigh_most(account: Account) -> None:
    bag = features(account("Varsk lost 12 barges.")).bag
    assert min(bag["varsk"], bag["12"]) > bag["lose"]


def test_an_empty_statement_has_none(account: Account) -> None:
    found = features(account(""))
    assert (found.bag, found.total, found.text) == ({}, 0, "")
