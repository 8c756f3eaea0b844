from narrator.model.article import Article, Span


def test_the_id_comes_from_the_url_where_there_is_one() -> None:
    assert Article("a", url="https://example.org/1").id == Article("b", url="https://example.org/1").id
    assert Article("a", outlet="A").id != Article("a", outlet="B").id


def test_quote_joins_what_is_apart() -> None:
    assert Article("who said what").quote((Span(0, 3), Span(9, 13))) == "who … what"


def test_lone_surrogates_have_an_id() -> None:
    assert len(Article("\ud800").id) == 12
