"""Statements that answer the same question of fact share a row."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from narrator.alignment.rows import Rows, apart, tells
from narrator.language.analyse import analyse
from narrator.model.article import Span
from narrator.model.comparison import Claim, Met
from narrator.model.statement import Certainty, Stance, Statement

Account = Callable[..., Statement]
DAY = date(2021, 3, 4)
PUBLISHED = dict.fromkeys("abc", DAY)


def rows(*statements: Statement) -> list[Claim]:
    return Rows(statements, PUBLISHED).claims()


def members(claim: Claim) -> set[str]:
    return {*claim.statements, *claim.more}


def together(claims: list[Claim], *statements: Statement) -> bool:
    return any({one.id for one in statements} <= members(claim) for claim in claims)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The death toll rose to at least six people.", "Two people were killed when a truck blew up."),
        ("The clinic counted 40 wounded people.", "The crash injured 52 people."),
        ("Police arrested the captain.", "The captain of the ferry was charged on Monday."),
        ("Soldiers shelled student protesters.", "The soldiers fired on masked rioters."),
    ],
)
def test_one_question_brings_statements_together(account: Account, left: str, right: str) -> None:
    one, other = account(left, "a"), account(right, "b")
    claims = rows(one, other)
    assert together(claims, one, other)
    assert {claim.by for claim in claims} & {Met.SLOT, Met.BOTH}


def test_wording_brings_statements_together(account: Account) -> None:
    one = account("Residents had warned of the rotten pier for years.", "a")
    other = account("The rotten pier had worried residents for years.", "b")
    (claim,) = rows(one, other)
    assert claim.by is Met.WORDING
    assert "rotten pier" in claim.label


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The crash injured 12 people.", "In 2016 a crash injured 90 people."),
        ("Police arrested the captain.", "The mayor opened a library."),
        ("The fire killed 12 people.", "The fire destroyed 12 barges."),
    ],
)
def test_another_occurrence_and_another_question_stay_apart(account: Account, left: str, right: str) -> None:
    one, other = account(left, "a"), account(right, "b")
    assert not any(claim.by is not Met.WORDING for claim in rows(one, other))


def test_one_teller_makes_no_row(account: Account) -> None:
    first = account("The fire killed 12 people.", "a")
    again = account("Nine people died in the fire.", "a")
    assert rows(first, again) == []


def test_two_tellers_of_one_article_make_a_row(account: Account) -> None:
    one = account("The fire killed 12 people.", "a", "mayor")
    other = account("Nine people died in the fire.", "a", "owner")
    assert together(rows(one, other), one, other)


def test_of_one_article_few_are_shown_and_the_rest_kept(account: Account) -> None:
    told = [account(f"The fire killed {n} people.", "a") for n in ("12", "at least 12", "12 or 13", "over 11")]
    other = account("Nine people died in the fire.", "b")
    (claim, *_) = rows(*told, other)
    assert members(claim) == {one.id for one in (*told, other)}
    assert sum(one.startswith("a:") for one in claim.statements) == 2
    assert other.id in claim.statements


def test_the_order_of_the_statements_changes_nothing(account: Account) -> None:
    told = [
        account("The fire killed 12 people.", "a"),
        account("Nine people died in the fire.", "b"),
        account("The fire in the mill killed nine people, among them the miller.", "c"),
    ]
    assert len({tuple(rows(*order)) for order in permutations(told)}) == 1


def test_a_claim_is_known_by_its_earliest_statement(account: Account) -> None:
    late, early = account("The fire killed 12 people.", "a"), account("Nine people died in the fire.", "b")
    (claim,) = Rows([late, early], {"a": date(2021, 3, 6), "b": DAY}).claims()
    assert claim.id.startswith(early.id)


def test_rows_that_begin_with_one_statement_have_ids_of_their_own() -> None:
    story = [replace(one, article="a", narrators=("a",)) for one in _told(0)]
    for number, article in enumerate("bcd", 1):
        story += [replace(one, article=article, narrators=(article,)) for one in _told(number)]
    claims = Rows(story, dict.fromkeys("abcd", DAY)).claims()
    assert len(claims) > 3
    assert len({claim.id for claim in claims}) == len(claims)


def _told(number: int) -> tuple[Statement, ...]:
    """Four accounts of a fire on a pier, whose first sentences all tell two things."""
    words = (
        "The old pier burned down on Monday while 30 guests danced. The mayor wept. The cook jumped into the water.",
        "The pier burned down on Monday. The cook leapt into the water. The mayor wept at the sight.",
        "Thirty guests danced on Monday as the old pier caught fire. The mayor was in tears.",
        "While guests danced, the pier burned. Its cook jumped into the water and the mayor wept.",
    )
    return analyse([words[number]])[0].statements


def test_pairs_are_of_different_tellers(account: Account) -> None:
    own, mayor = account("The fire killed 12 people.", "a"), account("The fire killed ten people.", "a", "mayor")
    again = account("The fire killed some 12 people.", "a")
    other = account("Nine people died in the fire.", "b")
    found = Rows([own, mayor, again, other], PUBLISHED)
    (claim,) = found.claims()
    pairs = {frozenset((left.id, right.id)) for left, right in found.pairs(claim)}
    apart_ = [(own, mayor), (own, other), (mayor, again), (mayor, other), (again, other)]
    assert pairs == {frozenset((one.id, two.id)) for one, two in apart_}


def test_only_accounts_of_what_happened_or_is_planned_enter_rows(account: Account) -> None:
    happened = account("The fire killed 12 people.", "a")
    assert tells(happened)
    assert all(tells(replace(happened, stance=stance)) for stance in (Stance.BELIEF, Stance.PLAN))
    assert not any(tells(replace(happened, stance=stance)) for stance in (Stance.WISH, Stance.REFUSAL))
    assert not tells(replace(happened, certainty=Certainty.NO_COMMENT))


def test_plans_meet_by_wording_and_answer_no_question_of_what_happened(account: Account) -> None:
    one, other = account("The army will shell the town.", "a"), account("The army will shell the town soon.", "b")
    assert {one.stance, other.stance} == {Stance.PLAN}
    assert [claim.by for claim in rows(one, other)] == [Met.WORDING]


def test_another_outlet_or_another_source_is_another_teller(account: Account) -> None:
    own, mayor, other = account("It burned."), account("It burned.", "a", "mayor"), account("It burned.", "b", "mayor")
    assert not apart(own, own)
    assert apart(own, mayor)
    assert apart(mayor, other)


def test_near_copies_share_a_row_whatever_their_days(account: Account) -> None:
    one = account("The museum displayed its oldest dolls in March beside the silver of the count.", "a")
    other = account("The museum displayed its oldest dolls on Tuesday beside the silver of the count.", "b")
    assert together(rows(one, other), one, other)


def test_of_the_dead_and_the_injured_the_dead_name_the_row(account: Account) -> None:
    one = account("The bomb killed 12 people and wounded 30 people.", "a")
    other = account("The bomb wounded 30 people and killed 14 people.", "b")
    assert [claim.label for claim in rows(one, other)] == ["killed · people"]


def test_some_of_them_may_be_some_of_those_whom_the_other_counts(account: Account) -> None:
    one, other = account("Seventeen more people are missing.", "a"), account("Seven people are missing.", "b")
    assert together(rows(one, other), one, other)


def test_words_that_say_little_still_meet_where_they_are_the_same(account: Account) -> None:
    one, other = account("We did not do it.", "a", "Berg"), account("We did not do it.", "b", "Berg")
    assert together(rows(one, other), one, other)


def test_a_row_is_known_by_what_stands_first_in_the_article(account: Account) -> None:
    late = replace(account("The fire killed 12 people.", "a"), spans=(Span(1098, 1124),))
    early = replace(account("The fire killed 12 people on the pier.", "a", "mayor"), spans=(Span(351, 389),))
    other = account("Nine people died in the fire.", "b")
    (claim, *_) = [one for one in rows(late, early, other) if one.label == "killed · people"]
    assert claim.id.startswith(early.id)


def test_what_was_in_question_is_known_and_parts_of_one_article_are_its_words_alone(account: Account) -> None:
    one = account("Soldiers shelled student protesters.", "a")
    other = account("The soldiers fired on masked rioters.", "b")
    inside = account("The soldiers fired on masked rioters.", "a", "mayor")
    found = Rows([one, other, inside], PUBLISHED)
    found.claims()
    assert found.in_question(one, other) == found.in_question(other, one) >= {"party"}
    assert len(found.parts(one, inside)) < len(found.parts(one, other))
