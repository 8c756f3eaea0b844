"""The events of the library, as a list."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from narrator.model.article import Article, day_of
from narrator.tui.reading import count, days, kinds_in_words, outlet
from narrator.tui.widgets.lines import Line, Piece, paragraph
from narrator.tui.widgets.page import Page

if TYPE_CHECKING:
    from narrator.session import EventSummary

_LEVELS = "▁▂▃▄▅▆▇█"
_LONGEST = 14
"""Days that the bar of coverage shows at most."""


class EventsPane(Page):
    """Title, dates, outlets, conflicts and coverage over time of each event; a filter narrows them as one types."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.events: tuple[EventSummary, ...] | None = None
        self.shown: Sequence[EventSummary] = ()
        self._words = ""
        self._trouble = ""

    @property
    def items(self) -> int:
        """The events that pass the filter."""
        return len(self.shown)

    @property
    def event(self) -> "EventSummary | None":
        """The event under the cursor."""
        return self.shown[self.cursor] if self.shown else None

    def show(self, events: "tuple[EventSummary, ...]", at: str | None = None) -> None:
        """Show events; the cursor goes to the one with the id `at`, else stays on its event."""
        here = at or (self.event.id if self.event else None)
        self.events = events
        self._narrow(here)

    def fail(self, trouble: str) -> None:
        """Say why there is nothing to show."""
        self._trouble = trouble
        self.renew()

    def filter(self, words: str) -> None:
        """Show the events whose title or outlets hold all the words."""
        self._words = words
        self._narrow(self.event.id if self.event else None)

    def _narrow(self, at: str | None) -> None:
        words = self._words.lower().split()
        self.shown = [one for one in self.events or () if all(word in _searched(one) for word in words)]
        with self.prevent(Page.Moved):
            self.cursor = next((number for number, one in enumerate(self.shown) if one.id == at), 0)
        self.renew()
        self.post_message(self.Moved(self, self.cursor))

    def lay_out(self, width: int) -> list[Line]:
        """The events, or what to do while there are none."""
        measure = width - 3
        if self.events is None and self._trouble:
            return [Line(), *paragraph(self._trouble, measure, None, indent="  ")]
        if self.events is None:
            return [Line(), *paragraph("Opening the library …", measure, None, "muted", indent="  ")]
        if not self.events:
            return _greeting(measure)
        if not self.shown:
            return [Line(), *paragraph("No event holds these words.", measure, None, "muted", indent="  ")]
        lines = [Line()]
        for number, event in enumerate(self.shown):
            lines += [*_event(event, number, measure), Line()]
        return lines


def _searched(summary: "EventSummary") -> str:
    return " ".join([summary.title, *(outlet(article) for article in summary.articles)]).lower()


def _event(summary: "EventSummary", number: int, width: int) -> list[Line]:
    title = paragraph(summary.title, width - 2, number, "title")
    mark = Piece("● " if summary.unread else "  ", ("update",))
    lines = [Line((Piece(" "), mark if n == 0 else Piece("  "), *line.pieces), number) for n, line in enumerate(title)]
    reach = count(summary.outlets, "outlet")
    if summary.origins is not None:
        reach += f" / {count(summary.origins, 'origin')}"
    line = f"{days(summary.first_published, summary.last_published)} · {reach}"
    bar = coverage(summary.articles)
    lines.append(Line((Piece("   "), Piece(line, ("muted",)), Piece(f"  {bar}", ("faint",))), number))
    return lines + _conflicts(summary, number, width)


def _conflicts(summary: "EventSummary", number: int, width: int) -> list[Line]:
    if summary.kinds is None or summary.conflicts is None:
        return paragraph("not compared yet", width, number, "faint", indent="   ")
    if not summary.kinds:
        return paragraph("no differences found", width, number, "muted", indent="   ")
    glyph, role = ("≠", "conflict") if summary.conflicts else ("~", "frame")
    head = f"{glyph} {count(summary.conflicts, 'conflict')}"
    text = f"{head} · differences: {kinds_in_words(summary.kinds)}"
    first, *more = paragraph(text, width, number, "muted", indent="   ")
    words = first.pieces[1].text
    marked = (Piece("   "), Piece(words[: len(head)], (role,)), Piece(words[len(head) :], ("muted",)))
    return [Line(marked, number), *more]


def coverage(articles: Sequence[Article]) -> str:
    """A small bar a day, of three days or more: how many articles were published on it, over the first two weeks."""
    known = Counter(day for article in articles if (day := day_of(article.published)))
    if not known or (max(known) - min(known)).days < 2:
        return ""
    first = min(known)
    span = min((max(known) - first).days + 1, _LONGEST)
    numbers = [known[first + timedelta(days=offset)] for offset in range(span)]
    return "".join(_LEVELS[(len(_LEVELS) - 1) * number // max(numbers)] if number else " " for number in numbers)


def _greeting(width: int) -> list[Line]:
    return [
        Line(),
        *paragraph("Your library is empty.", width, None, "title", indent="  "),
        Line(),
        *paragraph(
            "Press a to add articles: files or whole folders of text, Markdown, saved web pages or feeds. Articles about one "
            "occurrence come together as an event; Enter opens it, with the accounts that differ marked.",
            width, None, indent="  "),
        Line(),
        *paragraph("To look around first, leave with q and run: narrator demo", width, None, "muted", indent="  "),
    ]  # fmt: skip
