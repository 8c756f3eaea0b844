"""Numbers in words and figures, without a parse."""

import pytest

from narrator.language.figures import scan
from narrator.language.numerals import Shape, lex, numeral, value_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("zero", 0),
        ("seven", 7),
        ("twelve", 12),
        ("forty", 40),
        ("twenty-one", 21),
        ("twenty one", 21),
        ("Ninety-Nine", 99),
        ("one hundred", 100),
        ("a hundred", 100),
        ("two hundred and fifty", 250),
        ("two hundred fifty", 250),
        ("twelve hundred", 1200),
        ("a thousand", 1000),
        ("three thousand and four", 3004),
        ("ten thousand five hundred", 10500),
        ("one hundred and twenty thousand", 120000),
        ("three million two hundred thousand and five", 3200005),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("half a million", 500000),
        ("a quarter of a million", 250000),
        ("two and a half million", 2500000),
        ("a million and a half", 1500000),
        ("two and a half", 2.5),
        ("11-and-a-half", 11.5),
        ("1,200", 1200),
        ("1.2 million", 1200000),
        ("63,800", 63800),
        ("143million", 143000000),
        ("2.5bn", 2500000000),
        ("40k", 40000),
        ("hundreds", 200),
        ("dozens", 24),
        ("hundreds of thousands", 200000),
        ("tens of millions", 20000000),
        ("several hundred", 300),
        ("two-thirds", 2 / 3),
        ("three quarters", 3 / 4),
    ],
)
def test_value_of_a_number(words: str, value: float) -> None:
    assert value_of(words) == pytest.approx(value)


@pytest.mark.parametrize(
    "words", ["", "the", "third", "fourth", "couple", "few", "seven apples", "scores", "and", "a", "1" * 400]
)
def test_what_is_no_number(words: str) -> None:
    assert value_of(words) is None


def test_m_is_millions_only_after_a_currency() -> None:
    words = lex("80m")
    assert numeral(words, 0).value == 80  # type: ignore[union-attr]
    assert numeral(words, 0, money=True).value == 80_000_000  # type: ignore[union-attr]


def test_the_shape_tells_vague_words_and_shares() -> None:
    assert numeral(lex("dozens"), 0).shape is Shape.VAGUE  # type: ignore[union-attr]
    assert numeral(lex("a third of them"), 0).shape is Shape.FRACTION  # type: ignore[union-attr]
    assert numeral(lex("a third man"), 0) is None


@pytest.mark.parametrize(
    ("text", "bounds", "unit"),
    [
        ("at least 35", (35, None), None),
        ("more than 100", (101, None), None),
        ("over $100", (100, None), "USD"),
        ("up to 40", (0, 40), None),
        ("as many as three", (0, 3), None),
        ("fewer than 20", (0, 19), None),
        ("no fewer than 20", (20, None), None),
        ("about 50", (45, 55), None),
        ("some 2,000", (1800, 2200), None),
        ("an estimated 1,500", (1350, 1650), None),
        ("nearly 50", (45, 50), None),
        ("almost two dozen", (21, 24), None),
        ("just over 60", (60, 66), None),
        ("exactly 14", (14, 14), None),
        ("30 or more", (30, None), None),
        ("20-odd", (18, 22), None),
        ("20 to 30", (20, 30), None),
        ("20-30 million", (20e6, 30e6), None),
        ("between 15 and 20", (15, 20), None),
        ("35 or 36", (35, 36), None),
        ("$2 to $3 billion", (2e9, 3e9), "USD"),
        ("10 km to 20 km", (10000, 20000), "m"),
        ("eight kilometers (five miles)", (8000, 8000), "m"),
        ("30 centimetres wide (11.8 inches)", (0.3, 0.3), "m"),
        ("50 miles or 81 kilometers", (80467.2, 80467.2), "m"),
        ("40 million shekels ($11 million)", (40e6, 40e6), "ILS"),
        ("5ft 10in", (1.778, 1.778), "m"),
        ("two hours and 30 minutes", (9000, 9000), "s"),
        ("half an hour", (1800, 1800), "s"),
        ("a quarter of a mile", (402.336, 402.336), "m"),
        ("77-tonne", (77000, 77000), "kg"),
        ("500 square miles", (1294994055, 1294994055), "m2"),
        ("60 mph", (26.8224, 26.8224), "m/s"),
        ("25°C", (25, 25), "°C"),
        ("77 degrees Fahrenheit", (25, 25), "°C"),
        ("6.1-magnitude", (6.1, 6.1), "magnitude"),
        ("€3 million", (3e6, 3e6), "EUR"),
        ("£2.4m", (2.4e6, 2.4e6), "GBP"),
        ("45 per cent", (45, 45), "%"),
    ],
)
def test_a_whole_text_as_one_figure(text: str, bounds: tuple[float, float | None], unit: str | None) -> None:
    (figure,) = scan(text)
    assert (figure.start, figure.end) == (0, len(text))
    assert figure.interval() == (pytest.approx(bounds[0]), bounds[1] if bounds[1] is None else pytest.approx(bounds[1]))
    assert (figure.unit.name if figure.unit else None) == unit


def test_a_verb_of_change_makes_two_figures() -> None:
    assert [figure.low for figure in scan("it rose from 20 to 30")] == [20, 30]
    assert [(figure.low, figure.high) for figure in scan("groups from 20 to 30")] == [(20, 30)]
