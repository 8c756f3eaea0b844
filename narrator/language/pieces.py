"""A paragraph's quotations in tokens, and what stands between them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from narrator.language.drafts import Range
from narrator.language.paragraphs import Paragraph
from narrator.language.quotations import Quoted

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TERMINAL = frozenset((".", "?", "!", "?!", "!!", "...", "…", "..", ";"))
_SENTENCE_END = frozenset(".?!…")


MARKS = frozenset('“”"«»‘') | {"''", "``"}
"""Tokens that open or close a quotation."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What one paragraph holds of a quotation: token range with the marks; `resumed` where it began in an earlier paragraph."""

    start: int
    end: int
    resumed: bool
    runs_on: bool
    ended: bool
    """Whether the words inside end a sentence."""


def pieces(paragraph: Paragraph, quotations: Sequence[Quoted]) -> list[Piece]:
    """The quotations of a paragraph as token ranges; `quotations` are the outermost ones of the article, in order."""
    doc, offset = paragraph.doc, paragraph.start
    finish = offset + doc[-1].idx + len(doc[-1]) if len(doc) else offset
    reached = bisect_left(quotations, finish, key=lambda one: one.span.start)
    first = bisect_right(quotations, offset, hi=reached, key=lambda one: one.span.end)
    here = quotations[first:reached]
    starts = [token.idx for token in doc] if here else []
    text = paragraph.text
    found = []
    for quoted in here:
        begin = bisect_left(starts, max(quoted.span.start - offset, 0))
        last = bisect_left(starts, min(quoted.span.end, finish) - offset)
        inner = text[max(quoted.inner.start - offset, 0) : max(quoted.inner.end - offset, 0)].rstrip(" \t\"'’”»")
        if begin < last:
            resumed, runs_on = quoted.span.start < offset, quoted.span.end > finish
            found.append(Piece(begin, last, resumed, runs_on, inner[-1:] in _SENTENCE_END))
    return found


def is_terminal(doc: "Doc", number: int) -> bool:
    """Whether a token ends a sentence."""
    return doc[number].text in _TERMINAL


def first_clause(doc: "Doc", start: int, end: int) -> Range:
    """The tokens of a gap up to where its first sentence ends (the mark excluded)."""
    stop = next((number for number in range(start, end) if is_terminal(doc, number)), end)
    return start, stop


def last_clause(doc: "Doc", start: int, end: int) -> Range:
    """The tokens of a gap after its last sentence end."""
    if end > start and doc[end - 1].text.endswith("."):  # "in Calif." ends a sentence as well
        return end, end
    begin = next((number + 1 for number in range(end - 1, start - 1, -1) if is_terminal(doc, number)), start)
    return begin, end
