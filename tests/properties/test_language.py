"""What holds of the language room for any text: every offset is what is shown, and no span leaves its paragraph unless quoted."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from benchmarks.offsets import faults
from narrator.language.analyse import analyse, attributions
from narrator.language.paragraphs import parse, split
from narrator.language.pipeline import load
from narrator.language.quotations import find_quotations

PIECES = [
    "“", "”", "\"", "‘", "’", "'", "«", "»", "``", "''", "(", ")", "\n", "\n\n", " ", "\t", "\r", "…", " — ", ": ", "; ",
    "He said ", ", she said, ", " said the army. ", "According to Lee, ", " denied that it ", "the claim that ",
    "Pat Lee", "the ministry ", "35 people ", "were killed ", "on Monday", " near Kalba. ", "Officials said they ", "it ", "who ",
    "قال الرئيس ", "“הוא אמר”, ", "\u202e", "\u2066", "👩‍👩‍👧 ", "🇩🇪", "e\u0301", "漢字。", "\ufeff", "\x00",
    "\u2028", "\ud800", "KYIV (AP) — ", " was told that ",
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30).map("".join)

MEGABYTE = 1_000_000
LETTERS = "“" + "x" * 4_000 + "” Lee said. The army denied that 35 were hurt, ‘" + "א" * 4_000 + " 😀 "
"""Long words: a million characters of them hold few enough tokens for a test."""


def one_line(words: str) -> str:
    return (words * (MEGABYTE // len(words) + 1))[:MEGABYTE]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile)
@example("“He said ‘we were told “no”’ and\n“they left”, the army said.")
@example("The plan that he hopes will work was dropped, and the roads that Lee said were mined are open.")
@example("“They left,\n\n“and nobody saw them,” Lee said. “Nobody.”")
def test_every_offset_is_what_is_shown(text: str) -> None:
    check(text)


@pytest.mark.parametrize("line", ["x", LETTERS, "“Lee said" + " " * 4_000])
def test_a_megabyte_in_one_line(line: str) -> None:
    check(one_line(line))


@pytest.mark.parametrize("words", ["«", "„a ", "“", "“a\n\n", "\n"])
def test_a_megabyte_of_marks_is_read_in_the_time_of_its_length(words: str) -> None:
    text = one_line(words)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in find_quotations(text))


def check(text: str) -> None:
    (found,), (analysis,) = attributions([text]), analyse([text])
    assert list(faults(text, found, analysis.statements)) == []
    assert [one.content[0] for one in found] == sorted(one.content[0] for one in found)


@settings(max_examples=100, deadline=None)
@given(hostile)
def test_paragraphs_are_disjoint_and_verbatim(text: str) -> None:
    end = 0
    for piece, paragraph in zip(split(text), parse(load(), [text])[0], strict=True):
        assert end <= piece.start
        end = piece.start + len(piece.text)
        assert text[piece.start : end] == piece.text
        assert paragraph.start == piece.start
        assert len(paragraph.text) == len(piece.text)
