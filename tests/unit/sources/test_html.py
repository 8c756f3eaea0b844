"""Saved pages."""

from datetime import UTC, date, datetime

import pytest

from narrator.errors import SourceError
from narrator.sources.found import to_article
from narrator.sources.html import MAX_TAGS, parse, parse_mhtml
from narrator.sources.metadata import Metadata

HEAD = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Two dead in blast | The Daily</title>
<link rel="canonical" href="https://www.daily.example/a"><meta property="og:site_name" content="The Daily">
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2018-02-08T09:10:00+00:00"></head>"""
BODY = """<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Two dead in blast</h1>
<p>Two people died on Thursday when a bomb went off in a market, the police of the city said.</p>
<p>The mayor said <q>we will find them</q> and asked the people of the town to stay at home.</p>
<p>READ MORE: Markets of the region under guard</p>
<p>More police came in the evening, and by midnight the streets around the market were empty.</p></article>
<div class="comments"><p>A reader writes that all of this is wrong.</p></div><footer>© The Daily</footer></body></html>"""
PARAGRAPHS = [
    "Two people died on Thursday when a bomb went off in a market, the police of the city said.",
    "The mayor said “we will find them” and asked the people of the town to stay at home.",
    "More police came in the evening, and by midnight the streets around the market were empty.",
]


def test_a_page_gives_its_article_and_nothing_around_it() -> None:
    found = parse((HEAD + BODY).encode())
    assert found.text.split("\n\n") == PARAGRAPHS
    assert (found.title, found.outlet, found.authors) == ("Two dead in blast", "The Daily", ("Jane Doe",))
    assert (found.url, found.language) == ("https://www.daily.example/a", "en")
    assert found.published == datetime(2018, 2, 8, 9, 10, tzinfo=UTC)


def test_a_day_without_a_time_is_a_date() -> None:
    assert parse((HEAD.replace("T09:10:00+00:00", "") + BODY).encode()).published == date(2018, 2, 8)


def test_without_a_site_name_the_host_is_the_outlet() -> None:
    found = parse((HEAD.replace('content="The Daily"', 'content=""').replace(" | The Daily", "") + BODY).encode())
    article = to_article(found, Metadata())
    assert article is not None
    assert article.outlet == "daily.example"


@pytest.mark.parametrize("reference", ["&#27;", "&#x1b;", "&#0;"])
def test_a_reference_to_a_control_character_does_not_lose_the_page(reference: str) -> None:
    found = parse((HEAD + BODY.replace("a bomb", f"a {reference}bomb")).encode())
    assert found.text.split("\n\n") == PARAGRAPHS


def test_unsafe_characters_are_counted() -> None:
    found = parse((HEAD + BODY.replace("a bomb", "a \u202ebomb\x1b[31m")).encode())
    assert found.text.split("\n\n") == PARAGRAPHS
    assert found.cleaned == 6


def test_the_address_that_the_browser_wrote_down() -> None:
    page = HEAD.replace('<link rel="canonical" href="https://www.daily.example/a">', "") + BODY
    assert (
        parse(f"<!-- saved from url=(0027)https://daily.example/saved -->\n{page}".encode()).url
        == "https://daily.example/saved"
    )


def test_the_same_page_read_twice_is_the_same() -> None:
    raw = (HEAD + BODY).encode()
    assert [parse(raw) for _ in range(4)] == [parse(raw)] * 4


def test_a_lone_fragment_is_read() -> None:
    assert parse(b"<p>Two people died on Thursday.</p>").text == "Two people died on Thursday."


def test_a_page_without_text_and_a_page_too_large_are_refused() -> None:
    with pytest.raises(SourceError, match="no article text"):
        parse(b"<html><head><title>Empty</title></head><body></body></html>")
    with pytest.raises(SourceError, match="tags"):
        parse(b"<html><body>" + b"<p>" * (MAX_TAGS + 1))
    with pytest.raises(SourceError, match="larger"):
        parse(b"<html><body>" + b"x" * 5_000_001)


def test_mhtml() -> None:
    raw = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://daily.example/saved\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="cut"\n\n'
        "--cut\nContent-Type: text/html; charset=windows-1252\n"
        "Content-Transfer-Encoding: 8bit\n\n"
        + (HEAD.replace('<meta charset="utf-8">', "") + BODY.replace("a bomb", "a “bomb”"))
        + "\n--cut\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--cut--\n"
    )
    found = parse_mhtml(raw.encode("cp1252"))
    assert found.text.split("\n\n") == [PARAGRAPHS[0].replace("a bomb", "a “bomb”"), *PARAGRAPHS[1:]]
    assert found.url == "https://daily.example/saved"


def test_mhtml_without_a_page_is_refused() -> None:
    with pytest.raises(SourceError, match="no page"):
        parse_mhtml(
            b"Content-Type: multipart/related; boundary=cut\n\n--cut\nContent-Type: text/plain\n\nhi\n--cut--\n"
        )
