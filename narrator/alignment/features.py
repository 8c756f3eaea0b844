"""What a statement brings to a meeting with another: its wording, telling words, names, acts, figures and days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from zlib import crc32

from rapidfuzz.utils import default_process

from narrator.language.lexicon import act_of, classes
from narrator.language.weights import weight
from narrator.model.statement import Statement, TimeExpression

NUMBER = 3.0
"""Weight of a figure: as much as a rare word."""

NAME = 1.3
"""How much more a proper noun tells than a common word of the same rarity."""

STEM = 5
"""Letters at the beginning that words of one family share: explode and explosion, migrate and migrant."""

BITS = 4096
"""Places of a wording: a run of three letters has one of them, by its checksum."""

_SAYING = frozenset({"say", "tell", "be", "have", "do", "add", "report", "make", "get", "go", "come", "take"})

Figure = tuple[str, float, float | None]
"""Unit, minimum and maximum."""


@dataclass(frozen=True, slots=True)
class Features:
    """All that a pair is judged by, made once per statement.

    `bag` maps a content word (or its class of acts) to its weight, `stems` are the beginnings of the content words, `names`
    those of proper nouns, `wording` has a bit for every run of three letters within a word and `runs` is their number, `deeds`
    are what its verbs say was done, `acts` the known acts that any word names, both by class; `days` the weekdays and months
    that are named.
    """

    bag: Mapping[str, float]
    stems: frozenset[str]
    names: frozenset[str]
    wording: int
    runs: int
    deeds: frozenset[str]
    acts: frozenset[str]
    figures: frozenset[Figure]
    days: frozenset[str]


def features(statement: Statement) -> Features:
    """The features of a statement, from its words alone."""
    bag: dict[str, float] = {}
    stems, names, acts = set(), set(), set()
    for term in statement.terms:
        if term.lemma in _SAYING:
            continue
        word = act_of(term.lemma)
        stems.add(term.lemma[:STEM])
        if term.pos == "PROPN":
            names.add(term.lemma[:STEM])
        if term.pos == "NUM" or term.lemma[:1].isdigit():
            bag[word] = max(bag.get(word, 0.0), NUMBER)
            continue
        if term.lemma in classes("acts.txt"):
            acts.add(word)
        bag[word] = max(bag.get(word, 0.0), weight(term.lemma) * (NAME if term.pos == "PROPN" else 1.0))
    wording = _wording(default_process(statement.text))
    return Features(
        bag=bag,
        stems=frozenset(stems),
        names=frozenset(names),
        wording=wording,
        runs=wording.bit_count(),
        deeds=frozenset(act_of(frame.predicate) for frame in statement.frames) - _SAYING,
        acts=frozenset(acts),
        figures=frozenset((one.unit, one.minimum, one.maximum) for one in statement.quantities),
        days=frozenset(day for time in statement.times for day in _days(time)),
    )


def _wording(text: str) -> int:
    bits = 0
    for word in set(text.split()):
        bits |= _runs(word)
    return bits


@cache
def _runs(word: str) -> int:
    """The runs of three letters of a word, its ends included, as bits."""
    padded = f" {word} "
    bits = 0
    for start in range(len(padded) - 2):
        bits |= 1 << crc32(padded[start : start + 3].encode()) % BITS
    return bits


def _days(time: TimeExpression) -> Iterable[str]:
    if time.weekday is not None:
        yield f"weekday {time.weekday}"
    if time.month is not None:
        yield f"month {time.month}"
