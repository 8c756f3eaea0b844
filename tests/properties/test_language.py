"""What holds of the language room for any text: every offset is what is shown, and no span leaves its paragraph unless quoted."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from narrator.language.analyse import analyse, attributions
from narrator.language.paragraphs import parse, split
from narrator.language.pipeline import load
from narrator.language.quotations import find_quotations
from narrator.model.article import Span, quote
from narrator.model.statement import Attribution, Statement

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
@example("“They left,\n\n“and nobody saw them,” Lee said. “Nobody.”")
def test_every_offset_is_what_is_shown(text: str) -> None:
    check(text)


@pytest.mark.parametrize("line", ["x", LETTERS, "“Lee said" + " " * 4_000])
def test_a_megabyte_in_one_line(line: str) -> None:
    check(one_line(line))


def check(text: str) -> None:
    quoted = [one.span for one in find_quotations(text)]
    (found,) = attributions([text])
    for attribution in found:
        check_attribution(text, attribution, quoted)
    (analysis,) = analyse([text])
    for statement in analysis.statements:
        check_statement(text, statement, quoted)


def check_attribution(text: str, attribution: Attribution, quoted: list[Span]) -> None:
    assert attribution.content
    assert list(attribution.content) == sorted(attribution.content)
    for span in (*attribution.content, attribution.source, attribution.cue):
        if span is not None:
            check_span(text, span, quoted)
    assert all(left.end <= right.start for left, right in pairwise(attribution.content))
    for mention in attribution.chain:
        check_span(text, mention.span, quoted)
        assert 0 <= mention.confidence <= 1


def check_statement(text: str, statement: Statement, quoted: list[Span]) -> None:
    end = 0
    for span in statement.spans:
        assert end <= span.start
        end = span.end
        check_span(text, span, quoted)
    assert statement.text == quote(text, statement.spans)
    assert all(quantity.text == text[slice(*quantity.span)] for quantity in statement.quantities)
    assert all(time.text == text[slice(*time.span)] for time in statement.times)
    held = [Span(term.start, term.end) for term in statement.terms]
    held += [Span(name.start, name.end) for name in statement.names]
    held += [span for slot in statement.slots for span in slot.spans]
    assert all(any(around.holds(span) for around in statement.spans) for span in held)


def check_span(text: str, span: Span, quoted: list[Span]) -> None:
    """Within the text, not empty, and in one paragraph unless a quotation that crosses its end holds it there."""
    assert 0 <= span.start < span.end <= len(text)
    for newline in (n for n in range(span.start, span.end) if text[n] == "\n"):
        assert any(one.start < newline < one.end for one in quoted)


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
