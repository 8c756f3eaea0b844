"""The figures of a paragraph: how much of what, and what happened to it."""

from typing import TYPE_CHECKING

from narrator.language import counting
from narrator.language.figures import Figure, scan
from narrator.language.uncounted import counts_nothing, is_score, is_year, masks
from narrator.model.article import Span
from narrator.model.statement import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from narrator.language.paragraphs import Paragraph

HARM = frozenset({"killed", "injured", "missing", "detained", "displaced"})
"""Actions that make those who are counted people where nothing else is said."""

# "no signs", "no plans": nothing that anyone would count.
_ABSTRACT = frozenset(
    [
        "sign",
        "plan",
        "doubt",
        "detail",
        "reason",
        "idea",
        "mean",
        "way",
        "circumstance",
        "tie",
        "problem",
        "comment",
        "word",
        "indication",
        "intention",
        "matter",
        "term",
        "result",
        "option",
        "choice",
        "case",
        "chance",
        "need",
        "hope",
        "link",
        "thing",
        "time",
        "qualm",
        "illusion",
        "limit",
        "hard",
        "sense",
        "effort",
    ]
)
_CASUALTIES = frozenset({"casualty", "injury", "death", "fatality", "victim", "loss"})
_REPORTING = frozenset(["say", "tell", "add", "explain", "note", "claim", "report", "argue", "write"])


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
    end = doc.char_span(figure.number, figure.end, alignment_mode="expand")
    if number is None or end is None or _is_name(doc, number.start, number.end, figure):
        return None
    if figure.unit is not None or figure.share:
        return _measure(paragraph, figure, number.root, end.end)
    if figure.sign == "0" and doc[number.end - 1].lower_ in {"one", "nobody", "none"}:
        return _nobody(paragraph, figure, number.root, end.end)
    return _count(paragraph, figure, number, end.end, limit, last)


def _build(
    paragraph: "Paragraph",
    figure: Figure,
    end: int,
    unit: str,
    category: str | None,
    action: str | None,
    part: bool = False,
) -> Quantity:
    minimum, maximum = figure.interval()
    text = paragraph.doc.text[figure.start : end]
    return Quantity(
        span=Span(paragraph.start + figure.start, paragraph.start + end),
        text=text,
        minimum=minimum,
        maximum=maximum,
        qualifier=figure.qualifier,
        unit=unit,
        category=category,
        action=action,
        part=part,
        approximate=figure.vague or figure.sign.startswith("~"),
    )


def _measure(paragraph: "Paragraph", figure: Figure, number: "Token", after: int) -> Quantity | None:
    """A measure or a share; a share's category is what it is a part of, an attribute's what it describes."""
    doc = paragraph.doc
    name = "%" if figure.unit is None else figure.unit.name
    if figure.unit is None and not _is_share(doc, after):
        return None
    head = None
    if name == "%":
        found = counting.counted(doc, after, one=True)
        head = found.head
    elif "-" in doc.text[figure.stop : figure.end] or doc.text[figure.end : figure.end + 1] == "-":
        head = counting.attributive(doc, after)
    anchor = doc[after - 1]
    action = counting.action(head if head is not None and name == "%" else anchor, after, after)
    return _build(paragraph, figure, figure.end, name, counting.category(head) if head is not None else None, action)


def _is_share(doc: "Doc", after: int) -> bool:
    """Whether a fraction is one of something: "half of", "half the", "two-thirds majority", not "first half"."""
    word = doc[after - 1].lower_
    if word != "half":
        return True
    following = doc[after].lower_ if after < len(doc) else ""
    return following in {"of", "the", "a", "an", "its", "their", "his", "her", "those", "that"}


def _nobody(paragraph: "Paragraph", figure: Figure, number: "Token", after: int) -> Quantity | None:
    """ "no one", "nobody", "none of the passengers"."""
    doc = paragraph.doc
    found = counting.counted(doc, after, one=False)
    if number.lower_ == "none" and found.head is None and number.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return None
    category = counting.category(found.head) if found.head is not None else "people"
    people = found.head is None or counting.is_person(found.head)
    action = counting.action(number, found.after, after)
    return _build(paragraph, figure, figure.end, "people" if people else category, category, action)


def _count(
    paragraph: "Paragraph", figure: Figure, number: "Tokens", after: int, limit: int, last: Quantity | None
) -> Quantity | None:
    doc = paragraph.doc
    text = doc.text
    found = counting.counted(doc, after, one=figure.high == 1 or figure.sign == "0")
    head = found.head
    if head is None and after < len(doc) and doc.text[figure.end : figure.end + 1] == "-":
        head = counting.attributive(doc, after + 1)
    anchor = head if head is not None else number.root
    action = counting.action(anchor, found.after, after)
    part = found.part or _is_part(text, figure)
    if (
        part
        and action is None
        and last is not None
        and text[last.span.end - paragraph.start : figure.start].count(".") == 0
    ):
        action = last.action
    if not _is_counted(text, figure, number.root, head, action, part):
        return None
    people = action in HARM if head is None else counting.is_person(head) or _is_harmed(head, action)
    category = counting.category(head) if head is not None else "people" if people or part else None
    if category is None:
        return None
    end = doc[head.i].idx + len(doc[head.i]) if head is not None else figure.end
    end = end if end <= limit else figure.end
    return _build(paragraph, figure, max(end, figure.end), "people" if people else category, category, action, part)


def _is_part(text: str, figure: Figure) -> bool:
    """ "including 10 children", "among them two women"."""
    before = text[max(0, figure.start - 14) : figure.start].lower()
    return before.endswith(("including ", "among them ", "among them, ", "of whom ", "of them "))


def _is_harmed(head: "Token", action: str | None) -> bool:
    """Whether a noun is taken for people because of what happened to it."""
    lemma = head.lemma_.lower()
    if counting.harm("noun", lemma) is not None or lemma in {"other", "others", "casualty"}:
        return True
    return False


def _is_counted(
    text: str, figure: Figure, number: "Token", head: "Token | None", action: str | None, part: bool
) -> bool:
    """Whether a bare number, a year, a score, a "one" or a "no" counts something after all."""
    bounded = figure.sign not in {"=", ".."} or figure.start < figure.number
    if figure.sign == "0":
        return head is not None and _is_none_of(text, figure, head)
    if is_year(text, figure):
        return bounded and head is not None
    if is_score(text, figure) and (head is None or head.tag_ not in {"NNS", "NNPS"}):
        return False
    if figure.low == figure.high == 1 and number.lower_ == "one" and not bounded:
        return _is_one_counted(number, head, action)
    if head is not None:
        return True
    return action in HARM or part or (bounded and action is not None)


def _is_none_of(text: str, figure: Figure, head: "Token") -> bool:
    lemma = head.lemma_.lower()
    if text[figure.number : figure.stop].lower() == "without":
        return lemma in _CASUALTIES
    if counting.is_person(head) or lemma in _CASUALTIES:
        return True
    return head.tag_ == "NNS" and lemma not in _ABSTRACT


def _is_one_counted(number: "Token", head: "Token | None", action: str | None) -> bool:
    """ "one woman was hurt", "killing one"; not "one of the best", "one official said"."""
    if head is None:
        return action in HARM
    if not counting.is_person(head) and action not in HARM:
        return False
    return not (head.dep_ == "nsubj" and head.head.lemma_.lower() in _REPORTING)


def _is_name(doc: "Doc", start: int, end: int, figure: Figure) -> bool:
    """ "Falcon 9", "Game Seven", "Flight 370": a number that belongs to the name before it."""
    if figure.unit is not None or figure.start < figure.number or start == 0:
        return False
    before = doc[start - 1]
    if doc[start].text[:1].isupper() and doc[start].lower_ == doc[start].text.lower() and doc[start].text.isalpha():
        return before.is_title and not before.is_sent_start
    if before.pos_ != "PROPN" or before.text.isupper() is None or not before.text[:1].isupper():
        return False
    return before.ent_type_ not in {"GPE", "LOC", "NORP", "DATE", "TIME"}
