"""Whatever an analysis, a bookmark or a correction holds, the library gives it back as it was."""

from contextlib import closing
from dataclasses import fields
from datetime import timedelta, timezone
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.model.article import Span
from narrator.model.notebook import Anchor, Bookmark, Correction
from narrator.model.party import Mention
from narrator.model.statement import Analysis, Attribution, Frame, Phrase, Quantity, Slot, Statement, TimeExpression
from narrator.store.library import Library


def whole(kind: type, **given_: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Objects of a dataclass with every field filled, from its annotation where no strategy is given."""
    return st.builds(kind, **{field.name: given_.get(field.name, ...) for field in fields(kind) if field.init})


def some(kind: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[Any]:
    return st.lists(kind, min_size=least, max_size=2).map(tuple)


def maybe(kind: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | kind


offsets = st.integers(0, 2**40)
spans = st.builds(Span, offsets, offsets)
numbers = st.floats(allow_nan=False)
mentions = whole(Mention, span=spans, confidence=numbers)
phrases = whole(Phrase, span=spans)
statements = whole(
    Statement,
    spans=some(spans, least=1),
    chain=some(mentions),
    quantities=some(whole(Quantity, span=spans, minimum=numbers, maximum=maybe(numbers))),
    times=some(whole(TimeExpression, span=spans)),
    frames=some(whole(Frame, span=spans, agent=maybe(phrases), patient=maybe(phrases))),
    slots=some(whole(Slot, spans=some(spans))),
)
analyses = whole(
    Analysis,
    statements=some(statements),
    attributions=some(whole(Attribution, content=some(spans), chain=some(mentions))),
)
anchors = whole(Anchor, spans=some(spans, least=1))
times = st.datetimes(
    timezones=st.none() | st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
)
bookmarks = whole(Bookmark, anchors=some(anchors, least=1), created=times, event=st.none(), tags=some(st.text()))
corrections = whole(Correction, anchors=some(anchors), created=maybe(times))


@given(analyses)
@settings(max_examples=50, deadline=None)
def test_an_analysis_comes_back(analysis: Analysis) -> None:
    with closing(Library(None)) as library:
        library.analyses.keep({"text": analysis}, "analyser")
        assert library.analyses.find(["text"], "analyser") == {"text": analysis}


@given(bookmarks)
@settings(max_examples=50, deadline=None)
def test_a_bookmark_comes_back(bookmark: Bookmark) -> None:
    with closing(Library(None)) as library:
        library.bookmarks.add(bookmark)
        assert library.bookmarks.all() == (bookmark,)
        library.bookmarks.remove(bookmark.id)
        library.journal.undo()
        assert library.bookmarks.get(bookmark.id) == bookmark


@given(corrections)
@settings(max_examples=50, deadline=None)
def test_a_correction_comes_back(correction: Correction) -> None:
    with closing(Library(None)) as library:
        library.corrections.add(correction)
        assert library.corrections.all() == (correction,)
        library.journal.undo()
        library.journal.redo()
        assert library.corrections.all() == (correction,)
