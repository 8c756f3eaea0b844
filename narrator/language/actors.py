"""Who acted and who was hit: the agent and target slots of violent acts."""

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from typing import TYPE_CHECKING

from narrator.language.frames import ANSWERS, phrase
from narrator.language.lexicon import FORCE, VIOLENT, act_of, classes
from narrator.language.outcomes import harm
from narrator.language.paragraphs import Paragraph
from narrator.model.article import Span
from narrator.model.statement import Frame, Phrase, SlotName

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

Filling = tuple[SlotName, str, str, tuple[Span, ...]]
"""Slot, key, value and the words, in article offsets."""

_BODIES = frozenset({"combatant", "people", "reconnaissance", "protester", "rioter"})


def find(paragraph: Paragraph, sentence: "Tokens", held: Set[str], frames: Sequence[Frame]) -> Iterator[Filling]:
    """Agents and targets of a sentence. A target's key is who hit it: one party's target is not the other's.

    `held` are the words and lemmas of the sentence in lower case.
    """
    yield from _parties(frames)
    if not held.isdisjoint(_violent()):
        yield from _noun_acts(paragraph, sentence)
    if not held.isdisjoint(classes("groups.txt")):
        yield from _identities(paragraph, sentence)


@cache
def _violent() -> frozenset[str]:
    return VIOLENT | {lemma for lemma, act in classes("acts.txt").items() if act in VIOLENT}


def is_party(phrase_: Phrase | None) -> bool:
    return phrase_ is not None and phrase_.head in classes("groups.txt")


def _is_target(phrase_: Phrase) -> bool:
    """Who was hit, if the words say more than that they were people."""
    return classes("groups.txt").get(phrase_.head, "people") != "people"


def _parties(frames: Iterable[Frame]) -> Iterator[Filling]:
    """Agents and targets; who dies is no agent, and "one man was wounded" names a figure, but no target of anyone's."""
    for frame in frames:
        act = act_of(frame.predicate)
        if frame.negated or act not in VIOLENT or harm("subject", frame.predicate):
            continue
        if frame.agent is not None and is_party(frame.agent):
            yield SlotName.AGENT, FORCE, frame.agent.text, (frame.agent.span,)
        if frame.agent is not None and frame.patient is not None and _is_target(frame.patient):
            yield SlotName.TARGET, frame.agent.text, frame.patient.text, (frame.patient.span,)


def _noun_acts(paragraph: Paragraph, sentence: "Tokens") -> Iterator[Filling]:
    """ "an airstrike by the coalition against government forces"."""
    for token in sentence:
        if token.pos_ != "NOUN" or act_of(token.lemma_.lower()) not in VIOLENT or is_denied(token):
            continue
        agent = _object(paragraph, token, "by")
        if agent is not None and is_party(agent):
            yield SlotName.AGENT, FORCE, agent.text, (agent.span,)
        if agent is not None and is_party(agent) and (hitter := _who_answered(paragraph, token)) is not None:
            yield SlotName.TARGET, hitter.text, agent.text, (agent.span,)
        target = _object(paragraph, token, "on", "against")
        agent = agent or _light_subject(paragraph, token)
        if agent is not None and target is not None and _is_target(target):
            yield SlotName.TARGET, agent.text, target.text, (target.span,)


def _who_answered(paragraph: Paragraph, act: "Token") -> Phrase | None:
    """ "The coalition struck in response to an assault by militia": who attacked is who was hit."""
    if act.dep_ != "pobj" or act.head.lower_ != "to" or act.head.head.lemma_ not in ANSWERS:
        return None
    verb = next((token for token in act.ancestors if token.pos_ == "VERB"), None)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None) if verb is not None else None
    return phrase(paragraph, subject) if verb is not None and act_of(verb.lemma_.lower()) in VIOLENT else None


def is_denied(act: "Token") -> bool:
    """ "There is no sign of an attack": the act is named and said not to be."""
    return any(child.lower_ in {"no", "not", "never"} for token in (act, *act.ancestors) for child in token.children)


def _object(paragraph: Paragraph, act: "Token", *prepositions: str) -> Phrase | None:
    """The object of a preposition that hangs on a noun, or on the verb that it is the object of."""
    for child in (*act.children, *(child for child in act.head.children if child.i > act.i)):
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions:
            return phrase(paragraph, next((noun for noun in child.children if noun.dep_ == "pobj"), None))
    return None


def _light_subject(paragraph: Paragraph, act: "Token") -> Phrase | None:
    """ "the coalition has mounted an airstrike": the subject of the verb that carries the act, else what modifies it."""
    if act.dep_ == "dobj":
        return phrase(paragraph, next((child for child in act.head.children if child.dep_ == "nsubj"), None))
    modifiers = [child for child in act.lefts if child.dep_ in {"compound", "amod", "poss"}]
    tokens = paragraph.doc[modifiers[0].left_edge.i : act.i] if modifiers else None
    return Phrase(paragraph.span(tokens), tokens.text, act.lemma_.lower()) if tokens is not None else None


def _identities(paragraph: Paragraph, sentence: "Tokens") -> Iterator[Filling]:
    """ "The force that was driven back was a reconnaissance party", "they were popular forces": who they were."""
    for copula in sentence:
        subject = (
            next((child for child in copula.children if child.dep_ == "nsubj"), None) if copula.lemma_ == "be" else None
        )
        if subject is None or not _is_group(subject):
            continue
        for token in copula.subtree:
            if token.i > copula.i and token.dep_ in {"attr", "pobj"} and token.lemma_.lower() in classes("groups.txt"):
                found = phrase(paragraph, token)
                if found is not None and token.tag_ != "CD":
                    yield SlotName.TARGET, "", found.text, (found.span,)
                break


def _is_group(subject: "Token") -> bool:
    """An act of violence, a body of people, or a pronoun for one."""
    lemma = subject.lemma_.lower()
    return (
        act_of(lemma) in {"strike", "attack", "repel"}
        or classes("groups.txt").get(lemma) in _BODIES
        or subject.lower_ in {"they", "those", "these"}
    )
