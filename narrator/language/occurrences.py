"""What sets a clause apart from the occurrence reported: a time long ago, or words such as "an earlier attack"."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from narrator.language.lexicon import classes, labels
from narrator.language.paragraphs import Paragraph
from narrator.model.article import Span
from narrator.model.statement import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

MAIN = "main"
LONG_AGO = -8
"""Days before publication from which a time names another occurrence than the one reported."""

_OTHER = frozenset({"earlier", "previous", "prior", "past", "similar", "separate"})
_OTHERS = re.compile(rf"\b(?:{'|'.join(_OTHER)})\b", re.IGNORECASE)
_HAPPENINGS = frozenset({"incident", "event", "case", "episode", "encounter", "disaster", "accident"})
_ONGOING = ("since ", "by ", "until ", "till ", "from ")
_AHEAD = frozenset({"will", "would", "shall", "could", "may", "might", "'ll", "’ll", "wo"})
_CHARGED = frozenset({"pcomp", "pobj", "xcomp"})
# Clauses below a verb that do not share its time.
_OWN_TIME = frozenset({"ccomp", "parataxis"})


class Apart(NamedTuple):
    """The head of the words that belong to another occurrence, and the words that say so."""

    head: "Token"
    words: str


def find(paragraph: Paragraph, sentence: "Tokens", times: Iterable[TimeExpression]) -> list[Apart]:
    """The parts of a sentence that tell of another occurrence than the one reported."""
    worded = _OTHERS.search(paragraph.text, sentence.start_char, sentence.end_char) is not None
    return [*_by_time(paragraph, sentence, times), *(_by_word(sentence) if worded else ())]


def occurrence(paragraph: Paragraph, span: Span, apart: Iterable[Apart]) -> str:
    """The words that set what is told in `span` apart, else "main"."""
    for one in apart:
        tokens = paragraph.doc.char_span(
            span.start - paragraph.start, span.end - paragraph.start, alignment_mode="expand"
        )
        if tokens is not None and _governs(one.head, tokens.root):
            return one.words
    return MAIN


def of_charge(paragraph: Paragraph, span: Span, apart: Iterable[Apart]) -> str:
    """The words that set apart what somebody is charged with: "accused Smith of killing his wife in 2014"."""
    told = occurrence(paragraph, span, apart)
    start, end = (offset - paragraph.start for offset in span)
    tokens = paragraph.doc.char_span(start, end, alignment_mode="expand") if told == MAIN else None
    if tokens is None:
        return told
    charge = tokens.root.head
    return next((one.words for one in apart if one.head.dep_ in _CHARGED and charge in one.head.ancestors), MAIN)


def _by_time(paragraph: Paragraph, sentence: "Tokens", times: Iterable[TimeExpression]) -> Iterator[Apart]:
    for time in times:
        since = time.month is not None and time.day is None and time.text.lower().startswith("since ")
        if not (_is_long_ago(time) or since):
            continue
        start, end = (offset - paragraph.start for offset in time.span)
        tokens = paragraph.doc.char_span(start, end, alignment_mode="expand")
        if tokens is None or not sentence.start <= tokens.start < sentence.end:
            continue
        relative = _relative(tokens)
        if relative is not None:
            yield Apart(relative, time.text.lower())
        head = _head(tokens.root)
        if (
            _is_long_ago(time)
            and not time.text.lower().startswith(_ONGOING)
            and not any(child.dep_ == "aux" and child.lower_ in _AHEAD for child in head.children)
        ):
            yield Apart(head, time.text.lower())


def _relative(time: "Tokens") -> "Token | None":
    """The verb of "in 2011, when a bridge fell"."""
    for token in time.doc[time.end : time.end + 2]:
        if token.lower_ == "when" and token.head.pos_ in {"VERB", "AUX"}:
            return token.head
    return None


def _is_long_ago(time: TimeExpression) -> bool:
    if time.offset_days is not None:
        return time.offset_days <= LONG_AGO
    return time.year is not None and time.month is None


def _by_word(sentence: "Tokens") -> Iterator[Apart]:
    """ "a similar attack", "previous accidents"."""
    for token in sentence:
        if token.dep_ == "amod" and token.lower_ in _OTHER and _happens(token.head):
            yield Apart(_head(token.head), sentence.doc[token.i : token.head.i + 1].text.lower())


def _happens(noun: "Token") -> bool:
    lemma = noun.lemma_.lower()
    return lemma in classes("acts.txt") or lemma in labels() or lemma in _HAPPENINGS


def _head(token: "Token") -> "Token":
    """The verb or the act that a word belongs to; what an act does or suffers belongs to the act's occurrence."""
    while token.pos_ not in {"VERB", "AUX"} and token.head != token:
        if token.pos_ == "NOUN" and _happens(token):
            return token.head if token.dep_ in {"nsubj", "nsubjpass"} else token
        token = token.head
    while token.dep_ == "xcomp" and token.head.pos_ in {"VERB", "AUX"}:
        token = token.head
    return token


def _governs(head: "Token", token: "Token") -> bool:
    """Whether a token lies below a head, no clause with a time of its own between them."""
    while token != head:
        if token.head == token or token.dep_ in _OWN_TIME or (token.dep_ == "conj" and _has_subject(token)):
            return False
        token = token.head
    return True


def _has_subject(verb: "Token") -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
