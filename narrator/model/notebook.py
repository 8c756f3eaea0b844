"""What the reader adds: bookmarks with notes, and corrections. Both hold on to the words by anchor, never by id."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from narrator.model.article import Article, Span, digest, quote

CONTEXT = 32
"""Characters before and after a quote that an anchor keeps."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quote tied to its article by offsets and by its words (W3C TextQuoteSelector: exact, prefix, suffix)."""

    article: str
    spans: tuple[Span, ...]
    exact: str
    prefix: str
    suffix: str

    @classmethod
    def of(cls, article: Article, spans: tuple[Span, ...]) -> "Anchor":
        """Anchor of these spans of an article."""
        start, end = spans[0].start, spans[-1].end
        text = article.text
        return cls(
            article.id, spans, quote(text, spans), text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        )

    def holds(self, article: Article) -> bool:
        """Whether the article still has these very words at these offsets."""
        return article.id == self.article and self == Anchor.of(article, self.spans)


class Status(StrEnum):
    """What the reader has come to think of a bookmarked difference."""

    OPEN = "open"
    EXPLAINED = "explained"
    UPDATE = "update"
    DIFFERENT_SCOPE = "different scope"
    SAME_ORIGIN = "same origin"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A set of statements that the reader keeps, and why.

    `relation` and `kind` repeat the link that was bookmarked, if it was one; `event` is the id of the event it was found in;
    `tellers` holds, for each anchor, the names of its attribution chain, outermost first.
    """

    anchors: tuple[Anchor, ...]
    label: str
    created: datetime
    event: str | None = None
    relation: str | None = None
    kind: str | None = None
    explanation: str = ""
    status: Status = Status.OPEN
    note: str = ""
    tags: tuple[str, ...] = ()
    tellers: tuple[tuple[str, ...], ...] = ()

    @property
    def id(self) -> str:
        """From the anchored words alone, so that the same statements are bookmarked once."""
        return digest(*sorted(f"{a.article}:{a.spans[0].start}-{a.spans[-1].end}" for a in self.anchors))


class CorrectionKind(StrEnum):
    """What the reader decides against, or in place of, the automatic result."""

    SAME_ROW = "same_row"
    NOT_SAME_ROW = "not_same_row"
    NOT_SAME_EVENT = "not_same_event"
    SPEAKER_IS = "speaker_is"
    SAME_NARRATOR = "same_narrator"
    SIDE_IS = "side_is"
    RELATION_IS = "relation_is"
    LINK = "link"
    HIDE = "hide"


@dataclass(frozen=True, slots=True)
class Correction:
    """A constraint between anchored quotes; `value` is the speaker, side or relation where the kind needs one. The later wins."""

    kind: CorrectionKind
    anchors: tuple[Anchor, ...]
    value: str = ""
    created: datetime | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Articles about one occurrence, oldest first."""

    id: str
    title: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notebook:
    """Bookmarks, in the order in which they were made, and the articles that they quote."""

    bookmarks: tuple[Bookmark, ...] = ()
    articles: tuple[Article, ...] = ()
