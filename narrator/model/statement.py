"""What one article says: attributions, statements and what they hold.

Every offset counts Unicode code points of `Article.text`. An `Analysis` depends on the text alone (and the analyser), so that
it can be cached by the text's hash: times stay unresolved, and what no one is quoted for has an empty chain (own voice).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from narrator.model.article import JOIN, Span
from narrator.model.party import Mention


class Quotation(StrEnum):
    """How the words of another are given; own voice has None."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Certainty(StrEnum):
    """How far the teller commits to the statement."""

    ASSERTED = "asserted"
    CONFIRMED = "confirmed"
    ALLEGED = "alleged"
    SUSPECTED = "suspected"
    DENIED = "denied"
    CONCEDED = "conceded"
    NO_COMMENT = "no_comment"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """What the words do: only facts and beliefs are accounts of what happened."""

    FACT = "fact"
    PLAN = "plan"
    WISH = "wish"
    BELIEF = "belief"
    REFUSAL = "refusal"


class Polarity(StrEnum):
    """Whether the statement affirms or negates its predicate."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Qualifier(StrEnum):
    """How a figure is bounded by its words."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"
    NONE = "none"


class SlotName(StrEnum):
    """The questions that a statement about an occurrence can answer."""

    ACT = "act"
    AGENT = "agent"
    TARGET = "target"
    INSTRUMENT = "instrument"
    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"
    DAMAGE = "damage"
    COUNT = "count"
    WHEN = "when"
    WHERE = "where"
    HOW = "how"
    CAUSE = "cause"
    PURPOSE = "purpose"
    RESPONSIBILITY = "responsibility"
    STATUS = "status"
    NEXT = "next"
    QUOTED = "quoted"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (source), said (cue), what (content): the terms of PARC and PolNeAR. Content spans are ordered and disjoint."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    quotation: Quotation
    chain: tuple[Mention, ...] = ()


class Term(NamedTuple):
    """One content word: offsets, lower-case lemma, coarse part of speech (Universal Dependencies)."""

    start: int
    end: int
    lemma: str
    pos: str


class Name(NamedTuple):
    """One named entity: offsets, words as written, OntoNotes label (PERSON, ORG, GPE, NORP, LOC, FAC, EVENT …)."""

    start: int
    end: int
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as a closed interval; `maximum` None is unbounded.

    `unit` is the canonical unit ("people", "m", "kg", "%", "USD" …; distances in metres, masses in kilograms), `category`
    the lemma of who or what is counted ("child", "round"), `action` a slot name such as killed or injured where one governs
    the figure. `part` marks "10 of them children": a part of another figure of the same statement.
    """

    span: Span
    text: str
    minimum: float
    maximum: float | None
    qualifier: Qualifier
    unit: str
    category: str | None = None
    action: str | None = None
    part: bool = False
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as written, unresolved: what its words fix and nothing else.

    `weekday` 0 is Monday; `hour` in 0-23; `part` one of night, dawn, morning, noon, afternoon, evening; `offset_days` counts
    from the day of publication ("yesterday" is -1); `modifier` one of before, after, around, early, late, last, next.
    """

    span: Span
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    part: str | None = None
    offset_days: int | None = None
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the statement: offsets, words as written, lemma of its head."""

    span: Span
    text: str
    head: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Who did what to whom: predicate lemma and its arguments, roles already turned round for the passive."""

    predicate: str
    span: Span
    agent: Phrase | None = None
    patient: Phrase | None = None
    negated: bool = False
    cause: Phrase | None = None
    purpose: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One filling: which question is answered, for which key (unit, category, referent), by which words.

    `occurrence` is "main", or the words that set another occurrence apart ("last month").
    """

    name: SlotName
    key: str
    value: str
    spans: tuple[Span, ...]
    occurrence: str = "main"


@dataclass(frozen=True, slots=True)
class Statement:
    """One proposition and who tells it.

    `spans` are ordered and disjoint, `text` their words joined by an ellipsis. `chain` holds the tellers named in the article,
    outermost first, empty for the outlet's own voice. `article` and `narrators` (ids, the outlet first) are empty in an
    `Analysis` and filled in by the comparison.
    """

    spans: tuple[Span, ...]
    text: str
    chain: tuple[Mention, ...] = ()
    quotation: Quotation | None = None
    cue: Span | None = None
    certainty: Certainty = Certainty.ASSERTED
    stance: Stance = Stance.FACT
    polarity: Polarity = Polarity.POSITIVE
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    frames: tuple[Frame, ...] = ()
    slots: tuple[Slot, ...] = ()
    terms: tuple[Term, ...] = ()
    names: tuple[Name, ...] = ()
    article: str = ""
    narrators: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """First offset of the envelope."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """End of the envelope (exclusive)."""
        return self.spans[-1].end

    @property
    def id(self) -> str:
        """`article:start-end`."""
        return f"{self.article}:{self.start}-{self.end}"

    def pieces(self) -> Iterator[tuple[Span, str]]:
        """Each span with its words."""
        place = 0
        for span in self.spans:
            length = span.end - span.start
            yield span, self.text[place : place + length]
            place += length + len(JOIN)

    def words(self, span: Span) -> str:
        """The words of a range that lies within one of the spans, else the empty string."""
        for outer, text in self.pieces():
            if outer.start <= span.start and span.end <= outer.end:
                return text[span.start - outer.start : span.end - outer.start]
        return ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the language room says of one text; `extracted` is False where no pipeline speaks its language."""

    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    language: str | None = None
    extracted: bool = True
