"""Which articles may be about the same event as a new one: those that use most of its telling words.

They are looked up in the full-text index, newest first and never more than a fixed number a word, so that a new article costs
the same in a large library as in a small one.
"""

from collections import Counter
from collections.abc import Iterable

from sqlite_utils import Database

POSTINGS = 200
"""How many of the articles that use a word are looked at, the newest of them."""

NEAREST = 40
"""How many articles may be about the same event as a new one: those that use most of its words, of equals the newest."""

_USING = f"SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rowid DESC LIMIT {POSTINGS}"


def nearest(db: Database, words: Iterable[str]) -> list[int]:
    """Keys of at most NEAREST articles that use these words."""
    shared: Counter[int] = Counter()
    for word in words:
        shared.update(key for (key,) in db.execute(_USING, (f'"{word}"',)))
    return sorted(shared, key=lambda key: (-shared[key], -key))[:NEAREST]
