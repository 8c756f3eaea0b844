"""What the reader adds: bookmarks with notes, and corrections. Both hold on to the words by anchor, never by id."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from narrator.model.article import JOIN, Article, Span, digest, quote

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

    def words(self, span: Span) -> str:
        """The words of a range of the article that lies within the anchor, else the empty string."""
        place = 0
        for start, end in self.spans:
            if start <= span.start and span.end <= end:
                return self.exact[place + span.start - start : place + span.end - start]
            place += end - start + len(JOIN)
        return ""


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
    `tellers` holds, for each anchor, the names of its attribution chain, outermost first; `clashes` the words of each anchor that
    its link set against the other side (offsets into the article), `grades` the reader's grade of each, as `read_grade` gives it.
    Each is empty where there are none for any anchor.
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
    clashes: tuple[tuple[Span, ...], ...] = ()
    grades: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """From the anchored words alone, so that the same statements are bookmarked once."""
        return digest(*sorted(f"{a.article}:{a.spans[0].start}-{a.spans[-1].end}" for a in self.anchors))

    def clash_of(self, number: int) -> tuple[Span, ...]:
        """The clashing words of an anchor (from 0), offsets into its article; empty where none are kept."""
        return self.clashes[number] if number < len(self.clashes) else ()

    def clashing(self, number: int) -> str:
        """The clashing words of an anchor, verbatim, as far as the anchor holds them."""
        anchor = self.anchors[number]
        return JOIN.join(filter(None, (anchor.words(span) for span in self.clash_of(number))))

    def grade_of(self, number: int) -> str:
        """The reader's grade of an anchor (from 0), empty where it has none."""
        return self.grades[number] if number < len(self.grades) else ""

    def graded(self, number: int, grade: str) -> "Bookmark":
        """The same with another grade of an anchor."""
        grades = [self.grade_of(one) for one in range(len(self.anchors))]
        grades[number] = grade
        return replace(self, grades=tuple(grades) if any(grades) else ())


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


_NAMED = re.compile(r" #([0-9a-f]{12})$")


def named(name: str, identity: str) -> str:
    """A narrator's name as the value of a correction where several have that name: "Ivanov #3fa2c1d0e5b6"."""
    return f"{name} #{identity}"


def identity_named(value: str) -> str | None:
    """The narrator's id in such a value, None where it gives a name alone."""
    found = _NAMED.search(value)
    return found[1] if found else None


@dataclass(frozen=True, slots=True)
class Correction:
    """A constraint between anchored quotes; `value` is the speaker, side or relation where the kind needs one. The later wins.

    `tellers` holds, for each anchor, the names of its attribution chain when the decision was made, outermost first.
    """

    kind: CorrectionKind
    anchors: tuple[Anchor, ...]
    value: str = ""
    created: datetime | None = None
    tellers: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> str:
        """What was decided: "speaker is CENTCOM", "relation is more specific", "not same row"."""
        linked = self.kind in {CorrectionKind.RELATION_IS, CorrectionKind.LINK}
        value = self.value.replace("_", " ") if linked else self.value
        if self.kind is CorrectionKind.SPEAKER_IS:
            value = _NAMED.sub("", value)
        if self.kind is CorrectionKind.SIDE_IS and not value:
            value = "none"
        return f"{self.kind.value.replace('_', ' ')} {value}".rstrip()


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
