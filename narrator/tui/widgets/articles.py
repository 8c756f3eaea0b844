"""The articles of an event, as a list."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from narrator.model.article import Article
from narrator.tui.widgets.lines import Line, Piece, paragraph
from narrator.tui.widgets.page import Page
from narrator.tui.words import day, language_of, outlet

if TYPE_CHECKING:
    from narrator.session import Head


class ArticlesPane(Page):
    """Outlet, date and headline of each article; the chosen one, if any, has a bar."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.articles: Sequence[Article | Head] = ()
        self.chosen: str | None = None
        self.extracted: Collection[str] | None = None

    @property
    def items(self) -> int:
        """The articles."""
        return len(self.articles)

    def show(
        self, articles: "Sequence[Article | Head]", chosen: str | None = None, extracted: Collection[str] | None = None
    ) -> None:
        """Show articles; `extracted` holds the ids of those that could be compared, None while that is not known.

        The cursor goes to an article that is newly chosen, else it stays on its own.
        """
        here = self.articles[self.cursor].id if self.articles and chosen == self.chosen else chosen
        self.articles, self.chosen, self.extracted = articles, chosen, extracted
        with self.prevent(Page.Moved):
            self.cursor = next((number for number, one in enumerate(articles) if one.id == here), 0)
        self.renew()

    def lay_out(self, width: int) -> list[Line]:
        """Three lines or so an article."""
        lines = [Line()]
        for number, article in enumerate(self.articles):
            bar = Piece("▎" if article.id == self.chosen else " ", ("chosen",))
            block = [
                *paragraph(outlet(article), width - 2, number, "strong"),
                *paragraph(article.title or "Untitled", width - 2, number),
                *paragraph(self._note(article), width - 2, number, "muted"),
            ]
            lines += [Line((bar, *line.pieces), number) for line in block]
            lines.append(Line())
        return lines

    def _note(self, article: "Article | Head") -> str:
        note = day(article.published, hour=True)
        if self.extracted is not None and article.id not in self.extracted:
            note += f" · not extracted ({language_of(article)})"
        return note
