from narrator.model.article import Span
from narrator.model.statement import Statement

TEXT = "who said what to whom"
STATEMENT = Statement((Span(100, 103), Span(109, 113)), "who … what")


def test_pieces_give_each_span_its_words() -> None:
    assert list(STATEMENT.pieces()) == [(Span(100, 103), "who"), (Span(109, 113), "what")]


def test_words_of_a_range_within_a_span() -> None:
    assert STATEMENT.words(Span(110, 112)) == "ha"
    assert STATEMENT.words(Span(102, 110)) == ""
