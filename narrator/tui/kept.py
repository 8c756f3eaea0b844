"""What is said about bookmarks: their signs, which of their words are gone, and by what they can be filtered. Pure functions."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

from narrator.model.article import Article
from narrator.model.comparison import Relation
from narrator.model.notebook import Bookmark, Notebook
from narrator.tui.reading import POINT, SIGN_OF_RELATION, Sign


class Filter(NamedTuple):
    """What bookmarks have in common: a status, a tag, or an event (its id)."""

    by: Literal["status", "tag", "event"]
    value: str

    def passes(self, bookmark: Bookmark) -> bool:
        """Whether a bookmark is shown under this filter."""
        if self.by == "tag":
            return self.value in bookmark.tags
        return self.value == (bookmark.event if self.by == "event" else bookmark.status.value)


def filters(notebook: Notebook) -> Iterator[tuple[Filter, int]]:
    """The filters that leave something, with how much: statuses, then tags, then events, each the most frequent first."""
    statuses = Counter(bookmark.status.value for bookmark in notebook.bookmarks)
    tags = Counter(tag for bookmark in notebook.bookmarks for tag in dict.fromkeys(bookmark.tags))
    events = Counter(bookmark.event for bookmark in notebook.bookmarks if bookmark.event)
    for by, found in (("status", statuses), ("tag", tags), ("event", events)):
        yield from ((Filter(by, value), number) for value, number in found.most_common())  # type: ignore[arg-type]


def filtered(notebook: Notebook, by: Filter | None) -> Notebook:
    """The notebook with the bookmarks that pass."""
    return replace(notebook, bookmarks=tuple(one for one in notebook.bookmarks if by.passes(one))) if by else notebook


def sign_of_bookmark(bookmark: Bookmark) -> Sign | None:
    """The sign of the link that was bookmarked, if it was one."""
    return SIGN_OF_RELATION.get(Relation(bookmark.relation), POINT) if bookmark.relation else None


def lost(bookmark: Bookmark, number: int, articles: Mapping[str, Article]) -> str:
    """Why the words of a quotation (from 0) cannot be read in their article any more; empty where they can."""
    anchor = bookmark.anchors[number]
    article = articles.get(anchor.article)
    if article is None:
        return "The article is no longer in the library."
    return "" if anchor.holds(article) else "These words are no longer at their place in the article."
