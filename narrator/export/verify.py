"""Notes against their sources: is every quote still there, to the character?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from narrator.errors import NarratorError
from narrator.export.escape import unescape_markdown
from narrator.export.markdown import FORMAT, source_head, source_pin
from narrator.model.article import JOIN, Article, Span
from narrator.model.notebook import Anchor

_ROW = re.compile(r'\| .* \| "(.*)" \| .* \| .* \| \[(\d+)\] \|')
_TOLD = ("Clash: ", "Chain: ")
_WORDS = re.compile(r'(?:"(.*?)" )?((?:\[\d+\])+)')
"""Words and the numbers that they are cited by; a bracket among the words is escaped."""

_SOURCE = re.compile(
    r"(?P<number>\d+)\. (?P<head>.*), (?P<pin>sha256 (?P<sha256>[0-9a-f]{64}|unknown), "
    r"characters (?P<spans>\d+-\d+(?:, \d+-\d+)*), after .*)"
)


class Outcome(StrEnum):
    """What became of one source: its text is the same and the words are in it; the notes do not agree with it; its text is
    another; it was not given."""

    VERIFIED = "verified"
    ALTERED = "altered"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """One numbered source of the notes and what was found; `detail` says in words what is wrong, empty where nothing is."""

    number: int
    source: str
    quotes: tuple[str, ...]
    outcome: Outcome
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """All sources of the notes, by number."""

    sources: tuple[SourceCheck, ...]

    @property
    def ok(self) -> bool:
        """Whether every quote was found again in a text of which no character has changed."""
        return all(check.outcome is Outcome.VERIFIED for check in self.sources)


class _Entry(NamedTuple):
    head: str
    pin: str
    sha256: str
    spans: tuple[Span, ...]


class _Notes(NamedTuple):
    """What the notes claim: sources by number, and the words that refer to each."""

    entries: Mapping[int, _Entry]
    quotes: Mapping[int, tuple[str, ...]]
    clashes: Mapping[int, tuple[str, ...]]


def verify(notes: str, articles: Iterable[Article]) -> Verification:
    """Look for every quote of the notes in the articles; NarratorError where the text is not Narrator's notes."""
    if FORMAT not in notes:
        raise NarratorError("These are not notes that Narrator wrote", f'they lack the words "{FORMAT}"')
    told = _parse(notes)
    given = tuple(articles)
    numbers = sorted({*told.entries, *told.quotes, *told.clashes})
    return Verification(tuple(_check(number, told, given) for number in numbers))


def _parse(notes: str) -> _Notes:
    entries: dict[int, _Entry] = {}
    quotes: defaultdict[int, list[str]] = defaultdict(list)
    clashes: defaultdict[int, list[str]] = defaultdict(list)
    for line in notes.split("\n"):
        if row := _ROW.fullmatch(line):
            quotes[int(row[2])].append(unescape_markdown(row[1]))
        elif line.startswith(_TOLD):
            for words, numbers in _WORDS.findall(line):
                for number in re.findall(r"\d+", numbers):
                    clashes[int(number)].append(unescape_markdown(words))
        elif source := _SOURCE.fullmatch(line):
            entries[int(source["number"])] = _entry(source)
    return _Notes(entries, _once(quotes), _once(clashes))


def _entry(source: re.Match[str]) -> _Entry:
    places = (place.split("-") for place in source["spans"].split(", "))
    spans = tuple(Span(int(start), int(end)) for start, end in places)
    return _Entry(source["head"], source["pin"], source["sha256"], spans)


def _once(found: Mapping[int, list[str]]) -> dict[int, tuple[str, ...]]:
    return {number: tuple(dict.fromkeys(words)) for number, words in found.items()}


def _check(number: int, notes: _Notes, articles: tuple[Article, ...]) -> SourceCheck:
    quotes = notes.quotes.get(number, ())
    entry = notes.entries.get(number)
    if entry is None:
        return SourceCheck(
            number, "", quotes, Outcome.ALTERED, "the notes refer to this number but list no such source"
        )
    outcome, detail = _compare(entry, quotes, notes.clashes.get(number, ()), articles)
    return SourceCheck(number, unescape_markdown(entry.head), quotes, outcome, detail)


def _compare(
    entry: _Entry, quotes: tuple[str, ...], clashes: tuple[str, ...], articles: tuple[Article, ...]
) -> tuple[Outcome, str]:
    article = next((one for one in articles if one.text_sha256 == entry.sha256), None)
    if article is None:
        return _without_text(entry, quotes, articles)
    if source_pin(article.text_sha256, Anchor.of(article, entry.spans)) != entry.pin:
        return Outcome.ALTERED, "the place named in the notes does not agree with the source"
    words = article.quote(entry.spans)
    if any(quote != words for quote in quotes):
        return Outcome.ALTERED, f'at that place the source says: "{words}"'
    for clash in clashes:
        if clash not in article.text and any(part not in article.text for part in clash.split(JOIN)):
            return Outcome.ALTERED, f'the source does not hold the clashing words "{clash}"'
    return Outcome.VERIFIED, ""


def _without_text(entry: _Entry, quotes: tuple[str, ...], articles: tuple[Article, ...]) -> tuple[Outcome, str]:
    """No article has the text of the notes; one that calls itself the same has changed."""
    same = next((one for one in articles if entry.head.startswith(source_head(one))), None)
    if same is None:
        return Outcome.MISSING, "no article given has this text"
    kept = all(part in same.text for quote in quotes for part in quote.split(JOIN))
    return Outcome.CHANGED, f"the text has changed; the words {'are still' if kept else 'are no longer'} in it"
