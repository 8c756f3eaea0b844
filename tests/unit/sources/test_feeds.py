"""RSS, Atom and RDF."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from narrator.errors import SourceError
from narrator.sources.feeds import parse

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The &lt;b&gt;Daily&lt;/b&gt;</title><language>en-gb</language>
<item><title>Two &amp;amp; dead</title><link>https://daily.example/a</link><dc:creator>Jane Doe</dc:creator>
<pubDate>Thu, 08 Feb 2018 09:10:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Two people <b>died</b>.</p><script>x()</script><p>Police came.</p>]]></content:encoded></item>
<item><title>Only a summary</title><link>file:///etc/passwd</link><description>One line.

Another &amp;amp; last.</description></item></channel></rss>"""

ATOM = """<?xml version="1.0" encoding="iso-8859-1"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title>
<entry><title type="html">Caf\u00e9 &lt;i&gt;closed&lt;/i&gt;</title><link href="https://cafe.example/1"/><updated>2018-02-08T09:10:00Z</updated>
<source><title>The Caf\u00e9</title></source><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>It is closed.</p></div></content></entry>
<entry><title>Plain</title><published>2018-02-08</published><content type="text">Closed.</content></entry></feed>"""


def test_rss_with_full_text_and_with_a_summary() -> None:
    full, short = parse(RSS.encode())
    assert (full.title, full.outlet, full.authors, full.language) == ("Two & dead", "The Daily", ("Jane Doe",), "en")
    assert full.published == datetime(2018, 2, 8, 9, 10, tzinfo=timezone(timedelta(hours=2)))
    assert full.published.utcoffset() == timedelta(hours=2)  # type: ignore[union-attr]
    assert full.text == "Two people died.\n\nPolice came."
    assert (short.text, short.published) == ("One line.\n\nAnother & last.", None)


def test_addresses_that_are_not_of_the_web_are_dropped() -> None:
    full, short = parse(RSS.encode())
    assert (full.url, short.url) == ("https://daily.example/a", None)


def test_atom_in_its_declared_encoding_names_the_feed_an_entry_came_from() -> None:
    html, plain = parse(ATOM.encode("iso-8859-1"))
    assert (html.title, html.outlet, html.text) == ("Café closed", "The Café", "It is closed.")
    assert html.published == datetime(2018, 2, 8, 9, 10, tzinfo=UTC)
    assert (plain.outlet, plain.published, plain.text) == ("Planet", date(2018, 2, 8), "Closed.")


def test_a_truncated_feed_yields_what_it_holds() -> None:
    (full,) = parse(RSS.partition("<item><title>Only")[0].encode())
    assert full.text == "Two people died.\n\nPolice came."


def test_unsafe_characters_in_content_are_counted() -> None:
    (found,) = parse(
        b"<rss version='2.0'><channel><item><description>Left &#x202e;right&#x202c;.</description></item></channel></rss>"
    )
    assert (found.text, found.cleaned) == ("Left right.", 2)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"<opml version='2.0'><body/></opml>", "not a feed"),
        (b"<html><body>page</body></html>", "not a feed"),
        (b"<rss version='2.0'><channel><title>T</title></channel></rss>", "without entries"),
    ],
)
def test_what_holds_no_entry_is_refused(raw: bytes, why: str) -> None:
    with pytest.raises(SourceError, match=why):
        list(parse(raw))
