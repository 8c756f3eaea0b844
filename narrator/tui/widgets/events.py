"""The events of the library, as a list; what to do first where there are none."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, overload

from narrator.tui.keymap import key_of
from narrator.tui.widgets.lines import Line, Piece, fit, paragraph, wrap
from narrator.tui.widgets.page import Page
from narrator.tui.words import count, days, kinds_in_words

if TYPE_CHECKING:
    from narrator.session import Glimpse

Order = Literal["newest", "contested"]

FIRST_STEPS = (
    ("samples", "Open the samples", "Three stories told by several outlets; nothing of them enters your library."),
    ("add", "Add files or folders", "Text, Markdown, saved web pages, JSON lines, or folders of them."),
    ("add", "Add a saved feed", "An RSS or Atom file: each of its entries is an article."),
)
"""What an empty library offers: the action behind it, its name, what it does."""

_LEVELS = "▁▂▃▄▅▆▇█"
_LONGEST = 14
"""Days that the bar of coverage shows at most."""

_UNDER_TITLE = 3
"""Lines of an event below its title: dates and outlets, differences, air."""


class EventLines(Sequence[Line]):
    """The lines of a list of events, each event set when it is looked at: a long list costs no more than what is seen of it."""

    def __init__(self, events: "Sequence[Glimpse]", width: int) -> None:
        self._width = width
        self._events = events
        heights = (len(wrap(event.title, width - 2)) + _UNDER_TITLE for event in events)
        self._starts = list(accumulate(heights, initial=1))
        self._set: Callable[[int], list[Line]] = lru_cache(maxsize=256)(self._lines_of)

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, number: int) -> Line: ...
    @overload
    def __getitem__(self, number: slice) -> list[Line]: ...
    def __getitem__(self, number: int | slice) -> Line | list[Line]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        number = range(len(self))[number]
        if number == 0:
            return Line()
        event = bisect_right(self._starts, number) - 1
        return self._set(event)[number - self._starts[event]]

    def extent(self, event: int) -> tuple[int, int]:
        """First line of an event and the line after its last; (0, 0) where it is not among them."""
        if event >= len(self._events):
            return 0, 0
        return self._starts[event], self._starts[event + 1] - 1

    def _lines_of(self, event: int) -> list[Line]:
        return [*_event(self._events[event], event, self._width), Line()]


class EventsPane(Page):
    """Title, dates, outlets, conflicts and coverage over time of each event; a filter narrows them as one types."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.events: tuple[Glimpse, ...] | None = None
        self.shown: Sequence[Glimpse] = ()
        self.order: Order = "newest"
        self._words = ""
        self._trouble = ""

    @property
    def items(self) -> int:
        """The events that pass the filter; in an empty library the first steps."""
        return len(self.shown) or (len(FIRST_STEPS) if self.is_empty else 0)

    @property
    def is_empty(self) -> bool:
        """Whether the library is known to hold nothing."""
        return self.events == () and not self._trouble

    @property
    def event(self) -> "Glimpse | None":
        """The event under the cursor."""
        return self.shown[self.cursor] if self.shown else None

    def show(self, events: "tuple[Glimpse, ...] | None", at: str | None = None) -> None:
        """Show events; the cursor goes to the one with the id `at`, else stays on its event. None: they are yet to come."""
        here = at or (self.event.id if self.event else None)
        self.events, self._trouble = events, ""
        self._narrow(here)

    def fail(self, trouble: str) -> None:
        """Say why there is nothing to show."""
        self.events, self._trouble = None, trouble
        self._narrow(None)

    def filter(self, words: str) -> None:
        """Show the events whose title or outlets hold all the words."""
        self._words = words
        self._narrow(self.event.id if self.event else None)

    def sort(self, order: Order) -> None:
        """The newest first, or the most contested."""
        self.order = order
        self._narrow(self.event.id if self.event else None)

    def _narrow(self, at: str | None) -> None:
        words = self._words.lower().split()
        found = [one for one in self.events or () if all(word in _searched(one) for word in words)]
        self.shown = sorted(found, key=_contested) if self.order == "contested" else found
        with self.prevent(Page.Moved):
            self.cursor = next((number for number, one in enumerate(self.shown) if one.id == at), 0)
        self.renew()
        self.post_message(self.Moved(self, self.cursor))

    def lay_out(self, width: int) -> Sequence[Line]:
        """The events, or what to do while there are none."""
        measure = width - 3
        if self._trouble:
            return [Line(), *paragraph(self._trouble, measure, None, indent="  ")]
        if self.events is None:
            return [Line(), *paragraph("Opening the library …", measure, None, "muted", indent="  ")]
        if not self.events:
            return _greeting(measure, key_of(self, "open"), key_of(self, "help"))
        if not self.shown:
            return [Line(), *paragraph("No event holds these words.", measure, None, "muted", indent="  ")]
        return EventLines(self.shown, measure)

    def extent(self, item: int) -> tuple[int, int]:
        """The lines of an event."""
        return self.lines.extent(item) if isinstance(self.lines, EventLines) else super().extent(item)


def _searched(event: "Glimpse") -> str:
    return " ".join([event.title, *event.names]).lower()


def _contested(event: "Glimpse") -> tuple[int, int]:
    """Sort key: most conflicts first, then most differences; what was not compared comes last."""
    if event.kinds is None or event.conflicts is None:
        return 1, 0
    return -event.conflicts, -sum(event.kinds.values())


def _event(event: "Glimpse", number: int, width: int) -> list[Line]:
    title = paragraph(event.title, width - 2, number, "title")
    mark = Piece("● " if event.unread else "  ", ("update",))
    lines = [Line((Piece(" "), mark if n == 0 else Piece("  "), *line.pieces), number) for n, line in enumerate(title)]
    reach = count(event.outlets, "outlet")
    if event.origins is not None:
        reach += f" / {count(event.origins, 'origin')}"
    unread = " · unread" if event.unread else ""
    line = fit(f"{days(event.first_published, event.last_published)} · {reach}{unread}", width)
    bar = coverage(event.days)
    room = width - len(line) - 2
    bars = (Piece(f"  {bar}", ("faint",)),) if 0 < len(bar) <= room else ()
    lines.append(Line((Piece("   "), Piece(line, ("muted",)), *bars), number))
    return [*lines, Line((Piece("   "), *_conflicts(event, width)), number)]


def _conflicts(event: "Glimpse", width: int) -> tuple[Piece, ...]:
    if event.kinds is None or event.conflicts is None:
        return (Piece("not compared yet", ("faint",)),)
    if not event.kinds:
        return (Piece("no differences found", ("muted",)),)
    glyph, role = ("≠", "conflict") if event.conflicts else ("~", "frame")
    head = f"{glyph} {count(event.conflicts, 'conflict')}"
    rest = fit(f" · differences: {kinds_in_words(event.kinds)}", width - len(head))
    return Piece(head, (role,)), Piece(rest, ("muted",))


def coverage(published: Sequence[date]) -> str:
    """A small bar a day, of three days or more: how many articles were published on it, over the first two weeks."""
    known = Counter(published)
    if not known or (max(known) - min(known)).days < 2:
        return ""
    first = min(known)
    span = min((max(known) - first).days + 1, _LONGEST)
    numbers = [known[first + timedelta(days=offset)] for offset in range(span)]
    return "".join(_LEVELS[(len(_LEVELS) - 1) * number // max(numbers)] if number else " " for number in numbers)


def _greeting(width: int, opens: str, helps: str) -> list[Line]:
    lines = [
        Line(),
        *paragraph("Your library is empty.", width, None, "title", indent="  "),
        *paragraph(
            "Articles about one occurrence come together as an event; opened, it shows where the accounts differ.",
            width, None, "muted", indent="  "),
        Line(),
    ]  # fmt: skip
    for number, (_, name, what) in enumerate(FIRST_STEPS):
        lines += paragraph(f"› {name}", width, number, "strong", indent="  ")
        lines += paragraph(what, width - 2, number, "muted", indent="    ")
        lines.append(Line())
    return [
        *lines,
        *paragraph(f"{opens} opens what the cursor is on; {helps} shows every key.", width, None, "muted", indent="  "),
    ]
