"""The bytes of every export. After a wanted change: UPDATE_GOLDEN=1 pytest tests/golden, then read the difference."""

import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from narrator.export.csv import comparison_csv, notebook_csv
from narrator.export.escape import UNSAFE
from narrator.export.html import comparison_html
from narrator.export.json import comparison_json, notebook_json
from narrator.export.markdown import comparison_notes, notebook_notes
from narrator.export.svg import comparison_svg
from narrator.export.text import comparison_text, link_text
from narrator.export.verify import verify
from narrator.model.article import Span
from narrator.model.comparison import Comparison
from narrator.model.notebook import Notebook
from narrator.model.statement import Qualifier, Quantity, Slot, SlotName, Statement

TITLE = "Blast at the <harbour> | 1 May\n# 2024"


def counted(comparison: Comparison) -> Comparison:
    """The comparison with a toll in every statement of its first claim."""
    tolls = {
        "killed 12": ("12 people", 12, 12),
        "造成三十人": ("三十人", 30, 30),
        "At least": ("At least 30", 30, None),
    }

    def with_toll(one: Statement) -> Statement:
        for beginning, (words, low, high) in tolls.items():
            if one.text.startswith(beginning):
                start = comparison.article_by_id[one.article].text.index(words)
                span = Span(start, start + len(words))
                bound = Qualifier.EXACT if high else Qualifier.AT_LEAST
                toll = Quantity(span, words, low, high, bound, "people", "people", "killed")
                return replace(one, quantities=(toll,), slots=(Slot(SlotName.KILLED, "people", words, (span,)),))
        return one

    return replace(comparison, statements=tuple(map(with_toll, comparison.statements)))


EXPORTS: dict[str, Callable[[Comparison, Notebook], str]] = {
    "comparison.md": lambda comparison, notebook: comparison_notes(comparison, TITLE, notebook),
    "comparison.txt": lambda comparison, _: comparison_text(comparison, 72),
    "comparison-unfolded.txt": lambda comparison, _: comparison_text(comparison, 0, "conflicts"),
    "comparison.json": lambda comparison, _: comparison_json(comparison),
    "comparison.csv": lambda comparison, _: comparison_csv(comparison),
    "comparison.html": lambda comparison, _: comparison_html(comparison, TITLE),
    "figures.svg": lambda comparison, _: comparison_svg(counted(comparison), TITLE),
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


def test_hostile_text_is_only_text_in_a_drawing(comparison: Comparison) -> None:
    root = ET.fromstring(comparison_svg(counted(comparison), TITLE))
    space = "{http://www.w3.org/2000/svg}"
    kinds = {element.tag.removeprefix(space) for element in root.iter()}
    assert kinds == {"svg", "title", "desc", "style", "rect", "text", "line", "circle", "path"}
    names = {name for element in root.iter() for name in element.attrib}
    assert not {name for name in names if name.startswith("on") or "href" in name}
    assert (root.find(f"{space}title").text or "") == "Figures: Blast at the <harbour> | 1 May # 2024"  # type: ignore[union-attr]
    words = [element.text or "" for element in root.iter(f"{space}text")]
    assert "“killed 12 people | or so”" in words
    assert "“造成三十人死亡”" in words
    assert "≠ 2" in words


def test_a_drawing_of_nothing_says_so() -> None:
    assert "No quantity is given by two articles" in comparison_svg(Comparison(), "Nothing")
