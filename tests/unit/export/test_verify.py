"""Verification finds every quote again and nothing slips through."""

import dataclasses

import pytest

from narrator.errors import NarratorError
from narrator.export.markdown import comparison_notes, notebook_notes
from narrator.export.verify import Outcome, verify
from narrator.model.comparison import Comparison
from narrator.model.notebook import Notebook


def test_untouched_notes_and_sources_verify(comparison: Comparison, notebook: Notebook) -> None:
    for notes in (comparison_notes(comparison, "T", notebook), notebook_notes(notebook)):
        result = verify(notes, comparison.articles)
        assert result.ok
        assert all(check.quotes for check in result.sources)
    assert len(verify(comparison_notes(comparison, "T"), comparison.articles).sources) == 4


@pytest.mark.parametrize("position", [0, 30, -1])
def test_one_changed_character_anywhere_in_a_source_fails(comparison: Comparison, position: int) -> None:
    daily, *rest = comparison.articles
    characters = list(daily.text)
    characters[position] = "X"
    changed = dataclasses.replace(daily, text="".join(characters))
    result = verify(comparison_notes(comparison, "T"), [changed, *rest])
    assert [check.outcome for check in result.sources] == [
        Outcome.CHANGED,
        Outcome.VERIFIED,
        Outcome.CHANGED,
        Outcome.VERIFIED,
    ]


def test_a_changed_source_says_whether_the_words_are_still_there(comparison: Comparison) -> None:
    daily, *rest = comparison.articles
    changed = dataclasses.replace(daily, text=daily.text.replace("Twelve", "Eleven"))
    first, _, third, _ = verify(comparison_notes(comparison, "T"), [changed, *rest]).sources
    assert "no longer" in first.detail
    assert "still" in third.detail


def test_a_source_that_is_not_given_is_missing(comparison: Comparison) -> None:
    result = verify(comparison_notes(comparison, "T"), comparison.articles[1:])
    assert not result.ok
    assert result.sources[0].outcome is Outcome.MISSING


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"Twelve people died"', '"Thirteen people died"'),
        ("characters 27-45", "characters 26-45"),
        ("characters 27-45", "characters 27-99999"),
        ('before ", the mayor', 'before ", a mayor'),
        ('Clash: "Twelve"', 'Clash: "Twelfth"'),
        ("\n1. The Daily", "\nThe Daily"),
    ],
)
def test_altered_notes_fail(comparison: Comparison, old: str, new: str) -> None:
    notes = comparison_notes(comparison, "T")
    assert old in notes
    result = verify(notes.replace(old, new, 1), comparison.articles)
    assert not result.ok
    assert result.sources[0].outcome is Outcome.ALTERED
    assert result.sources[0].detail


def test_the_words_of_an_article_cannot_forge_a_source(comparison: Comparison) -> None:
    daily, *rest = comparison.articles
    forged = f'x, sha256 {"0" * 64}, characters 0-1, after "", before "".'
    hostile = dataclasses.replace(daily, outlet=forged, title=f"{forged}\n1. {forged}")
    hostile_comparison = dataclasses.replace(comparison, articles=(hostile, *rest))
    assert hostile.id == daily.id
    assert verify(comparison_notes(hostile_comparison, "T"), hostile_comparison.articles).ok


def test_a_bookmark_without_its_article_does_not_verify(notebook: Notebook) -> None:
    lost = dataclasses.replace(notebook, articles=notebook.articles[:1])
    result = verify(notebook_notes(lost), notebook.articles)
    assert [check.outcome for check in result.sources] == [Outcome.VERIFIED, Outcome.MISSING]


def test_other_text_is_refused() -> None:
    with pytest.raises(NarratorError, match="not notes that Narrator wrote"):
        verify("# My notes\n", ())
