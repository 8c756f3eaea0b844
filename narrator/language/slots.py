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
        *_parties(frames, quantities),
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


def _parties(frames: Iterable[Frame], quantities: Sequence[Quantity]) -> Iterator[Filling]:
    """Agents and targets; who is counted as killed or injured is a figure already."""
    counted = [quantity.span for quantity in quantities if quantity.action in _COUNTED]
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
        if frame.patient is not None and _is_party(frame.patient) and not _overlaps(frame.patient.span, counted):
            yield SlotName.TARGET, FORCE, frame.patient.text, (frame.patient.span,)


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _noun_acts(paragraph: Paragraph, sentence: "Tokens") -> Iterator[Filling]:
    """ "an airstrike against government forces", "the attack by militia"."""
    for token in sentence:
        if token.pos_ != "NOUN" or act_of(token.lemma_.lower()) not in VIOLENT:
            continue
        for preposition in (*token.children, *(c for c in token.head.children if c.i > token.i)):
            if preposition.dep_ not in {"prep", "agent"} or preposition.lower_ not in {"on", "against", "by"}:
                continue
            noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
            found = phrase(paragraph, noun)
            if found is not None and _is_party(found):
                name = SlotName.AGENT if preposition.lower_ == "by" else SlotName.TARGET
                yield name, FORCE, found.text, (found.span,)


def _identities(paragraph: Paragraph, sentence: "Tokens") -> Iterator[Filling]:
    """ "The attack was nothing more than a reconnaissance party": who they were."""
    for copula in sentence:
        if copula.lemma_ != "be":
            continue
        subject = next((child for child in copula.children if child.dep_ == "nsubj"), None)
        if subject is None or act_of(subject.lemma_.lower()) not in VIOLENT:
            continue
        for token in copula.subtree:
            if token.i > copula.i and token.dep_ in {"attr", "pobj"} and token.lemma_.lower() in classes("groups.txt"):
                found = phrase(paragraph, token)
                if found is not None:
                    yield SlotName.TARGET, FORCE, found.text, (found.span,)
                break


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
