"""What one account affirms and the other negates or denies."""

from collections.abc import Callable
from datetime import date
from itertools import combinations

import pytest

from narrator.comparison import compare
from narrator.conflict.lexicon import words
from narrator.model.article import Article
from narrator.model.comparison import Link

Relate = Callable[..., Link]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("No soldiers were wounded in the attack.", "Two soldiers were wounded in the attack."),
        ("No one was killed.", "Five people were killed."),
        ("The army shelled the hospital.", "The army did not shell the hospital."),
        ("The minister took the money.", "The minister did not take the money."),
        ("The blast damaged the school.", "The school was not damaged by the blast."),
        ("Jets did not strike the village.", "Jets struck the village."),
    ],
)
def test_none_and_some_is_and_is_not(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.kind, found.flagged) == ("contradicts", "negation", True)


@pytest.mark.parametrize(
    ("denial", "claim"),
    [
        ("The ministry denied that its jets had bombed the market.", "Its jets bombed the market."),
        ("The ministry denied that its jets had bombed the market.", "The ministry said its jets bombed the market."),
        ("The minister denied that he took the money.", "The minister took the money."),
    ],
)
def test_the_denying_side_stands_on_the_left(link: Relate, denial: str, claim: str) -> None:
    found = link(claim, denial)
    assert (found.relation, found.kind, found.left, found.flagged) == ("denies", "negation", 1, True)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("No police officers were hurt in the clash.", "Two residents were hurt in the clash."),
        ("Rebels did not take the town.", "Rebels took the bridge."),
        ("The army did not shell the school.", "The army did not shell the hospital."),
        ("No one was hurt in the blast.", "The blast hurt nobody."),
        ("The minister denied that he took the money.", "The minister denied he took the money."),
        ("None of the guards was wounded.", "Four dockers were wounded."),
    ],
)
def test_what_speaks_of_others_or_negates_alike_does_not_clash(link: Relate, left: str, right: str) -> None:
    assert not link(left, right).is_conflict


def test_a_denial_agrees_with_none(link: Relate) -> None:
    found = link("He denied that live rounds were used.", "No live rounds were used.")
    assert not found.is_conflict


NEAR = "The harbour board {} the new ferry line to the islands before the summer."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (NEAR.format("approved"), NEAR.format("did not approve")),
        (NEAR.format("sold several boats of"), NEAR.format("sold no boats of")),
        (NEAR.format("can close"), NEAR.format("cannot close")),
        (NEAR.format("opened"), NEAR.format("never opened")),
        (NEAR.format("paid for"), NEAR.format("failed to pay for")),
    ],
)
def test_a_sign_alone_turns_a_near_copy_round(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.kind, found.flagged) == ("contradicts", "negation", True)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (NEAR.format("runs"), NEAR.format("not only runs")),
        (NEAR.format("rejected"), NEAR.format("did not accept")),
        (NEAR.format("did not open"), NEAR.format("failed to open")),
        ("No, the board opened the new ferry line to the islands.", "The board opened the new ferry line to the islands."),
    ],
)  # fmt: skip
def test_what_is_no_sign_or_turns_round_again_does_not_clash(link: Relate, left: str, right: str) -> None:
    assert not link(left, right).is_conflict


def test_the_sign_is_shown_with_its_word(clash: Callable[[str, str], set[str]]) -> None:
    assert clash(NEAR.format("opened"), NEAR.format("never opened")) == {"opened", "never opened"}


def test_who_denies_it_agrees_with_the_negation() -> None:
    articles = [
        Article("“No live rounds were used,” the police chief, Oskar Thale, said on Sunday.", outlet="Dove"),
        Article("The police chief, Oskar Thale, denied on Sunday that live rounds were used.", outlet="Hawk"),
    ]
    assert not any(link.flagged for link in compare(articles).links)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The mayor denied that the bridge was closed.", "The bridge was not closed, the mayor said."),
        ("The bank denies that any files were copied.", "No files were copied, the bank said."),
        ("The guard denied that anyone had been hurt.", "No one was hurt, a guard said."),
        ("The captain denied fraud.", "The captain pleaded not guilty to fraud."),
        ("The union rejected claims that guards struck the driver.", "Guards did not strike the driver."),
    ],
)
def test_two_denials_agree(link: Relate, left: str, right: str) -> None:
    assert not link(left, right).is_conflict


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The harbour office did not say how many sailors drowned.", "Nine sailors drowned, the harbour office said."),
        ("Not all sailors survived.", "Most sailors survived."),
        ("No other sailors were wounded in the fire.", "Two sailors were wounded in the fire."),
        ("No major flooding was seen.", "Minor flooding was seen."),
        ("The ferry did not sink because of a leak.", "The ferry sank because of a storm."),
        ("The water is not safe for babies.", "The water is safe for cattle."),
        ("The bank did not immediately respond to a letter.", "The bank responded to the robbery."),
        ("The balloon did not land smoothly.", "The balloon landed in a garden."),
        ("The first driver pleaded guilty.", "The second driver pleaded not guilty."),
        ("No one was badly wounded in the fire.", "Two people were wounded in the fire."),
        ("No one was killed in the raid in Bergen.", "Five people were killed in the raid in Tromso."),
    ],
)
def test_a_negation_of_a_part_leaves_the_rest_standing(link: Relate, left: str, right: str) -> None:
    assert not link(left, right).is_conflict


@pytest.mark.parametrize(
    ("none", "some"),
    [
        ("No one was killed in the riots.", "Three people were killed in the riots."),
        ("Brandt has not been arrested.", "Brandt has been arrested on Monday."),
        ("Brandt has not been arrested for the theft.", "Brandt has been arrested for the theft."),
    ],
)
def test_what_had_not_happened_may_happen_later(link: Relate, none: str, some: str) -> None:
    assert not link(none, some, date(2024, 1, 1), date(2024, 1, 3)).is_conflict
    assert not link(some, none, date(2024, 1, 3), date(2024, 1, 1)).is_conflict


def test_what_has_not_happened_by_the_later_account_clashes(link: Relate) -> None:
    none, some = "Brandt has not been arrested for the theft.", "Brandt has been arrested for the theft."
    assert link(none, some, date(2024, 1, 3), date(2024, 1, 1)).is_conflict
    assert link(none, some, date(2024, 1, 1), date(2024, 1, 1)).is_conflict


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("The rents were not falling.", "The rents were falling.", {"were not falling", "falling"}),
        ("The court did not rule on the sale.", "The court ruled on the sale.", {"did not rule", "ruled"}),
    ],
)
def test_the_negated_words_are_shown_as_written(
    clash: Callable[[str, str], set[str]], left: str, right: str, words: set[str]
) -> None:
    assert clash(left, right) == words


def test_lists_of_negations_are_disjoint() -> None:
    lists = [words(f"{name}.txt") for name in ("bounds", "negations", "denials")]
    assert all(not one & other for one, other in combinations(lists, 2))
