"""The Notebook: what the reader has kept, with status, tags and notes that are written in place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import TextArea

from narrator.errors import NarratorError
from narrator.model.article import Article
from narrator.model.grade import SOURCES, STATEMENTS, read_grade
from narrator.model.notebook import Bookmark, Notebook, Status
from narrator.tui.bindings import bindings
from narrator.tui.external import edit
from narrator.tui.kept import Filter, filtered, filters
from narrator.tui.keymap import key_of
from narrator.tui.messages import EventsListed, LinkFound, NotebookChanged, NotebookRead
from narrator.tui.screens.chooser import Chooser, Option
from narrator.tui.screens.prompt import Prompt
from narrator.tui.screens.room import Room
from narrator.tui.widgets.bookmarks import BookmarkPage, BookmarksPane
from narrator.tui.widgets.chrome import TopBar
from narrator.tui.widgets.lines import plain
from narrator.tui.widgets.page import Page
from narrator.tui.words import count, in_a_line
from narrator.tui.workers import Desk

if TYPE_CHECKING:
    from narrator.session import EventSummary, Session

STATUSES = tuple(Status)

ALL = "all"
"""The answer that takes a filter away."""

NONE = "none"
"""The answer that takes a grade away."""


class NotebookScreen(Room):
    """Bookmarks on the left, the one under the cursor in full on the right; of one event, or all."""

    PLACE = "notebook"
    PANES = ("bookmarks", "bookmark")
    MAIN = "bookmarks"
    AUTO_FOCUS = "#bookmarks"
    BINDINGS = bindings(PLACE)

    def __init__(self, desk: Desk, event: "EventSummary | None" = None, at: str | None = None) -> None:
        super().__init__(desk)
        self._about = event
        self._at = at
        self._notebook = Notebook()
        self._filter: Filter | None = None
        self._titles: dict[str, str] = {}
        self._noted: Bookmark | None = None  # whose note is being written

    def compose_body(self) -> ComposeResult:
        """List, page, note being written."""
        yield BookmarksPane("bookmarks")
        with Vertical(id="bookmark"):
            yield BookmarkPage("quotations")
            yield TextArea(id="note", soft_wrap=True, tab_behavior="focus", compact=True)

    def on_mount(self) -> None:
        """Ask for the notebook."""
        self.note.display = False
        self.note.border_title = f"Note · {key_of(self, 'back')} keeps it"
        self.query_one(TopBar).say("Notebook")
        self.renew()

    def renew(self) -> None:
        """Ask for the notebook again."""
        event = self._about.id if self._about else None
        self.ask(lambda session, _: session.notebook(event), NotebookRead)
        self.ask(lambda session, _: session.events(), EventsListed)

    @property
    def about(self) -> "EventSummary | None":
        """The event whose bookmarks these are."""
        return self._about

    @property
    def list(self) -> BookmarksPane:
        """The bookmarks."""
        return self.query_one("#bookmarks", BookmarksPane)

    @property
    def quotations(self) -> BookmarkPage:
        """The bookmark in full."""
        return self.query_one("#quotations", BookmarkPage)

    @property
    def note(self) -> TextArea:
        """The note being written."""
        return self.query_one("#note", TextArea)

    @property
    def bookmark(self) -> Bookmark | None:
        """The bookmark under the cursor."""
        return self.list.bookmark

    @on(NotebookRead)
    def _notebook_read(self, message: NotebookRead) -> None:
        if self.stale(message):
            return
        self._notebook = message.notebook
        if self._filter and not filtered(self._notebook, self._filter).bookmarks:
            self._filter = None
        self._show()

    @on(EventsListed)
    def _events_listed(self, message: EventsListed) -> None:
        self._titles = {one.id: one.title for one in message.events}
        self._show()

    def _show(self) -> None:
        shown = filtered(self._notebook, self._filter)
        self.list.show(shown, self._at)
        if shown.bookmarks:
            self._at = None
        names = ("Notebook", self._about.title) if self._about else ("Notebook",)
        what = count(len(self._notebook.bookmarks), "bookmark")
        if self._filter:
            what = f"{self._named(self._filter)} · {len(shown.bookmarks)} of {what}"
        self.query_one(TopBar).say(*names, what=what)

    def _named(self, one: Filter) -> str:
        return f"{one.by} {self._titles.get(one.value, one.value) if one.by == 'event' else one.value}"

    @work
    async def action_filter_bookmarks(self) -> None:
        """Choose a status, a tag or an event to see the bookmarks of."""
        found = list(filters(self._notebook))
        if not found:
            self.say("Nothing is bookmarked here.")
            return
        options = [Option(str(number), self._named(one), str(many)) for number, (one, many) in enumerate(found)]
        everything = [Option(ALL, "show all", str(len(self._notebook.bookmarks)))] if self._filter else []
        chosen = await self.app.push_screen_wait(Chooser("Show the bookmarks of", [*everything, *options]))
        if chosen is not None:
            self._filter = None if chosen == ALL else found[int(chosen)][0]
            self._show()

    def leave_inner(self) -> bool:
        """Esc takes the filter away before it leaves the screen."""
        if super().leave_inner():
            return True
        if self._filter is None:
            return False
        self._filter = None
        self._show()
        return True

    @work
    async def action_grade(self) -> None:
        """Ask for the reader's grade of the quotation under the cursor."""
        bookmark, number = self.bookmark, self.quotations.cursor
        if bookmark is None:
            self.say("Nothing is bookmarked here.")
            return
        old = bookmark.grade_of(number)
        options = [Option(one, f"{one}  source {words}") for one, words in SOURCES.items()]
        options += [Option(one, f"{one}  statement: {words}") for one, words in STATEMENTS.items()]
        none = [Option(NONE, f"take {old} away")] if old else []
        question = (
            f"Grade {self.quotations.source(number)}: a letter for the source, a figure for the statement, or both (B2)"
        )
        chooser = Chooser(question, [*none, *options], free=True, new="the grade", refuse=_no_grade)
        chosen = await self.app.push_screen_wait(chooser)
        if chosen is not None:
            grade = read_grade("" if chosen == NONE else chosen)
            what = f"Graded {grade}." if grade else "Grade taken away."
            self.change(bookmark, what, lambda session, one: session.grade_quotation(one, number, grade))

    @on(Page.Moved, "#bookmarks")
    def _moved(self) -> None:
        notebook = self.list.notebook
        articles = {article.id: article for article in notebook.articles} if notebook else {}
        self.quotations.show(self.bookmark, articles)

    @on(Page.Opened, "#bookmarks")
    @on(Page.Opened, "#quotations")
    def _opened(self) -> None:
        bookmark, anchor = self.bookmark, self.quotations.quoted
        if bookmark is None or anchor is None:
            return
        if bookmark.event is None:
            self.say("This bookmark belongs to no event of the library.")
        else:
            self.read_words(bookmark.event, anchor)

    def change(self, bookmark: Bookmark, what: str, job: "Callable[[Session, str], object]") -> None:
        """Change a bookmark, wherever the cursor is by now; then show the notebook again and say what was done."""

        def changed(session: "Session") -> str:
            job(session, bookmark.id)
            return what

        self.ask(lambda session, _: changed(session), NotebookChanged)

    @on(NotebookChanged)
    def _changed(self, message: NotebookChanged) -> None:
        self.say(message.what)
        self.renew()

    def action_next_status(self) -> None:
        """The next of the six."""
        bookmark = self.bookmark
        if bookmark is None:
            self.say("Nothing is bookmarked here.")
            return
        status = STATUSES[(STATUSES.index(bookmark.status) + 1) % len(STATUSES)]
        self.change(bookmark, f"Status: {status.value}", lambda session, one: session.edit_bookmark(one, status=status))

    def action_remove(self) -> None:
        """Take the bookmark out."""
        if self.bookmark is None:
            self.say("Nothing is bookmarked here.")
            return
        what = f"Bookmark removed; {key_of(self, 'undo')} brings it back."
        self.change(self.bookmark, what, lambda session, one: session.remove_bookmark(one))

    @work
    async def action_edit_tags(self) -> None:
        """Ask for the tags."""
        bookmark = self.bookmark
        if bookmark is None:
            return
        answer = await self.app.push_screen_wait(
            Prompt("Tags", ", ".join(bookmark.tags), "Separated by commas; an empty line takes them away.")
        )
        if answer is not None:
            tags = [tag for tag in (part.strip().lstrip("#") for part in answer.split(",")) if tag]
            self.change(bookmark, "Tags kept.", lambda session, one: session.edit_bookmark(one, tags=tags))

    def action_edit_note(self) -> None:
        """Write the note in place."""
        if self.bookmark is None:
            self.say("Nothing is bookmarked here.")
            return
        self._noted = self.bookmark
        self.note.text = self.bookmark.note
        self.note.display = True
        self.note.move_cursor(self.note.document.end)
        self.note.focus()

    @on(events.DescendantBlur, "#note")
    def _keep_note(self) -> None:
        """Whatever leaves the note keeps it."""
        if self._noted is None:
            return
        bookmark, self._noted = self._noted, None
        self.note.display = False
        note = self.note.text.strip()
        if note != bookmark.note:
            self.change(bookmark, "Note kept.", lambda session, one: session.edit_bookmark(one, note=note))

    def finish(self) -> None:
        """The note being written is kept."""
        self._keep_note()

    @work
    async def action_edit_outside(self) -> None:
        """Write the note in the user's editor."""
        bookmark = self.bookmark
        if bookmark is None:
            self.say("Nothing is bookmarked here.")
            return
        try:
            note = edit(self.app, bookmark.note)
        except NarratorError as error:
            self.say(in_a_line(error))
            return
        if note is None:
            self.say("The note is unchanged.")
        else:
            self.change(bookmark, "Note kept.", lambda session, one: session.edit_bookmark(one, note=note.strip()))

    def article_here(self) -> Article | None:
        """The article of the quotation under the cursor."""
        anchor, notebook = self.quotations.quoted, self.list.notebook
        if anchor is None or notebook is None:
            return None
        return next((one for one in notebook.articles if one.id == anchor.article), None)

    def read_outside(self) -> str:
        """The bookmark in full."""
        return "\n".join(plain(line.pieces).rstrip() for line in self.quotations.lines)

    def action_explain(self) -> None:
        """Why the statements of the bookmark are linked as they are."""
        bookmark = self.bookmark
        if bookmark is None:
            self.say("Nothing is bookmarked here.")
            return
        from narrator.tui.screens.explain import link_of

        self.ask(lambda session, report: link_of(session, bookmark, report), LinkFound, "Comparing")

    @on(LinkFound)
    def _link_found(self, message: LinkFound) -> None:
        if self.stale(message):
            return
        if isinstance(message.found, str):
            self.say(message.found)
        else:
            self.lead(message.found)

    def action_copy(self) -> None:
        """Copy the quotations of the bookmark with their sources."""
        bookmark = self.bookmark
        if bookmark is None:
            self.say("Nothing is bookmarked here.")
            return
        sources = (self.quotations.source(number) for number in range(len(bookmark.anchors)))
        quoted = zip(bookmark.anchors, sources, strict=True)
        self.app.copy_to_clipboard("\n\n".join(f"“{one.exact}”\n— {source}" for one, source in quoted))

    def action_export(self) -> None:
        """Write the bookmarks that are shown as Markdown notes."""
        from narrator.export.markdown import notebook_notes

        event, chosen = self._about.id if self._about else None, self._filter
        parts = ("Notebook", self._about.title if self._about else "", self._named(chosen) if chosen else "")
        title = ": ".join(part for part in parts if part)
        self.write_notes(title, lambda session: notebook_notes(filtered(session.notebook(event), chosen), title))


def _no_grade(words: str) -> str:
    """Why typed words are no grade."""
    try:
        read_grade(words)
    except NarratorError as error:
        return in_a_line(error)
    return ""
