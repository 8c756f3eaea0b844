"""The bookmarks of the notebook as a list, and one of them in full."""

from collections.abc import Mapping

from narrator.model.article import Article
from narrator.model.comparison import Relation
from narrator.model.notebook import Anchor, Bookmark, Notebook
from narrator.tui.reading import AGREES, SIGN_OF_RELATION, Sign, day, outlet
from narrator.tui.widgets.lines import Line, Piece, fit, paragraph, quotation
from narrator.tui.widgets.page import Page


def sign_of_bookmark(bookmark: Bookmark) -> Sign | None:
    """The sign of the link that was bookmarked, if it was one."""
    return SIGN_OF_RELATION.get(Relation(bookmark.relation), AGREES) if bookmark.relation else None


class BookmarksPane(Page):
    """Label, status, tags and the beginning of the note of each bookmark."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.notebook: Notebook | None = None

    @property
    def items(self) -> int:
        """The bookmarks."""
        return len(self.notebook.bookmarks) if self.notebook else 0

    @property
    def bookmark(self) -> Bookmark | None:
        """The bookmark under the cursor."""
        return self.notebook.bookmarks[self.cursor] if self.notebook and self.notebook.bookmarks else None

    def show(self, notebook: Notebook) -> None:
        """Show a notebook; the cursor stays on its bookmark."""
        here = self.bookmark.id if self.bookmark else None
        self.notebook = notebook
        with self.prevent(Page.Moved):
            ids = [bookmark.id for bookmark in notebook.bookmarks]
            self.cursor = ids.index(here) if here in ids else min(self.cursor, max(len(ids) - 1, 0))
        self.renew()
        self.post_message(self.Moved(self, self.cursor))

    def lay_out(self, width: int) -> list[Line]:
        """The bookmarks, or what to do while there are none."""
        measure = width - 2
        if self.notebook is None:
            return []
        if not self.notebook.bookmarks:
            text = "Nothing is bookmarked yet. Press b on a statement in the Reader or in Compare to keep it here."
            return [Line(), *paragraph(text, measure, None, "muted", indent="  ")]
        lines = [Line()]
        for number, bookmark in enumerate(self.notebook.bookmarks):
            lines += [*_entry(bookmark, number, measure), Line()]
        return lines


def _entry(bookmark: Bookmark, number: int, width: int) -> list[Line]:
    sign = sign_of_bookmark(bookmark)
    label = paragraph(bookmark.label, width - 3, number, "strong")
    first = Piece(f" {sign.glyph if sign else '·'} ", (sign.role,) if sign else ("muted",))
    lines = [Line((first if n == 0 else Piece("   "), *line.pieces), number) for n, line in enumerate(label)]
    facts = [bookmark.status.value, *([bookmark.kind.replace("_", " ")] if bookmark.kind else [])]
    facts += [f"#{tag}" for tag in bookmark.tags]
    lines += paragraph(" · ".join(facts), width, number, "muted", indent="   ")
    if bookmark.note:
        lines.append(Line((Piece("   "), Piece(fit(bookmark.note.replace("\n", " "), width - 3))), number))
    return lines


class BookmarkPage(Page):
    """One bookmark in full: every quotation with its teller and source, why the accounts differ, the reader's note.

    The quotations are items; opening one leads to its article.
    """

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.bookmark: Bookmark | None = None
        self.articles: Mapping[str, Article] = {}

    @property
    def items(self) -> int:
        """The quotations."""
        return len(self.bookmark.anchors) if self.bookmark else 0

    @property
    def quoted(self) -> Anchor | None:
        """The quotation under the cursor."""
        return self.bookmark.anchors[self.cursor] if self.bookmark else None

    def show(self, bookmark: Bookmark | None, articles: Mapping[str, Article]) -> None:
        """Show a bookmark of a notebook that has these articles."""
        if self.bookmark is None or bookmark is None or bookmark.id != self.bookmark.id:
            with self.prevent(Page.Moved):
                self.cursor = 0
        self.bookmark, self.articles = bookmark, articles
        self.renew()

    def lay_out(self, width: int) -> list[Line]:
        """Label, quotations, reason, note."""
        bookmark = self.bookmark
        if bookmark is None:
            return []
        measure = min(width - 3, 90)
        lines = [Line(), *paragraph(bookmark.label, measure, None, "title", indent="  ")]
        sign = sign_of_bookmark(bookmark)
        if sign:
            kind = f" · {bookmark.kind.replace('_', ' ')}" if bookmark.kind else ""
            lines += paragraph(f"{sign.glyph} {sign.word}{kind}", measure, None, sign.role, indent="  ")
        for number, anchor in enumerate(bookmark.anchors):
            lines.append(Line())
            lines += paragraph(self.source(number), measure, number, "strong", indent="  ")
            lines += quotation(anchor.exact, measure, number, (), indent="  ")
        if bookmark.explanation:
            lines += [Line(), *paragraph(f"Why: {bookmark.explanation}", measure, None, "muted", indent="  ")]
        note = bookmark.note or "No note yet: press i to write one."
        role = () if bookmark.note else ("faint",)
        return [*lines, Line(), *paragraph("Note", measure, None, "title", indent="  "),
                *paragraph(note, measure, None, *role, indent="  "), Line()]  # fmt: skip

    def source(self, number: int) -> str:
        """Who is quoted, and where."""
        assert self.bookmark is not None
        article = self.articles.get(self.bookmark.anchors[number].article)
        tellers = self.bookmark.tellers[number] if number < len(self.bookmark.tellers) else ()
        names = list(dict.fromkeys(reversed(tellers)))
        if article is None:
            return " < ".join([*names, "article no longer in the library"])
        if outlet(article) not in names:
            names.append(outlet(article))
        return f"{' < '.join(names)} · {day(article.published, hour=True)}"
