"""Markdown with front matter."""

from datetime import UTC, date, datetime

import pytest

from narrator.errors import SourceError
from narrator.sources.markdown import parse


def test_yaml_front_matter_and_body() -> None:
    found = parse(
        "---\noutlet: The Daily\ntitle: 'Two dead: a blast'\nauthors: [Jane Doe, John Roe]\ndate: 2018-02-08 09:10:00Z\n"
        "url: https://daily.example/a\nlanguage: en-GB\n---\n\n# Two dead: a blast\n\nTwo *people* [died](x).\n\n> Quoted.\n"
    )
    assert found.outlet == "The Daily"
    assert found.title == "Two dead: a blast"
    assert found.authors == ("Jane Doe", "John Roe")
    assert found.published == datetime(2018, 2, 8, 9, 10, tzinfo=UTC)
    assert found.url == "https://daily.example/a"
    assert found.language == "en"
    assert found.text == "Two people died.\n\nQuoted."


def test_toml_front_matter() -> None:
    found = parse('+++\npublisher = "The Daily"\ndate = 2018-02-08\nauthor = "Jane Doe"\n+++\nText.\n')
    assert (found.outlet, found.published, found.authors, found.text) == (
        "The Daily",
        date(2018, 2, 8),
        ("Jane Doe",),
        "Text.",
    )


@pytest.mark.parametrize("key", ["outlet", "source", "site", "publisher", "Source"])
def test_every_name_of_the_outlet(key: str) -> None:
    assert parse(f"---\n{key}: The Daily\n---\nText.").outlet == "The Daily"


def test_a_source_that_is_an_address_is_the_address() -> None:
    found = parse("---\nsource: https://daily.example/a\n---\nText.")
    assert (found.outlet, found.url) == (None, "https://daily.example/a")


def test_a_first_heading_stands_in_for_the_title() -> None:
    found = parse("# Two dead\n\nText.\n\n# Later heading\n\nMore.")
    assert (found.title, found.text) == ("Two dead", "Text.\n\nLater heading\n\nMore.")


def test_a_first_heading_that_is_not_the_title_stays() -> None:
    found = parse("---\ntitle: Two dead\n---\n# What we know\n\nText.")
    assert (found.title, found.text) == ("Two dead", "What we know\n\nText.")


def test_lists_images_code_and_soft_breaks_become_plain_paragraphs() -> None:
    found = parse(
        "First\nline.\n\n- one\n- *two*\n\n![alt text](image.png)\n\n    indented\n\nLast `code` &amp; **end**.\n"
    )
    assert found.text == "First line.\n\none\n\ntwo\n\nindented\n\nLast code & end."


def test_a_bad_date_is_ignored() -> None:
    found = parse("---\ntitle: Two dead\ndate: 2018-02-31\n---\nText.")
    assert (found.title, found.published, found.text) == ("Two dead", None, "Text.")


def test_a_thematic_break_is_no_front_matter() -> None:
    assert parse("---\n\nText one.\n\n---\n\nText two.").text == "Text one.\n\nText two."


def test_a_broken_front_matter_names_its_line_and_the_remedy() -> None:
    with pytest.raises(SourceError, match="line 3") as caught:
        parse("---\noutlet: The Daily\ntitle: Two dead: a blast\n---\nText.")
    assert "quotes" in caught.value.hint
    with pytest.raises(SourceError, match="front matter"):
        parse("+++\ntitle = Two dead\n+++\nText.")


def test_nested_aliases_do_not_blow_up() -> None:
    levels = "".join(f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    assert parse(f"---\na: &a [x, y]\n{levels}authors: *j\n---\nText.").text == "Text."
