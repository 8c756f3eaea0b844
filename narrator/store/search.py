"""Full text over the reader's notes, articles and their statements: every word must occur, whatever its ending.

Words in quotes stand together. FTS5 finds what holds the words; where they stand in it is asked of its highlighting, word by
word, so that both cut the text into words in the same way.
"""

import json
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlite_utils import Database

from narrator.model.article import Span
from narrator.store.times import as_when
from narrator.store.views import Hit, Told

# Two control characters that cleaned text does not hold, round each word that was found.
_START, _END = "\x02", "\x03"
_MARKS = re.compile(f"[{_START}{_END}]")
_TOKEN = re.compile(r'"([^"]+)"?|([^\s"]+)')

LENGTH = 200
"""Of an excerpt, in characters; longer only where the words that were found stand far apart."""

_LEAD = 70
"""Characters of an excerpt before the words."""

_REACH = 160
"""Characters within which words are found together."""

_EACH = 3
"""Statements of one article that are hits."""

_BOOKMARKS = """
    SELECT b.key, b.id, b.label, b.event
    FROM bookmarks_fts JOIN bookmarks b ON b.key = bookmarks_fts.rowid
    WHERE bookmarks_fts MATCH :query ORDER BY bookmarks_fts.rank, b.key LIMIT :limit
"""
# A word of the title weighs as much as four of the text.
_ARTICLES = """
    SELECT a.key, a.id, COALESCE(a.title, ''), e.id, a.text, a.outlet, a.published
    FROM articles_fts JOIN articles a ON a.key = articles_fts.rowid
    LEFT JOIN event_articles m ON m.article = a.key LEFT JOIN events e ON e.key = m.event
    WHERE articles_fts MATCH :query ORDER BY bm25(articles_fts, 4.0, 1.0), a.key LIMIT :limit
"""
# With its sign, rowid is looked at after the words: else those that a beginning stands for are gathered anew for every row.
_PLACES = f"""
    SELECT rowid, highlight({{table}}, {{column}}, char({ord(_START)}), char({ord(_END)})) FROM {{table}}
    WHERE {{table}} MATCH :word AND +rowid IN (SELECT value FROM json_each(:keys))
"""
_STATEMENTS = """
    SELECT article, start, stop, tellers FROM statements
    WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, start, stop
"""


class _Place(NamedTuple):
    """Where a word of the query (its number) stands in a text."""

    span: Span
    word: int


_Row = tuple[Any, ...]
_Texts = Mapping[int, tuple[str, list[_Place]]]
"""By row: a text, and where in it the words stand, in its order."""


def search(db: Database, query: str, limit: int) -> tuple[Hit, ...]:
    """The reader's notes first, then articles, best first; where nothing matches, the last word may be the start of one.

    The statements of an article that hold all the words stand for it, the first three of them.
    """
    words = _words(query)
    if not words or limit < 1:
        return ()
    return tuple(_hits(db, words, limit)) or tuple(_hits(db, [*words[:-1], f"{words[-1]}*"], limit))


def keep_statements(db: Database, articles: Iterable[str], told: Iterable[Told]) -> None:
    """Keep who says what in these articles (ids), in place of what was known of it."""
    db.execute(
        "DELETE FROM statements WHERE article IN (SELECT key FROM articles WHERE id IN (SELECT value FROM json_each(?)))",
        (json.dumps(list(articles)),),
    )
    rows = [(start, end, json.dumps(tellers, ensure_ascii=False), article) for article, (start, end), tellers in told]
    db.conn.executemany("INSERT OR IGNORE INTO statements SELECT key, ?, ?, ? FROM articles WHERE id = ?", rows)


def _words(query: str) -> list[str]:
    """The words of a query as FTS5 strings, so that none of them is an operator."""
    found = (phrase or word for phrase, word in _TOKEN.findall(query))
    return list(dict.fromkeys(f'"{one}"' for one in found if re.search(r"[^\W_]", one)))


def _hits(db: Database, words: Sequence[str], limit: int) -> Iterator[Hit]:
    values = {"query": " ".join(words), "limit": limit}
    notes = db.execute(_BOOKMARKS, values).fetchall()
    yield from _notes(db, notes, words)
    rows = db.execute(_ARTICLES, {**values, "limit": limit - len(notes)}).fetchall()
    yield from islice(_in_articles(db, rows, words), limit - len(notes))


def _notes(db: Database, rows: Sequence[_Row], words: Sequence[str]) -> Iterator[Hit]:
    keys = [row[0] for row in rows]
    label, note, tags = (_marked(db, "bookmarks_fts", column, keys, words) for column in range(3))
    for key, identity, title, event in rows:
        text, places = next(one[key] for one in (note, label, tags) if key in one)
        titled = _spans(label, key)
        yield Hit("bookmark", identity, title, *_excerpt(text, places), event, titled=titled)


def _in_articles(db: Database, rows: Sequence[_Row], words: Sequence[str]) -> Iterator[Hit]:
    keys = [row[0] for row in rows]
    titles, texts = (_marked(db, "articles_fts", column, keys, words) for column in range(2))
    statements = defaultdict(list)
    for article, start, end, tellers in db.execute(_STATEMENTS, (json.dumps(keys),)):
        statements[article].append((Span(start, end), tuple(json.loads(tellers))))
    for key, identity, title, event, text, outlet, published in rows:
        places = texts[key][1] if key in texts else []
        source = {"outlet": outlet, "published": as_when(published), "titled": _spans(titles, key)}
        held = [(span, tellers) for span, tellers in statements[key] if _held(places, span) == len(words)]
        innermost = [one for one in held if not any(one[0].holds(other[0]) for other in held if other is not one)]
        for span, tellers in innermost[:_EACH]:
            inside = [place for place in places if span.holds(place.span)]
            yield _in_text("statement", (identity, title, event), text, inside, span, tellers=tellers, **source)
        if places and not innermost:
            yield _in_text("article", (identity, title, event), text, places, Span(0, len(text)), **source)
        elif not places:
            yield Hit("article", identity, title, *_excerpt(*titles[key]), event, **source)


def _held(places: Sequence[_Place], span: Span) -> int:
    """How many of the words stand within a span."""
    return len({place.word for place in places if span.holds(place.span)})


def _in_text(kind: Any, of: _Row, text: str, places: Sequence[_Place], within: Span, **source: Any) -> Hit:
    identity, title, event = of
    first = _together(places)[0].span
    return Hit(
        kind, identity, title, *_excerpt(text, places, within), event, start=first.start, end=first.end, **source
    )


def _spans(texts: _Texts, key: int) -> tuple[Span, ...]:
    return tuple(place.span for place in texts[key][1]) if key in texts else ()


def _marked(db: Database, table: str, column: int, keys: Sequence[int], words: Sequence[str]) -> _Texts:
    """The texts of a column that hold any of the words."""
    select = _PLACES.format(table=table, column=column)
    found: dict[int, tuple[str, list[_Place]]] = {}
    for number, word in enumerate(words):
        for key, marked in db.execute(select, {"word": word, "keys": json.dumps(keys)}):
            text, spans = _unmarked(marked if table != "bookmarks_fts" or column < 2 else _as_tags(marked))
            if spans:
                found.setdefault(key, (text, []))[1].extend(_Place(span, number) for span in spans)
    for _, places in found.values():
        places.sort()
    return found


def _as_tags(kept: str) -> str:
    """Tags as they are written for people."""
    return " ".join(f"#{tag}" for tag in json.loads(kept, strict=False))


def _unmarked(marked: str | None) -> tuple[str, list[Span]]:
    """A text without the marks, and what stood between them."""
    parts, spans, length = _MARKS.split(marked or ""), [], 0
    for number, part in enumerate(parts):
        if number % 2:
            spans.append(Span(length, length + len(part)))
        length += len(part)
    return "".join(parts), spans


def _together(places: Sequence[_Place]) -> Sequence[_Place]:
    """Places near one another that hold most of the words; of equals the first."""
    starts = [place.span.start for place in places]
    ends = [bisect_right(starts, start + _REACH) for start in starts]
    best = max(range(len(places)), key=lambda one: len({place.word for place in places[one : ends[one]]}))
    return places[best : ends[best]]


def _excerpt(text: str, places: Sequence[_Place], within: Span | None = None) -> tuple[str, str, str, tuple[Span, ...]]:
    """What stands before the words, the first of them, what follows, and where in all this the words are."""
    near = _together(places)
    first, last = near[0].span, max(place.span.end for place in near)
    start, end = _cut(text, Span(first.start, last), within or Span(0, len(text)))
    before = f"{'…' if start > (within.start if within else 0) else ''}{text[start : first.start]}"
    after = f"{text[first.end : end]}{'…' if end < (within.end if within else len(text)) else ''}"
    shift = len(before) - first.start
    inside = dict.fromkeys(place.span for place in places if start <= place.span.start and place.span.end <= end)
    return before, text[first.start : first.end], after, tuple(Span(a + shift, b + shift) for a, b in inside)


def _cut(text: str, words: Span, within: Span) -> Span:
    """Whole words round those that were found, so many as an excerpt has room for."""
    if within.end - within.start <= LENGTH:
        return within
    start, end = within
    if words.start - _LEAD > start:
        start = words.start - _LEAD
        start += text[start : words.start].find(" ") + 1
    if max(start + LENGTH, words.end) < end:
        end = max(start + LENGTH, words.end)
        end = words.end + blank if (blank := text[words.end : end].rfind(" ")) > 0 else end
    return Span(start, end)
