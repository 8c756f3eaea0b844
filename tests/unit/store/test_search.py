from collections.abc import Callable

import pytest

from narrator.model.article import Article, Span
from narrator.model.notebook import Bookmark
from narrator.store.library import Library
from narrator.store.views import Group, Hit, Told

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


def _found(hit: Hit) -> list[str]:
    return [hit.excerpt[start:end] for start, end in hit.found]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("shelled wound", ["shelling", "wounded"]),
        ('"second day" capital', ["capital", "second day"]),
        ("zelensky", ["Zelenský"]),
        ("two", ["two"]),
    ],
)
def test_a_hit_leads_to_its_words(library: Library, talks: Article, query: str, found: list[str]) -> None:
    (hit,) = library.search(query, 10)
    assert _found(hit) == found
    assert hit.start is not None and TEXT[hit.start : hit.end] == hit.match == found[0]
    assert (hit.outlet, str(hit.published)) == ("The Gazette", "2018-02-08")


def test_the_words_are_shown_where_most_of_them_stand_together(
    library: Library, article: Callable[..., Article]
) -> None:
    text = "The river rose. " + "Nobody saw it. " * 40 + "A bridge over the river fell. " + "All slept. " * 40
    library.add([Group("e", "E", (article(text),))])
    (hit,) = library.search("bridge river", 10)
    assert hit.start == text.index("bridge")
    assert hit.excerpt.startswith("…") and hit.excerpt.endswith("…")
    assert _found(hit) == ["bridge", "river"]
    assert "  " not in hit.excerpt and len(hit.excerpt) < 210


def test_words_of_the_title_are_marked_in_it(library: Library, talks: Article) -> None:
    (hit,) = library.search("talk capital", 10)
    assert [hit.title[start:end] for start, end in hit.titled] == ["Talks", "capital"]
    library.keep([Article("Nothing of the kind.", title="A lighthouse")])
    (hit,) = library.search("lighthouse", 10)
    assert (hit.start, hit.end, hit.match, _found(hit)) == (None, None, "lighthouse", ["lighthouse"])


def _told(article: Article, *said: tuple[str, str]) -> list[Told]:
    starts = [(article.text.index(words), len(words), teller) for words, teller in said]
    return [Told(article.id, Span(start, start + size), ("The Gazette", teller)) for start, size, teller in starts]


def test_statements_stand_for_their_article(library: Library, talks: Article) -> None:
    said = "Officials said that nothing had been decided, and that the talks were going on in the capital for a second day."
    library.keep_statements(
        [talks.id],
        _told(
            talks, (said, "sentence"), ("the talks were going on", "officials"), ("35 people were wounded", "medics")
        ),
    )
    (hit,) = library.search("talks _ going", 10)
    assert (hit.kind, hit.id, hit.event, hit.title) == ("statement", talks.id, "talks", "Talks in the capital")
    assert (hit.excerpt, hit.tellers) == ("the talks were going on", ("The Gazette", "officials"))
    assert TEXT[hit.start : hit.end] == "talks"
    assert [hit.tellers[-1] for hit in library.search("decided second", 10)] == ["sentence"]
    assert [hit.kind for hit in library.search("wounded reporters", 10)] == ["article"]


def test_statements_are_replaced_by_those_of_the_next_comparison(library: Library, talks: Article) -> None:
    for teller in ("medics", "doctors"):
        library.keep_statements([talks.id], _told(talks, ("35 people were wounded", teller)))
        (hit,) = library.search("wounded", 10)
        assert hit.tellers == ("The Gazette", teller)
    library.keep_statements([talks.id], [])
    assert [hit.kind for hit in library.search("wounded", 10)] == ["article"]


def test_an_article_is_not_drowned_by_its_statements(library: Library, article: Callable[..., Article]) -> None:
    text = " ".join(f"Number {number} is here." for number in range(9))
    one = article(text)
    library.add([Group("e", "E", (one, article("A number elsewhere.")))])
    library.keep_statements([one.id], _told(one, *((f"Number {number} is here.", "counter") for number in range(9))))
    hits = library.search("number", 10)
    assert [hit.kind for hit in hits].count("statement") == 3
    assert "article" in [hit.kind for hit in hits]
    assert len(library.search("number", 2)) == 2


def test_what_a_note_is_found_by(library: Library, bookmark: Bookmark) -> None:
    library.bookmarks.add(bookmark)
    for query, excerpt, titled in (
        ("spokesman", "ask the spokesman", 0),
        ("toll", "#toll #Хишам", 0),
        ("kill", "killed", 1),
    ):
        (hit,) = (hit for hit in library.search(query, 10) if hit.kind == "bookmark")
        assert (hit.excerpt, len(hit.titled), hit.start) == (excerpt, titled, None)
        assert hit.match in _found(hit)
