"""JSONL, one article a line."""

import json
from datetime import UTC, date, datetime

import pytest

from narrator.errors import SourceError
from narrator.sources.found import Found
from narrator.sources.jsonl import parse


def test_every_known_key_is_read_and_others_are_ignored() -> None:
    row = {
        "text": "One.\nTwo.",
        "title": "Title",
        "outlet": "The Daily",
        "published": "2018-02-08T09:10:00Z",
        "date": "2017-01-01",
        "url": "https://daily.example/a",
        "authors": ["Jane Doe"],
        "score": 3,
    }
    (found,) = parse(json.dumps(row))
    assert found == Found(
        "One.\nTwo.",
        title="Title",
        outlet="The Daily",
        authors=("Jane Doe",),
        published=datetime(2018, 2, 8, 9, 10, tzinfo=UTC),
        url="https://daily.example/a",
        where="line 1",
        verbatim=True,
    )


def test_date_stands_in_for_published() -> None:
    (found,) = parse('{"text": "One.", "date": "2018-02-08"}')
    assert isinstance(found, Found)
    assert found.published == date(2018, 2, 8)


def test_a_broken_line_is_named_and_the_others_come_in() -> None:
    found = list(parse('{"text": "One."}\n\n{"text": \n[1]\n{"title": "no text"}\n{"text": "Two."}\n'))
    assert [one.text for one in found if isinstance(one, Found)] == ["One.", "Two."]
    assert [str(one).partition(":")[0] for one in found if isinstance(one, SourceError)] == [
        "line 3",
        "line 4",
        "line 5",
    ]


def test_line_separators_inside_a_string_end_no_line() -> None:
    (found,) = parse(json.dumps({"text": "One.\u2028Two."}, ensure_ascii=False))
    assert isinstance(found, Found)


def test_json_that_is_not_in_lines_is_one_problem() -> None:
    with pytest.raises(SourceError, match="one object a line"):
        list(parse(json.dumps([{"text": "One."}, {"text": "Two."}], indent=2)))
