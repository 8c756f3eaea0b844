"""The same quotation in other words: cut, or altered. A cut is not an alteration."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from narrator.conflict.lexicon import antonyms
from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding, Rule
from narrator.language.weights import weight
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Quotation, Statement

DRIFTED = 78.0
"""rapidfuzz `ratio` (0-100) of two quotations from which they are one utterance."""

SPELLED = 80.0
"""rapidfuzz `ratio` of two words from which they are one word spelled in two ways."""

WORDS = 5
"""Words from which a quotation can be known again."""

_QUOTED = re.compile(r"[\"“«„]([^\"“”«»„]{12,})[\"”»]?|‘([^‘’]{12,})’")
_WORD = re.compile(r"\([^()]*\)|\[[^][]*\]|([\w'’](?:[\w'’.]*[\w'’])?)")
"""A word, hyphens apart; what stands in brackets within a quotation is the editor's, and passed over."""

CUT = Rule(
    "quote.cut",
    Relation.SAME,
    Kind.QUOTE,
    "The same quotation, cut on one side.",
    "A word exchanged within it would be an alteration.",
)
ALTERED = Rule(
    "quote.altered",
    Relation.FRAMES_DIFFERENTLY,
    Kind.QUOTE,
    "The same quotation in other words: the wording was altered on one side.",
    "Two utterances of one speaker, or a translation.",
)
RULES = (CUT, ALTERED)


def find(pair: Pair) -> Iterator[Finding]:
    """Quotations of both sides that are one utterance, yet not word for word."""
    if Quotation.INDIRECT in (pair.left.quotation, pair.right.quotation) or pair.left.text == pair.right.text:
        return
    for left in _quotations(pair.left):
        for right in _quotations(pair.right):
            yield from _compare(left, right, _one_speaker(pair))


def _one_speaker(pair: Pair) -> bool:
    """Whether both quotations are known to be one narrator's, so that any other word is an alteration."""
    return bool(pair.left.narrators) and pair.left.narrators[-1:] == pair.right.narrators[-1:]


class _Words(list[tuple[str, Span]]):
    """The words of a quotation, lower case, with their offsets."""


def _compare(left: _Words, right: _Words, one_speaker: bool) -> Iterator[Finding]:
    one, other = [word for word, _ in left], [word for word, _ in right]
    if one == other:
        return
    codes = [code for code in SequenceMatcher(a=one, b=other, autojunk=False).get_opcodes() if code[0] != "equal"]
    if _is_cut(one, other, codes):
        yield Finding(CUT, 0.8, _envelope(left), _envelope(right))
    elif fuzz.ratio(" ".join(one), " ".join(other)) >= DRIFTED and any(
        tag == "replace" and (one_speaker or _alters(one[i:j], other[k:m])) for tag, i, j, k, m in codes
    ):
        lost = tuple(span for _, i, j, _, _ in codes for _, span in left[i:j])
        new = tuple(span for _, _, _, i, j in codes for _, span in right[i:j])
        yield Finding(ALTERED, 0.8, lost or _envelope(left), new or _envelope(right))


def _is_cut(one: list[str], other: list[str], codes: Sequence[tuple[str, int, int, int, int]]) -> bool:
    """Whether one side only leaves words out at an end, spelling aside ("metres", "meters")."""
    inner = []
    for tag, i, j, k, m in codes:
        if (i == j in (0, len(one))) or (k == m in (0, len(other))):
            continue
        if j == len(one) or m == len(other):
            # At the end the longer side goes on after the word that is spelled otherwise.
            j, m = i + min(j - i, m - k), k + min(j - i, m - k)
        inner.append((tag, one[i:j], other[k:m]))
    shared = len(one) - sum(j - i for _, i, j, _, _ in codes)
    return shared >= WORDS - 1 and all(tag == "replace" and _spelled_alike(a, b) for tag, a, b in inner)


def _alters(lost: Sequence[str], new: Sequence[str]) -> bool:
    """Whether the words of a run were exchanged for others that mean another thing, as far as the words alone can say."""
    opposite = any(antonyms().get(word, frozenset()) & set(new) for word in lost)
    return opposite or (_tells(lost) and _tells(new))


def _tells(words: Sequence[str]) -> bool:
    """Whether a run holds more than function words: "it's" for "it is" alters nothing."""
    return any(weight(word.partition("'")[0]) > 1.0 for word in words)


def _spelled_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(fuzz.ratio(a, b) >= SPELLED for a, b in zip(one, other, strict=True))


def _envelope(words: _Words) -> tuple[Span, ...]:
    return (Span(words[0][1].start, words[-1][1].end),)


def _quotations(statement: Statement) -> Iterator[_Words]:
    """The words between quotation marks; of a fully quoted statement without marks of its own, all of them."""
    for span, text in statement.pieces():
        ranges = [found.span() for found in _QUOTED.finditer(text)]
        if not ranges and statement.quotation is Quotation.DIRECT:
            ranges = [(0, len(text))]
        for start, end in ranges:
            words = _Words(
                (
                    word[0].lower().replace("’", "'").replace(".", ""),
                    Span(span.start + word.start(), span.start + word.end()),
                )
                for word in _WORD.finditer(text, start, end)
                if word[1]
            )
            if len(words) >= WORDS:
                yield words
