"""Figures: words to values and back, ordered bounds, and no text that breaks the reading."""

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrator.language.figures import scan
from narrator.language.numerals import ONES, TENS, lex, value_of
from narrator.language.paragraphs import parse
from narrator.language.quantities import find

if TYPE_CHECKING:
    from spacy.language import Language

WORDS = {value: word for word, value in {**ONES, **TENS}.items()}

figures = st.integers(0, 10**7).map(lambda value: f"{value:,}") | st.sampled_from(
    ["two dozen", "hundreds", "half", "no", "5.5", "007"]
)
bounds = st.sampled_from(
    ["", "at least", "up to", "nearly", "between 3 and", "more than", "fewer than", "$", "about", "not a"]
)
things = st.sampled_from(
    ["people", "km", "per cent", "of them children", "men and women", "killed", "(5 miles)", "to 9", "-year-old", "."]
)
phrases = st.lists(st.tuples(bounds, figures, things).map(" ".join), max_size=6).map(" ".join)
texts = st.text(max_size=200) | phrases | st.integers(0, 10**400).map("{} people".format)


def spell(value: int, joint: str) -> str:
    """English words of a number below a million."""
    if value >= 1000:
        rest = value % 1000
        return f"{spell(value // 1000, joint)} thousand" + (
            f" {joint if rest < 100 else ''} {spell(rest, joint)}" if rest else ""
        )
    if value >= 100:
        return f"{WORDS[value // 100]} hundred" + (f" {joint} {spell(value % 100, joint)}" if value % 100 else "")
    return WORDS[value] if value in WORDS else f"{WORDS[value - value % 10]}-{WORDS[value % 10]}"


@given(st.integers(0, 999_999), st.sampled_from(["and", ""]))
def test_number_words_round_trip(value: int, joint: str) -> None:
    assert value_of(spell(value, joint)) == value


@given(st.integers(0, 10**12))
def test_figures_round_trip(value: int) -> None:
    assert value_of(f"{value:,}") == value_of(str(value)) == value


@given(texts)
def test_figures_are_ordered_disjoint_and_bounded(text: str) -> None:
    end = 0
    for figure in scan(text):
        assert end <= figure.start <= figure.number < figure.stop <= figure.end <= len(text)
        end = figure.end
        minimum, maximum = figure.interval()
        assert maximum is None or minimum <= maximum


@given(st.text())
def test_words_are_the_text_without_white_space(text: str) -> None:
    assert "".join(text[word.start : word.end] for word in lex(text)) == "".join(text.split())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=texts)
def test_any_text_gives_ordered_disjoint_quantities(nlp: "Language", text: str) -> None:
    end = 0
    for paragraph in parse(nlp, [text])[0]:
        for quantity in find(paragraph):
            assert end <= quantity.span.start < quantity.span.end <= len(text)
            assert text[quantity.span.start : quantity.span.end] == quantity.text
            assert quantity.maximum is None or quantity.minimum <= quantity.maximum
            end = quantity.span.end
