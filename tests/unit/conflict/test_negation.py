"""What one account affirms and the other negates or denies."""

from collections.abc import Callable

import pytest

from narrator.comparison import compare
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
    assert clash(NEAR.format("opened"), NEAR.format("never opened")) == {"opened", "never"}


def test_who_denies_it_agrees_with_the_negation() -> None:
    articles = [
        Article("“No live rounds were used,” the police chief, Oskar Thale, said on Sunday.", outlet="Dove"),
        Article("The police chief, Oskar Thale, denied on Sunday that live rounds were used.", outlet="Hawk"),
    ]
    assert not any(link.flagged for link in compare(articles).links)
