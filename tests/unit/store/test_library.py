from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from narrator.errors import NotFoundError
from narrator.model.article import Article
from narrator.store.library import Library
from narrator.store.views import Group

Build = Callable[..., Article]


def test_an_article_comes_back_whole(path: Path) -> None:
    article = Article(
        "Text — “with” ünïcode 🛰\nand a second paragraph",
        title="Title",
        outlet="The Gazette",
        authors=("A. Writer", "Б. Автор"),
        published=datetime(2018, 2, 8, 9, 10, tzinfo=UTC),
        url="https://example.org/a?b=c#d",
        retrieved=datetime(2018, 2, 9, tzinfo=UTC),
        language="en",
        cleaned=3,
    )
    bare = Article("Nothing is known of this one")
    with closing(Library(path)) as library:
        library.add([Group("e", "Event", (article, bare))])
    with closing(Library(path)) as library:
        assert library.articles([bare.id, "unknown", article.id]) == [bare, article]
        assert library.event("e") == (article, bare)


def test_a_library_in_memory_is_as_good(article: Build) -> None:
    with closing(Library(None)) as library:
        one = article("one")
        library.add([Group("e", "Event", (one,))])
        assert library.event("e") == (one,)


def test_events_come_newest_first_with_their_articles_oldest_first(library: Library, article: Build) -> None:
    late, early, undated = (
        article("late", 3, outlet="Late"),
        article("early", 1, outlet="Early"),
        article("undated", None, None),
    )
    library.add([Group("old", "Old", (article("older", 0),)), Group("new", "New", (late, undated, early))])
    new, old = library.events()
    assert (old.id, new.id) == ("old", "new")
    whole = library.summary("new")
    assert whole.articles == (early, late, undated)
    assert whole.event.articles == (early.id, late.id, undated.id)
    assert [(one.id, one.outlet, one.published) for one in library.heads("new")] == [
        (one.id, one.outlet, one.published) for one in (early, late, undated)
    ]
    assert (new.outlets, new.size) == (3, 3)
    assert (new.first_published, new.last_published) == (date(2018, 2, 9), date(2018, 2, 11))


def test_an_undated_event_counts_from_when_it_was_added(library: Library, article: Build) -> None:
    library.add(
        [Group("undated", "Undated", (article("undated", None),)), Group("dated", "Dated", (article("dated"),))]
    )
    events = library.events()
    assert [event.id for event in events] == ["undated", "dated"]
    assert events[0].first_published is None


def test_outlets_are_counted_once(library: Library, article: Build) -> None:
    library.add([Group("e", "E", (article("a"), article("b"), article("c", outlet=None), article("d", outlet=None)))])
    assert library.events()[0].outlets == 3


def test_an_article_never_moves(library: Library, article: Build) -> None:
    one, two = article("one"), article("two")
    library.add([Group("first", "First", (one,))])
    library.add([Group("second", "Second", (one, two))])
    assert library.homes([one.id, two.id, "unknown"]) == {one.id: "first", two.id: "second"}


def test_a_title_stays(library: Library, article: Build) -> None:
    library.add([Group("e", "First title", (article("one"),))])
    library.add([Group("e", "Another title", (article("two"),))])
    assert [event.title for event in library.events()] == ["First title"]


def test_articles_are_added_all_or_none(library: Library, article: Build) -> None:
    broken = replace(article("two"), authors=("\ud800",))
    with pytest.raises(UnicodeEncodeError):
        library.add([Group("a", "A", (article("one"),)), Group("b", "B", (broken,))])
    assert library.events() == ()


def test_what_a_comparison_found_is_kept_until_others_join(library: Library, article: Build) -> None:
    library.add([Group("e", "E", (article("one"), article("two")))])
    (new,) = library.events()
    assert (new.origins, new.kinds, new.conflicts) == (None, None, None)
    library.record("e", articles=2, origins=1, kinds={"number": 3}, conflicts=2)
    (compared,) = library.events()
    assert (compared.origins, compared.kinds, compared.conflicts) == (1, {"number": 3}, 2)
    library.add([Group("e", "E", (article("three"),))])
    (grown,) = library.events()
    assert (grown.origins, grown.kinds, grown.conflicts) == (None, None, None)


def test_a_comparison_without_the_article_that_joined_meanwhile_is_not_kept(library: Library, article: Build) -> None:
    library.add([Group("e", "E", (article("one"), article("two")))])
    library.record("e", articles=1, origins=1, kinds={}, conflicts=0)
    assert library.events()[0].kinds is None


def test_an_event_is_unread_until_read_and_when_it_grows(library: Library, article: Build) -> None:
    library.add([Group("e", "E", (article("one"),))])
    assert library.events()[0].unread
    library.mark_read("e")
    assert not library.events()[0].unread
    library.add([Group("e", "E", (article("two"),))])
    assert library.events()[0].unread


def test_an_unknown_event_is_named(library: Library) -> None:
    with pytest.raises(NotFoundError, match="nowhere"):
        library.event("nowhere")
    with pytest.raises(NotFoundError, match="nowhere"):
        library.mark_read("nowhere")


def test_an_article_kept_for_itself_belongs_to_no_event(library: Library, article: Build) -> None:
    one = article("one")
    library.keep([one])
    assert library.articles([one.id]) == [one]
    assert library.homes([one.id]) == {}
    library.add([Group("e", "E", (one,))])
    assert library.event("e") == (one,)


def test_neighbours_use_the_words_and_come_with_their_events(library: Library, article: Build) -> None:
    ferry, wreck, vote = article("The ferry sank."), article("Divers saw the ferries' wreck."), article("They voted.")
    library.add([Group("sea", "Sea", (wreck, ferry)), Group("vote", "Vote", (vote,))])
    assert set(library.neighbours([["ferry", "alma"]])) == {("sea", ferry), ("sea", wreck)}
    assert library.neighbours([["ferry"], ["vote"]])[-1] == ("vote", vote)
    assert library.neighbours([["alma"], []]) == []


def test_articles_in_no_event_are_no_neighbours(library: Library, article: Build) -> None:
    library.keep([article("The ferry sank.")])
    assert library.neighbours([["ferry"]]) == []
