"""Which figures are of one thing, how they are tied, and how they are ranked."""

from dataclasses import replace
from datetime import date

import pytest

from narrator.export.figures import clash_words, figures, place_in_text, step_words, summary
from narrator.model.article import Article, Span
from narrator.model.comparison import Claim, Comparison, Kind, Link, Met, Relation
from narrator.model.party import Narrator, NarratorKind
from narrator.model.statement import Qualifier, Quantity, Slot, SlotName, Statement

TEXTS = ("Two people died. The wall is 40 m long.", "Two people died.", "Five people died. The wall is 40 m long.")
ARTICLES = tuple(
    Article(text, outlet=f"Outlet {number}", published=date(2024, 5, number + 1)) for number, text in enumerate(TEXTS)
)


def toll(number: int, value: float, words: str, key: str = "people") -> Statement:
    span = Span(0, len(words))
    return Statement(
        (Span(0, len(words) + 5),),
        f"{words} died",
        quantities=(Quantity(span, words, value, value, Qualifier.EXACT, "people", "people", "killed"),),
        slots=(Slot(SlotName.KILLED, key, words, (span,)),),
        article=ARTICLES[number].id,
        narrators=(f"o{number}",),
    )


def wall(number: int, metres: float = 40) -> Statement:
    start = ARTICLES[number].text.index("The wall")
    span = Span(start + 12, start + 16)
    return Statement(
        (Span(start, start + 21),),
        "The wall is 40 m long",
        quantities=(Quantity(span, "40 m", metres, metres, Qualifier.EXACT, "m"),),
        article=ARTICLES[number].id,
        narrators=(f"o{number}",),
    )


FIRST, SECOND, THIRD = toll(0, 2, "Two people"), toll(1, 2, "Two people"), toll(2, 5, "Five people")


def link(left: Statement, right: Statement, relation: Relation, conflict: float = 0.9) -> Link:
    spans = tuple((one.quantities[0].span,) for one in (left, right))
    return Link(left.id, right.id, relation, Kind.NUMBER, conflict, 0.8, *spans)


def comparison(*statements: Statement, links: tuple[Link, ...] = (), row: bool = True) -> Comparison:
    claims = (Claim("c", "killed · people", Met.SLOT, tuple(one.id for one in statements)),) if row else ()
    narrators = tuple(Narrator(f"o{number}", f"Outlet {number}", NarratorKind.OUTLET) for number in range(3))
    return Comparison(ARTICLES, narrators, statements, claims, links)


def test_figures_of_one_question_in_one_row_are_one_quantity_oldest_first():
    (figure,) = figures(comparison(THIRD, FIRST, SECOND))
    assert figure.title == "killed · people"
    assert [bar.statement for bar in figure.bars] == [FIRST, SECOND, THIRD]
    assert figure.amounts == 2
    assert summary(figure) == "3 accounts"


def test_another_question_is_another_quantity():
    soldiers = toll(2, 5, "Five people", "soldier")
    assert [len(one.bars) for one in figures(comparison(FIRST, SECOND, soldiers))] == [2]


def test_figures_that_share_no_row_are_not_set_side_by_side():
    assert figures(comparison(FIRST, SECOND, row=False)) == ()


def test_a_flagged_link_sets_figures_side_by_side_without_a_row():
    contradiction = link(FIRST, THIRD, Relation.CONTRADICTS)
    (figure,) = figures(comparison(FIRST, SECOND, THIRD, links=(contradiction,), row=False))
    assert [bar.statement for bar in figure.bars] == [FIRST, THIRD]
    assert (clash_words(figure, 0), clash_words(figure, 1)) == ("≠ 2", "≠ 1")
    assert figures(comparison(FIRST, THIRD, links=(replace(contradiction, conflict=0.1),), row=False)) == ()


def test_a_measure_is_of_one_thing_only_where_it_is_the_same():
    (figure,) = figures(comparison(wall(0), wall(2)))
    assert figure.title == "distance · killed · people"
    assert figure.written_in.symbol == "m"
    assert figures(comparison(wall(0), wall(2, 60))) == ()
    (figure,) = figures(comparison(wall(0), wall(2, 60), links=(link(wall(0), wall(2, 60), Relation.CONTRADICTS),)))
    assert len(figure.conflicts) == 1


def test_of_a_chain_each_goes_on_from_the_one_before():
    third = toll(2, 9, "Five people")
    second = toll(1, 5, "Two people")
    pairs = ((FIRST, second), (second, third), (FIRST, third))
    found = figures(comparison(FIRST, second, third, links=tuple(link(*pair, Relation.UPDATE) for pair in pairs)))
    assert found[0].steps == ((0, 1), (1, 2))
    assert [step_words(found[0], number) for number in range(3)] == ["", "⇡ 1", "⇡ 2"]
    assert summary(found[0]) == "3 accounts · 2 updates"


def test_what_one_teller_says_again_is_counted_only():
    again = replace(FIRST, spans=(Span(0, 16),), text="Two people died.")
    (figure,) = figures(comparison(FIRST, again, SECOND))
    assert [bar.again for bar in figure.bars] == [1, 0]


def test_what_only_one_article_tells_is_left_out():
    assert figures(comparison(FIRST, wall(0))) == ()
    assert figures(Comparison()) == ()


def test_the_contested_come_first():
    statements = (FIRST, SECOND, wall(0), wall(2, 60))
    found = figures(comparison(*statements, links=(link(wall(0), wall(2, 60), Relation.CONTRADICTS),)))
    assert [len(one.conflicts) for one in found] == [1, 0]


@pytest.mark.parametrize(("span", "words"), [(Span(4, 7), "two"), (Span(20, 24), "died"), (Span(12, 15), "")])
def test_where_the_figure_stands_in_the_statement(span, words):
    statement = Statement((Span(0, 10), Span(20, 30)), "Now two ar … died there")
    start, end = place_in_text(statement, span)
    assert statement.text[start:end] == words
