"""What a body of people was after, and what an act is called an attempt at: aims that others tell otherwise."""

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from narrator.language.frames import words_below
from narrator.language.lexicon import VIOLENT, act_of, classes
from narrator.language.negation import is_negated
from narrator.language.paragraphs import Paragraph
from narrator.model.article import Span
from narrator.model.statement import SlotName

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

AIM = "aim"
"""Key of what a body of people was after, whatever it did to that end."""

_ARMED = frozenset({"combatant", "terrorist", "reconnaissance"})
_STRIVING = frozenset({"want", "seek", "try", "attempt", "aim", "intend", "hope"})
_MOVING = frozenset({"cross", "enter", "advance", "come", "go", "move", "march", "head", "set_out"})
_FORCE = VIOLENT | {"seize"}
_NAMING = frozenset({"call", "describe", "denounce", "brand", "label", "condemn"})
_TRIALS = frozenset({"attempt", "effort", "bid", "ploy"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_UNNAMED = frozenset({"it", "they", "who", "which", "that"})

Filling = tuple[SlotName, str, str, tuple[Span, ...]]
"""Slot, key, value and the words, in article offsets."""


def find(paragraph: Paragraph, sentence: "Tokens", held: Set[str]) -> Iterator[Filling]:
    """The aims that a sentence tells; `held` are its words and lemmas in lower case."""
    if not held.isdisjoint(_STRIVING | _MOVING):
        yield from _aims(paragraph, sentence)
    if not held.isdisjoint(_TRIALS):
        yield from _attempts(paragraph, sentence)


def _aims(paragraph: Paragraph, sentence: "Tokens") -> Iterator[Filling]:
    """ "The rebels wanted to take the bridge", "militiamen crossed the river to look for mines"."""
    for verb in sentence:
        lemma = verb.lemma_.lower()
        if verb.pos_ != "VERB" or lemma not in _STRIVING | _MOVING or is_negated(verb):
            continue
        infinitive = next((child for child in verb.rights if _is_infinitive(child)), None)
        party = _party(verb)
        if (
            infinitive is None
            or party is None
            or not any(child.dep_ in {"dobj", "prep", "ccomp"} for child in infinitive.rights)
        ):
            continue
        force = lemma in _MOVING or act_of(infinitive.lemma_.lower()) in _FORCE
        if _is_armed(party) or (force and party.lower_ in _UNNAMED):
            found = words_below(paragraph, infinitive)
            yield SlotName.PURPOSE, AIM, found.text, (found.span,)


def _is_infinitive(verb: "Token") -> bool:
    return verb.dep_ in {"xcomp", "advcl"} and verb.tag_ == "VB" and any(word.lower_ == "to" for word in verb.lefts)


def _party(verb: "Token") -> "Token | None":
    """Who strives: the subject, or who is suspected of it."""
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if subject is None and verb.dep_ == "pcomp" and verb.head.lower_ == "of":
        above = verb.head.head
        if above.pos_ == "NOUN":
            return above
        return next((child for child in above.children if child.dep_ in {"dobj", "nsubjpass"}), None)
    return verb.head if subject is not None and subject.lower_ == "who" and verb.dep_ == "relcl" else subject


def _is_armed(noun: "Token") -> bool:
    return classes("groups.txt").get(noun.lemma_.lower(), "") in _ARMED


def _attempts(paragraph: Paragraph, sentence: "Tokens") -> Iterator[Filling]:
    """ "They called the strike an attempt to help the rebels": why it happened, as they tell it."""
    for noun in sentence:
        if noun.lemma_.lower() not in _TRIALS:
            continue
        verb = noun.head.head if noun.head.lower_ == "as" else noun.head
        act = next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)
        aim = next((child for child in noun.rights if child.dep_ in {"acl", "relcl"}), None)
        if verb.lemma_.lower() in _NAMING and act is not None and aim is not None:
            deed = act_of(act.lemma_.lower())
            if deed in classes("acts.txt").values():
                found = words_below(paragraph, noun)
                yield SlotName.CAUSE, deed, found.text, (found.span,)
