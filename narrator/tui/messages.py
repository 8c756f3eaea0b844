"""What the session's thread tells the screens. Answers carry the number of their request; stale ones are dropped."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from narrator.model.comparison import Comparison, Link
    from narrator.model.notebook import Bookmark, Correction, Notebook
    from narrator.model.statement import Statement
    from narrator.session import AddReport, Decided, EventSummary, Glimpse, Head, Hit, Progress


@dataclass
class Answer(Message):
    """The outcome of a request to the session."""

    request: int


@dataclass
class EventsListed(Answer):
    """The events of the library, newest first."""

    events: "tuple[Glimpse, ...]"


@dataclass
class HeadsListed(Answer):
    """The event under the cursor by its id, and its articles without their texts."""

    listed: "tuple[str, tuple[Head, ...]]"


@dataclass
class EventFound(Answer):
    """An event that was asked for, with its articles."""

    event: "EventSummary"


@dataclass
class ArticlesAdded(Answer):
    """Articles were read into the library; problems are part of the report."""

    report: "AddReport"


@dataclass
class Compared(Answer):
    """The comparison of one event."""

    comparison: "Comparison"


@dataclass
class Arranged(Answer):
    """The same comparison under other columns."""

    comparison: "Comparison"


@dataclass
class NotebookRead(Answer):
    """The bookmarks and the articles that they quote."""

    notebook: "Notebook"


@dataclass
class Bookmarked(Answer):
    """A bookmark was made; the screen offers a line for its note."""

    bookmark: "Bookmark"


@dataclass
class NotebookChanged(Answer):
    """A bookmark was edited or removed; `what` says so in words."""

    what: str


@dataclass
class PlaceFound(Answer):
    """The event of words that were asked for is at hand: they can be read."""

    place: "ReadEvent"


@dataclass
class LinkFound(Answer):
    """The link that a bookmark keeps, or in words why there is none."""

    found: "ExplainLink | str"


@dataclass
class Undone(Answer):
    """The last change was taken back: `what` in words, or None if there was nothing to undo."""

    what: str | None


@dataclass
class Redone(Answer):
    """The change undone last was made again: `what` in words, or None if there was none."""

    what: str | None


@dataclass
class Corrected(Answer):
    """The reader's decision was kept."""

    correction: "Correction"


@dataclass
class DecisionsRead(Answer):
    """The corrections that stand, newest first."""

    decisions: "tuple[Decided, ...]"


@dataclass
class CorrectionRemoved(Answer):
    """A correction was taken back."""

    nothing: None


@dataclass
class HitsFound(Answer):
    """What a search found."""

    hits: "tuple[Hit, ...]"


@dataclass
class Changed(Message):
    """Notebook or corrections are other ones now: whatever shows them or a comparison asks again."""


@dataclass
class Exported(Answer):
    """Notes were written to a file."""

    path: Path


@dataclass
class Failed(Answer):
    """A request ended in an error."""

    error: BaseException


@dataclass
class Working(Answer):
    """A long request has got so far; `total` is 0 while its size is unknown."""

    what: str
    done: int = 0
    total: int = 0

    def can_replace(self, message: Message) -> bool:
        """Only the newest progress of a request counts."""
        return isinstance(message, Working) and message.request == self.request


@dataclass
class Rested(Answer):
    """A long request has ended, one way or the other."""


@dataclass
class Stopped(Answer):
    """A long request was stopped; `reached` is how far it had got, None if it had not begun."""

    what: str
    reached: "Progress | None" = None


@dataclass
class Shown(Message):
    """A screen has come to the top."""


@dataclass
class ReadEvent(Message):
    """The user wants to read: an event, and where in it."""

    event: "EventSummary"
    article: str | None = None
    start: int = 0
    end: int | None = None


@dataclass
class ReadBookmark(Message):
    """The user wants to see a bookmark (id) in the notebook."""

    bookmark: str


@dataclass
class CompareEvent(Message):
    """The user wants all accounts of an event side by side; the comparison is passed on where it is there already."""

    event: "EventSummary"
    comparison: "Comparison | None" = None


@dataclass
class DrawFigures(Message):
    """The user wants the figures of an event, first the one that the statement (id) gives.

    The comparison is passed on where it is there already.
    """

    event: "EventSummary"
    comparison: "Comparison | None" = None
    statement: str = ""


@dataclass
class ExplainLink(Message):
    """The user asks why two statements are linked as they are; `statement` is the one that was asked about."""

    event: "EventSummary"
    comparison: "Comparison"
    statement: "Statement"
    link: "Link"
