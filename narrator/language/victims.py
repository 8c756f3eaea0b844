"""Those who were killed or hurt and are not counted: "the driver was killed", "the death of a climber"."""

from collections.abc import Iterable, Iterator, Set
from functools import cache
from typing import TYPE_CHECKING

from narrator.language.counting import category, is_person
from narrator.language.frames import phrase
from narrator.language.lexicon import classes, first_words
from narrator.language.negation import is_negated
from narrator.language.outcomes import done_to, harm, harms, suffered
from narrator.language.paragraphs import Paragraph
from narrator.language.reality import came_to_pass
from narrator.model.statement import Phrase, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

Victim = tuple[str, str, Phrase]
"""Action (killed or injured), who it was, and the words."""

HARMED = frozenset({"killed", "injured"})
"""Actions whose victims are named or counted."""

_NAMING = frozenset({"death", "killing", "murder", "slaying"})
_CERTAIN = frozenset({"the", "both", "these"})


def find(paragraph: Paragraph, sentence: "Tokens", held: Set[str], quantities: Iterable[Quantity]) -> Iterator[Victim]:
    """The uncounted victims of a sentence, each once; generic plurals ("killing civilians") and pronouns name none.

    `held` are the words and lemmas of the sentence in lower case.
    """
    if held.isdisjoint(_harms()):
        return
    taken = [quantity.span for quantity in quantities]
    seen: set[int] = set()
    for action, noun in _harmed(sentence):
        words = phrase(paragraph, noun) if noun.i not in seen and _is_someone(noun) else None
        if words is not None and not any(words.span.overlaps(span) for span in taken):
            seen.add(noun.i)
            yield action, category(noun), words


@cache
def _harms() -> frozenset[str]:
    return first_words((*harms(*HARMED), *_NAMING, "life", "hospital", "condition", "fatal", "fatally"))


def _harmed(sentence: "Tokens") -> "Iterator[tuple[str, Token]]":
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"}:
            yield from _by_verb(token)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in _NAMING and came_to_pass(token):
            for child in token.children:
                if child.dep_ == "poss":
                    yield "killed", child
                elif child.lower_ == "of":
                    yield from (("killed", noun) for one in child.children if one.dep_ == "pobj" for noun in _all(one))


def _by_verb(verb: "Token") -> "Iterator[tuple[str, Token]]":
    if is_negated(verb) or not came_to_pass(verb):
        return
    patients, agents = parties(verb)
    for action, nouns in ((done_to(verb), patients), (suffered(verb), agents)):
        if action in HARMED:
            yield from ((str(action), one) for noun in nouns for one in _all(noun))


def parties(verb: "Token") -> "tuple[list[Token], list[Token]]":
    """Whom a verb is done to, and who does it; a verb joined to another shares its subject and its object."""
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not objects:
        passive = [verb.head]
    if verb.dep_ == "conj" and not (passive or subjects) and verb.head.pos_ == "VERB":
        shared = [child for child in verb.head.children if child.dep_ in {"nsubjpass", "nsubj"}]
        if verb.tag_ == "VBN" and not objects and any(child.dep_ == "nsubjpass" for child in shared):
            passive = shared
        else:
            subjects = shared
    found = passive or objects, passive or subjects
    return [_named(verb, noun) for noun in found[0]], [_named(verb, noun) for noun in found[1]]


def _named(verb: "Token", noun: "Token") -> "Token":
    """The noun that a relative pronoun stands for."""
    return verb.head if verb.dep_ == "relcl" and noun.tag_ in {"WP", "WDT"} else noun


def _all(noun: "Token") -> "Iterator[Token]":
    """A noun and what is joined to it: "a man and his son"."""
    yield noun
    yield from (child for child in noun.conjuncts if child.i > noun.i)


def _is_someone(noun: "Token") -> bool:
    """One human being or animal, by name or kind, or certain ones: "the men"."""
    if noun.tag_ == "NNP" and noun.ent_type_ == "PERSON":
        return True
    beast = classes("people.txt").get(noun.lemma_.lower()) == "beast"
    certain = any(child.lower_ in _CERTAIN for child in noun.lefts)
    return (
        (noun.tag_ == "NN" or (noun.tag_ == "NNS" and certain))
        and (beast or is_person(noun))
        and harm("noun", noun.lemma_.lower()) is None
    )
