"""The bookmarks of the notebook as a list, and one of them in full."""

from collections.abc import Mapping

from narrator.model.article import Article
from narrator.model.grade import grade_words
from narrator.model.notebook import Anchor, Bookmark, Notebook
from narrator.tui.kept import lost, sign_of_bookmark
from narrator.tui.keymap import key_of
from narrator.tui.reading import within
from narrator.tui.widgets.lines import Line, Mark, Piece, fit, paragraph, quotation
from narrator.tui.widgets.page import Page
from narrator.tui.words import count, day, outlet

INDENT = "  "


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

    def show(self, notebook: Notebook, at: str | None = None) -> None:
        """Show a notebook; the cursor goes to the bookmark with the id `at`, else stays on its own."""
        here = at or (self.bookmark.id if self.bookmark else None)
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
            key = key_of(self, "bookmark")
            text = f"Nothing is bookmarked yet. Press {key} on a statement in the Reader or in Compare to keep it here."
            return [Line(), *paragraph(text, measure, None, "muted", indent="  ")]
        lines = [Line()]
        articles = {article.id: article for article in self.notebook.articles}
        for number, bookmark in enumerate(self.notebook.bookmarks):
            lines += [*_entry(bookmark, number, measure, articles), Line()]
        return lines


def _entry(bookmark: Bookmark, number: int, width: int, articles: Mapping[str, Article]) -> list[Line]:
    """What it is about, how it stands, the clashing words, the beginning of the note."""
    sign = sign_of_bookmark(bookmark)
    label = paragraph(bookmark.label, width - 3, number, "strong")
    first = Piece(f" {sign.glyph if sign else '·'} ", (sign.role,) if sign else ("muted",))
    lines = [Line((first if n == 0 else Piece("   "), *line.pieces), number) for n, line in enumerate(label)]
    facts = [bookmark.status.value, *([bookmark.kind.replace("_", " ")] if bookmark.kind else [])]
    facts += [f"#{tag}" for tag in bookmark.tags]
    lines += paragraph(" · ".join(facts), width, number, "muted", indent="   ")
    words = [bookmark.clashing(one) for one in range(len(bookmark.anchors))]
    if sign and all(words):
        said = " / ".join(f"“{one}”" for one in words)
        lines.append(Line((Piece("   "), Piece(fit(said, width - 3))), number))
    gone = sum(bool(lost(bookmark, one, articles)) for one in range(len(bookmark.anchors)))
    if gone:
        lines += paragraph(f"{count(gone, 'quotation')} no longer found", width, number, "conflict", indent="   ")
    if bookmark.note:
        lines.append(Line((Piece("   "), Piece(fit(" ".join(bookmark.note.split()), width - 3))), number))
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
        """Label, status and tags, quotations, reason, note."""
        bookmark = self.bookmark
        if bookmark is None:
            return []
        measure = min(width - 3, 90)
        lines = [Line(), *paragraph(bookmark.label, measure, None, "title", indent=INDENT)]
        sign = sign_of_bookmark(bookmark)
        if sign:
            kind = f" · {bookmark.kind.replace('_', ' ')}" if bookmark.kind else ""
            lines += paragraph(f"{sign.glyph} {sign.word}{kind}", measure, None, sign.role, indent=INDENT)
        facts = [bookmark.status.value, *(f"#{tag}" for tag in bookmark.tags), f"kept {day(bookmark.created)}"]
        lines += paragraph(" · ".join(facts), measure, None, "muted", indent=INDENT)
        for number in range(len(bookmark.anchors)):
            lines += [Line(), *self._quotation(bookmark, number, measure)]
        if bookmark.explanation:
            lines += [Line(), *paragraph(f"Why: {bookmark.explanation}", measure, None, "muted", indent=INDENT)]
        note = bookmark.note or f"No note yet: press {key_of(self, 'edit_note')} to write one."
        role = () if bookmark.note else ("muted",)
        return [*lines, Line(), *paragraph("Note", measure, None, "title", indent=INDENT),
                *paragraph(note, measure, None, *role, indent=INDENT), Line()]  # fmt: skip

    def _quotation(self, bookmark: Bookmark, number: int, width: int) -> list[Line]:
        """Who is quoted, the words with those that clash marked, the reader's grade, and whether they can still be read."""
        anchor, sign = bookmark.anchors[number], sign_of_bookmark(bookmark)
        role = f"clash-{sign.role}" if sign else "strong"
        marks = within(anchor, (Mark(start, end, role) for start, end in bookmark.clash_of(number)))
        lines = [
            *paragraph(self.source(number), width, number, "strong", indent=INDENT),
            *quotation(anchor.exact, width, number, marks, indent=INDENT),
        ]
        if grade := bookmark.grade_of(number):
            lines += paragraph(f"{grade} · {grade_words(grade)}", width, number, "kept", indent=INDENT)
        if gone := lost(bookmark, number, self.articles):
            lines += paragraph(gone, width, number, "conflict", indent=INDENT)
        return lines

    def source(self, number: int) -> str:
        """Who is quoted, and where."""
        assert self.bookmark is not None
        article = self.articles.get(self.bookmark.anchors[number].article)
        tellers = self.bookmark.tellers[number] if number < len(self.bookmark.tellers) else ()
        names = list(dict.fromkeys(reversed(tellers)))
        if article is None:
            return " < ".join(names) or "unknown source"
        if outlet(article) not in names:
            names.append(outlet(article))
        return f"{' < '.join(names)} · {day(article.published, hour=True)}"
