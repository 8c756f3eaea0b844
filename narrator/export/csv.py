"""Tables for spreadsheets: one row a statement or a bookmarked quote.

Every cell is quoted, so that no separator inside a text can begin another one. A spreadsheet runs a cell that begins with
= + - @ as a formula: such a cell (also behind blanks, and in full width) gets a leading apostrophe, which spreadsheets show
as text.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from narrator.export import wording
from narrator.export.escape import scrub
from narrator.model.comparison import Comparison
from narrator.model.grade import grade_words
from narrator.model.notebook import Notebook
from narrator.model.statement import Statement

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")

STATEMENT_COLUMNS = (
    "statement", "claim", "label", "narrator", "via", "side", "outlet", "title", "published", "url",
    "start", "end", "text", "quotation", "certainty", "differs", "against",
)  # fmt: skip
"""`claim` is the number of the export (C-01), several joined by "; "; `differs` and `against` name the flagged links of the
statement, in the same order."""

QUOTE_COLUMNS = (
    "bookmark", "label", "status", "kind", "tags", "note", "narrator", "via", "outlet", "title", "published", "url",
    "start", "end", "text", "clash", "grade", "grade_means",
)  # fmt: skip
"""`clash` holds the words set against the other side, `grade` the reader's own grade, and `grade_means` what it says."""


def comparison_csv(comparison: Comparison, only: wording.Only = "all") -> str:
    """One row a statement, in the order of the comparison; `only` keeps those with a conflict or difference."""
    numbers = wording.claim_numbers(comparison)
    chosen = (one for one in comparison.statements if wording.passes(comparison.links_of.get(one.id, ()), only))
    return _table(STATEMENT_COLUMNS, (_statement(comparison, one, numbers) for one in chosen))


def notebook_csv(notebook: Notebook) -> str:
    """One row a bookmarked quote."""
    return _table(QUOTE_COLUMNS, _quotes(notebook))


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: str) -> str:
    text = scrub(value)
    return f"'{text}" if _FORMULA.match(text) else text


def _statement(comparison: Comparison, statement: Statement, numbers: dict[str, str]) -> list[str]:
    article = comparison.article_by_id[statement.article]
    claims = comparison.claim_of.get(statement.id, ())
    names = wording.chain(comparison, statement)
    links = [link for link in comparison.links_of.get(statement.id, ()) if link.flagged]
    return [
        statement.id,
        "; ".join(numbers[claim.id] for claim in claims),
        "; ".join(claim.label for claim in claims),
        names[-1],
        "; ".join(names[-2:0:-1]),
        comparison.teller(statement).side or "",
        names[0],
        article.title or "",
        wording.moment(article.published),
        article.url or "",
        str(statement.start),
        str(statement.end),
        statement.text,
        statement.quotation or "",
        statement.certainty,
        "; ".join(wording.relation_words(link) for link in links),
        "; ".join(str(link.right if link.left == statement.id else link.left) for link in links),
    ]


def _quotes(notebook: Notebook) -> Iterable[list[str]]:
    articles = {article.id: article for article in notebook.articles}
    for bookmark in notebook.bookmarks:
        tellers = bookmark.tellers or ((),) * len(bookmark.anchors)
        for number, (anchor, names) in enumerate(zip(bookmark.anchors, tellers, strict=True)):
            article = articles.get(anchor.article)
            yield [
                bookmark.id,
                bookmark.label,
                bookmark.status,
                bookmark.kind or bookmark.relation or "",
                "; ".join(bookmark.tags),
                bookmark.note,
                names[-1] if names else "",
                "; ".join(names[-2:0:-1]),
                names[0] if names else wording.outlet(article) if article else "",
                (article.title or "") if article else "",
                wording.moment(article.published) if article else "",
                (article.url or "") if article else "",
                str(anchor.spans[0].start),
                str(anchor.spans[-1].end),
                anchor.exact,
                bookmark.clashing(number),
                bookmark.grade_of(number),
                grade_words(bookmark.grade_of(number)),
            ]
