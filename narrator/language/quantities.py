"""The figures of a paragraph: how much of what, and what happened to it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from narrator.language.counting import attribute_of, category, counted, equated, hyphened, is_person, reported
from narrator.language.figures import Figure, scan
from narrator.language.lexicon import classes
from narrator.language.outcomes import governed, harm, outcome
from narrator.language.uncounted import counts_nothing, is_counted, is_name, masks
from narrator.language.units import Unit, names
from narrator.model.article import Span
from narrator.model.statement import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from narrator.language.paragraphs import Paragraph

_WHOLES = frozenset({" of ", " of the ", " of its ", " out of ", " out of the "})
_AT = frozenset({"in", "at", "near", "on", "outside", "from"})
_BADLY = frozenset({"critically", "seriously", "severely", "gravely", "badly", "slightly", "lightly", "fatally"})
_THINGS = frozenset({"which", "these", "those"})
_HALVED = frozenset({"of", "the", "a", "an", "its", "their", "his", "her", "those", "that"})


@dataclass(frozen=True, slots=True)
class Place:
    """A figure where it stands: the tokens of its number, and those from its number to its end."""

    text: str
    figure: Figure
    number: "Tokens"
    words: "Tokens"
    limit: int  # offset that the counted words may not pass

    @property
    def indices(self) -> range:
        """Token indices from the number to the end of the figure."""
        return range(self.words.start, self.words.end)

    @property
    def tied(self) -> bool:
        """Whether a hyphen follows: "three-judge"."""
        return self.text[self.figure.end : self.figure.end + 1] == "-"


def find(paragraph: "Paragraph") -> list[Quantity]:
    """The quantities of a paragraph in order, disjoint, with offsets in the article."""
    found: list[Quantity] = []
    for place in _places(paragraph):
        last = found[-1] if found else None
        quantity = _count(place, last, paragraph.start) if place.figure.is_count else _measure(place, paragraph.start)
        if quantity is None and last is not None and place.figure.is_count:
            if _is_next_state(place, last, paragraph.start) or _is_elsewhere(place, last, paragraph.start):
                quantity = _build(place, paragraph.start, last.unit, last.category, last.action)
            elif _is_graded(place, last, paragraph.start):
                quantity = _build(place, paragraph.start, last.unit, last.category, last.action, part=True)
        if quantity is not None:
            found.append(quantity)
    return found


def _is_next_state(place: Place, last: Quantity, start: int) -> bool:
    """ "rose from 4 to 9", "rose by 5 to 9": the second figure counts what the first does."""
    before = place.text[max(0, last.span.start - start - 5) : last.span.start - start]
    return before.endswith(("from ", " by ")) and place.text[last.span.end - start : place.figure.start] == " to "


def _is_elsewhere(place: Place, last: Quantity, start: int) -> bool:
    """ "four people died in Bergum and three in Halvik": the second figure counts the same at another place."""
    after = place.words.doc[place.words.end : place.words.end + 2]
    return (
        _follows(place, last, start)
        and place.text.endswith((" and ", ", "), 0, place.figure.start)
        and len(after) == 2
        and after[0].lower_ in _AT
        and after[1].pos_ == "PROPN"
    )


def _is_graded(place: Place, last: Quantity, start: int) -> bool:
    """ "fifteen people were injured, four critically"."""
    after = place.words.doc[place.words.end : place.words.end + 1]
    return _follows(place, last, start) and bool(after) and after[0].lower_ in _BADLY


def _follows(place: Place, last: Quantity, start: int) -> bool:
    """Whether a figure stands in the sentence of a toll before it."""
    same = place.number[0].sent.start_char < last.span.end - start
    return same and last.unit == "people" and last.action in {"killed", "injured"} and place.figure.low > 0


def _places(paragraph: "Paragraph") -> "list[Place]":
    doc, text = paragraph.doc, paragraph.text
    figures = scan(text)
    masked = masks(text) if figures else []
    figures = [figure for figure in figures if not counts_nothing(text, figure, masked)]
    if not figures:
        return []
    starts = doc.to_array("IDX").tolist()

    def tokens(start: int, end: int) -> "Tokens":
        return doc[bisect_right(starts, start) - 1 : bisect_left(starts, end)]

    limits = [*(figure.start for figure in figures[1:]), len(text)]
    places = (
        Place(text, figure, tokens(figure.number, figure.stop), tokens(figure.number, figure.end), limit)
        for figure, limit in zip(figures, limits, strict=True)
    )
    return [place for place in places if not is_name(place.number, place.figure)]


def _build(
    place: Place, start: int, unit: str, kind: str | None, action: str | None, end: int = 0, part: bool = False
) -> Quantity:
    """A quantity of an article in which the paragraph begins at `start`; it may reach beyond its figure to `end`."""
    figure = place.figure
    end = max(end, figure.end)
    minimum, maximum = figure.interval()
    return Quantity(
        span=Span(start + figure.start, start + end),
        text=place.text[figure.start : end],
        minimum=minimum,
        maximum=maximum,
        qualifier=figure.qualifier,
        unit=unit,
        category=kind,
        action=action,
        part=part,
        approximate=figure.vague or figure.sign.startswith("~"),
    )


def _measure(place: Place, start: int) -> Quantity | None:
    """A measure or a share; the category of a share is what it is a part of, that of an attribute what it describes."""
    doc, figure, after = place.words.doc, place.figure, place.words.end
    last, unit = place.words[-1], figure.unit
    if unit is None or unit.name == "%":
        if last.lower_ == "half" and doc[after : after + 1].text.lower() not in _HALVED:
            return None
        head = counted(doc, after, singular=True).head
        if head is None:
            return _build(place, start, "%", None, governed(last, place.indices))
        return _build(place, start, "%", category(head), outcome(head, place.indices, after))
    if _is_idle(figure, last):
        return None
    singular = last.tag_ == "NN" and not figure.low == figure.high == 1 and not unit.is_money
    described = attribute_of(doc, after) if singular or place.tied else None
    kind = category(described) if described is not None else None
    action = governed(last, place.indices)
    unit = _paid(last, action, unit)
    return _build(replace(place, figure=replace(figure, unit=unit)), start, unit.name, kind, action)


def _paid(word: "Token", action: str | None, unit: Unit) -> Unit:
    """Pounds that are paid are money."""
    paid = word.lemma_ == "pound" and classes("counting.txt").get(action or "") == "paying"
    return names()[("£",)] if paid else unit


def _is_idle(figure: Figure, unit: "Token") -> bool:
    """ "one day" is no length of time."""
    one = figure.start == figure.number and figure.low == figure.high == 1
    return one and classes("counting.txt").get(unit.lower_) == "idle"


def _count(place: Place, last: Quantity | None, start: int) -> Quantity | None:
    """People or things; `last` is the quantity before, of which this one may be a part."""
    doc, figure, number = place.words.doc, place.figure, place.number
    singular = figure.high == 1 or figure.sign == "0"
    phrase = hyphened(doc, place.words.end) if place.tied else counted(doc, place.words.end, singular)
    head = phrase.head
    named = reported(head) if head is not None else equated(number.root)
    between = place.text[last.span.end - start : figure.start] if last is not None else ""
    action = None
    if not place.tied and not (last is not None and last.part and between in _WHOLES):
        action = outcome(head if head is not None else number.root, place.indices, phrase.after)
        action = action or (
            harm("noun", named.lemma_.lower()) or harm("noun", named.lower_) if named is not None else None
        )
    whole = last if last is not None and number[0].sent.start_char < last.span.end - start else None
    including = whole is not None and _is_included(place.text, figure)
    part = phrase.part or including
    if whole is not None and (including or (phrase.anaphoric and (head is not None or action is None))):
        action = whole.action or action
    if not is_counted(place.text, figure, number, head, named, action, part):
        return None
    if named is not None:
        kind = category(named)
        unit = "people" if _is_people(named, action) else kind
    elif part and whole is not None and whole.category is not None:
        unit, kind = whole.unit, whole.category
    elif phrase.anaphoric and doc[phrase.after - 1].lower_ in _THINGS:
        return None
    else:
        unit = kind = "people"
    end = head.idx + len(head) if head is not None and head.idx + len(head) <= place.limit else 0
    return _build(place, start, unit, kind, action, end, part)


def _is_included(text: str, figure: Figure) -> bool:
    """ "including 10 children", "among them two women"."""
    before = text[max(0, figure.start - 14) : figure.start].lower()
    return before.endswith(("including ", "among them ", "among them, ", "of whom ", "of them "))


def _is_people(noun: "Token", action: str | None) -> bool:
    """People by their name, or because they were killed or hurt and are no animals."""
    if is_person(noun):
        return True
    return action in {"killed", "injured"} and classes("people.txt").get(noun.lemma_.lower()) != "beast"
