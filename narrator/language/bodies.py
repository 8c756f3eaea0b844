"""Which bodies an article names, and the nouns that stand for them: "the zoo", "the company", "the airline"."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from narrator.language.paragraphs import Paragraph
from narrator.language.people import ARTICLES, words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_LABELS = frozenset(("ORG", "FAC"))
_PLACES = frozenset(("GPE", "LOC", "NORP", "DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"))
_FIRMS = frozenset(("company", "firm", "corporation", "giant"))
"""Nouns that any business goes by."""
_DOMINANT = 2
"""Mentions to one of the next most frequent from which a business is the one that the article is about."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body named somewhere in the article, without article and possessive; `nouns` are what it is called beside its name."""

    start: int
    end: int
    name: str
    nouns: frozenset[str]


def bodies(paragraphs: Sequence[Paragraph], people: Sequence[str]) -> list[Body]:
    """Every body named, in order; `people` are the names of persons, which labels take for bodies."""
    return [
        body
        for paragraph in paragraphs
        for entity in paragraph.doc.ents
        if (body := _body(paragraph, entity)) is not None and body.name not in people
    ]


def _body(paragraph: Paragraph, entity: "Tokens") -> Body | None:
    described = set(_described(entity))
    if entity.label_ not in _LABELS and (entity.label_ in _PLACES or not described & _common()):
        return None
    doc, start, end = entity.doc, entity.start, entity.end
    while start < end - 1 and doc[start].lower_ in ARTICLES:
        start += 1
    while end > start + 1 and (doc[end - 1].pos_ in ("PART", "PUNCT", "CCONJ", "ADP")):
        end -= 1
    name = doc[start:end]
    span = paragraph.span(name)
    said = {token.lower_ for token in name if token.pos_ in ("NOUN", "PROPN")}
    nouns = (said | {word.removesuffix("s") for word in said}) & _common()  # "the airline" of an "Airlines"
    return Body(span.start, span.end, name.text, frozenset(nouns | described))


def _described(entity: "Tokens") -> Iterator[str]:
    """The nouns that a name is introduced with: "the airline Swift", "Swift, an airline", "the airline, Swift"."""
    root, doc = entity.root, entity.doc
    before = doc[entity.start - 1] if entity.start else None
    if before is not None and before.tag_ == "NN" and (before.head == root or root.head == before):
        yield before.lower_
    if root.dep_ == "appos" and root.head.tag_ == "NN":
        yield root.head.lower_
    for child in root.rights:
        if child.dep_ == "appos" and child.tag_ == "NN":
            yield child.lower_


@cache
def _common() -> frozenset[str]:
    return words("organisation") | words("body") | words("media")


def meant(named: Sequence[Body], noun: str, before: int) -> Body | None:
    """The one body named before an offset that "the" and this noun can mean, None if there is none or more than one."""
    if noun not in _common():
        return None
    nouns = next((alike for alike in (_FIRMS, words("media")) if noun in alike), {noun})
    known = [one for one in named if one.start < before]
    called = [one for one in known if one.nouns & nouns]
    if called:
        return _commonest(called) if all(_same(one.name, called[0].name) for one in called) else None
    if noun not in _FIRMS:
        return None
    firms = [one for one in known if not one.nouns & (words("body") | words("media"))]
    counts = Counter(one.name for one in firms)
    first, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return _commonest(firms) if first[1] > 1 and first[1] >= _DOMINANT * second[1] else None


def _commonest(named: Sequence[Body]) -> Body:
    """The first with the name that most of them have, the shortest of equals."""
    counts = Counter(one.name for one in named)
    return max(named, key=lambda one: (counts[one.name], -len(one.name), -one.start))


def _same(one: str, other: str) -> bool:
    """Whether the words of one name are among those of the other."""
    left, right = set(one.casefold().split()), set(other.casefold().split())
    return left <= right or right <= left
