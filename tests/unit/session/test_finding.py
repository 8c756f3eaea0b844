import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from narrator.errors import NotFoundError
from narrator.model.article import Article
from narrator.session import Session
from narrator.store.library import Library
from narrator.store.views import Group


def test_an_event_is_found_in_every_way(session: Session, press: Path) -> None:
    session.add([press])
    ferry, harvest = session.events()
    for words in (ferry.id, ferry.id[:5], "1", "ferry marigold", "BREAKWATER", "  breakwater ferry "):
        assert session.find_event(words) == session.event(ferry.id)
    assert session.find_event("2") == session.event(harvest.id)


@pytest.mark.parametrize("words", ["Marygold", "the ferry", "breakwaters"])
def test_near_matches_are_named(session: Session, press: Path, words: str) -> None:
    session.add([press])
    with pytest.raises(NotFoundError, match="Ferry Marigold strikes breakwater"):
        session.find_event(words)


@pytest.mark.parametrize("words", ["0", "3", "", " ", "²", "zzzz"])
def test_what_stands_for_nothing_is_not_found(session: Session, press: Path, words: str) -> None:
    session.add([press])
    with pytest.raises(NotFoundError):
        session.find_event(words)


def test_words_that_fit_several_events_find_none(library: Path) -> None:
    with closing(Library(library)) as store:
        store.add(
            [
                Group("aaaa1111", "Floods in May", (Article("one"),)),
                Group("aaaa2222", "Floods in June", (Article("two"),)),
            ]
        )
    with closing(Session.open(library)) as session:
        with pytest.raises(NotFoundError, match=r"several.*(aaaa1111.*aaaa2222|aaaa2222.*aaaa1111)"):
            session.find_event("floods")
        with pytest.raises(NotFoundError):
            session.find_event("aaaa")
        assert session.find_event("floods june").id == "aaaa2222"


def test_an_empty_library_says_how_to_fill_it(session: Session) -> None:
    with pytest.raises(NotFoundError, match="narrator add"):
        session.find_event("anything")


def test_search_and_reading_marks(session: Session, press: Path) -> None:
    session.add([press])
    ferry = session.events()[0]
    hits = session.search("coastguard", limit=1)
    assert [(hit.kind, hit.event, hit.match) for hit in hits] == [("article", ferry.id, "coastguard")]
    session.compare(ferry.id)
    (hit,) = session.search("coastguard", limit=1)
    assert (hit.kind, hit.event, hit.match) == ("statement", ferry.id, "coastguard")
    article = next(one for one in session.event(ferry.id).articles if one.id == hit.id)
    assert article.text[hit.start : hit.end] == "coastguard"
    assert hit.tellers[0] == article.outlet == hit.outlet
    session.mark_read(ferry.id)
    assert [event.unread for event in session.events()] == [False, True]


def test_finding_an_event_reads_no_article_of_another(session: Session, press: Path, library: Path) -> None:
    session.add([press])
    ferry, harvest = session.events()
    with closing(sqlite3.connect(library)) as other, other:
        other.execute("UPDATE articles SET authors = 'unreadable' WHERE id = ?", (session.heads(harvest.id)[0].id,))
    assert session.find_event("marigold") == session.event(ferry.id)
    assert session.compare(ferry.id).articles == session.event(ferry.id).articles
