"""What the articles around two statements add to their words."""

from dataclasses import replace

import pytest

from narrator.alignment.context import NAMES, Context
from narrator.language.analyse import analyse
from narrator.model.statement import Statement


def told(text: str, article: str) -> list[Statement]:
    return [
        replace(one, article=article, narrators=(article, *(mention.name for mention in one.chain)))
        for one in analyse([text])[0].statements
    ]


FIRST = "The ferry sank on Monday. The barge drifted ashore. Its owner praised the crew. The mayor wept in the rain."
SECOND = "A vessel went down on Monday. The barge was found on the beach. The crew was praised by its owner."


@pytest.fixture
def context() -> Context:
    return Context([*told(FIRST, "a"), *told(SECOND, "b")])


def parts(context: Context, i: int, j: int) -> dict[str, float]:
    return {part.name: part.value for part in context.parts(i, j)}


def test_parts_are_shares_and_symmetric(context: Context) -> None:
    for i in range(4):
        for j in range(4, 7):
            assert context.values(i, j) == context.values(j, i)
            assert all(0 <= value <= 1 for value in parts(context, i, j).values())
            assert 0 < context.affinity(i, j) < 1
            assert set(parts(context, i, j)) == set(NAMES) - {"wording"}


def test_what_stands_beside_like_things_is_nearer(context: Context) -> None:
    assert parts(context, 1, 5)["neighbours"] > parts(context, 3, 4)["neighbours"]
    assert parts(context, 1, 5)["surroundings"] > parts(context, 3, 4)["surroundings"]
    assert context.affinity(1, 5) > context.likeness(1, 5) / 2


def test_the_beginnings_of_articles_are_nearer(context: Context) -> None:
    assert parts(context, 0, 4)["near the top"] == 1.0
    assert parts(context, 3, 6)["near the top"] < parts(context, 1, 5)["near the top"] < 1.0


def test_a_word_that_an_article_repeats_tells_less() -> None:
    once = Context([*told("The pier burned. Rain fell. Berg wept.", "a"), *told("The pier fell.", "b")])
    often = Context([*told("The pier burned. The pier sank. The pier hissed.", "a"), *told("The pier fell.", "b")])
    assert parts(once, 0, 3)["rare words"] > parts(often, 0, 3)["rare words"]


def test_another_article_changes_nothing() -> None:
    accounts = [*told(FIRST, "a"), *told(SECOND, "b")]
    alone, crowded = Context(accounts), Context([*told("The ferry and the barge. The ferry sank.", "c"), *accounts])
    assert [alone.values(i, 5) for i in range(4)] == [crowded.values(i + 1, 6) for i in range(4)]


def test_a_statement_with_rivals_is_no_sure_choice() -> None:
    berg = told("The pier burned down at dawn. Berg wept. Rain fell.", "a")
    one = Context([*told("The pier burned down.", "b"), *berg])
    two = Context(
        [*told("The pier burned down.", "b"), *told("The pier burned down at dawn. The pier burned at dawn.", "a")]
    )
    assert parts(one, 0, 1)["no rival"] > parts(two, 0, 1)["no rival"]


def test_the_same_person_quoted_is_nearer() -> None:
    berg = Context([*told("“It sank fast,” Berg said.", "a"), *told("“We drowned,” Berg said.", "b")])
    ochs = Context([*told("“It sank fast,” Berg said.", "a"), *told("“We drowned,” Ochs said.", "b")])
    assert (parts(berg, 0, 1)["same speaker"], parts(ochs, 0, 1)["same speaker"]) == (1.0, 0.0)


def test_the_dead_of_one_are_not_the_injured_of_the_other() -> None:
    context = Context([*told("The fire killed 12 people.", "a"), *told("The fire injured 12 people.", "b")])
    assert context.other_toll(0, 1)
