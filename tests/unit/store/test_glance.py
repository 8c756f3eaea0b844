import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from narrator.model.article import Article
from narrator.store import glance as module
from narrator.store.glance import FIRST, Glance, Head, glance, glimpses
from narrator.store.library import Library
from narrator.store.views import Group

Build = Callable[..., Article]


@pytest.fixture
def filled(library: Library, article: Build) -> Library:
    mixed = (article("one", 0), article("two", 2, outlet="Other"), article("three", None, outlet=None))
    library.add(
        [Group("a", "A", mixed), Group("b", "B", (article("four", 9),)), Group("c", "C", (article("five", None),))]
    )
    library.record("a", articles=3, origins=2, kinds={"number": 1, "label": 2}, conflicts=1)
    library.mark_read("b")
    return library


def test_the_glance_shows_what_the_library_shows(filled: Library, path: Path) -> None:
    seen = glance(path)
    assert seen.events == filled.events()
    (a,) = (one for one in seen.events if one.id == "a")
    assert (a.kinds, a.outlets, a.last_published) == ({"number": 1, "label": 2}, 3, date(2018, 2, 10))
    assert (set(a.names), sorted(a.days)) == ({"The Gazette", "Other"}, [date(2018, 2, 8), date(2018, 2, 10)])


def test_an_event_of_the_list_is_the_event(filled: Library) -> None:
    for listed in filled.events():
        whole = filled.summary(listed.id)
        for name in ("id", "title", "size", "outlets", "origins", "kinds", "conflicts", "unread"):
            assert getattr(whole, name) == getattr(listed, name)
        assert (whole.first_published, whole.last_published) == (listed.first_published, listed.last_published)


def test_the_articles_of_the_event_that_was_read_last(filled: Library, path: Path) -> None:
    assert (glance(path).event, glance(path).articles) == ("c", filled.heads("c"))
    assert (glance(path, "a").event, glance(path, "a").articles) == ("a", filled.heads("a"))
    assert glance(path, "gone").event == "c"
    assert filled.heads("c") == (Head(filled.event("c")[0].id, None, "The Gazette", None, None, None),)


def test_the_newest_come_first_and_no_more_than_needed(library: Library, path: Path, article: Build) -> None:
    library.add([Group(f"e{day}", f"E {day}", (article(f"text {day}", day),)) for day in range(FIRST + 20)])
    assert [one.id for one in glance(path).events] == [f"e{day}" for day in range(FIRST + 19, 19, -1)]
    library.add([Group("e3", "", (article("late", 500),))])
    assert glance(path).events[0].id == "e3"


def test_the_glance_sorts_and_joins_by_indexes(filled: Library, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        query = f"EXPLAIN QUERY PLAN {module._EVENTS.format(module._NEWEST)}"
        plan = [row[3] for row in connection.execute(query, {"most": 9})]
    assert any("USING INDEX events_by_latest" in step for step in plan), plan
    assert any("INDEX event_articles_by_event" in step for step in plan), plan
    assert not any(step.startswith("SCAN") and step != "SCAN e" and "events_by_latest" not in step for step in plan), (
        plan
    )


def test_listing_reads_no_text(filled: Library, path: Path) -> None:
    """Texts lie where the list does not look: not a page of theirs is read, however long they are."""
    texts: list[str] = []
    with closing(sqlite3.connect(path)) as connection:

        def look(action: int, table: str | None, column: str | None, *_: object) -> int:
            if (action, table, column) == (sqlite3.SQLITE_READ, "articles", "text"):
                texts.append("read")
            return sqlite3.SQLITE_OK

        connection.set_authorizer(look)
        assert len(list(glimpses(connection))) == 3
        assert list(module.heads(connection, "a"))
        assert texts == []
        connection.execute("SELECT text FROM articles").fetchall()
        assert texts == ["read"]


def test_where_there_is_no_library_there_is_nothing_to_see(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    assert glance(missing) == Glance()
    assert not missing.exists()
    (tmp_path / "letter.db").write_text("Dear reader, " * 100)
    assert glance(tmp_path / "letter.db") == Glance()


def test_the_glance_loads_nothing_heavy() -> None:
    program = (
        "import sys, narrator.store.glance; print({'sqlite_utils', 'numpy', 'msgspec', 'textual'} & set(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "set()"
