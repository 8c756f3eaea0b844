"""The Markdown notes say who, what, where and why, and nothing foreign can take their shape."""

import dataclasses
from datetime import date

from narrator.export.markdown import comparison_notes, notebook_notes, source_head
from narrator.model.article import Article
from narrator.model.comparison import Comparison
from narrator.model.notebook import Notebook


def test_a_claim_shows_both_accounts_the_clash_and_the_reason(comparison: Comparison) -> None:
    notes = comparison_notes(comparison, "The bridge")
    assert notes.startswith(
        "# The bridge\n\nSources: 3 outlets, 2 origins. Coverage published 2024-03-04 to 2024-03-05."
    )
    assert "## C-01 killed `number`\n" in notes
    assert '| The mayor | "Twelve people died" | The Daily | 2024-03-04 09:30 +00:00 | [1] |' in notes
    assert '| Police (via Reuters) | "At least 20 people died" | Wire | 2024-03-05 | [2] |' in notes
    assert 'Clash: "Twelve" [1] / "At least 20" [2] (contradicts, number). Why: 12 against at least 20 dead' in notes
    assert '- Gazeta, "Мост".' in notes


def test_a_source_is_cited_in_full(comparison: Comparison) -> None:
    (line,) = [line for line in comparison_notes(comparison, "T").splitlines() if line.startswith("1. ")]
    assert line == (
        '1. The Daily, "Bridge falls", Ann Roe and Bo Li, 2024-03-04T09:30:00+00:00, <https://daily.example/bridge>, '
        f"retrieved 2024-03-05T08:00:00+00:00, sha256 {comparison.articles[0].text_sha256}, characters 27-45, "
        'after "The bridge fell on Monday. ", before ", the mayor said.&#10;Nobody had bee".'
    )


def test_what_one_party_says_alone_is_no_section(comparison: Comparison) -> None:
    assert "The bridge fell on Monday." not in comparison_notes(comparison, "T").split("## Sources")[0]


def test_the_date_of_export_appears_only_when_asked_for(comparison: Comparison) -> None:
    assert "Exported" not in comparison_notes(comparison, "T")
    assert "Exported 2024-04-01." in comparison_notes(comparison, "T", exported=date(2024, 4, 1))


def test_a_bookmarked_claim_carries_status_and_note(comparison: Comparison, notebook: Notebook) -> None:
    notes = comparison_notes(comparison, "T", notebook)
    assert "## C-01 killed `number` · status: unresolved\n" in notes
    assert "Note:\n\n> Ask the hospital.\n>\n> \\# Twice" in notes
    assert "## C-02 warned `certainty`\n" in notes


def test_notebook_notes_give_chain_status_tags_and_sources(notebook: Notebook) -> None:
    notes = notebook_notes(notebook)
    assert "## B-01 killed `number` · status: unresolved\n" in notes
    assert '| Police (via Reuters) | "At least 20 people died" | Wire | 2024-03-05 | [2] |' in notes
    assert "Tags: toll" in notes
    assert "\n2. Wire, " in notes


def test_a_bookmark_whose_article_is_gone_still_shows_its_words(notebook: Notebook) -> None:
    notes = notebook_notes(dataclasses.replace(notebook, articles=notebook.articles[:1]))
    assert '| Police (via Reuters) | "At least 20 people died" | Wire |  | [2] |' in notes
    assert "no longer in the library, sha256 unknown, characters 0-23" in notes


def test_a_link_across_claims_is_not_lost(comparison: Comparison) -> None:
    notes = comparison_notes(dataclasses.replace(comparison, claims=()), "T")
    assert "## Across claims" in notes
    assert 'Clash: "Twelve" [1] / "At least 20" [2]' in notes


def test_only_a_plain_web_address_is_a_link() -> None:
    assert source_head(Article("x", url="https://a.example/b_c")).endswith(", <https://a.example/b_c>")
    for hostile in (
        "javascript:alert(1)",
        "https://a.example/> <script>",
        "https://a.example/\n# heading",
        "ftp://[x](y)",
    ):
        head = source_head(Article("x", url=hostile))
        assert "<" not in head and "\n" not in head and "](" not in head.replace("\\]", "")
