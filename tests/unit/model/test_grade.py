import pytest

from narrator.errors import NarratorError
from narrator.model.article import Article, Span
from narrator.model.grade import grade_words, read_grade, regraded
from narrator.model.notebook import Anchor


@pytest.mark.parametrize(("words", "grade"), [("b2", "B2"), (" F 6 ", "F6"), ("a", "A"), ("3", "3"), ("", "")])
def test_a_grade_is_read_as_one_writes_it(words: str, grade: str) -> None:
    assert read_grade(words) == grade


@pytest.mark.parametrize("words", ["G", "2B", "B7", "B2 or so", "AA"])
def test_what_is_no_grade_is_refused(words: str) -> None:
    with pytest.raises(NarratorError, match="A-F"):
        read_grade(words)


@pytest.mark.parametrize(
    ("old", "new", "grade"),
    [("B2", "C", "C2"), ("B2", "5", "B5"), ("B", "5", "B5"), ("B2", "D1", "D1"), ("B2", "", "")],
)
def test_half_a_grade_leaves_the_other_half(old: str, new: str, grade: str) -> None:
    assert regraded(old, new) == grade


def test_a_grade_in_words() -> None:
    assert grade_words("B2") == "source: nearly always right; statement: fits what else is known"
    assert grade_words("6") == "statement: nothing to judge it by"
    assert grade_words("") == ""


def test_words_within_an_anchor_of_several_parts() -> None:
    article = Article("One died, he said, and two were hurt.")
    anchor = Anchor.of(article, (Span(0, 8), Span(19, 36)))
    assert anchor.exact == "One died … and two were hurt"
    assert [anchor.words(span) for span in (Span(0, 3), Span(23, 26), Span(5, 22))] == ["One", "two", ""]
