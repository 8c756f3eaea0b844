"""Full text over articles and the reader's notes: every word must occur, whatever its ending; words in quotes stand together."""

import re
from collections.abc import Iterator

from sqlite_utils import Database

from narrator.store.views import Hit

# Two control characters that cleaned text does not hold, round each word that was found.
_START, _END = "\x02", "\x03"
_WORDS = 24
"""Length of an excerpt in words."""

_SNIPPET = f"snippet({{}}_fts, -1, char({ord(_START)}), char({ord(_END)}), '…', {_WORDS})"
_BOOKMARKS = f"""
    SELECT 'bookmark', b.id, b.label, {_SNIPPET.format("bookmarks")}, b.event
    FROM bookmarks_fts JOIN bookmarks b ON b.key = bookmarks_fts.rowid
    WHERE bookmarks_fts MATCH :query ORDER BY bookmarks_fts.rank, b.key LIMIT :limit
"""
# A word of the title weighs as much as four of the text.
_ARTICLES = f"""
    SELECT 'article', a.id, COALESCE(a.title, ''), {_SNIPPET.format("articles")}, e.id
    FROM articles_fts JOIN articles a ON a.key = articles_fts.rowid
    LEFT JOIN event_articles m ON m.article = a.key LEFT JOIN events e ON e.key = m.event
    WHERE articles_fts MATCH :query ORDER BY bm25(articles_fts, 4.0, 1.0), a.key LIMIT :limit
"""
_TOKEN = re.compile(r'"([^"]+)"?|([^\s"]+)')


def search(db: Database, query: str, limit: int) -> tuple[Hit, ...]:
    """The reader's notes first, then articles, best first; where nothing matches, the last word may be the start of one."""
    terms = _terms(query)
    if not terms or limit < 1:
        return ()
    return tuple(_hits(db, terms, limit)) or tuple(_hits(db, f"{terms}*", limit))


def _hits(db: Database, terms: str, limit: int) -> Iterator[Hit]:
    for select in (_BOOKMARKS, _ARTICLES):
        rows = db.execute(select, {"query": terms, "limit": limit}).fetchall()
        limit -= len(rows)
        for kind, identity, title, excerpt, event in rows:
            before, _, rest = excerpt.partition(_START)
            match, _, after = rest.partition(_END)
            yield Hit(kind, identity, title, before, match, after.replace(_START, "").replace(_END, ""), event)


def _terms(query: str) -> str:
    """The words of a query as FTS5 strings, so that none of them is an operator."""
    found = (phrase or word for phrase, word in _TOKEN.findall(query))
    return " ".join(f'"{term}"' for term in found if re.search(r"\w", term))
