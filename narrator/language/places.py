"""Where something happened: places by name and kind, with distance and direction."""

import re
from collections.abc import Iterator, Set
from functools import cache
from typing import TYPE_CHECKING

from narrator.language.frames import predicate
from narrator.language.lexicon import act_of, classes
from narrator.language.paragraphs import Paragraph
from narrator.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_PREPOSITIONS = frozenset({"in", "at", "near", "off", "outside", "inside", "along", "on", "across", "around"})
_AT = frozenset({"in", "at", "near", "outside", "inside", "on"})
_LABELS = frozenset({"GPE", "LOC", "FAC"})
_OCCURRING = frozenset({"happen", "occur", "take", "begin", "start", "come", "unfold", "carry", "launch"})
_BOUND = frozenset({"of", "from", "off", "outside", "inside"})

_SIDE = r"(?:to the )?(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern [a-z]{4,12})? (?:of|from)"
_FAR = (
    r"(?:\b(?:some|about|around|roughly|nearly|almost|just|over|under|approximately|within|(?:less|more) than|at least|up to) )*"
    r"\b(?:\d[\d.,]{0,9}|a few|several|[a-z]{3,9}(?:-[a-z]{3,5})?)[ -]?"
    r"(?:km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|yards|ft|feet|m)\b(?: ?\([^()\n]{1,30}\))?"
)
# "30 km (20 miles) south-east of Kyiv", "two miles from the Euphrates", "east of the Euphrates"
_DISTANT = re.compile(
    rf"(?:{_FAR},? (?:away )?(?:{_SIDE}|from|off|outside|inside)|\b{_SIDE}) (?:the )?[A-Z][\w’'.-]*\w(?: [A-Z][\w’'.-]*\w)*"
)

Place = tuple[str, str, Span]
"""Act class of what the place is said of, the words and their offsets in the article."""


def find(paragraph: Paragraph, sentence: "Tokens", held: Set[str]) -> Iterator[Place]:
    """ "in Damascus", "30 km east of the Euphrates River", "at a mosque in Kabul"; "the president of Syria" names no place.

    `held` are the words and lemmas of the sentence in lower case.
    """
    end = 0
    for top, tokens in sorted(
        (*_distant(paragraph, sentence, held), *_phrases(sentence, held)),
        key=lambda found: (found[1].start, -found[1].end),
    ):
        if tokens.start >= end:
            end = tokens.end
            yield governor(top), tokens.text, paragraph.span(tokens)


def governor(token: "Token") -> str:
    """Act class of the verb that a phrase hangs on, else of its noun; empty where a noun is only said to be something."""
    for ancestor in token.ancestors:
        if ancestor.pos_ == "VERB" or ancestor.lemma_.lower() in classes("acts.txt"):
            happened = _happened(ancestor)
            if happened is not None:
                return happened
            particled = predicate(ancestor)
            return act_of(particled if particled in classes("acts.txt") else ancestor.lemma_.lower())
        if ancestor.pos_ == "AUX":
            return ""
    return ""


def _happened(verb: "Token") -> str | None:
    """ "the explosion occurred": of a verb that only says that something came about, the act class of its subject."""
    if verb.lemma_.lower() not in _OCCURRING:
        return None
    subject = next((child.lemma_.lower() for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), "")
    return act_of(subject) if subject in classes("acts.txt") else None


@cache
def _sites() -> frozenset[str]:
    return frozenset(lemma for lemma, kind in classes("places.txt").items() if kind == "site")


def _phrases(sentence: "Tokens", held: Set[str]) -> "Iterator[tuple[Token, Tokens]]":
    """Phrases of place with the word that ties each to what happened there."""
    for entity in sentence.ents:
        if entity.root.dep_ == "pobj" and (entity.label_ in _LABELS or _is_at(entity)):
            top = _top(entity.root.head)
            if top is not None:
                yield top, sentence.doc[min(top.i, entity.start) : _end(entity)]
    if held.isdisjoint(_sites()):
        return
    for token in sentence:
        if token.dep_ == "pobj" and token.head.lower_ in _AT and _kind(token) == "site" and not token.ent_type_:
            yield token.head, _site(token)


def _distant(paragraph: Paragraph, sentence: "Tokens", held: Set[str]) -> "Iterator[tuple[Token, Tokens]]":
    """Places by distance and direction, whether the parser knows the name or not."""
    if held.isdisjoint(_BOUND):
        return
    for match in _DISTANT.finditer(paragraph.text, sentence.start_char, sentence.end_char):
        tokens = paragraph.doc.char_span(*match.span(), alignment_mode="expand")
        if tokens is not None:
            yield tokens.root, tokens


def _is_at(entity: "Tokens") -> bool:
    """ "at the Elmford Zoo" is a place, whatever else the zoo is."""
    return entity.label_ == "ORG" and entity.root.head.lower_ == "at" and _kind(entity.root) == "site"


def _kind(token: "Token") -> str | None:
    return classes("places.txt").get(token.lemma_.lower())


def _top(preposition: "Token") -> "Token | None":
    """The outermost word of the phrase of place that a preposition closes, or None where it tells no place."""
    top = preposition
    while top.lower_ in {"of", "from"} and _kind(top.head) in {"direction", "part"}:
        top = top.head if top.head.dep_ != "pobj" else top.head.head
    word = top.lower_
    if word in _PREPOSITIONS or _kind(top) is not None:
        return top
    return top if word == "from" and top.head.pos_ == "VERB" else None


def _end(entity: "Tokens") -> int:
    """Past the wider places behind it: "in Baoding, Hebei province"."""
    doc, end = entity.doc, entity.end
    while end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].ent_type_ in {"GPE", "LOC"}:
        further = doc[end + 1]
        after = end + 2
        while after < len(doc) and doc[after].ent_iob_ == "I":
            after += 1
        if further.ent_iob_ != "B" or any(token.dep_ == "conj" for token in doc[end + 1 : after]):
            break
        end = after
    while doc[end - 1].dep_ in {"cc", "punct"} and end > entity.start + 1:
        end -= 1
    return end


def _site(noun: "Token") -> "Tokens":
    """ "at a crowded mosque in Kabul": the phrase with the place names tied to it."""
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in _PREPOSITIONS | {"of"}:
            named = next((one for one in child.children if one.dep_ == "pobj" and one.ent_type_ in _LABELS), None)
            if named is not None:
                end = max(end, named.i + 1)
    while end < len(noun.doc) and noun.doc[end].ent_iob_ == "I":
        end += 1
    return noun.doc[noun.head.i : end]
