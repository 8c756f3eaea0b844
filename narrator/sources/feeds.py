"""RSS, Atom and RDF feeds saved as files: every entry that holds text is an article."""

import calendar
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from typing import Any

import feedparser

from narrator.errors import SourceError
from narrator.model.article import When
from narrator.sources.clean import clean_text
from narrator.sources.found import Found, join
from narrator.sources.fragment import paragraphs
from narrator.sources.metadata import language_code, line, names, web_address, when
from narrator.sources.text import paragraphs as text_paragraphs


def parse(raw: bytes) -> Iterator[Found]:
    """The articles of a feed, damaged feeds as far as they can be read. Raises SourceError where there is no feed or no entry."""
    parsed = feedparser.parse(raw)  # bytes: a string would be opened as an address or a path
    if not parsed.version and not parsed.entries:
        raise SourceError("not a feed", "a feed is RSS, Atom or RDF; save the page as HTML or the text as Markdown")
    if not parsed.entries:
        raise SourceError("a feed without entries", "save the feed again when it has some")
    outlet = _words(parsed.feed.get("title_detail"))
    language = parsed.feed.get("language")
    for number, entry in enumerate(parsed.entries, start=1):
        # An entry copied from another feed names it.
        copied_from = _words(entry.get("source", {}).get("title_detail")) or line(entry.get("source", {}).get("title"))
        text, cleaned = _text(entry)
        yield Found(
            text,
            title=_words(entry.get("title_detail")),
            outlet=copied_from or outlet,
            authors=names([author for author in entry.get("authors", ()) if author]),
            published=_published(entry),
            url=web_address(entry.get("link")),
            language=language_code(language),
            where=f"entry {number}",
            cleaned=cleaned,
        )


def _text(entry: Any) -> tuple[str, int]:
    """The full text where there is one, otherwise the summary; and how many unsafe characters it lost."""
    contents = [content for content in entry.get("content", ()) if content.get("value", "").strip()]
    content = max(contents, key=lambda one: len(one["value"]), default=None) or entry.get("summary_detail")
    markup, cleaned = clean_text((content or {}).get("value") or "")
    return join(_paragraphs(markup, content)), cleaned


def _paragraphs(markup: str, content: Any) -> list[str]:
    if content and content.get("type") == "text/plain":
        return text_paragraphs(markup)
    return paragraphs(markup) if "<" in markup else text_paragraphs(unescape(markup))


def _words(detail: Any) -> str | None:
    """The text of a title, which may be HTML."""
    if not detail or not detail.get("value"):
        return None
    return line(" ".join(_paragraphs(detail["value"], detail)))


def _published(entry: Any) -> When:
    for key in ("published", "updated"):
        if key in entry:
            moment = entry.get(f"{key}_parsed")
            found = when(entry[key])
            return found or (datetime.fromtimestamp(calendar.timegm(moment), UTC) if moment else None)
    return None
