"""Which questions of fact does a sentence answer? Its slots, each with a key, a value and the words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from narrator.language.frames import phrase
from narrator.language.lexicon import FORCE, VIOLENT, act_of, classes, stages
from narrator.language.paragraphs import Paragraph
from narrator.model.article import Span
from narrator.model.statement import Frame, Phrase, Quantity, Slot, SlotName, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_COUNTED = frozenset({"killed", "injured", "missing", "detained", "displaced"})
_HARM = frozenset({"kill", "injure"})
_RESPONSIBILITY = frozenset({"blame", "claim"})
_PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "off", "outside", "inside", "from", "along", "on", "across", "around"}
)
_DIRECTIONS = classes("places.txt").keys()
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_EARLIER = frozenset({"last"})
LONG_AGO = -6
"""Days before publication from which a time names another occurrence than the one reported."""


def find(
    paragraph: Paragraph,
    sentence: "Tokens",
    frames: Sequence[Frame],
    quantities: Sequence[Quantity],
    times: Sequence[TimeExpression],
) -> Iterator[Slot]:
    """The slots that a sentence fills; offsets in the article."""
    occurrence = _occurrence(times)
    for name, key, value, spans in (
        *_figures(quantities),
        *_times(paragraph, sentence, times),
        *_places(paragraph, sentence),
        *_parties(frames),
        *_noun_acts(paragraph, sentence),
        *_identities(paragraph, sentence),
        *_reasons(frames),
        *_statuses(frames),
    ):
        yield Slot(name, key, value, spans, occurrence)


Filling = tuple[SlotName, str, str, tuple[Span, ...]]


def _occurrence(times: Iterable[TimeExpression]) -> str:
    """The words that set the sentence's occurrence apart from the one reported, else "main"."""
    for time in times:
        distant = time.offset_days is not None and time.offset_days <= LONG_AGO
        if time.modifier in _EARLIER or distant or (time.year is not None and time.month is None):
            return time.text.lower()
    return "main"


def _figures(quantities: Iterable[Quantity]) -> Iterator[Filling]:
    for quantity in quantities:
        if quantity.action in _COUNTED:
            yield SlotName(quantity.action), quantity.category or quantity.unit, quantity.text, (quantity.span,)
        else:
            yield SlotName.COUNT, quantity.category or quantity.unit, quantity.text, (quantity.span,)


def _governor(token: "Token") -> str:
    """Act class of the verb that a phrase hangs on, else of its noun."""
    for ancestor in token.ancestors:
        if ancestor.pos_ == "VERB" or ancestor.lemma_.lower() in classes("acts.txt"):
            return act_of(ancestor.lemma_.lower())
    return ""


def _times(paragraph: Paragraph, sentence: "Tokens", times: Iterable[TimeExpression]) -> Iterator[Filling]:
    for time in times:
        start, end = (offset - paragraph.start for offset in time.span)
        tokens = paragraph.doc.char_span(start, end, alignment_mode="expand")
        if tokens is not None and sentence.start <= tokens.start < sentence.end:
            yield SlotName.WHEN, _governor(tokens.root), time.text, (time.span,)


def _places(paragraph: Paragraph, sentence: "Tokens") -> Iterator[Filling]:
    """ "in Damascus", "east of the Euphrates River", "on the outskirts of Kyiv"; "the president of Syria" names no place."""
    for entity in sentence.ents:
        if entity.label_ not in _PLACE_LABELS or entity.root.dep_ != "pobj":
            continue
        top = entity.root.head
        while top.lower_ == "of" and top.head.lemma_.lower() in _DIRECTIONS:
            top = top.head if top.head.dep_ != "pobj" else top.head.head
        if top.lower_ in _PLACE_PREPOSITIONS or top.lemma_.lower() in _DIRECTIONS:
            tokens = paragraph.doc[min(top.i, entity.start) : entity.end]
            yield SlotName.WHERE, _governor(top), tokens.text, (paragraph.span(tokens),)


def _is_party(phrase_: Phrase | None) -> bool:
    return phrase_ is not None and phrase_.head in classes("groups.txt")


def _parties(frames: Iterable[Frame]) -> Iterator[Filling]:
    """Agents and targets; "one man was wounded" names a figure, but no target of anyone's."""
    for frame in frames:
        act = act_of(frame.predicate)
        if frame.negated or act not in VIOLENT | _RESPONSIBILITY:
            continue
        if act in _RESPONSIBILITY:
            if frame.patient is not None:
                yield SlotName.RESPONSIBILITY, "", frame.patient.text, (frame.patient.span,)
            continue
        if frame.agent is not None and _is_party(frame.agent):
            yield SlotName.AGENT, FORCE, frame.agent.text, (frame.agent.span,)
        if frame.patient is not None and _is_party(frame.patient) and (frame.agent is not None or act not in _HARM):
            yield SlotName.TARGET, _name(frame.agent), frame.patient.text, (frame.patient.span,)


def _name(agent: Phrase | None) -> str:
    """Whose target it is: one party's target is not the other's."""
    return agent.text if agent is not None else ""


def _noun_acts(paragraph: Paragraph, sentence: "Tokens") -> Iterator[Filling]:
    """ "an airstrike by the coalition against government forces"."""
    for token in sentence:
        if token.pos_ != "NOUN" or act_of(token.lemma_.lower()) not in VIOLENT:
            continue
        agent = _object(paragraph, token, "by")
        if agent is not None and _is_party(agent):
            yield SlotName.AGENT, FORCE, agent.text, (agent.span,)
        target = _object(paragraph, token, "on", "against")
        if target is not None and _is_party(target):
            yield SlotName.TARGET, _name(agent or _light_subject(paragraph, token)), target.text, (target.span,)


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
    bodies = {"combatant", "people", "reconnaissance", "protester", "rioter"}
    return (
        act_of(lemma) in VIOLENT
        or classes("groups.txt").get(lemma) in bodies
        or subject.lower_ in {"they", "those", "these"}
    )


def _reasons(frames: Iterable[Frame]) -> Iterator[Filling]:
    for frame in frames:
        if frame.cause is not None:
            yield SlotName.CAUSE, act_of(frame.predicate), frame.cause.text, (frame.cause.span,)
        if frame.purpose is not None:
            yield SlotName.PURPOSE, act_of(frame.predicate), frame.purpose.text, (frame.purpose.span,)


def _statuses(frames: Iterable[Frame]) -> Iterator[Filling]:
    for frame in frames:
        referent = frame.patient or frame.agent
        if frame.predicate in stages() and referent is not None and not frame.negated:
            yield SlotName.STATUS, referent.head, frame.predicate, (frame.span,)
