"""Whom a pronoun may mean: the subjects of sentences, and everybody else who is named and could be meant instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from narrator.language.paragraphs import Paragraph
from narrator.language.people import Person, gender_of, humans, words
from narrator.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_COLLECTIVE = frozenset(
    ("police", "people", "media", "press", "several", "many", "some", "most", "both", "few", "others")
)
"""Nouns that are plural without an s, and words for several people."""


class Count(Enum):
    """What sort of pronoun stands for somebody: he or she, they, it; a name of nobody known takes any; a thing tells nothing."""

    ONE = "one"
    MANY = "many"
    BODY = "body"
    UNKNOWN = "unknown"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody named at these offsets of the article; `leads` where it is the subject of a main clause, or tells something.

    `who` is alike for two mentions of one party: a surname, or the noun.
    """

    start: int
    end: int
    paragraph: int
    who: str
    count: Count
    gender: str | None
    leads: bool


def figures(paragraphs: Sequence[Paragraph], people: Sequence[Person]) -> list[Figure]:
    """All persons named, and whatever else is the subject of a main clause, in the order of the text."""
    found: list[Figure] = []
    for number, paragraph in enumerate(paragraphs):
        end = paragraph.start + len(paragraph.text)
        here = [one for one in people if paragraph.start <= one.start < end]
        found.extend(_named(number, paragraph, here))
        taken = [(one.start, one.end) for one in here]
        found.extend(
            _noun(number, paragraph, token)
            for token in paragraph.doc
            if token.pos_ in ("NOUN", "PROPN")
            and _leads(token)
            and not any(start <= paragraph.start + token.idx < stop for start, stop in taken)
        )
    return sorted(found, key=lambda one: one.start)


def names_someone(paragraph: Paragraph, before: int, without: Sequence[Span]) -> bool:
    """Whether a paragraph has, before an offset and outside some spans, a noun for one human being: "from the minister"."""
    nouns = (token for token in paragraph.doc if token.tag_ == "NN" and token.lemma_.lower() in humans())
    places = (paragraph.start + token.idx for token in nouns if token.dep_ != "compound")
    return any(place < before and not any(start <= place < end for start, end in without) for place in places)


def count_of(noun: "Token") -> Count:
    """Which pronouns can stand for a noun."""
    lemma = noun.lemma_.lower()
    if any(child.dep_ == "conj" for child in noun.rights):
        return Count.MANY
    if lemma in humans() and noun.pos_ == "NOUN":
        return Count.ONE if noun.tag_ == "NN" and lemma not in _COLLECTIVE else Count.MANY
    if noun.lower_ in _COLLECTIVE or noun.tag_ == "NNPS":
        return Count.MANY
    if lemma in words("body") | words("media") | words("group") | words("organisation"):
        return Count.MANY if noun.tag_ == "NNS" else Count.BODY
    if noun.tag_ != "NNS" and (lemma in words("document") or noun.ent_type_ in ("ORG", "GPE", "NORP")):
        return Count.BODY
    return Count.UNKNOWN if noun.pos_ == "PROPN" else Count.THING


def _named(number: int, paragraph: Paragraph, people: Sequence[Person]) -> Iterator[Figure]:
    for one in people:
        tokens = paragraph.doc.char_span(one.start - paragraph.start, one.end - paragraph.start)
        leads = tokens is not None and _leads(tokens.root)
        yield Figure(one.start, one.end, number, one.key, Count.ONE, one.gender, leads)


def _noun(number: int, paragraph: Paragraph, token: "Token") -> Figure:
    span = paragraph.span(token)
    return Figure(span.start, span.end, number, token.lemma_.lower(), count_of(token), gender_of(token.text), True)


def _leads(token: "Token") -> bool:
    """Whether a noun is the subject of a main clause, alone or beside its post: "The mayor, Pat Lee, was there"."""
    if token.dep_ == "appos":
        token = token.head
    verb = token.head
    if token.dep_ == "ROOT":  # "The coalition attacked on Monday", read as "the coalition that was attacked"
        return True
    return token.dep_ in ("nsubj", "nsubjpass") and (
        verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")
    )
