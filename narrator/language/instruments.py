"""What a violent act was done with: "with a knife", "a car bomb", "a drone strike"."""

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from narrator.language.frames import phrase
from narrator.language.lexicon import VIOLENT, act_of, classes
from narrator.language.negation import is_negated
from narrator.language.paragraphs import Paragraph
from narrator.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_WITH = frozenset({"with", "by", "from"})
_EXPLODES = "explode"


def find(paragraph: Paragraph, sentence: "Tokens", held: Set[str]) -> Iterator[tuple[str, str, Span]]:
    """Kind of instrument (weapon, vehicle, vessel), the words and their offsets in the article.

    `held` are the words and lemmas of the sentence in lower case.
    """
    if held.isdisjoint(classes("instruments.txt")):
        return
    for token in sentence:
        kind = classes("instruments.txt").get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if kind is None:
            continue
        if token.dep_ == "compound" and _acts(token.head, kind):
            yield kind, token.text, paragraph.span(token)
        elif token.dep_ != "compound" and _is_used(token, kind):
            words = phrase(paragraph, token)
            if words is not None:
                yield kind, words.text, words.span


def _is_used(noun: "Token", kind: str) -> bool:
    """Subject or means of a violent act, or what somebody is said to use for it."""
    head = noun.head
    if noun.dep_ == "nsubj":
        return _hurts(head, kind)
    if noun.dep_ == "pobj" and head.lower_ in _WITH:
        return _hurts(head.head, kind)
    return noun.dep_ == "dobj" and head.lemma_.lower() == "use" and _hurts(head.head, kind)


def _hurts(verb: "Token", kind: str) -> bool:
    return verb.pos_ == "VERB" and _acts(verb, kind) and not is_negated(verb)


def _acts(word: "Token", kind: str) -> bool:
    """Whether a word names a violent act; what explodes and is no weapon was not always meant to."""
    act = act_of(word.lemma_.lower())
    return act in VIOLENT or (act == _EXPLODES and (kind == "weapon" or word.pos_ == "NOUN"))
