"""From what was found, and what was given, to an article."""

from datetime import date

import pytest

from narrator.sources.found import Found, same_headline, to_article
from narrator.sources.metadata import NOTHING_GIVEN, Metadata


def test_what_is_given_wins() -> None:
    found = Found("Text.", title="Found", outlet="Found", published=date(2017, 1, 1), url="https://found.example/")
    given = Metadata("Given", "Given title", date(2018, 2, 8), "https://given.example/")
    article = to_article(found, given)
    assert article is not None
    assert (article.outlet, article.title, article.published, article.url) == (
        "Given",
        "Given title",
        date(2018, 2, 8),
        "https://given.example/",
    )


def test_the_headline_leaves_the_body() -> None:
    article = to_article(Found("TWO DEAD “in blast”\n\nText.", title="Two dead 'in blast' | The Daily"), NOTHING_GIVEN)
    assert article is not None
    assert article.text == "Text."


def test_a_guessed_title_goes_back_into_the_body_when_another_is_given() -> None:
    found = Found("Text.", title="Looks like a title", guessed=True)
    article = to_article(found, Metadata(title="The real title"))
    assert article is not None
    assert (article.title, article.text) == ("The real title", "Looks like a title\n\nText.")
    same = to_article(found, Metadata(title="Looks like a title."))
    assert same is not None
    assert same.text == "Text."


def test_a_verbatim_body_keeps_its_offsets() -> None:
    article = to_article(Found("Title\n\n Text. \n", title="Title", verbatim=True), NOTHING_GIVEN)
    assert article is not None
    assert article.text == "Title\n\n Text. \n"


def test_removed_characters_are_counted_together() -> None:
    article = to_article(Found("a\u202eb\x1b[1m", cleaned=2), NOTHING_GIVEN)
    assert article is not None
    assert (article.text, article.cleaned) == ("ab", 7)


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "Title"])
def test_no_text_is_no_article(text: str) -> None:
    assert to_article(Found(text, title="Title"), NOTHING_GIVEN) is None


@pytest.mark.parametrize(
    ("words", "title", "same"),
    [
        ("Two dead", "two dead!", True),
        ("Two dead", "Two dead - The Daily", True),
        ("Two dead", "Two dead in blast", False),
        ("…", "!", False),
    ],
)
def test_same_headline(words: str, title: str, same: bool) -> None:
    assert same_headline(words, title) is same
