from datetime import UTC, date, datetime, timedelta, timezone

from narrator.model.article import Article, Span, by_time, digest


def test_the_id_comes_from_the_url_where_there_is_one() -> None:
    assert Article("a", url="https://example.org/1").id == Article("b", url="https://example.org/1").id
    assert Article("a", outlet="A").id != Article("a", outlet="B").id


def test_quote_joins_what_is_apart() -> None:
    assert Article("who said what").quote((Span(0, 3), Span(9, 13))) == "who … what"


def test_lone_surrogates_have_an_id() -> None:
    assert len(Article("\ud800").id) == 12


def test_another_text_at_the_same_url_is_another_article() -> None:
    first = Article("a", url="https://example.org/1")
    later = Article("b", url="https://example.org/1", version="3e23e816")
    assert Article("b", url="https://example.org/1").as_version() == later
    assert first.id == digest("https://example.org/1")
    assert later.id == digest("https://example.org/1", "3e23e816")


def test_one_author_may_be_given_as_a_string() -> None:
    assert Article("a", authors="Jane Doe").authors == ("Jane Doe",)  # type: ignore[arg-type]


def test_articles_sort_by_the_instant_of_their_publication() -> None:
    east = datetime(2018, 2, 8, 11, tzinfo=timezone(timedelta(hours=4, minutes=30)))
    times = [date(2018, 2, 8), east, datetime(2018, 2, 8, 7), datetime(2018, 2, 8, 8, tzinfo=UTC), None]
    articles = [Article("a", published=when) for when in (None, *times[3::-1])]
    assert [one.published for one in sorted(articles, key=by_time)] == times
