"""The figures of a paragraph: how much of what, and what happened to it."""

from typing import TYPE_CHECKING

from narrator.language.counting import (
    attribute_of,
    category,
    counted,
    equated,
    hyphened,
    is_person,
    is_plural,
    reported,
)
from narrator.language.figures import Figure, scan
from narrator.language.lexicon import classes
from narrator.language.outcomes import governed, harm, outcome
from narrator.language.uncounted import counts_nothing, is_score, is_year, masks
from narrator.model.article import Span
from narrator.model.statement import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from narrator.language.paragraphs import Paragraph

HARM = frozenset({"killed", "injured", "missing", "detained", "displaced"})
"""Actions that make those who are counted people where nothing else is said."""


def find(paragraph: "Paragraph") -> list[Quantity]:
    """The quantities of a paragraph in order, disjoint, with offsets in the article."""
    doc = paragraph.doc
    text = doc.text
    figures = scan(text)
    if not figures:
        return []
    masked = masks(text)
    kept = [figure for figure in figures if not counts_nothing(text, figure, masked)]
    found: list[Quantity] = []
    for index, figure in enumerate(kept):
        limit = kept[index + 1].start if index + 1 < len(kept) else len(text)
        quantity = _quantity(paragraph, figure, limit, found[-1] if found else None)
        if quantity is not None:
            found.append(quantity)
    return found


def _quantity(paragraph: "Paragraph", figure: Figure, limit: int, last: Quantity | None) -> Quantity | None:
    """The quantity of a figure, None where nothing is counted; it may reach up to `limit`."""
    doc = paragraph.doc
    number = doc.char_span(figure.number, figure.stop, alignment_mode="expand")
    whole = doc.char_span(figure.number, figure.end, alignment_mode="expand")
    if number is None or whole is None or _is_name(number, figure):
        return None
    if not figure.is_count:
        return _measure(paragraph, figure, whole)
    return _count(paragraph, figure, number, whole.end, limit, last)


def _build(
    paragraph: "Paragraph",
    figure: Figure,
    unit: str,
    category: str | None,
    action: str | None,
    end: int = 0,
    part: bool = False,
) -> Quantity:
    minimum, maximum = figure.interval()
    span = Span(paragraph.start + figure.start, paragraph.start + max(end, figure.end))
    return Quantity(
        span=span,
        text=paragraph.doc.text[figure.start : max(end, figure.end)],
        minimum=minimum,
        maximum=maximum,
        qualifier=figure.qualifier,
        unit=unit,
        category=category,
        action=action,
        part=part,
        approximate=figure.vague or figure.sign.startswith("~"),
    )


def _measure(paragraph: "Paragraph", figure: Figure, words: "Tokens") -> Quantity | None:
    """A measure or a share; the category of a share is what it is a part of, that of an attribute what it describes."""
    doc, after = paragraph.doc, words.end
    last = words[-1]
    number = range(words.start, after)
    if figure.unit is None or figure.unit.name == "%":
        if last.lower_ == "half" and not _is_half(doc, after):
            return None
        head = counted(doc, after, singular=True).head
        action = outcome(head, number, after) if head is not None else governed(last, number)
        return _build(paragraph, figure, "%", category(head) if head is not None else None, action)
    if _is_idle(figure, last):
        return None
    singular = last.tag_ == "NN" and not figure.low == figure.high == 1 and not figure.unit.is_money
    described = attribute_of(doc, after) if singular or doc.text[figure.end : figure.end + 1] == "-" else None
    kind = category(described) if described is not None else None
    return _build(paragraph, figure, figure.unit.name, kind, governed(last, number))


def _is_half(doc: "Doc", after: int) -> bool:
    """Whether "half" is one of something: "half of", "half the", not "the first half"."""
    return after < len(doc) and doc[after].lower_ in {
        "of",
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "those",
        "that",
    }


def _is_idle(figure: Figure, unit: "Token") -> bool:
    """ "one day" is no length of time."""
    return (
        figure.start == figure.number
        and figure.low == figure.high == 1
        and classes("counting.txt").get(unit.lower_) == "idle"
    )


def _count(
    paragraph: "Paragraph", figure: Figure, number: "Tokens", after: int, limit: int, last: Quantity | None
) -> Quantity | None:
    doc = paragraph.doc
    tied = doc.text[figure.end : figure.end + 1] == "-"
    singular = figure.high == 1 or figure.sign == "0"
    phrase = hyphened(doc, after) if tied else counted(doc, after, singular)
    head = phrase.head
    named = reported(head) if head is not None else equated(number.root)
    anchor = head if head is not None else number.root
    action = None if tied else outcome(anchor, range(number.start, number.end), phrase.after)
    if action is None and named is not None:
        action = harm("noun", named.lemma_.lower())
    before = last if last is not None and _is_same_sentence(paragraph, last, figure) else None
    including = before is not None and _is_part(doc.text, figure)
    part = phrase.part or including
    if before is not None and (including or (phrase.anaphoric and (head is not None or action is None))):
        action = before.action or action
    if not _is_counted(doc.text, figure, number, head, named, action, part):
        return None
    people = _is_people(named, action) if named is not None else action in HARM or part or figure.sign == "0"
    kind = category(named) if named is not None else "people" if people else "unnamed"
    end = head.idx + len(head) if head is not None and head.idx + len(head) <= limit else 0
    return _build(paragraph, figure, "people" if people else kind, kind, action, end, part)


def _is_same_sentence(paragraph: "Paragraph", last: Quantity, figure: Figure) -> bool:
    first = paragraph.doc.char_span(last.span.start - paragraph.start, figure.number + 1, alignment_mode="expand")
    return first is not None and first[0].sent == first[-1].sent


def _is_part(text: str, figure: Figure) -> bool:
    """ "including 10 children", "among them two women"."""
    before = text[max(0, figure.start - 14) : figure.start].lower()
    return before.endswith(("including ", "among them ", "among them, ", "of whom ", "of them "))


def _is_people(noun: "Token", action: str | None) -> bool:
    """People by their name, or because they were killed or hurt and are no animals."""
    if is_person(noun):
        return True
    return action in {"killed", "injured"} and classes("people.txt").get(noun.lemma_.lower()) != "beast"


def _is_counted(
    text: str,
    figure: Figure,
    number: "Tokens",
    head: "Token | None",
    named: "Token | None",
    action: str | None,
    part: bool,
) -> bool:
    """Whether a bare number, a year, a score, a "one" or a "no" counts something after all."""
    bounded = figure.sign not in {"=", ".."} or figure.start < figure.number
    if figure.sign == "0":
        return _is_none(text, figure, number, named)
    if is_year(text, figure):
        return bounded and head is not None
    if is_score(text, figure) and (head is None or not is_plural(head)):
        return False
    if figure.low == figure.high == 1 and not bounded and number[0].lower_ == "one":
        return _is_one(head, action, part)
    if head is not None or action in HARM or part:
        return True
    return named is not None and is_person(named)


def _is_none(text: str, figure: Figure, number: "Tokens", head: "Token | None") -> bool:
    word = text[figure.number : figure.stop].lower()
    if word == "none":
        return head is not None or number.root.dep_ in {"nsubj", "nsubjpass", "dobj"}
    if word not in {"no", "without", "not a single", "not one"}:
        return True
    if head is None:
        return False
    kind = classes("counting.txt").get(head.lemma_.lower())
    hurt = kind == "casualty" or harm("noun", head.lemma_.lower()) is not None
    if word == "without" or hurt:
        return hurt
    return is_person(head) or (head.tag_ == "NNS" and kind != "abstract")


def _is_one(head: "Token | None", action: str | None, part: bool) -> bool:
    """ "one woman was hurt", "killing one"; not "one of the best", "one official said", "one day"."""
    if action in HARM:
        return True
    if head is None or part or not is_person(head):
        return False
    return not (head.dep_ == "nsubj" and classes("counting.txt").get(head.head.lemma_.lower()) == "telling")


def _is_name(number: "Tokens", figure: Figure) -> bool:
    """ "Falcon 9", "Game Seven", "Flight 370": a number that belongs to the name before it."""
    first = number[0]
    if figure.unit is not None or figure.start < figure.number or first.i == 0 or first.is_sent_start:
        return False
    before, root = first.nbor(-1), number.root
    if before.pos_ != "PROPN" or not before.text[:1].isupper():
        return False
    if first.is_alpha and first.is_title:
        return True
    if first.ent_iob_ == "I" and first.ent_type_ in {"PRODUCT", "ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART"}:
        return True
    joined = before.dep_ in {"compound", "nmod"} and before.head.i >= first.i
    counts = root.dep_ == "nummod" and root.head.i > root.i and not joined
    return not counts and before.ent_type_ not in {"GPE", "LOC", "NORP", "DATE", "TIME"}
