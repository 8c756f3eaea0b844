"""What an article shows of the event it is about: telling words, names, acts, numbers, days. Needs no parsing."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from narrator.language.lexicon import classes
from narrator.language.weights import weight
from narrator.model.article import Article, day_of

LEAD = 1500
"""Characters of the body that say what happened; news puts it first."""

OPENING = 350
"""Characters of the body that, with the headline, say it in brief."""

DATELINE = 250
"""Characters of headline and body among which a text carries its own date."""

TITLE = 3
"""How often a word of the headline counts."""

NAME = 1.6
"""How much more a name tells than another word."""

TELLING = 30
"""Words by which an article is looked up: its most telling ones."""

ACT = "#"
"""Before a term that stands for all words of an act."""

Vector = Mapping[str, float]
"""Term to weight, of length one; empty where there are no telling words."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n\"“”‘]\s*)$")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s|\n")
_MONTH = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_YEAR = r"((?:19|20)\d\d)"
_DATED = (
    (re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?, ?{_YEAR}\b", re.IGNORECASE), (3, 1, 2)),
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? ?{_YEAR}\b", re.IGNORECASE), (3, 2, 1)),
    (re.compile(rf"\b{_YEAR}-(\d\d)-(\d\d)\b"), (1, 2, 3)),
)
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_NUMBER = re.compile(r"(?<![\w.,/:-])[$£€]?(\d+(?:,\d{3})*(?:\.\d+)?)(?![\w/:]|[.,]\d)")
_CALENDAR = re.compile(rf"{_YEAR}|\d")
"""A number that is a year, or a single figure: both are met everywhere."""
_DATE_WORDS = re.compile(
    rf"(?:{_MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|updated|published|posted)", re.IGNORECASE
)
_HEADLINE = 3
"""Words of four letters and more without which a title is a date or a remark, no headline."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What tells an event from others.

    `lead`, `body`, `opening` and `headline` weigh the terms of these parts of the text, `names` and `plain` those of the lead
    that are names and those that are not. `numbers` are written as in the text, `day` is that of publication or, where that
    is not known, the date at the head of the text. `length` counts the characters of the text.
    """

    lead: Vector
    body: Vector
    opening: Vector
    headline: Vector
    names: Vector
    plain: Vector
    acts: frozenset[str]
    numbers: frozenset[str]
    weekdays: frozenset[str]
    day: date | None
    length: int


def profile(article: Article) -> Profile:
    """The profile of an article. Depends on nothing else: no other article changes it."""
    title = (article.title or "").strip()
    body = article.text.removeprefix(title)
    if not _is_headline(title):
        title = ""
    lead, whole, opening = Counter[str](), Counter[str](), Counter[str]()
    capitals: dict[str, float] = defaultdict(float)
    for text, times in ((title, TITLE), (body, 1)):
        for start, term, sign in _terms(text, in_title=times == TITLE):
            whole[term] += times
            capitals[term] += sign
            if times == TITLE or start < LEAD:
                lead[term] += times
            if times == TITLE or start < OPENING:
                opening[term] += 1
    names = {term for term, sign in capitals.items() if sign > 0}
    headline = Counter(term for _, term, _ in _terms(title or _first_sentence(body), in_title=True))
    beginning = f"{title}\n{body[:LEAD]}"
    return Profile(
        lead=_vector(lead, names),
        body=_vector(whole, names),
        opening=_vector(opening, names),
        headline=_vector(Counter(headline.keys()), names),
        names=_vector({term: n for term, n in lead.items() if term in names}, names),
        plain=_vector({term: n for term, n in lead.items() if term not in names}, names),
        acts=frozenset(act for found in _WORD.finditer(f"{title}\n{body[:OPENING]}") if (act := _act(_bare(found[0])))),
        numbers=frozenset(n.replace(",", "") for n in _NUMBER.findall(beginning) if not _CALENDAR.fullmatch(n)),
        weekdays=frozenset(_WEEKDAY.findall(beginning)),
        day=day_of(article.published) or _day(f"{article.title or ''}\n{article.text}"[:DATELINE]),
        length=len(article.text),
    )


def telling(found: Profile) -> list[str]:
    """The terms by which articles about the same event are looked for, the most telling first."""
    return sorted(found.lead, key=lambda term: (-found.lead[term], term))[:TELLING]


def words(found: Profile) -> list[str]:
    """Those of the telling terms that are words of the text, for a library to look up."""
    return [term for term in telling(found) if not term.startswith(ACT)]


def _terms(text: str, *, in_title: bool) -> Iterator[tuple[int, str, float]]:
    """Offset and term of every telling word, and what its capital says: above zero that it is a name, below that it is not."""
    for found in _WORD.finditer(text):
        word = _bare(found[0])
        if weight(word) <= 0:
            continue
        if not found[0][0].isupper():
            sign = -1.0
        elif in_title:
            sign = 0.1  # headlines are often capitalised throughout
        else:
            sign = 0.0 if _SENTENCE_START.search(text[max(0, found.start() - 3) : found.start()]) else 1.0
        yield found.start(), _term(word), sign


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


@cache
def _term(word: str) -> str:
    """The act that a word names, as one term for all its words, else the word."""
    act = _act(word)
    return f"{ACT}{act}" if act and f"{ACT}{act}" in _act_weights() else word


@cache
def _act(word: str) -> str | None:
    acts = classes("acts.txt")
    stems = (word.removesuffix(ending) for ending in ("", "s", "es", "d", "ed", "ing"))
    return next((acts[stem] for stem in (*stems, word.removesuffix("ing") + "e") if stem in acts), None)


@cache
def _act_weights() -> dict[str, float]:
    """An act tells as much as the commonest of its words that tells anything."""
    found: dict[str, float] = {}
    for lemma, act in classes("acts.txt").items():
        if "_" not in lemma and (value := weight(lemma)) > 0:
            found[f"{ACT}{act}"] = min(value, found.get(f"{ACT}{act}", value))
    return found


def _vector(counts: Mapping[str, int], names: Iterable[str]) -> Vector:
    known = frozenset(names)
    raw = {
        term: (1 + math.log(n)) * (_act_weights().get(term) or weight(term)) * (NAME if term in known else 1.0)
        for term, n in counts.items()
    }
    length = math.sqrt(sum(value * value for value in raw.values()))
    return {term: value / length for term, value in raw.items()} if length else {}


def _is_headline(title: str) -> bool:
    words = (found[0] for found in _WORD.finditer(title))
    return sum(len(word) >= 4 and word.isalpha() and not _DATE_WORDS.fullmatch(word) for word in words) >= _HEADLINE


def _first_sentence(body: str) -> str:
    sentences = (one for one in _SENTENCE_END.split(body.strip()) if _is_headline(one))
    return next(sentences, "")[:DATELINE]


def _day(beginning: str) -> date | None:
    """The first full date among the first words."""
    for pattern, places in _DATED:
        if found := pattern.search(beginning):
            year, month, day = (found[place] for place in places)
            try:
                return date(int(year), int(month) if month.isdecimal() else _month(month), int(day))
            except ValueError:
                continue
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()) // 3 + 1
