"""The words of a quotation as they are compared: between its marks, shortened forms written out, brackets kept apart."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from narrator.model.article import Span
from narrator.model.statement import Quotation, Statement

WORDS = 5
"""Words from which a quotation can be known again."""

EDITOR = "[]"
"""What stands for words in brackets and for dots: they are the editor's, not the speaker's."""

_MARKS = re.compile(r"[\"“”«»„]|(?<![\w.,!?])‘|(?<=[\w.,!?])[’'](?![\w])|(?<![\w.,!?])'(?=\w)")
_OPENING, _SINGLE = frozenset("“«„"), frozenset("‘’'")
_WORD = re.compile(r"\([^()]*\)|\[[^][]*\]|…|\.(?: ?\.)+|&|%|\w(?:[\w'’]|\.(?=\w))*")
"""A word, hyphens apart; brackets or dots: what stands in these or for these is the editor's, and no part of the quotation."""

_SHORT = {"'ve": " have", "n't": " not", "'re": " are", "'ll": " will", "'m": " am"}
_IS = frozenset({"it", "that", "there", "he", "she", "what", "here", "who", "where"})
_WHOLE = {
    "won't": "will not",
    "can't": "can not",
    "cannot": "can not",
    "gonna": "going to",
    "&": "and",
    "let's": "let us",
    "%": "per cent",
    "percent": "per cent",
}


class Word(NamedTuple):
    """A word as it is compared, and where it stands; one place can hold two ("I've")."""

    text: str
    span: Span


def quotations(statement: Statement) -> Iterator[list[Word]]:
    """The words between quotation marks; of a fully quoted statement without marks of its own, all of them."""
    for span, text in statement.pieces():
        ranges = list(_marked(text))
        if not ranges and statement.quotation is Quotation.DIRECT:
            ranges = [(0, len(text))]
        for start, end in ranges:
            words = [
                Word(part, Span(span.start + word.start(), span.start + word.end()))
                for word in _WORD.finditer(text, start, end)
                for part in _parts(word[0].lower().replace("’", "'"))
            ]
            if len(words) >= WORDS:
                yield words


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """Ranges between an opening mark and the closing one; straight marks open before a word and close after one."""
    start, opener = None, ""
    for mark in _MARKS.finditer(text):
        single = mark[0] in _SINGLE
        before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
        opens = mark[0] in _OPENING or mark[0] == "‘" or ((not before or before in " (—-[\n") and after.strip() != "")
        if start is None or (opens and single == (opener in _SINGLE)):
            start, opener = (mark.end(), mark[0]) if opens else (None, "")
        elif single == (opener in _SINGLE):
            yield start, mark.start()
            start = None
    if start is not None and opener not in _SINGLE:
        yield start, len(text)


def _parts(word: str) -> list[str]:
    """A shortened form as the words that it stands for."""
    if word[0] in "([….":
        return [EDITOR]
    word = word.replace(".", "")
    if word in _WHOLE:
        return _WHOLE[word].split()
    stem, _, ending = word.rpartition("'")
    if ending == "s" and stem in _IS:
        return [stem, "is"]
    for short, full in _SHORT.items():
        if word.endswith(short):
            return (word.removesuffix(short) + full).split()
    return [word]
