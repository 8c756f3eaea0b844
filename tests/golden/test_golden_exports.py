"""The bytes of every export. After a wanted change: UPDATE_GOLDEN=1 pytest tests/golden, then read the difference."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from narrator.export.csv import comparison_csv, notebook_csv
from narrator.export.escape import UNSAFE
from narrator.export.html import comparison_html
from narrator.export.json import comparison_json, notebook_json
from narrator.export.markdown import comparison_notes, notebook_notes
from narrator.export.text import comparison_text, link_text
from narrator.export.verify import verify
from narrator.model.comparison import Comparison
from narrator.model.notebook import Notebook

TITLE = "Blast at the <harbour> | 1 May\n# 2024"

EXPORTS: dict[str, Callable[[Comparison, Notebook], str]] = {
    "comparison.md": lambda comparison, notebook: comparison_notes(comparison, TITLE, notebook),
    "comparison.txt": lambda comparison, _: comparison_text(comparison, 72),
    "comparison-unfolded.txt": lambda comparison, _: comparison_text(comparison, 0, "conflicts"),
    "comparison.json": lambda comparison, _: comparison_json(comparison),
    "comparison.csv": lambda comparison, _: comparison_csv(comparison),
    "comparison.html": lambda comparison, _: comparison_html(comparison, TITLE),
    "link.txt": lambda comparison, _: link_text(comparison, comparison.links[0], 72),
    "notebook.md": lambda _, notebook: notebook_notes(notebook),
    "notebook.json": lambda _, notebook: notebook_json(notebook),
    "notebook.csv": lambda _, notebook: notebook_csv(notebook),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_bytes(name: str, comparison: Comparison, notebook: Notebook) -> None:
    golden = Path(__file__).parent / name
    written = EXPORTS[name](comparison, notebook).encode()
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(written)
    assert written == golden.read_bytes()


@pytest.mark.parametrize("name", EXPORTS)
def test_nothing_can_act_on_a_terminal(name: str, comparison: Comparison, notebook: Notebook) -> None:
    assert not UNSAFE.search(EXPORTS[name](comparison, notebook))


def test_hostile_notes_verify(comparison: Comparison, notebook: Notebook) -> None:
    assert verify(comparison_notes(comparison, TITLE, notebook), comparison.articles).ok
    assert not verify(notebook_notes(notebook), comparison.articles).ok  # one article has left the library
    assert [check.outcome for check in verify(notebook_notes(notebook), notebook.articles).sources][:3] == [
        "verified"
    ] * 3


def test_hostile_text_takes_no_shape_in_markdown(comparison: Comparison, notebook: Notebook) -> None:
    for notes in (comparison_notes(comparison, TITLE, notebook), notebook_notes(notebook)):
        headings = [line for line in notes.splitlines() if line.startswith("#")]
        assert all(
            re.match(r"# |## [CB]-\d\d |## (Sources|Grades|Across claims|Not extracted)$", line) for line in headings
        )
        assert sum(line.startswith("# ") for line in headings) == 1
        assert not re.search(r"(?<!\\)\]\(", notes)
        assert "<script" not in notes
        rows = [line for line in notes.splitlines() if line.startswith("| ")]
        assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6}


def test_a_markdown_viewer_shows_the_very_words(comparison: Comparison) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(comparison_notes(comparison, TITLE))
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special", "softbreak", "code_inline", "link_open", "link_close"}
    links = [child.attrs["href"] for token in tokens for child in token.children or () if child.type == "link_open"]
    assert set(links) == {"https://harbour.example/a_b?x=1&y=%5B2%5D"}
    shown = ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]
    told = {one for claim in comparison.claims for one in (*claim.statements, *claim.more)}
    for statement in comparison.statements:
        words = statement.text.replace("\u202e", "⟨U+202E⟩")
        assert (f'"{words}"' in shown) == (statement.id in told)
