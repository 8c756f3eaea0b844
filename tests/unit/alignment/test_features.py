"""What a statement brings to a meeting with another."""

from collections.abc import Callable

from narrator.alignment.features import features
from narrator.model.statement import Statement

Account = Callable[..., Statement]


def test_deeds_acts_names_figures_and_days_are_told_apart(account: Account) -> None:
    found = features(account("The rebels bombed 12 depots of Varsk on Monday."))
    assert found.acts == found.deeds == {"strike"}
    assert "varsk" in found.names
    assert {minimum for _, minimum, _ in found.figures} == {12}
    assert found.days == {"weekday 0"}


def test_words_of_one_act_are_one_word_and_have_their_own_wording(account: Account) -> None:
    bombed, shelled = (features(account(text)) for text in ("The army bombed the town.", "The army shelled the town."))
    assert bombed.bag.keys() == shelled.bag.keys() == {"army", "strike", "town"}
    assert bombed.wording != shelled.wording


def test_words_of_one_family_share_their_beginning(account: Account) -> None:
    first, other = (
        features(account(text)) for text in ("Migrants fled an explosion.", "It exploded near migrant tents.")
    )
    assert {"explo", "migra"} <= first.stems & other.stems


def test_an_ending_changes_little_of_the_wording(account: Account) -> None:
    one, other, far = (features(account(text)).wording for text in ("demonstrators", "demonstrations", "ferries"))
    assert (one & other).bit_count() > one.bit_count() / 2 > (one & far).bit_count()


def test_the_order_of_the_words_is_no_wording(account: Account) -> None:
    assert features(account("The ferry sank.")).wording == features(account("sank, the FERRY")).wording


def test_a_noun_names_an_act_that_no_verb_does(account: Account) -> None:
    found = features(account("The bombing of the town went on."))
    assert "strike" in found.acts - found.deeds


def test_a_rare_word_weighs_more_and_saying_nothing(account: Account) -> None:
    found = features(account("The people said the orchestra left."))
    assert found.bag["orchestra"] > found.bag["people"]
    assert "say" not in found.bag
    assert "say" not in found.stems


def test_a_name_and_a_figure_weigh_most(account: Account) -> None:
    bag = features(account("Varsk lost 12 barges.")).bag
    assert min(bag["varsk"], bag["12"]) > bag["lose"]


def test_an_empty_statement_has_none(account: Account) -> None:
    found = features(account(""))
    assert (found.bag, found.stems, found.wording, found.figures, found.days) == ({}, set(), 0, set(), set())
