"""What all rooms about an event share: keeping, copying, correcting and exporting what is under the cursor."""

from textual import on, work

from narrator.model.article import Article
from narrator.model.comparison import Link
from narrator.model.notebook import Bookmark
from narrator.model.statement import Statement
from narrator.tui.keymap import key_of
from narrator.tui.messages import Bookmarked, DrawFigures, ExplainLink, NotebookChanged
from narrator.tui.reading import citation
from narrator.tui.screens.correcting import CorrectingRoom
from narrator.tui.screens.prompt import Prompt


class KeepingRoom(CorrectingRoom):
    """A screen about one event whose words can be kept."""

    def linked(self) -> tuple[Statement, Link] | str:
        """The statement under the cursor and the link to explain, marked or not; in words why there is none."""
        comparison = self.comparison
        if comparison is None:
            return self.missing
        statements, link = self.chosen()
        if not statements:
            return "There is no statement under the cursor to explain."
        links = (link,) if link else comparison.links_of.get(statements[0].id, ())
        return (statements[0], links[0]) if links else "No other statement was compared with this one."

    def action_explain(self) -> None:
        """Why the statement under the cursor is linked as it is."""
        found = self.linked()
        if isinstance(found, str):
            self.say(found)
        elif self.comparison is not None:
            statement, link = found
            if statement.id not in (link.left, link.right):  # a copy of the words, which was not itself compared
                statement = self.comparison.statement_by_id[link.left]
            self.post_message(ExplainLink(self.event, self.comparison, statement, link))

    def action_figures(self) -> None:
        """The claimed quantities, at the one under the cursor if it gives one."""
        here = next(iter(self.chosen()[0]), None)
        self.post_message(DrawFigures(self.event, self.comparison, here.id if here else ""))

    def action_bookmark(self) -> None:
        """Keep what the cursor is on."""
        comparison, event = self.comparison, self.event.id
        statements, link = self.chosen()
        if comparison is None or not statements:
            self.say("There is no statement under the cursor to bookmark." if comparison else self.missing)
            return
        ids = [statement.id for statement in statements]
        self.ask(lambda session, _: session.bookmark(comparison, ids, link=link, event=event), Bookmarked)

    @on(Bookmarked)
    def _bookmarked(self, message: Bookmarked) -> None:
        self.renew()
        self.take_note(message.bookmark)

    @work
    async def take_note(self, bookmark: Bookmark) -> None:
        """Offer a line for the note of a fresh bookmark; Esc leaves it without one."""
        what = "this conflict" if len(bookmark.anchors) > 1 else "this statement"
        hint = f"A note on {what}; Esc for none. {key_of(self, 'notebook')} opens the notebook."
        note = await self.app.push_screen_wait(Prompt(f"Bookmarked: {bookmark.label}", bookmark.note, hint))
        if note is not None and note != bookmark.note:
            self.ask(lambda session, _: _noted(session.edit_bookmark(bookmark.id, note=note)), NotebookChanged)

    @on(NotebookChanged)
    def _notebook_changed(self, message: NotebookChanged) -> None:
        self.say(message.what)

    def article_here(self) -> Article | None:
        """The article of the statement under the cursor."""
        statements, _ = self.chosen()
        return next((one for one in self.event.articles if statements and one.id == statements[0].article), None)

    def action_copy(self) -> None:
        """Copy the words under the cursor with their source."""
        statements, _ = self.chosen()
        if self.comparison is None or not statements:
            self.say("There is no statement under the cursor to copy." if self.comparison else self.missing)
        else:
            self.app.copy_to_clipboard("\n\n".join(citation(self.comparison, statement) for statement in statements))

    def action_export(self) -> None:
        """Write the whole comparison as Markdown notes."""
        comparison, title = self.comparison, self.event.title
        if comparison is None:
            self.say(self.missing)
            return
        from narrator.export.markdown import comparison_notes

        self.write_notes(title, lambda _: comparison_notes(comparison, title))


def _noted(bookmark: Bookmark) -> str:
    return f"Note kept: {bookmark.label}"
