"""What the library hands to the screens beside the model's own objects."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from narrator.model.article import Article, Span, When
from narrator.model.notebook import Correction, Event


class Group(NamedTuple):
    """New articles on their way into an event; `title` is used where the event is new."""

    event: str
    title: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class EventSummary:
    """An event with its articles, oldest first and undated last, and what is known of their comparison.

    `kinds` counts the flagged links by `Kind` value and `conflicts` those that are contradictions or denials; these and
    `origins` are None while the event, as it now stands, has not been compared. An article without outlet counts as its own.
    """

    event: Event
    articles: tuple[Article, ...]
    outlets: int
    origins: int | None
    kinds: Mapping[str, int] | None
    conflicts: int | None
    unread: bool

    @property
    def id(self) -> str:
        """Id of the event."""
        return self.event.id

    @property
    def title(self) -> str:
        """Title of the event."""
        return self.event.title

    @property
    def size(self) -> int:
        """Number of articles."""
        return len(self.articles)

    @property
    def first_published(self) -> When:
        """When the earliest dated article was published."""
        return next((article.published for article in self.articles if article.published), None)

    @property
    def last_published(self) -> When:
        """When the latest dated article was published."""
        return next((article.published for article in reversed(self.articles) if article.published), None)


class Told(NamedTuple):
    """A stretch of an article (id) that says something, and who says it: the outlet first, the speaker last."""

    article: str
    span: Span
    tellers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a search matched: the first words found, and those before and after them.

    `id` is of the article or bookmark, for a statement of the article that holds it; `event` of the event that holds it, if any.
    `start` and `end` are offsets of `match` in the article's text: None in a note, or where only the title holds the words.
    `found` tells where words of the search stand in the excerpt, `titled` where they stand in the title. `tellers` of a
    statement begin with the outlet.
    """

    kind: Literal["article", "statement", "bookmark"]
    id: str
    title: str
    before: str
    match: str
    after: str
    found: tuple[Span, ...]
    event: str | None
    start: int | None = None
    end: int | None = None
    outlet: str | None = None
    published: When = None
    titled: tuple[Span, ...] = ()
    tellers: tuple[str, ...] = ()

    @property
    def excerpt(self) -> str:
        """The words found between those round them."""
        return f"{self.before}{self.match}{self.after}"


@dataclass(frozen=True, slots=True)
class Decided:
    """A correction that stands, for each anchor the article with its words (None where the library has none), and their event."""

    correction: Correction
    articles: tuple[Article | None, ...]
    event: str | None

    @property
    def holds(self) -> bool:
        """Whether all of its words are still where they were."""
        pairs = zip(self.correction.anchors, self.articles, strict=True)
        return all(article is not None and anchor.holds(article) for anchor, article in pairs)
