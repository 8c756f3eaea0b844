from dataclasses import replace

import pytest

from narrator.export.explain import explained, naming_words
from narrator.model.article import Span
from narrator.model.comparison import Comparison, Relation
from narrator.model.contrast import Contrast, Naming


def test_a_marked_link_says_so(comparison: Comparison) -> None:
    told = explained(comparison, comparison.links[0])
    assert told.heading == "≠ contradicts, number"
    assert told.verdict == "Marked: conflict 0.90 reaches the threshold 0.50."
    assert told.rows == ("C-01 “killed”: they answer the same question",)
    assert [part.name for part in told.parts] == ["same act", "gap"]
    assert told.occurrence == "nothing speaks against it"


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({"conflict": 0.4}, "Not marked: conflict 0.40 is below the threshold 0.50."),
        ({"relation": Relation.SAME}, "Not marked: between these two nothing clashes."),
    ],
)
def test_a_link_that_is_not_marked_says_why(comparison: Comparison, change, verdict) -> None:
    assert explained(comparison, replace(comparison.links[0], **change)).verdict == verdict


def test_what_speaks_against_one_occurrence_is_told(comparison: Comparison) -> None:
    link = replace(comparison.links[0], gate=("another place", "another time"))
    assert explained(comparison, link).occurrence == "perhaps not: another place, another time"


def test_statements_without_a_common_row_say_so(comparison: Comparison) -> None:
    (row,) = explained(replace(comparison, claims=()), comparison.links[0]).rows
    assert row.startswith("none:")


def test_the_words_for_one_party_are_told_where_both_name_it(comparison: Comparison) -> None:
    link = comparison.links[0]
    sides = [comparison.statement_by_id[side] for side in (link.left, link.right)]
    namings = tuple(Naming(one.narrators[-1], one.id, Span(0, 6), f"word {n}", str(n)) for n, one in enumerate(sides))
    contrast = Contrast("the dead", (), namings)
    comparison = replace(comparison, contrasts=(contrast, Contrast("another", (), namings[:1])))
    assert explained(comparison, link).contrasts == (contrast,)
    assert list(naming_words(comparison, contrast)) == [
        "“word 0” (The mayor < The Daily)",
        "“word 1” (Police < Reuters < Wire)",
    ]
