"""Finding words in what a screen shows: the line in which they are typed, and the way from match to match."""

from textual import events, on
from textual.screen import Screen

from narrator.tui.keymap import key_of
from narrator.tui.widgets.findline import FindLine
from narrator.tui.widgets.page import Page


class FindingScreen(Screen[None]):
    """A screen with pages to search and a `FindLine` with the id `finder`; it acts on the page that had the keys last."""

    def __init__(self) -> None:
        super().__init__()
        self._last_page: Page | None = None

    def finder_line(self) -> FindLine:
        """The line to be composed under the pages."""
        return FindLine(
            "finder", "Find", f"words in this view; Enter keeps the marks, {key_of(self, 'back')} goes back"
        )

    @property
    def finder(self) -> FindLine:
        """The line in which one types."""
        return self.query_one("#finder", FindLine)

    @property
    def searched(self) -> Page | None:
        """The page that has the keys, or had them last; the first one before that."""
        if self._last_page is None or not self._last_page.is_attached:
            return next(iter(self.query(Page)), None)
        return self._last_page

    def say(self, text: str) -> None:
        """A word to the user, where the screen has a place for it."""

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember which page had the keys."""
        if isinstance(event.widget, Page):
            self._last_page = event.widget

    @on(Page.Sought)
    def _sought(self, message: Page.Sought) -> None:
        self._last_page = message.page
        if message.step == 0:
            self.finder.open()
        elif not self.finder.words:
            self.say(f"Nothing is being searched for: press {key_of(self, 'search')} first.")
        else:
            if message.page.sought != self.finder.words:
                message.page.find(self.finder.words)
            self._tell(message.page, message.page.go_to_match(message.step))

    @on(FindLine.Changed, "#finder")
    def _words_changed(self, message: FindLine.Changed) -> None:
        page = self.searched
        if page is not None:
            page.find(message.words)
            self._tell(page, page.go_to_match(0))

    def _tell(self, page: Page, number: int | None) -> None:
        line = self.finder
        told = f"{number} of {page.matches}" if number else "not found" if line.words else ""
        line.say(told)
        if not line.display:
            self.say(f"“{line.words}”: {told}")

    @on(FindLine.Submitted, "#finder")
    def _words_done(self) -> None:
        if not self.finder.words:
            self.leave_finding()
        elif self.searched is not None:
            self.searched.focus()

    def leave_finding(self) -> bool:
        """Leave the line, then the marks; whether there was anything to leave."""
        line = self.finder
        marked = [page for page in self.query(Page) if page.sought]
        if line.display:
            line.hide()
            if self.searched is not None:
                self.searched.focus()
            if not any(page.matches for page in marked):
                self._forget(marked)
        elif marked:
            self._forget(marked)
        else:
            return False
        return True

    def _forget(self, marked: list[Page]) -> None:
        for page in marked:
            page.find("")
        self.finder.close()
