"""Which questions of fact does a sentence answer? Its slots, each with a key, a value and the words."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from narrator.language import actors, aims, instruments, occurrences, places, responsibility, statuses, victims
from narrator.language.actors import Filling, is_denied
from narrator.language.lexicon import act_of, classes, labels
from narrator.language.numerals import value_of
from narrator.language.paragraphs import Paragraph
from narrator.language.reality import came_to_pass
from narrator.language.sources_of import NOBODY
from narrator.language.victims import HARMED
from narrator.model.statement import Frame, Phrase, Qualifier, Quantity, Slot, SlotName, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_COUNTED = frozenset({"killed", "injured", "missing", "detained", "displaced"})
MEASURED = "measured in "
"""Before the unit, the key of a figure that counts nothing: two distances need not be one question's answers."""

PART = "some of them"
"""Key of a figure that counts a part of those counted elsewhere."""

_OTHERS = re.compile(r"\b(?:others?|another|additional|further|(?<!or )more(?! than))\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\banother\s+$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+of (?:the|those|them|these|his|her|its|their)\b")
_MORE = re.compile(r"\s+(?:more|others?)\b")
_HEADCOUNTS = frozenset({"protest", "aboard", "rescue"})
_OCCURRENCES = frozenset({"violence", "accident", "takeover", "operation"})
_ANYTHING = frozenset({"incident", "violence"})
_CAUSING = frozenset({"cause", "trigger", "spark"})
UNCLAIMED, CLAIMED = "unclaimed", "claimed"
"""Stages of a responsibility: nobody has claimed it, somebody has."""

BLAMED = "blame"
"""Key of a cause that someone blames, whatever the act."""


def find(
    paragraph: Paragraph,
    sentence: "Tokens",
    frames: Sequence[Frame],
    quantities: Sequence[Quantity],
    times: Sequence[TimeExpression],
) -> Iterator[Slot]:
    """The slots that a sentence fills; offsets in the article."""
    apart = occurrences.find(paragraph, sentence, times)
    held = {form for token in sentence for form in (token.lower_, token.lemma_.lower())}
    harmed = list(_victims(paragraph, sentence, held, quantities))
    for name, key, value, spans in (
        *_figures(paragraph, sentence, frames, quantities, harmed),
        *harmed,
        *_times(paragraph, sentence, times),
        *_places(paragraph, sentence, held),
        *actors.find(paragraph, sentence, held, frames),
        *_responsible(paragraph, sentence),
        *_reasons(frames),
        *aims.find(paragraph, sentence, held),
        *_instruments(paragraph, sentence, held),
        *_statuses(paragraph, sentence, held, quantities),
        *_names_of_the_act(paragraph, sentence, held),
    ):
        occurrence = occurrences.of_charge if name is SlotName.RESPONSIBILITY else occurrences.occurrence
        yield Slot(name, key, value, spans, occurrence(paragraph, spans[0], apart))


def _figures(
    paragraph: Paragraph,
    sentence: "Tokens",
    frames: Sequence[Frame],
    quantities: Sequence[Quantity],
    harmed: Sequence[Filling],
) -> Iterator[Filling]:
    """Tolls by who was hit; people by what they did, since "marchers" and "people in the crowd" are one count."""
    acts = [act_of(token.lemma_.lower()) for token in sentence] if quantities else []
    for quantity in quantities:
        if _is_left_behind(paragraph, quantity, quantities):
            continue
        category = quantity.category or quantity.unit
        if quantity.action in {"treat", "injured"} and _is_treated(quantity, frames):
            yield SlotName.COUNT, "treat", quantity.text, (quantity.span,)
            yield SlotName.INJURED, category, quantity.text, (quantity.span,)
        elif quantity.action in _COUNTED:
            told = {one.action for one in quantities if one.span.start < quantity.span.start}
            told |= {one[0].value for one in harmed if one[3][0].start < quantity.span.start}
            key = PART if _is_part(paragraph, quantity, told & _COUNTED) else category
            if quantity.action not in HARMED or _came_to_pass(paragraph, quantity):
                yield SlotName(quantity.action), key, quantity.text, (quantity.span,)
        elif quantity.unit == "people":
            named = [act_of(lemma) for lemma in (quantity.action, category) if lemma]
            around = acts if category == "people" else []  # "two officers" in a crowd are no crowd
            key = next((act for act in (*named, *around) if act in _HEADCOUNTS), category)
            key = PART if _is_part(paragraph, quantity) and key != "rescue" else key
            yield SlotName.COUNT, key, quantity.text, (quantity.span,)
        else:
            key = quantity.category or MEASURED + quantity.unit
            key = PART if quantity.category and _is_more(quantity) else key
            yield SlotName.COUNT, key, quantity.text, (quantity.span,)


def _is_left_behind(paragraph: Paragraph, quantity: Quantity, quantities: Iterable[Quantity]) -> bool:
    """ "rose from 12 to 19", "rose by 7 to 19": what a figure was before, or the step, is not what it is."""
    if not paragraph.text.endswith(("from ", " by "), 0, quantity.span.start - paragraph.start):
        return False
    return any(
        paragraph.text.endswith(" to ", 0, other.span.start - paragraph.start)
        for other in quantities
        if other.span.start > quantity.span.start and (other.unit, other.action) == (quantity.unit, quantity.action)
    )


def _came_to_pass(paragraph: Paragraph, quantity: Quantity) -> bool:
    start, end = (offset - paragraph.start for offset in quantity.span)
    tokens = paragraph.doc.char_span(start, end, alignment_mode="expand")
    return tokens is None or came_to_pass(tokens.root)


def _is_part(paragraph: Paragraph, quantity: Quantity, told: Set[str | None] = frozenset()) -> bool:
    """ "four of the dead", "seventeen more people": some of those who were counted; none of them is all of them.

    `told` are the harms told before: "40 others" are a part of those who were hurt unless only the dead were named.
    """
    if quantity.qualifier is Qualifier.NONE:
        return False
    start, end = (offset - paragraph.start for offset in quantity.span)
    before = paragraph.text[max(0, start - 12) : start]
    of_them = (
        value_of(quantity.text.lower().split()[-1]) is not None and _OF_THEM.match(paragraph.text, end) is not None
    )
    more = _is_more(quantity) or _MORE.match(paragraph.text, end) is not None or _ANOTHER.search(before) is not None
    return quantity.part or of_them or (more and (not told or quantity.action in told))


def _is_more(quantity: Quantity) -> bool:
    return _OTHERS.search(quantity.text) is not None


def _is_treated(quantity: Quantity, frames: Iterable[Frame]) -> bool:
    """ "the hospital has treated 58 wounded": not all who were hurt."""
    return any(
        act_of(frame.predicate) == "treat" and frame.patient is not None
        and frame.patient.span.start <= quantity.span.start < frame.patient.span.end
        for frame in frames
    )  # fmt: skip


def _times(paragraph: Paragraph, sentence: "Tokens", times: Iterable[TimeExpression]) -> Iterator[Filling]:
    for time in times:
        start, end = (offset - paragraph.start for offset in time.span)
        tokens = paragraph.doc.char_span(start, end, alignment_mode="expand")
        if tokens is not None and sentence.start <= tokens.start < sentence.end:
            yield SlotName.WHEN, places.governor(tokens.root), time.text, (time.span,)


def _places(paragraph: Paragraph, sentence: "Tokens", held: Set[str]) -> Iterator[Filling]:
    for act, words, span in places.find(paragraph, sentence, held):
        yield SlotName.WHERE, act, words, (span,)


def _victims(
    paragraph: Paragraph, sentence: "Tokens", held: Set[str], quantities: Iterable[Quantity]
) -> Iterator[Filling]:
    for action, who, words in victims.find(paragraph, sentence, held, quantities):
        yield SlotName(action), who, words.text, (words.span,)


def _responsible(paragraph: Paragraph, sentence: "Tokens") -> Iterator[Filling]:
    for held, span in responsibility.find(paragraph, sentence):
        yield SlotName.RESPONSIBILITY, "", held, (span,)
        if held.startswith(responsibility.CLAIMED):
            stage = UNCLAIMED if held.split()[2].lower() in NOBODY else CLAIMED
            yield SlotName.STATUS, "responsibility", stage, (span,)
    for cause, span in responsibility.causes(paragraph, sentence):
        yield SlotName.CAUSE, BLAMED, cause, (span,)


def _reasons(frames: Iterable[Frame]) -> Iterator[Filling]:
    for frame in frames:
        if frame.cause is not None:
            yield SlotName.CAUSE, act_of(frame.predicate), frame.cause.text, (frame.cause.span,)
        if frame.predicate in _CAUSING and frame.agent and frame.patient and _is_caused(frame.patient, frame.agent):
            yield SlotName.CAUSE, act_of(frame.patient.head), frame.agent.text, (frame.agent.span,)
        if frame.purpose is not None:
            yield SlotName.PURPOSE, act_of(frame.predicate), frame.purpose.text, (frame.purpose.span,)


def _is_caused(act: Phrase, cause: Phrase) -> bool:
    """An act that something with a name caused, not "this" or "none"."""
    return act.head in classes("acts.txt") and cause.head not in {"it", "this", "that", "none"}


def _statuses(
    paragraph: Paragraph, sentence: "Tokens", held: Set[str], quantities: Iterable[Quantity]
) -> Iterator[Filling]:
    for referent, stage, span in statuses.find(paragraph, sentence, held, quantities):
        yield SlotName.STATUS, referent, stage, (span,)


def _instruments(paragraph: Paragraph, sentence: "Tokens", held: Set[str]) -> Iterator[Filling]:
    for kind, words, span in instruments.find(paragraph, sentence, held):
        yield SlotName.INSTRUMENT, kind, words, (span,)


def _names_of_the_act(paragraph: Paragraph, sentence: "Tokens", held: Set[str]) -> Iterator[Filling]:
    """ "it was a massacre", "the clashes went on": what the occurrence is called."""
    if held.isdisjoint(labels()):
        return
    for token in sentence:
        if token.pos_ != "NOUN" or token.dep_ not in {"nsubj", "attr", "oprd"}:
            continue
        lemma = token.lemma_.lower()
        named = [label.referent for label in labels().get(lemma, ()) if label.referent in _OCCURRENCES]
        if named and lemma not in _ANYTHING and not is_denied(token):
            for referent in named:
                yield SlotName.ACT, referent, token.text, (paragraph.span(token),)
