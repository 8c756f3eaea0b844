from collections.abc import Callable

import pytest

from narrator.model.article import Article
from narrator.model.notebook import Bookmark
from narrator.store.library import Library
from narrator.store.views import Group, Hit

TEXT = (
    "President Zelenský met the ministers before dawn. "
    "Officials said that nothing had been decided, and that the talks were going on in the capital for a second day. "
    "The shelling continued: 35 people were wounded, among them [bold]two[/bold] reporters."
)


@pytest.fixture
def talks(library: Library, article: Callable[..., Article]) -> Article:
    one = article(TEXT, title="Talks in the capital")
    library.add([Group("talks", "Talks", (one,)), Group("other", "Other", (article("The harvest was good."),))])
    return one


def test_a_hit_says_where_it_is(library: Library, talks: Article) -> None:
    (hit,) = library.search("decided", 10)
    assert (hit.kind, hit.id, hit.event, hit.title) == ("article", talks.id, "talks", "Talks in the capital")
    assert hit.match == "decided"
    assert hit.before.endswith("nothing had been ")
    assert hit.after.startswith(", and that")


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ("zelensky", "Zelenský"),
        ("SHELLED", "shelling"),
        ("minister wounding", "ministers"),
        ('"second day"', "second day"),
        ("harv", "harvest"),
        ("the good harv", "harvest"),
    ],
)
def test_found_whatever_the_ending(library: Library, talks: Article, query: str, match: str) -> None:
    hits = library.search(query, 10)
    assert len(hits) == 1
    assert match in hits[0].match + hits[0].after


@pytest.mark.parametrize("query", ["", "   ", "-", '"', '""', "( ) *", "\x00"])
def test_nothing_asked_nothing_found(library: Library, talks: Article, query: str) -> None:
    assert library.search(query, 10) == ()


@pytest.mark.parametrize(
    "query", ["AND", "shelling OR harvest", "NEAR(talks capital)", "title:talks", "tal* -x", '"second', "a'b", "^talks"]
)
def test_a_query_is_words_and_no_language(library: Library, talks: Article, query: str) -> None:
    for hit in library.search(query, 10):
        assert hit.id == talks.id


def test_all_words_must_occur(library: Library, talks: Article) -> None:
    assert library.search("shelling harvest", 10) == ()


def test_an_excerpt_holds_no_marks_of_ours(library: Library, talks: Article) -> None:
    (hit,) = library.search("the officials reporters", 10)
    assert not {"\x02", "\x03"} & set(hit.before + hit.match + hit.after)


def test_brackets_stay_what_they_are(library: Library, talks: Article) -> None:
    (hit,) = library.search("two reporters", 10)
    assert "[bold]" in hit.before


def test_notes_are_found_first_and_kept_in_step(library: Library, bookmark: Bookmark) -> None:
    def found(query: str) -> list[Hit]:
        return [hit for hit in library.search(query, 10) if hit.kind == "bookmark"]

    library.bookmarks.add(bookmark)
    first = library.search("khusham OR", 10)
    assert first == ()
    (hit,) = found("spokesman")
    assert (hit.id, hit.event, hit.title, hit.match) == (bookmark.id, "strike", "killed", "spokesman")
    assert found("хишам")
    library.bookmarks.edit(bookmark.id, "see the annex on Khusham", None, None)
    assert not found("spokesman")
    assert [hit.kind for hit in library.search("khusham", 10)] == ["bookmark", "article"]
    library.bookmarks.remove(bookmark.id)
    assert not found("annex")
    library.journal.undo()
    assert found("annex")


def test_an_article_without_event_is_found(library: Library, article: Callable[..., Article]) -> None:
    library.keep([article("A page about lighthouses", title=None)])
    (hit,) = library.search("lighthouse", 10)
    assert (hit.event, hit.title) == (None, "")


def test_no_more_than_asked_for(library: Library, article: Callable[..., Article]) -> None:
    library.add([Group("e", "E", tuple(article(f"number {number} of many") for number in range(9)))])
    assert len(library.search("many", 4)) == 4
    assert library.search("many", 0) == ()


def test_a_title_outweighs_the_text(library: Library, article: Callable[..., Article]) -> None:
    passing = article(
        "A long text that only mentions the dam once among many other things, " * 3, title="Something else"
    )
    about = article("A long text about water and concrete and the people downstream of it, " * 3, title="The dam")
    library.add([Group("e", "E", (passing, about))])
    assert [hit.id for hit in library.search("dam", 10)] == [about.id, passing.id]
