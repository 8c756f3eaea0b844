"""How things stand with someone or something: arrested, missing, rescued, closed."""

from collections.abc import Iterable, Iterator, Set
from functools import cache
from typing import TYPE_CHECKING

from narrator.language.counting import is_person
from narrator.language.frames import phrase, predicate
from narrator.language.lexicon import classes, first_words, stages
from narrator.language.negation import is_negated
from narrator.language.paragraphs import Paragraph
from narrator.language.people import words as words_of
from narrator.language.reality import came_to_pass
from narrator.language.victims import parties
from narrator.model.article import Span
from narrator.model.statement import Phrase, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

MISSING = "missing"
# Verbs whose subject is in the state that they name; of all others it is the object.
_STATES = frozenset({"die", "survive", "recover", "open", "close", "shut", "reopen", MISSING})
_CUSTODY = frozenset({"arrest", "detain", "indict", "convict", "acquit"})
_KILLING = frozenset({"kill", "die"})  # a toll, counted or not
_PLACES = frozenset({"place"})
_CRAFT = frozenset({"vehicle", "vessel"})
_SITES = frozenset({"FAC", "GPE", "LOC", "ORG"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def find(
    paragraph: Paragraph, sentence: "Tokens", held: Set[str], quantities: Iterable[Quantity]
) -> Iterator[tuple[str, str, Span]]:
    """Whose status (head and names), the stage, and its words; who has not been found is missing. A toll is no status.

    `held` are the words and lemmas of the sentence in lower case.
    """
    if held.isdisjoint(_stage_words()):
        return
    counted = [quantity.span for quantity in quantities]
    for verb in sentence:
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        for stage, word, noun in _stages(verb):
            words = phrase(paragraph, noun) if _fits(stage, noun) else None
            if words is not None and not any(words.span.overlaps(span) for span in counted) and came_to_pass(verb):
                yield _referent(noun, words), stage, _words_of(paragraph, stage, word)


def _words_of(paragraph: Paragraph, stage: str, word: "Token") -> Span:
    """Where a stage is named; of those not found with what denies it: "has not been found"."""
    span = paragraph.span(word)
    if stage != MISSING or predicate(word) != "find":
        return span
    before = [child for child in word.children if child.dep_ in {"aux", "auxpass", "neg"} and child.i < word.i]
    return Span(min([span.start, *(paragraph.span(child).start for child in before)]), span.end)


@cache
def _stage_words() -> frozenset[str]:
    return first_words((*stages(), "find"))


def _stages(verb: "Token") -> "Iterator[tuple[str, Token, Token]]":
    """The stages that a verb or its complement names ("was found dead"), their words, and whose they are."""
    patients, agents = parties(verb)
    stage, negated = predicate(verb), is_negated(verb)
    complement = next((c for c in verb.children if c.dep_ in {"acomp", "oprd"} and predicate(c) in stages()), None)
    if complement is not None and not negated:
        yield from ((predicate(complement), complement, noun) for noun in patients or agents)
    elif stage == "find" and negated:
        yield from ((MISSING, verb, noun) for noun in patients)
    elif stage in stages() and not negated and verb.pos_ == "VERB":
        yield from ((stage, verb, noun) for noun in patients or (agents if stage in _STATES else []))


def _fits(stage: str, noun: "Token") -> bool:
    """Whether a stage can be said of a noun: people are arrested, places closed, ships raised; pronouns name nobody."""
    lemma = noun.lemma_.lower()
    if noun.pos_ not in {"NOUN", "PROPN"} or stage in _KILLING:
        return False
    if stage in _CUSTODY:
        return True
    if {process for process, _ in stages().get(stage, ())} <= _PLACES:
        return lemma in _sites() or noun.ent_type_ in _SITES
    beast = classes("people.txt").get(lemma) == "beast"
    craft = classes("instruments.txt").get(lemma) in _CRAFT
    return beast or craft or is_person(noun) or noun.ent_type_ in _NAMES or noun.pos_ == "PROPN"


@cache
def _sites() -> frozenset[str]:
    """Places and bodies that open and close."""
    places = {lemma for lemma, kind in classes("places.txt").items() if kind != "direction"}
    return words_of("organisation") | words_of("body") | places


def _referent(noun: "Token", words: Phrase) -> str:
    """Head and names of a phrase and its apposition: "captain halvik teodor"."""
    names = {
        token.lower_
        for token in noun.subtree
        if token.pos_ == "PROPN" and token.ent_type_ not in {"DATE", "TIME"} and _is_near(token, noun)
    }
    return " ".join(sorted({words.head, *names}))


def _is_near(token: "Token", noun: "Token") -> bool:
    """Whether no clause stands between a word and the noun above it."""
    while token != noun:
        if token.dep_ in {"relcl", "acl", "advcl"}:
            return False
        token = token.head
    return True
