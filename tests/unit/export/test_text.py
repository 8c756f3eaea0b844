"""What the terminal shows of a comparison."""

import dataclasses

import pytest

from narrator.export.fold import cells
from narrator.export.text import comparison_text, link_text
from narrator.export.wording import told_by
from narrator.model.article import Article, Span
from narrator.model.comparison import Comparison
from narrator.model.party import Mention, Narrator, NarratorKind
from narrator.model.statement import Statement


def test_a_claim_shows_signs_tellers_words_and_reason(comparison: Comparison) -> None:
    lines = comparison_text(comparison, 0).splitlines()
    assert lines[0] == "3 outlets / 2 origins · 5 statements · 2 differences · 1 conflict"
    assert lines[1] == "not extracted (language): Gazeta"
    start = lines.index("≠ C-01 killed · contradicts, number · 2 outlets / 1 origin · by slot")
    assert lines[start + 1 : start + 8] == [
        "  The mayor < The Daily, 2024-03-04 09:30 +00:00",
        '    "Twelve people died"',
        "  Police < Reuters < Wire, 2024-03-05",
        '    "At least 20 people died"',
        f"  ≠ contradicts, number [{comparison.links[0].id[:8]}]",
        '    The mayor: "Twelve" / Police: "At least 20"',
        "    Why: 12 against at least 20 dead",
    ]


def test_a_teller_found_by_a_pronoun_is_shown_with_it() -> None:
    article = Article("He said two died.", outlet="Post")
    he = Mention(Span(0, 2), "Pat Lee", NarratorKind.PERSON, confidence=0.8)
    statement = Statement((Span(8, 16),), "two died", (he,), article=article.id, narrators=("post", "lee"))
    narrators = (Narrator("post", "Post", NarratorKind.OUTLET), Narrator("lee", "Pat Lee", NarratorKind.PERSON))
    comparison = Comparison(articles=(article,), narrators=narrators, statements=(statement,))
    assert told_by(comparison, statement) == ("Post", "Pat Lee (“He”, likely)")


def test_every_narrator_is_seen_with_his_statements(comparison: Comparison) -> None:
    text = comparison_text(comparison, 0)
    alone = text[text.index("Told by one narrator only") :]
    assert 'The Daily\n  · "The bridge fell on Monday."\n    The Daily, 2024-03-04 09:30 +00:00' in alone
    assert "  Police (official body; also: the force; 1 statement)" in alone
    assert "  The mayor (person; side: City; 1 statement)" in alone
    assert all(narrator.name in alone for narrator in comparison.narrators)
    assert all(statement.text in text for statement in comparison.statements)


def test_filters_keep_conflicts_or_differences(comparison: Comparison) -> None:
    differences = comparison_text(comparison, 0, "differences")
    conflicts = comparison_text(comparison, 0, "conflicts")
    assert "C-01" in differences and "C-02" in differences
    assert "C-01" in conflicts and "C-02" not in conflicts
    assert "Told by one narrator only" not in differences


@pytest.mark.parametrize("width", [24, 40, 80])
def test_lines_fit_the_width(comparison: Comparison, width: int) -> None:
    assert all(cells(line) <= width for line in comparison_text(comparison, width).splitlines())


def test_a_statement_cannot_forge_a_heading_or_reach_the_terminal(comparison: Comparison) -> None:
    claim = dataclasses.replace(comparison.claims[0], label="x\n≠ C-99 forged\x1b[2J")
    text = comparison_text(dataclasses.replace(comparison, claims=(claim,)), 0)
    assert "\n≠ C-99" not in text
    assert "\x1b" not in text


def test_an_empty_comparison_is_one_line() -> None:
    assert comparison_text(Comparison()) == "0 outlets / 0 origins · 0 statements · 0 differences · 0 conflicts\n"


def test_a_link_is_explained_with_its_parts_and_the_threshold(comparison: Comparison) -> None:
    text = link_text(comparison, comparison.links[0], 0)
    assert text.startswith(f"≠ contradicts, number [{comparison.links[0].id}]\n")
    assert "Rule: number: disjoint intervals" in text
    assert "gap          ██████████░░░░░░░░░░ 0.50" in text
    assert "flagged from 0.50" in text
    assert '"Twelve people died"' in text and '"At least 20 people died"' in text
