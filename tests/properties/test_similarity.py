"""Likeness and candidates of any statements."""

from hypothesis import given
from hypothesis import strategies as st

from narrator.alignment.candidates import CROWD, candidates
from narrator.alignment.features import Features, features
from narrator.alignment.similarity import likeness, parts, score
from narrator.model.article import Span
from narrator.model.statement import Qualifier, Quantity, Statement, Term, TimeExpression

WORDS = ("ferry", "ferries", "Halvik", "bomb", "shell", "sank", "twelve", "Odessa", "the", "of", "explode", "explosion")
TAGS = ("NOUN", "PROPN", "VERB", "NUM")


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """A statement of any words, tags, figures and times."""
    words = draw(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS)), max_size=12))
    figures = draw(st.lists(st.integers(1, 3), max_size=2))
    days = draw(st.lists(st.integers(0, 6), max_size=2))
    text, span = " ".join(word for word, _ in words), Span(0, 1)
    return Statement(
        spans=(Span(0, len(text)),),
        text=text,
        terms=tuple(Term(0, 1, word.lower(), tag) for word, tag in words),
        quantities=tuple(Quantity(span, str(one), one, one, Qualifier.EXACT, "people") for one in figures),
        times=tuple(TimeExpression(span, str(day), weekday=day) for day in days),
    )


made = statements().map(features)


@given(made, made)
def test_likeness_is_a_symmetric_probability_of_parts_between_0_and_1(left: Features, right: Features) -> None:
    found = parts(left, right)
    assert found == parts(right, left)
    assert all(0 <= one.value <= 1 for one in found)
    assert 0 < score(left, right) == likeness(found) < 1


@given(made)
def test_nothing_is_liker_than_the_same_words(one: Features) -> None:
    same = {part.name: part.value for part in parts(one, one)}
    assert same["wording"] == (1.0 if one.runs else 0.0)
    assert same["other act"] == same["other day"] == 0


@given(st.lists(made, max_size=CROWD // 10))
def test_candidates_are_the_pairs_that_share_a_word_an_act_or_a_figure(found: list[Features]) -> None:
    assert candidates(found) == {
        (i, j)
        for j, right in enumerate(found)
        for i, left in enumerate(found[:j])
        if left.stems & right.stems or left.acts & right.acts or left.figures & right.figures
    }
