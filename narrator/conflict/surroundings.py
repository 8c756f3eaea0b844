"""The words around a figure: what it is said of, what it is given for, and which state it tells.

Only these keep two sums or lengths of one story apart: a price a share, a former offer, a distance from another place.
"""

import re

from narrator.conflict.lexicon import words
from narrator.conflict.pair import PRONOUNS, Pair
from narrator.language.lexicon import act_of
from narrator.language.numerals import value_of
from narrator.model.statement import Phrase, Quantity, Statement

AROUND = 45
"""Characters before and after a figure whose words say what it is of."""

_METRES = "m"
_FROM = re.compile(
    r"(?:\s?\([^()]{1,30}\))?,?(?: away| to the)?(?: (?:north|south|east|west)[\w-]{0,12})? (?:from|off|of|outside|inside)"
    r" (?:(?:the|a|an|its|his|her|their) )?(?P<first>[\w’'-]+)(?: (?P<second>[A-Z][\w’'-]+))?"
)
_RATE = re.compile(r"(?:\s?-?(?:a|an|per|each|every)[\s-]([a-z]+)|\s(each)\b|\s?(apiece)\b)", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:(?:previous|initial|original|former)(?:ly)?|old|prior|first|last|up from|down from|averaged?|than|surpass\w*|compared"
    r"|versus|rivals?|targets?)\b",
    re.IGNORECASE,
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_PERIODS = tuple(
    re.compile(form)
    for form in (
        rf"\b(?:in|for|by|during|of|since|from|to|end|mid|early|late) ({_MONTHS})\b",
        r"\b(first|second|third|fourth|final|last|this|next|previous|1st|2nd|3rd|4th)[ -]quarter\b|\bq([1-4])\b",
        r"\b(first|second|last|this|previous)[ -]half\b",
        r"\b(?:in|for|by|during|of|since|from|year) ((?:19|20)\d\d)\b",
        r"\b(last|this|next|previous) (?:year|month|week|season)\b",
    )
)
_GENDERED = frozenset({"he", "she"})
_REFERENTS = frozenset({"PERSON", "ORG", "PRODUCT"})
_PLAIN = frozenset(
    {"say", "have", "be", "make", "take", "get", "go", "do", "tell", "use", "come", "more", "new", "other"}
)


def is_measure(quantity: Quantity) -> bool:
    """Whether a figure counts nothing."""
    return quantity.category is None and quantity.unit != "people"


def measured_from(statement: Statement, quantity: Quantity) -> frozenset[str]:
    """The words of what a distance is measured from, empty where it is none: "of thrust" is not reached by metres."""
    found = _FROM.match(_behind(statement, quantity)) if quantity.unit == _METRES else None
    return frozenset(word.lower() for word in found.groups() if word) if found else frozenset()


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


def other_periods(pair: Pair) -> bool:
    """Whether each side names a month, a quarter, a half or a year, and not the same."""
    texts = pair.left.text.lower(), pair.right.text.lower()
    for form in _PERIODS:
        one, other = ({next(filter(None, found.groups())) for found in form.finditer(text)} for text in texts)
        if one and other and not one & other:
            return True
    return False


def subjects(pair: Pair, left: Quantity, right: Quantity) -> int:
    """Whether two figures are said of one referent: by the subjects of their verbs, else by the names of their statements."""
    agents = _agent(pair.left, left), _agent(pair.right, right)
    if _are_others(pair, agents):
        return -1
    one, other = (None if agent is None or agent.head in PRONOUNS else agent.head for agent in agents)
    if one and other and one == other:
        return 1
    names = _names(pair.left), _names(pair.right)
    if names[0] and names[1]:
        return 1 if names[0] & names[1] else -1
    return -1 if one and other and is_measure(left) else 0


def _agent(statement: Statement, quantity: Quantity) -> Phrase | None:
    """The agent of the last verb before a figure."""
    before = [frame for frame in statement.frames if frame.agent and frame.span.start < quantity.span.start]
    frame = max(before, key=lambda frame: frame.span.start, default=None)
    agent = frame.agent if frame is not None else None
    return None if agent is None or agent.span.overlaps(quantity.span) else agent


def _are_others(pair: Pair, agents: tuple[Phrase | None, Phrase | None]) -> bool:
    """Whether two agents are told apart by names or a pronoun: "shares of Bergum" and "shares of Halvik", he and she."""
    one, other = agents
    if one is None or other is None:
        return False
    if {one.text.lower(), other.text.lower()} == _GENDERED:
        return True
    names = _within(pair.left, one), _within(pair.right, other)
    return bool(names[0] and names[1]) and not names[0] & names[1]


def _within(statement: Statement, phrase: Phrase) -> frozenset[str]:
    """The proper names of a phrase, in whatever form."""
    return frozenset(
        term.lemma
        for term in statement.terms
        if term.pos == "PROPN" and phrase.span.start <= term.start and term.end <= phrase.span.end
    )


def _names(statement: Statement) -> frozenset[str]:
    words = (word for name in statement.names if name.label in _REFERENTS for word in name.text.lower().split())
    return frozenset(word.removesuffix("'s").removesuffix("’s") for word in words if len(word) > 2)


def rate(statement: Statement, quantity: Quantity) -> str | None:
    """What a figure is given for: "a share", "per day", "each"."""
    found = _RATE.match(_behind(statement, quantity))
    return next(filter(None, found.groups())).lower() if found else None


def is_past(statement: Statement, quantity: Quantity) -> bool:
    """Whether a figure is what something was, or is on average."""
    for span, text in statement.pieces():
        if span.start <= quantity.span.start < span.end:
            place = quantity.span.start - span.start
            return _STATE.search(text, max(0, place - AROUND), place) is not None
    return False


def beside(statement: Statement, quantity: Quantity) -> str:
    """The word after a duration, which says what it is of: "into", "later", "of"."""
    return next(iter(re.findall(r"[a-z]+", _behind(statement, quantity).lower())), "")


def _behind(statement: Statement, quantity: Quantity) -> str:
    for span, text in statement.pieces():
        if span.start <= quantity.span.start < span.end:
            return text[quantity.span.end - span.start :]
    return ""
