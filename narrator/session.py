"""The use cases that both front ends call, over one library.

A session belongs to the thread that opened it. Importing this module is cheap: the rooms that need heavy libraries are imported
where they are used, because the application imports it before its first frame.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from narrator import paths
from narrator.config import Config, load
from narrator.errors import NotFoundError, SourceError
from narrator.model.article import Article, Span, by_time, digest
from narrator.model.comparison import By, Comparison, Link
from narrator.model.notebook import Anchor, Bookmark, Correction, CorrectionKind, Notebook, Status
from narrator.model.statement import Analysis
from narrator.sources.clean import clean_line, clean_typed
from narrator.store.glance import Glimpse, Head
from narrator.store.views import Decided, EventSummary, Group, Hit, Told

if TYPE_CHECKING:
    from narrator.comparison import Draft
    from narrator.sources.metadata import Metadata
    from narrator.sources.read import Reading
    from narrator.store.library import Library

__all__ = ["AddReport", "Analyse", "Decided", "EventSummary", "Glimpse", "Head", "Hit", "Progress", "Session"]

CHUNK = 4
"""How many articles are analysed and stored at once: what an interruption can cost."""

DRAFTS = 3
"""Of how many events the stages of the comparison are kept, so that a correction shows at once."""

TITLE = 90
"""Longest title or label that is made from the words of a text, in characters."""

Analyse = Callable[[Sequence[str]], list[Analysis]]


@dataclass(frozen=True, slots=True)
class Progress:
    """So much of a long piece of work is done; `what` names it: reading, analysing, comparing."""

    done: int
    total: int
    what: str


Tell = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of the inputs: articles new to the library, articles that it held already, inputs that could not be read."""

    added: tuple[Article, ...]
    known: tuple[Article, ...]
    problems: tuple[SourceError, ...]


class Session:
    """One library and everything that can be done with it."""

    def __init__(self, library: Library, config: Config, analyse: Analyse | None = None) -> None:
        self._library = library
        self._config = config
        self._analyse = analyse or self._analyse_here
        self._drafts: dict[str, tuple[tuple[Article, ...], Draft]] = {}

    @classmethod
    def open(cls, path: Path | None = None, config: Config | None = None, analyse: Analyse | None = None) -> Session:
        """The library at `path`, by default the reader's own; made where there is none. LibraryError, ConfigError.

        `analyse` does the language work, by default in this process; the application hands it to another.
        """
        from narrator.store.library import Library

        return cls(Library(path or paths.library_path()), _settings(config), analyse)

    @classmethod
    def in_memory(cls, config: Config | None = None, analyse: Analyse | None = None) -> Session:
        """An empty library that is gone when it is closed."""
        from narrator.store.library import Library

        return cls(Library(None), _settings(config), analyse)

    @classmethod
    def samples(cls, config: Config | None = None, analyse: Analyse | None = None) -> Session:
        """A library in memory that holds the sample stories."""
        from narrator.assets import samples_dir

        session = cls.in_memory(config, analyse)
        session.add(sorted(place for place in samples_dir().iterdir() if place.is_dir()))
        return session

    def close(self) -> None:
        """Release the library."""
        self._library.close()

    # Articles and events

    def add(
        self,
        inputs: Iterable[str | Path],
        given: Metadata | None = None,
        stdin: bytes | None = None,
        progress: Tell | None = None,
    ) -> AddReport:
        """Read articles and put the new ones into events; articles that an event holds already never move.

        New articles are grouped, and each group is held against the few known articles that use its telling words: it joins an
        event or founds its own. One that would bridge two events joins the better, and both stay what they are.

        Another text at an address that is known is another version of the article: it is kept beside the first.
        """
        reading = self._read(inputs, given, stdin, progress)
        homes = self._library.homes(article.id for article in reading.articles)
        new = tuple(article for article in reading.articles if article.id not in homes)
        if new:
            self._library.add(_place(new, self._library.neighbours(_words_of(new))))
        known = self._library.articles(article.id for article in reading.articles if article.id in homes)
        return AddReport(new, tuple(known), reading.problems)

    def events(self) -> tuple[Glimpse, ...]:
        """Every event without its articles, newest first: no text is read."""
        return self._library.events()

    def heads(self, event_id: str) -> tuple[Head, ...]:
        """The articles of an event without their texts, oldest first; none where there is no such event."""
        return self._library.heads(event_id)

    def event(self, event_id: str) -> EventSummary:
        """The event with its articles. NotFoundError where there is no such event."""
        return self._library.summary(event_id)

    def find_event(self, words: str) -> EventSummary:
        """The event with this id or unique start of one, number in the list (from 1), or words of its title.

        NotFoundError where none or several fit; it names those that come near.
        """
        events, words = self._library.events(), clean_typed(words).strip()
        numbers = range(1, len(events) + 1)
        if words.isdecimal() and int(words) in numbers:
            return self._library.summary(events[int(words) - 1].id)
        wanted = words.casefold().split()
        titled = [event for event in events if wanted and all(word in event.title.casefold() for word in wanted)]
        started = [event for event in events if len(words) >= 4 and event.id.startswith(words)]
        for found in (started, titled):
            if len(found) == 1:
                return self._library.summary(found[0].id)
        if titled:
            raise NotFoundError(f"“{words}” fits several events", f"say which: {_listed(titled)}")
        raise NotFoundError(f"No event fits “{words}”", _near(words, events))

    def mark_read(self, event_id: str) -> None:
        """The reader has seen the event as it stands. NotFoundError where there is no such event."""
        self._library.mark_read(event_id)

    def search(self, query: str, limit: int = 50) -> tuple[Hit, ...]:
        """Full text over notes, articles and what is said in them, at most `limit` hits, best first.

        Words in quotes stand together. Statements are known of events that have been compared.
        """
        return self._library.search(clean_typed(query), limit)

    # Comparison

    def compare(self, event_id: str, by: By = "outlet", progress: Tell | None = None) -> Comparison:
        """The accounts of an event side by side; texts analysed before cost no language work. NotFoundError."""
        articles = self._library.event(event_id)
        draft = self._draft(event_id, articles, progress)
        comparison = self._corrected(draft, articles, by, progress)
        self._hold(event_id, articles, draft)
        self._library.record(
            event_id,
            articles=len(articles),
            origins=comparison.independent,
            kinds=Counter(link.kind.value for link in comparison.links if link.flagged and link.kind),
            conflicts=sum(link.is_conflict for link in comparison.links),
        )
        self._library.keep_statements((article.id for article in articles), _told(comparison))
        return comparison

    def compare_inputs(
        self,
        inputs: Iterable[str | Path],
        by: By = "outlet",
        given: Metadata | None = None,
        stdin: bytes | None = None,
        progress: Tell | None = None,
    ) -> tuple[Comparison, tuple[SourceError, ...]]:
        """The accounts of articles that are not in the library, and what could not be read; nothing is stored."""
        from narrator.comparison import Draft

        reading = self._read(inputs, given, stdin, progress)
        analyses = self._analyses(reading.articles, progress, keep=False)
        draft = Draft(reading.articles, analyses, _comparing(reading.articles, progress))
        return self._corrected(draft, reading.articles, by, progress), reading.problems

    # Notebook

    def bookmark(
        self,
        comparison: Comparison,
        statements: Sequence[str],
        link: Link | None = None,
        event: str | None = None,
        note: str = "",
        tags: Sequence[str] = (),
    ) -> Bookmark:
        """Keep these statements of a comparison (ids), and the link between them if one was chosen.

        The same statements are kept once: a note or tags given then replace the earlier ones. NotFoundError for an unknown
        statement or event.
        """
        if event is not None:
            self._library.event(event)
        bookmark = Bookmark(
            anchors=tuple(_anchor(comparison, statement) for statement in statements),
            label=_label(comparison, statements),
            created=datetime.now(UTC),
            event=event,
            relation=link.relation.value if link else None,
            kind=link.kind.value if link and link.kind else None,
            explanation=link.explanation if link else "",
            note=clean_typed(note),
            tags=_tags(tags),
            tellers=tuple(_tellers(comparison, statement) for statement in statements),
            clashes=_clashes(link, statements),
        )
        if bookmark.id in self._library.bookmarks:
            return self.edit_bookmark(bookmark.id, note=bookmark.note or None, tags=bookmark.tags or None)
        self._library.keep(comparison.article_by_id[anchor.article] for anchor in bookmark.anchors)
        self._library.bookmarks.add(bookmark)
        return bookmark

    def edit_bookmark(
        self,
        bookmark_id: str,
        *,
        note: str | None = None,
        status: Status | None = None,
        tags: Sequence[str] | None = None,
    ) -> Bookmark:
        """Change what is given; the bookmark as it is now. NotFoundError."""
        note = None if note is None else clean_typed(note)
        return self._library.bookmarks.edit(bookmark_id, note, status, None if tags is None else _tags(tags))

    def grade_quotation(self, bookmark_id: str, number: int, grade: str) -> Bookmark:
        """Grade a quotation (from 0): "B2", "B" or "2" leaving the other half, empty to take it away. NarratorError."""
        return self._library.bookmarks.grade(bookmark_id, number, grade)

    def remove_bookmark(self, bookmark_id: str) -> None:
        """Take a bookmark out of the notebook; `undo` brings it back. NotFoundError."""
        self._library.bookmarks.remove(bookmark_id)

    def notebook(self, event: str | None = None) -> Notebook:
        """The bookmarks, all or of one event, in the order in which they were made, and the articles that they quote."""
        bookmarks = self._library.bookmarks.all(event)
        quoted = dict.fromkeys(anchor.article for bookmark in bookmarks for anchor in bookmark.anchors)
        return Notebook(bookmarks, tuple(self._library.articles(quoted)))

    # Corrections, undo

    def decide(
        self, comparison: Comparison, kind: CorrectionKind, statements: Sequence[str], value: str = ""
    ) -> Correction:
        """Correct what a comparison says of these statements (ids). NotFoundError for an unknown statement."""
        correction = Correction(
            kind,
            anchors=tuple(_anchor(comparison, statement) for statement in statements),
            value=_line(value),
            created=datetime.now(UTC),
            tellers=tuple(_tellers(comparison, statement) for statement in statements),
        )
        self.correct(correction)
        return correction

    def correct(self, correction: Correction) -> None:
        """Decide against the automatic result; holds from the next comparison on."""
        created = correction.created or datetime.now(UTC)
        self._library.corrections.add(replace(correction, value=_line(correction.value), created=created))

    def remove_correction(self, correction: Correction) -> None:
        """Take a correction back, whatever was done since; `undo` brings it back. NotFoundError."""
        self._library.corrections.remove(correction)

    def corrections(self) -> tuple[Correction, ...]:
        """Every correction that stands, in the order in which they were made."""
        return self._library.corrections.all()

    def decisions(self, event: str | None = None) -> tuple[Decided, ...]:
        """Every correction that stands, or those of one event, newest first, with where its words stand."""
        return tuple(one for one in self._library.decisions() if event in (None, one.event))

    def undo(self) -> str | None:
        """Turn the last change to notebook or corrections back; what it was, in words, or None."""
        return self._library.journal.undo()

    def redo(self) -> str | None:
        """Make the change undone last again; what it was, in words, or None."""
        return self._library.journal.redo()

    def _read(
        self, inputs: Iterable[str | Path], given: Metadata | None, stdin: bytes | None, progress: Tell | None
    ) -> Reading:
        """What comes in; an article is a version where the library knows its address with another text."""
        reading = _read(inputs, given, stdin, progress)
        plain = [replace(article, version="") for article in reading.articles]
        known = {article.id: article.text_sha256 for article in self._library.articles(one.id for one in plain)}
        articles = (
            read if one.id not in known else one if known[one.id] == one.text_sha256 else one.as_version()
            for read, one in zip(reading.articles, plain, strict=True)
        )
        return replace(reading, articles=tuple(articles))

    def _draft(self, event_id: str, articles: tuple[Article, ...], progress: Tell | None) -> Draft:
        """What the comparison of an event is before any correction; those of the last events are at hand.

        It is not held while it is worked on: what is asked for meanwhile makes its own, and one that was left half done is gone.
        """
        from narrator.comparison import Draft

        held = self._drafts.pop(event_id, None)
        if held is not None and held[0] == articles:
            return held[1]
        return Draft(articles, self._analyses(articles, progress, keep=True), _comparing(articles, progress))

    def _hold(self, event_id: str, articles: tuple[Article, ...], draft: Draft) -> None:
        self._drafts.pop(event_id, None)
        self._drafts[event_id] = articles, draft
        if len(self._drafts) > DRAFTS:
            del self._drafts[next(iter(self._drafts))]

    def _corrected(self, draft: Draft, articles: Sequence[Article], by: By, progress: Tell | None) -> Comparison:
        from narrator.comparison import flag_from

        here = {article.id for article in articles}
        # A correction of other coverage is none of this comparison's unmatched ones.
        ours = [one for one in self.corrections() if any(anchor.article in here for anchor in one.anchors)]
        comparison = draft.corrected(ours, by, _comparing(articles, progress))
        return flag_from(comparison, self._config.threshold) if self._config.threshold else comparison

    def _analyses(self, articles: Sequence[Article], progress: Tell | None, *, keep: bool) -> list[Analysis]:
        """The analyses of the articles, made in chunks where the library has none; each chunk is kept at once."""
        texts = {article.text_sha256: article.text for article in articles}
        analyser = self._analyser()
        found = self._library.analyses.find(texts, analyser)
        missing = [text for text in texts if text not in found]
        for start in range(0, len(missing), CHUNK):
            chunk = missing[start : start + CHUNK]
            made = dict(zip(chunk, self._analyse([texts[text] for text in chunk]), strict=True))
            if keep:
                self._library.analyses.keep(made, analyser)
            found.update(made)
            if progress:
                progress(Progress(start + len(chunk), len(missing), "analysing"))
        return [found[article.text_sha256] for article in articles]

    def _analyser(self) -> str:
        """Analyser version and pipeline, which an analysis depends on beside its text."""
        from narrator.language.analyse import ANALYSER_VERSION
        from narrator.language.pipeline import identity

        return f"{ANALYSER_VERSION}, {identity(self._config.pipeline)}"

    def _analyse_here(self, texts: Sequence[str]) -> list[Analysis]:
        from narrator.language.analyse import analyse

        return analyse(texts, self._config.pipeline)


def _settings(config: Config | None) -> Config:
    return load(paths.config_path()) if config is None else config


def _read(inputs: Iterable[str | Path], given: Metadata | None, stdin: bytes | None, progress: Tell | None) -> Reading:
    from narrator.sources.metadata import NOTHING_GIVEN
    from narrator.sources.read import read

    places = list(inputs)

    def between(done: int) -> None:
        if progress:
            progress(Progress(done, len(places), "reading"))

    return read(places, given or NOTHING_GIVEN, stdin, between)


def _comparing(articles: Sequence[Article], progress: Tell | None) -> Callable[[], None]:
    """Tells between two pieces of a comparison that it is under way."""

    def between() -> None:
        if progress:
            progress(Progress(len(articles), len(articles), "comparing"))

    return between


def _words_of(articles: Iterable[Article]) -> Iterator[list[str]]:
    from narrator.events.profile import profile, words

    return (words(profile(article)) for article in articles)


def _place(new: Sequence[Article], neighbours: Iterable[tuple[str, Article]]) -> Iterator[Group]:
    """The events of new articles: known ones that they join, else new ones."""
    from narrator.events.grouping import join

    known: dict[str, list[Article]] = {}
    for event, article in neighbours:
        known.setdefault(event, []).append(article)
    for home, articles in join(new, known):
        earliest = min(articles, key=by_time)
        title = earliest.title or _words(earliest.text)
        yield Group(home or digest("event", earliest.id), title, tuple(articles))


def _anchor(comparison: Comparison, statement_id: str) -> Anchor:
    statement = comparison.statement_by_id.get(statement_id)
    if statement is None:
        raise NotFoundError(f"There is no statement “{statement_id}” in this comparison", "compare again")
    return Anchor.of(comparison.article_by_id[statement.article], statement.spans)


def _tellers(comparison: Comparison, statement_id: str) -> tuple[str, ...]:
    narrators = comparison.statement_by_id[statement_id].narrators
    return tuple(comparison.narrator_by_id[narrator].name for narrator in narrators)


def _told(comparison: Comparison) -> Iterator[Told]:
    """Who says what, stretch by stretch: the words between the stretches of a statement are not its own."""
    for statement in comparison.statements:
        tellers = _tellers(comparison, statement.id)
        for span in statement.spans:
            yield Told(statement.article, span, tellers)


def _clashes(link: Link | None, statements: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
    spans = {link.left: link.left_spans, link.right: link.right_spans} if link else {}
    return tuple(spans.get(one, ()) for one in statements) if any(spans.values()) else ()


def _label(comparison: Comparison, statements: Sequence[str]) -> str:
    """The label of the first claim that holds all of the statements, else the words of the first one."""
    for claim in comparison.claim_of.get(statements[0], ()):
        if {*statements} <= {*claim.statements, *claim.more}:
            return claim.label
    return _words(comparison.statement_by_id[statements[0]].text)


def _line(typed: str) -> str:
    return clean_line(clean_typed(typed))


def _tags(typed: Iterable[str]) -> tuple[str, ...]:
    return tuple(tag for tag in map(_line, typed) if tag)


def _words(text: str) -> str:
    return shorten(text, TITLE, placeholder=" …") or "Untitled"


def _near(words: str, events: Sequence[Glimpse]) -> str:
    """A hint that names the events whose titles share most words with those asked for, in whatever spelling."""
    if not events:
        return "the library is empty: `narrator add` fills it"
    titles = [event.title.casefold().split() for event in events]
    known = {word for title in titles for word in title}
    meant = {near for word in words.casefold().split() for near in get_close_matches(word, known, cutoff=0.75)}
    shared = [len(meant.intersection(title)) for title in titles]
    order = sorted(range(len(events)), key=lambda place: -shared[place])
    near = [events[place] for place in order if shared[place]][:3]
    return f"did you mean {_listed(near)}?" if near else "`narrator events` lists them"


def _listed(events: Sequence[Glimpse]) -> str:
    return ", ".join(f"{event.id} “{event.title}”" for event in events[:5])
