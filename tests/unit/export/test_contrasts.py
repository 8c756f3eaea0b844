"""Other words for one party or act are told in a table, once, and updates as a chain."""

import re
from datetime import date

import pytest

from narrator.comparison import compare
from narrator.export.html import comparison_html
from narrator.export.markdown import comparison_notes
from narrator.export.text import comparison_text
from narrator.export.verify import verify
from narrator.model.article import Article
from narrator.model.comparison import Comparison


@pytest.fixture(scope="module")
def square() -> Comparison:
    return compare(
        [
            Article(
                "Clashes on the square in Harwick on Monday left two people dead.",
                outlet="Dove",
                published=date(2020, 5, 5),
            ),
            Article(
                "The massacre on the square in Harwick on Monday left five people dead.",
                outlet="Hawk",
                published=date(2020, 5, 7),
            ),
            Article("Nine people died on the square in Harwick on Monday.", outlet="Wren", published=date(2020, 5, 9)),
        ]
    )


@pytest.fixture(scope="module")
def road() -> Comparison:
    return compare(
        [
            Article(f"{who} blocked the road to Harwick on Monday.", outlet=outlet)
            for who, outlet in (("Protesters", "Dove"), ("Rioters", "Hawk"))
        ]
    )


def test_words_for_one_act_stand_in_a_table(square: Comparison) -> None:
    text, notes, page = comparison_text(square), comparison_notes(square, "T"), comparison_html(square, "T")
    assert '    "massacre" (Hawk)\n' in text
    assert '| Dove | "Clashes" | Dove | 2020-05-05 | [' in notes
    assert "<tr><td>Hawk</td><td>“massacre”</td></tr>" in page


def test_what_the_table_tells_is_no_clash_besides(road: Comparison) -> None:
    assert [link.kind for link in road.links if link.flagged] == ["label"]
    text, notes, page = comparison_text(road), comparison_notes(road, "T"), comparison_html(road, "T")
    assert "label [" not in text
    assert "Clash: " not in notes
    assert all("see “Words for the same”" in form for form in (text, notes, page))


def test_words_are_no_conflict(square: Comparison) -> None:
    assert "Words for the same" not in comparison_text(square, only="conflicts")


def test_a_rising_toll_is_one_chain(square: Comparison) -> None:
    text, notes, page = comparison_text(square), comparison_notes(square, "T"), comparison_html(square, "T")
    assert (
        '    → "two people" (Dove, 2020-05-05)\n    → "five people" (Hawk, 2020-05-07)\n    → "Nine people" (Wren'
        in text
    )
    assert 'Chain: "two people" [' in notes
    assert "“two people” (Dove) → “five people” (Hawk) → “Nine people” (Wren)" in page
    assert "Clash: " not in notes


def test_a_chain_is_verified_word_by_word(square: Comparison) -> None:
    notes = comparison_notes(square, "T")
    assert verify(notes, square.articles).ok
    (chain,) = [line for line in notes.splitlines() if line.startswith("Chain: ")]
    altered = notes.replace(chain, chain.replace("five people", "six people"))
    assert not verify(altered, square.articles).ok


def test_the_same_clash_of_several_outlets_is_told_once_and_verified() -> None:
    articles = [
        Article(f"The fire killed {toll} people in Harwick.", outlet=outlet, published=date(2020, 5, 5))
        for toll, outlet in ((12, "Dove"), (12, "Wren"), (9, "Hawk"), (9, "Kite"))
    ]
    comparison = compare(articles)
    assert sum(link.flagged for link in comparison.links) > 1
    notes = comparison_notes(comparison, "T")
    (clash,) = [line for line in notes.splitlines() if line.startswith("Clash: ")]
    assert re.match(r'Clash: "12 people" (\[\d\]){2} / "9 people" (\[\d\]){2} \(contradicts, number\)\.', clash)
    assert comparison_text(comparison).count("contradicts, number [") == 1
    assert verify(notes, articles).ok
    assert not verify(notes.replace('Clash: "12', 'Clash: "13'), articles).ok
