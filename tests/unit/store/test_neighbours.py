from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from narrator.model.article import Article
from narrator.store.library import Library
from narrator.store.neighbours import NEAREST, POSTINGS, nearest
from narrator.store.views import Group


@contextmanager
def library(path: Path, *texts: str) -> Iterator[Database]:
    """The database of a library of these texts, whose keys count from 1."""
    with closing(Library(path)) as store:
        store.add([Group("e", "Event", tuple(Article(text, url=str(number)) for number, text in enumerate(texts)))])
    with closing(Database(path, execute_plugins=False)) as db:
        yield db


def test_those_that_use_most_words_come_first_of_equals_the_newest(tmp_path: Path) -> None:
    with library(tmp_path / "l.db", "the ferry sank", "a vote", "the ferry Alma", "a ferry") as db:
        assert nearest(db, ["alma", "ferry"]) == [3, 4, 1]


def test_words_are_never_operators(tmp_path: Path) -> None:
    with library(tmp_path / "l.db", "o'neil and x-ray", "nothing") as db:
        assert nearest(db, ["o'neil", "x-ray", "u.s", "not"]) == [1]


def test_a_word_that_all_use_leads_to_the_newest(tmp_path: Path) -> None:
    with library(tmp_path / "l.db", *["the ferry"] * (POSTINGS + 10)) as db:
        assert nearest(db, ["ferry"]) == list(range(POSTINGS + 10, POSTINGS + 10 - NEAREST, -1))


def test_a_large_library_costs_no_more_than_a_small_one(tmp_path: Path) -> None:
    def steps(size: int) -> int:
        """Instructions of SQLite's machine that a look-up takes."""
        count = 0

        def tick() -> None:
            nonlocal count
            count += 1

        with library(tmp_path / f"{size}.db", *(f"the ferry Alma, report {n}" for n in range(size))) as db:
            db.conn.set_progress_handler(tick, 10)
            assert len(nearest(db, ["alma", "ferry", "report"])) == NEAREST
        return count

    assert steps(8 * POSTINGS) <= 1.1 * steps(POSTINGS)
