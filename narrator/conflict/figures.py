"""Two figures that answer one question: the same things counted, or the same measure taken.

Traps: a part is not the whole; fighters are not people; a price a share is no sum; what an offer was before is not what it is;
a second measure in the same words ("40 feet wide" beside "230 feet tall") is another question.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from narrator.alignment.questions import TOLLS
from narrator.conflict.lexicon import synonyms, words
from narrator.conflict.pair import PRONOUNS, Pair, order
from narrator.language.lexicon import act_of
from narrator.language.numerals import value_of
from narrator.language.slots import MEASURED, PART
from narrator.model.statement import Qualifier, Quantity, SlotName, Statement

Question = tuple[SlotName, str]
"""A slot and its key."""

ALIKE = 0.6
"""Likeness from which two statements count the same things even where the words around the figures differ."""

NEAR_ALIKE = 0.3
"""The same where these words are shared."""

MEASURES_ALIKE = 0.45
"""Likeness that two measures need besides: two durations or sums in one story are seldom of one thing."""

RECURRING_ALIKE = 0.8
"""The same for what comes again and again: games, pages, goals."""

CLOSE = 2.5
"""How many times another measure of the same thing may be: what differs more is mostly of another thing."""

CLOSE_COUNT = 5.0
"""The same for things and crowds that are counted."""

MUCH = 1.5
"""How many times those killed in all a named group may be and still belong to one toll, told otherwise."""

CLOSE_TOTAL = 1.25
"""The same for people by the thousand whose words differ: 143 million consumers, 145 million Americans."""

CONVERTED = 1.02
"""How many times a length or a mass may be another and be the same in other units."""

THOUSANDS = 1000.0
AROUND = 45
"""Characters before and after a figure whose words say what it is of."""

_SECONDS = "s"
_CONVERTED = frozenset({"m", "kg", "m2", "m3", "m/s", "°C"})
_METRES = "m"
_FROM = re.compile(
    r"(?:\s?\([^()]{1,30}\))?,?(?: away| to the)?(?: (?:north|south|east|west)[\w-]{0,12})? (?:from|off|of|outside|inside)"
    r" (?:(?:the|a|an|its|his|her|their) )?(?P<first>[\w’'-]+)(?: (?P<second>[A-Z][\w’'-]+))?"
)
_TREATED = (SlotName.COUNT, "treat")
_COMPOUND = re.compile(r"\w-([a-z]+)")
"""A "seven-member group" counts no members of anything else."""

_RATE = re.compile(r"(?:\s?-?(?:a|an|per|each|every)[\s-]([a-z]+)|\s(each)\b|\s?(apiece)\b)", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:(?:previous|initial|original|former)(?:ly)?|old|prior|first|last|up from|down from|averaged?|than|surpass\w*|compared"
    r"|versus|rivals?|targets?)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[ -])[A-Z][\w.]+")
_COIN = re.compile(r"\b(?:pound|dollar)(?=s?\b)")
_REFERENTS = frozenset({"PERSON", "ORG", "PRODUCT"})
_PLAIN = frozenset(
    {"say", "have", "be", "make", "take", "get", "go", "do", "tell", "use", "come", "more", "new", "other"}
)


class Meeting(NamedTuple):
    """Two figures of one question.

    `near` is how many words around both figures are the same, `subjects` whether what they are said of is the same (1), not
    the same (-1), or not to be told (0).
    """

    left: Quantity
    right: Quantity
    question: Question
    near: int
    subjects: int

    @property
    def ratio(self) -> float:
        """How many times the larger is the smaller."""
        low, high = sorted((self.left.minimum, self.right.minimum))
        return high / low if low > 0 else float("inf")

    @property
    def is_toll(self) -> bool:
        """Whether it counts those killed, injured, missing, detained or displaced."""
        return self.question[0] in TOLLS

    @property
    def is_measure(self) -> bool:
        """A length, a duration, a sum, a share: whatever counts nothing."""
        return self.question[1].startswith(MEASURED)


def find(pair: Pair) -> Iterator[Meeting]:
    """Every two figures of one question that no figure of the other side answers already."""
    for left in pair.left.quantities:
        for right in pair.right.quantities:
            question = _same_question(pair, left, right)
            if question is None or _given_on_both(pair, left, right) or _converted(left, right):
                continue
            if pair.gated():
                near = len(around(pair.left, left) & around(pair.right, right)) + _tells_of(pair, left, right)
                meeting = Meeting(left, right, question, near, _subjects(pair, left, right))
                if _of_one_thing(pair, meeting):
                    yield meeting


def _converted(left: Quantity, right: Quantity) -> bool:
    """Whether two lengths or masses differ by no more than a conversion leaves open: 400 pounds are 181 kilos."""
    low, high = sorted((left.minimum, right.minimum))
    return left.unit in _CONVERTED and high <= CONVERTED * low


def measured_from(statement: Statement, quantity: Quantity) -> frozenset[str]:
    """The words of what a distance is measured from, empty where it is none: "of thrust" is not reached by metres."""
    found = _FROM.match(_behind(statement, quantity)) if quantity.unit == _METRES else None
    return frozenset(word.lower() for word in found.groups() if word) if found else frozenset()


def is_measure(quantity: Quantity) -> bool:
    """Whether a figure counts nothing."""
    return quantity.category is None and quantity.unit != "people"


def _given_on_both(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether one of the figures stands on the other side as well: "15 of 22" is no clash with "22, not 15"."""
    return any(
        other.unit == one.unit and (other.minimum, other.maximum) == (one.minimum, one.maximum)
        for side, one in ((pair.right, left), (pair.left, right))
        for other in side.quantities
    )


def _same_question(pair: Pair, left: Quantity, right: Quantity) -> Question | None:
    """The slot that both figures fill with the same key and unit; "none" is a negation and left to it."""
    if Qualifier.NONE in (left.qualifier, right.qualifier) or not _same_unit(left, right):
        return None
    if _is_compound(left) or _is_compound(right) or _other_sort(left, right):
        return None
    one, other = _named(_slot(pair.left, left)), _named(_slot(pair.right, right))
    if (is_measure(left) and is_measure(right)) or _tells_of(pair, left, right):
        return SlotName.COUNT, MEASURED + left.unit
    if one == other:
        return None if one == (SlotName.COUNT, PART) else one
    if one[0] is other[0] and one[0] in TOLLS and not pair.gate.reasons and _is_too_many(left, right, one[1], other[1]):
        return one
    low, high = sorted((left.minimum, right.minimum))
    total = left.unit == "people" and one[0] is other[0] is SlotName.COUNT and PART not in (one[1], other[1])
    return (SlotName.COUNT, "people") if total and low >= THOUSANDS and high <= CLOSE_TOTAL * low else None


def _tells_of(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether one measure is tied to the word that the other stands beside: a "two-hour siege" lasted three hours."""
    sides = (left, pair.left), (right, pair.right)
    tied = [
        (one, other, side)
        for (one, _), (other, side) in (sides, sides[::-1])
        if is_measure(other) and not is_measure(one)
    ]
    return any(
        one.category is not None
        and one.unit not in {"people", one.category}
        and act_of(one.category) in around(side, other)
        for one, other, side in tied
    )


def _named(question: Question) -> Question:
    """A question by one word for each of the words of the same people or things: troops are soldiers."""
    return question[0], synonyms("counted.txt").get(question[1], question[1])


def _is_too_many(left: Quantity, right: Quantity, one: str, other: str) -> bool:
    """Whether more of a named group are told than people in all: seven soldiers among six dead."""
    if "people" not in (one, other) or PART in (one, other):
        return False
    whole, group = (left, right) if one == "people" else (right, left)
    # "One died" is one of those named, and what outnumbers all by half is the toll of another occurrence.
    return whole.maximum is not None and 1 < whole.maximum < group.minimum <= MUCH * whole.maximum


def _same_unit(left: Quantity, right: Quantity) -> bool:
    """The same unit; pounds or dollars said in words may be of any country."""
    said = [set(_COIN.findall(figure.text.lower())) for figure in (left, right)]
    units = _named((SlotName.COUNT, left.unit)), _named((SlotName.COUNT, right.unit))
    return units[0] == units[1] or bool(said[0] & said[1])


def _other_sort(left: Quantity, right: Quantity) -> bool:
    """Things told apart by another word on each side are two sorts, "civil judgments" and "criminal judgments", "US" and "UK
    consumers"; fewer of a sort are a part: "two female gorillas" of three.
    """
    if left.category is None or right.category is None:
        return False
    if left.unit == "people":
        one, other = (frozenset(_NAME.findall(figure.text)) for figure in (left, right))
        return bool(one and other and not one & other) or _is_fewer(left, right, one, other)
    one, other = _sort(left), _sort(right)
    return bool(one - other and other - one) or _is_fewer(left, right, one, other)


def _is_fewer(left: Quantity, right: Quantity, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the smaller figure alone is of a named sort."""
    return (one > other and left.minimum < right.minimum) or (other > one and right.minimum < left.minimum)


def _sort(quantity: Quantity) -> frozenset[str]:
    """The words of a figure that are neither numbers nor the thing counted."""
    category, silent = quantity.category or "", words("figures.txt")
    found = (word for word in re.findall(r"[a-z]+", quantity.text.lower()) if value_of(word) is None)
    return frozenset(word for word in found if word not in silent and not word.startswith(category[:4] or " "))


def _is_compound(quantity: Quantity) -> bool:
    """ "seven-member", but not "thirty-three"; a measure is one either way: "80m-deep"."""
    counts = quantity.category is not None and quantity.unit in {"people", quantity.category}
    return counts and any(value_of(found[1]) is None for found in _COMPOUND.finditer(quantity.text.lower()))


def _slot(statement: Statement, quantity: Quantity) -> Question:
    """The question that a figure answers; those whom a hospital has treated are some of the injured."""
    keys = [(slot.name, slot.key) for slot in statement.slots if slot.spans == (quantity.span,)]
    return next((key for key in keys if key != _TREATED), (SlotName.COUNT, quantity.text))


def _is_part(statement: Statement, quantity: Quantity) -> bool:
    return any((slot.name, slot.key) == _TREATED for slot in statement.slots if slot.spans == (quantity.span,))


def _of_one_thing(pair: Pair, meeting: Meeting) -> bool:
    """Tolls meet through the event; head counts and things by what is counted, measures by the words around them."""
    left, right = meeting.left, meeting.right
    parts = _is_part(pair.left, left), _is_part(pair.right, right)
    if parts[0] and parts[1]:
        return False
    if parts[0] != parts[1]:
        part, whole = (left, right) if parts[0] else (right, left)
        return whole.maximum is not None and part.minimum > whole.maximum
    if meeting.is_toll:
        return True
    if left.unit == "people":
        named = meeting.question[1] != "people" or meeting.near or meeting.ratio <= CLOSE_TOTAL
        grown = meeting.near > 0 and pair.likeness >= NEAR_ALIKE and _is_higher_later(pair, meeting)
        one = bool(named) and meeting.subjects >= 0
        return (grown or meeting.ratio <= CLOSE_COUNT) and (one or pair.likeness >= ALIKE)
    if not _is_alone(pair, meeting):
        return False
    vague = Qualifier.VAGUE in (left.qualifier, right.qualifier)
    if meeting.is_measure:
        return (
            meeting.ratio <= CLOSE
            and meeting.near > 0
            and meeting.subjects >= 0
            and max(pair.likeness, pair.affinity) >= MEASURES_ALIKE
            and _rate(pair.left, left) == _rate(pair.right, right)
            and _is_past(pair.left, left) == _is_past(pair.right, right)
            and (
                left.unit != _SECONDS
                or _tells_of(pair, left, right)
                or _beside(pair.left, left) == _beside(pair.right, right)
            )
            and not (measured_from(pair.left, left) & measured_from(pair.right, right))
        )
    enough = ALIKE if not meeting.near or meeting.subjects < 0 else NEAR_ALIKE
    if left.category in words("recurring.txt"):
        enough = RECURRING_ALIKE
    return pair.likeness >= enough and (vague or meeting.ratio <= CLOSE_COUNT)


def _is_higher_later(pair: Pair, meeting: Meeting) -> bool:
    return (meeting.right.minimum - meeting.left.minimum) * -order(pair.times) > 0


def _is_alone(pair: Pair, meeting: Meeting) -> bool:
    """Whether each side gives one figure of the question: of two, it is unsure which is meant."""
    sides = ((meeting.left, pair.left), (meeting.right, pair.right))
    return all(
        sum(_slot(statement, one) == _slot(statement, figure) for one in statement.quantities) == 1
        for figure, statement in sides
    )


def around(statement: Statement, quantity: Quantity) -> frozenset[str]:
    """The content words about a figure, as far as the next figure of the unit."""
    others = [one.span for one in statement.quantities if one != quantity and one.unit == quantity.unit]
    first = max([quantity.span.start - AROUND, *(one.end for one in others if one.end <= quantity.span.start)])
    last = min([quantity.span.end + AROUND, *(one.start for one in others if one.start >= quantity.span.end)])
    inside = (
        term
        for term in statement.terms
        if first <= term.start < last and not quantity.span.start <= term.start < quantity.span.end
    )
    found = {act_of(term.lemma) for term in inside if term.lemma not in _PLAIN and value_of(term.lemma) is None}
    return frozenset(found - {quantity.category, *words("figures.txt")})


def _subjects(pair: Pair, left: Quantity, right: Quantity) -> int:
    """Whether two figures are said of one referent: by the subjects of their verbs, else by the names of their statements."""
    one, other = _subject(pair.left, left), _subject(pair.right, right)
    if one and other and one == other:
        return 1
    names = _names(pair.left), _names(pair.right)
    if names[0] and names[1]:
        return 1 if names[0] & names[1] else -1
    return -1 if one and other and is_measure(left) else 0


def _subject(statement: Statement, quantity: Quantity) -> str | None:
    """The head of the agent of the last verb before a figure, where it names something."""
    before = [frame for frame in statement.frames if frame.agent and frame.span.start < quantity.span.start]
    frame = max(before, key=lambda frame: frame.span.start, default=None)
    agent = frame.agent if frame is not None else None
    return None if agent is None or agent.head in PRONOUNS or agent.span.overlaps(quantity.span) else agent.head


def _names(statement: Statement) -> frozenset[str]:
    words = (word for name in statement.names if name.label in _REFERENTS for word in name.text.lower().split())
    return frozenset(word.removesuffix("'s").removesuffix("’s") for word in words if len(word) > 2)


def _rate(statement: Statement, quantity: Quantity) -> str | None:
    """What a figure is given for: "a share", "per day", "each"."""
    found = _RATE.match(_behind(statement, quantity))
    return next(filter(None, found.groups())).lower() if found else None


def _is_past(statement: Statement, quantity: Quantity) -> bool:
    """Whether a figure is what something was, or is on average."""
    for span, text in statement.pieces():
        if span.start <= quantity.span.start < span.end:
            place = quantity.span.start - span.start
            return _STATE.search(text, max(0, place - AROUND), place) is not None
    return False


def _beside(statement: Statement, quantity: Quantity) -> str:
    """The word after a duration, which says what it is of: "into", "later", "of"."""
    return next(iter(re.findall(r"[a-z]+", _behind(statement, quantity).lower())), "")


def _behind(statement: Statement, quantity: Quantity) -> str:
    for span, text in statement.pieces():
        if span.start <= quantity.span.start < span.end:
            return text[quantity.span.end - span.start :]
    return ""


def key_of(question: Question) -> str:
    """A question in words for a reason."""
    return question[1].removeprefix(MEASURED) if question[0] is SlotName.COUNT else question[0].value


def goes_on(quantity: Quantity, question: Question) -> bool:
    """Whether a count rises as time goes on: people and what is reported, but not how many came or were aboard."""
    if quantity.unit == "people":
        return question[1] not in {"protest", "aboard"}
    return quantity.category is not None and quantity.category in words("growing.txt")
