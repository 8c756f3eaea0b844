import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from narrator.config import Config
from narrator.errors import ConfigError, NotFoundError
from narrator.model.article import Article, Span
from narrator.model.comparison import Comparison, Kind, Link, Relation
from narrator.model.notebook import Anchor, Correction, CorrectionKind, Status
from narrator.model.statement import Analysis, Statement
from narrator.session import CHUNK, Progress, Session
from narrator.sources.read import Metadata
from narrator.store.library import Library
from narrator.store.views import Group

FERRY = """The ferry Marigold struck the breakwater outside Port Ellen on Tuesday evening, killing {toll} people.
The coastguard said that the ferry Marigold had lost power near the breakwater before the accident.
Rescue boats from Port Ellen brought the passengers of the Marigold ashore."""

HARVEST = """Farmers in the upper valley have brought in the largest wheat harvest for twenty years.
Grain merchants expect lower bread prices next spring. The union of millers welcomed the figures."""


class Counting:
    """Analyses each text as one statement, and keeps the batches that it was asked for."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.fails_at: int | None = None

    def __call__(self, texts: Sequence[str]) -> list[Analysis]:
        if len(self.batches) == self.fails_at:
            raise InterruptedError
        self.batches.append(list(texts))
        return [Analysis((), (Statement((Span(0, len(text)),), text),), "en") for text in texts]


@pytest.fixture
def analyse() -> Counting:
    return Counting()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def session(library: Path, analyse: Counting) -> Iterator[Session]:
    with closing(Session.open(library, Config(), analyse)) as opened:
        yield opened


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """A folder of three reports: two of one accident, one of something else."""
    folder = tmp_path / "press"
    folder.mkdir()
    write(
        folder / "gazette.md",
        FERRY.format(toll="five"),
        "The Gazette",
        "Ferry Marigold strikes breakwater",
        "2021-03-03",
    )
    write(folder / "herald.md", FERRY.format(toll="seven"), "The Herald", "Marigold, what we know", "2021-03-04")
    write(folder / "farmer.md", HARVEST, "The Farmer", "A record wheat harvest", "2021-03-02")
    return folder


def write(path: Path, text: str, outlet: str, title: str, published: str) -> Path:
    path.write_text(f"---\noutlet: {outlet}\ntitle: {title}\ndate: {published}\n---\n{text}\n", "utf-8")
    return path


def crowd(folder: Path, number: int) -> Path:
    """A folder of articles about one accident, each of another wording."""
    folder.mkdir()
    for count in range(number):
        write(
            folder / f"{count:02}.md", FERRY.format(toll=count + 2), f"Outlet {count}", f"Ferry {count}", "2021-03-03"
        )
    return folder


def titles(session: Session) -> list[str]:
    return [event.title for event in session.events()]


# Adding


def test_articles_become_events(session: Session, press: Path) -> None:
    report = session.add([press])
    assert {article.outlet for article in report.added} == {"The Gazette", "The Herald", "The Farmer"}
    assert (report.known, report.problems) == ((), ())
    ferry, harvest = session.events()
    assert (ferry.title, harvest.title) == ("Ferry Marigold strikes breakwater", "A record wheat harvest")
    assert [article.outlet for article in ferry.articles] == ["The Gazette", "The Herald"]
    assert ferry.unread
    assert ferry.kinds is None


def test_an_event_has_the_same_id_in_every_library(session: Session, press: Path) -> None:
    session.add([press])
    with closing(Session.in_memory(Config())) as other:
        other.add(sorted(press.iterdir(), reverse=True))
        assert [event.id for event in other.events()] == [event.id for event in session.events()]


def test_known_articles_are_reported_as_known(session: Session, press: Path) -> None:
    first = session.add([press / "gazette.md"])
    second = session.add([press])
    assert second.known == first.added
    assert {article.outlet for article in second.added} == {"The Herald", "The Farmer"}
    assert len(session.events()) == 2


def test_a_later_report_joins_its_event(session: Session, press: Path) -> None:
    session.add([press / "gazette.md", press / "farmer.md"])
    before = {event.title: event.id for event in session.events()}
    session.add([press / "herald.md"])
    assert {event.title: event.id for event in session.events()} == before
    assert [event.size for event in session.events()] == [2, 1]


def test_an_article_without_title_names_its_event_by_its_first_words(session: Session, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(" ".join(HARVEST.split()), "utf-8")
    session.add([tmp_path / "note.txt"], Metadata(outlet="The Farmer"))
    (title,) = titles(session)
    assert title.startswith("Farmers in the upper valley have brought in")
    assert len(title) <= 90


def test_what_cannot_be_read_is_reported_and_the_rest_comes_in(session: Session, press: Path, tmp_path: Path) -> None:
    report = session.add([tmp_path / "missing.md", press / "gazette.md"])
    assert len(report.added) == 1
    assert len(report.problems) == 1
    assert "missing.md" in report.problems[0].message


def test_standard_input_is_an_input(session: Session) -> None:
    report = session.add(["-"], Metadata(outlet="Pipe"), stdin=HARVEST.encode())
    assert [article.outlet for article in report.added] == ["Pipe"]


def ferries(number: int, day: int) -> tuple[Article, ...]:
    start = 100 * day
    return tuple(
        Article(FERRY.format(toll=start + count), "Ferry", f"Outlet {start + count}") for count in range(number)
    )


@pytest.mark.parametrize(("older", "newer", "joined"), [(1, 2, "newer"), (2, 1, "older"), (2, 2, "older")])
def test_a_report_joins_the_event_of_most_of_its_like(library: Path, older: int, newer: int, joined: str) -> None:
    with closing(Library(library)) as store:
        store.add([Group("older", "Older", ferries(older, 1)), Group("newer", "Newer", ferries(newer, 2))])
    with closing(Session.open(library)) as session:
        (added,) = session.add(["-"], Metadata(outlet="Late"), stdin=FERRY.format(toll="nine").encode()).added
        homes = {event.id: event.articles for event in session.events()}
    assert added in homes[joined]
    assert {event: len(articles) for event, articles in homes.items()} == Counter(older=older, newer=newer) + Counter(
        [joined]
    )


# Comparing


def test_language_work_is_done_once(session: Session, library: Path, press: Path, analyse: Counting) -> None:
    session.add([press])
    event = session.events()[0]
    first = session.compare(event.id)
    assert [len(batch) for batch in analyse.batches] == [2]
    assert session.compare(event.id) == first
    with closing(Session.open(library, Config(), analyse)) as again:
        assert again.compare(event.id) == first
    assert len(analyse.batches) == 1


def test_only_what_is_missing_is_analysed(session: Session, press: Path, analyse: Counting) -> None:
    session.add([press / "gazette.md"])
    (event,) = session.events()
    session.compare(event.id)
    session.add([press / "herald.md"])
    comparison = session.compare(event.id)
    assert [["five" in text for text in batch] for batch in analyse.batches] == [[True], [False]]
    assert len(comparison.articles) == 2


def test_a_text_that_two_outlets_print_is_analysed_once(session: Session, press: Path, analyse: Counting) -> None:
    write(press / "herald.md", FERRY.format(toll="five"), "The Herald", "The same again", "2021-03-04")
    session.add([press / "gazette.md", press / "herald.md"])
    comparison = session.compare(session.events()[0].id)
    assert [len(batch) for batch in analyse.batches] == [1]
    assert comparison.extracted == {article.id for article in comparison.articles}


def test_progress_is_told_after_each_chunk(session: Session, tmp_path: Path) -> None:
    session.add([crowd(tmp_path / "crowd", CHUNK + 2)])
    (event,) = session.events()
    told: list[Progress] = []
    session.compare(event.id, progress=told.append)
    total = CHUNK + 2
    assert told == [Progress(CHUNK, total, "analysing"), Progress(total, total, "analysing")]


def test_an_interruption_costs_one_chunk(session: Session, tmp_path: Path, analyse: Counting) -> None:
    session.add([crowd(tmp_path / "crowd", CHUNK + 2)])
    (event,) = session.events()
    analyse.fails_at = 1
    with pytest.raises(InterruptedError):
        session.compare(event.id)
    analyse.fails_at = None
    session.compare(event.id)
    assert [len(batch) for batch in analyse.batches] == [CHUNK, 2]


def test_the_list_shows_what_the_comparison_found(library: Path, press: Path) -> None:
    with closing(Session.open(library)) as session:
        session.add([press])
        comparison = session.compare(session.events()[0].id)
        flagged = [link for link in comparison.links if link.flagged]
        assert any(link.kind == "number" for link in flagged)
        ferry = session.events()[0]
        assert ferry.kinds == Counter(link.kind for link in flagged if link.kind)
        assert ferry.conflicts == sum(link.is_conflict for link in flagged)
        assert ferry.origins == len(set(comparison.origins.values()))


def test_an_unknown_event_cannot_be_compared(session: Session) -> None:
    with pytest.raises(NotFoundError, match="nowhere"):
        session.compare("nowhere")


def test_inputs_are_compared_without_being_stored(
    session: Session, press: Path, tmp_path: Path, analyse: Counting
) -> None:
    for _ in range(2):
        comparison, problems = session.compare_inputs([press, tmp_path / "missing.md"], by="narrator")
        assert len(comparison.articles) == 3
        assert comparison.by == "narrator"
        assert len(problems) == 1
    assert session.events() == ()
    assert [len(batch) for batch in analyse.batches] == [3, 3]


def test_nothing_compared_is_nothing_found(session: Session, analyse: Counting) -> None:
    assert session.compare_inputs([]) == (Comparison(), ())
    assert analyse.batches == []


# Corrections


def test_a_correction_holds_from_the_next_comparison_on(session: Session, press: Path) -> None:
    session.add([press])
    ferry, harvest = session.events()
    comparison = session.compare(ferry.id)
    hidden = comparison.statements[0]
    article = comparison.article_by_id[hidden.article]
    session.correct(Correction(CorrectionKind.HIDE, (Anchor.of(article, hidden.spans),)))
    (kept,) = session.corrections()
    assert kept.created is not None
    corrected = session.compare(ferry.id)
    assert hidden.id not in {one for claim in corrected.claims for one in claim.statements}
    assert corrected.unmatched == ()
    assert session.compare(harvest.id).unmatched == ()
    assert session.undo() == "correction: hide"
    assert session.corrections() == ()
    assert session.compare(ferry.id) == comparison


# Notebook


@pytest.fixture
def compared(session: Session, press: Path) -> Comparison:
    session.add([press])
    return session.compare(session.events()[0].id)


def test_statements_are_bookmarked(session: Session, compared: Comparison) -> None:
    event = session.events()[0].id
    ids = [statement.id for statement in compared.statements]
    bookmark = session.bookmark(compared, ids, event=event, note="two tolls", tags=["toll"])
    assert [anchor.exact for anchor in bookmark.anchors] == [statement.text for statement in compared.statements]
    assert all(anchor.holds(compared.article_by_id[anchor.article]) for anchor in bookmark.anchors)
    assert bookmark.tellers == (("The Gazette",), ("The Herald",))
    notebook = session.notebook()
    assert notebook.bookmarks == (bookmark,)
    assert notebook.articles == compared.articles
    assert session.notebook(event) == notebook
    assert session.notebook("another").bookmarks == ()


def test_a_link_is_bookmarked_with_its_reason(session: Session, compared: Comparison) -> None:
    ids = [statement.id for statement in compared.statements]
    link = Link(*ids, Relation.CONTRADICTS, Kind.NUMBER, conflict=0.9, explanation="The tolls differ.")
    bookmark = session.bookmark(compared, ids, link)
    assert (bookmark.relation, bookmark.kind, bookmark.explanation) == ("contradicts", "number", "The tolls differ.")


def test_a_bookmark_is_called_as_the_row_it_comes_from(library: Path, press: Path) -> None:
    with closing(Session.open(library)) as session:
        session.add([press])
        comparison = session.compare(session.events()[0].id)
        claim = comparison.claims[0]
        assert session.bookmark(comparison, claim.statements).label == claim.label
        elsewhere = next(one for one in comparison.statements if one.id not in {*claim.statements, *claim.more})
        across = session.bookmark(comparison, [elsewhere.id, *claim.statements])
        assert elsewhere.text.startswith(across.label.removesuffix(" …"))


def test_the_same_statements_are_bookmarked_once(session: Session, compared: Comparison) -> None:
    first, second = (statement.id for statement in compared.statements)
    bookmark = session.bookmark(compared, [first, second], note="a note")
    session.edit_bookmark(bookmark.id, status=Status.EXPLAINED)
    again = session.bookmark(compared, [second, first], tags=["tag"])
    assert again.id == bookmark.id
    assert (again.note, again.tags, again.status) == ("a note", ("tag",), Status.EXPLAINED)
    assert session.notebook().bookmarks == (again,)


def test_bookmarks_are_edited_removed_and_brought_back(session: Session, compared: Comparison) -> None:
    bookmark = session.bookmark(compared, [compared.statements[0].id])
    edited = session.edit_bookmark(bookmark.id, note="seen", tags=["a", "b"])
    assert session.notebook().bookmarks == (edited,)
    session.remove_bookmark(bookmark.id)
    assert session.notebook().bookmarks == ()
    assert session.undo() == f"removal of “{bookmark.label}”"
    assert session.notebook().bookmarks == (edited,)
    assert session.redo() == f"removal of “{bookmark.label}”"
    assert session.notebook().bookmarks == ()


def test_what_is_bookmarked_outside_the_library_keeps_its_article(session: Session, press: Path) -> None:
    comparison, _ = session.compare_inputs([press / "gazette.md"])
    bookmark = session.bookmark(comparison, [comparison.statements[0].id])
    assert session.notebook().articles == comparison.articles
    assert session.events() == ()
    assert session.add([press / "gazette.md"]).added == comparison.articles
    assert session.notebook().bookmarks == (bookmark,)


def test_a_bookmark_needs_what_it_is_about(session: Session, compared: Comparison) -> None:
    with pytest.raises(NotFoundError, match="nothing:0-1"):
        session.bookmark(compared, ["nothing:0-1"])
    with pytest.raises(NotFoundError, match="nowhere"):
        session.bookmark(compared, [compared.statements[0].id], event="nowhere")
    with pytest.raises(NotFoundError, match="unknown"):
        session.edit_bookmark("unknown", note="")
    with pytest.raises(NotFoundError, match="unknown"):
        session.remove_bookmark("unknown")
    assert session.notebook().bookmarks == ()


# Finding


def test_an_event_is_found_in_every_way(session: Session, press: Path) -> None:
    session.add([press])
    ferry, harvest = session.events()
    for words in (ferry.id, ferry.id[:5], "1", "ferry marigold", "BREAKWATER", "  breakwater ferry "):
        assert session.find_event(words) == ferry
    assert session.find_event("2") == harvest


@pytest.mark.parametrize("words", ["Marygold", "the ferry", "breakwaters"])
def test_near_matches_are_named(session: Session, press: Path, words: str) -> None:
    session.add([press])
    with pytest.raises(NotFoundError, match="Ferry Marigold strikes breakwater"):
        session.find_event(words)


@pytest.mark.parametrize("words", ["0", "3", "", " ", "²", "zzzz"])
def test_what_stands_for_nothing_is_not_found(session: Session, press: Path, words: str) -> None:
    session.add([press])
    with pytest.raises(NotFoundError):
        session.find_event(words)


def test_words_that_fit_several_events_find_none(library: Path) -> None:
    with closing(Library(library)) as store:
        store.add(
            [
                Group("aaaa1111", "Floods in May", (Article("one"),)),
                Group("aaaa2222", "Floods in June", (Article("two"),)),
            ]
        )
    with closing(Session.open(library)) as session:
        with pytest.raises(NotFoundError, match=r"several.*(aaaa1111.*aaaa2222|aaaa2222.*aaaa1111)"):
            session.find_event("floods")
        with pytest.raises(NotFoundError):
            session.find_event("aaaa")
        assert session.find_event("floods june").id == "aaaa2222"


def test_an_empty_library_says_how_to_fill_it(session: Session) -> None:
    with pytest.raises(NotFoundError, match="narrator add"):
        session.find_event("anything")


def test_search_and_reading_marks(session: Session, press: Path) -> None:
    session.add([press])
    ferry = session.events()[0]
    hits = session.search("coastguard", limit=1)
    assert [(hit.kind, hit.event, hit.match) for hit in hits] == [("article", ferry.id, "coastguard")]
    session.mark_read(ferry.id)
    assert [event.unread for event in session.events()] == [False, True]


# Opening


def test_the_readers_own_library_is_opened_by_default(narrator_home: Path, press: Path) -> None:
    with closing(Session.open()) as session:
        session.add([press])
    assert (narrator_home / "library.db").is_file()
    with closing(Session.open()) as session:
        assert len(session.events()) == 2


def test_a_session_in_memory_leaves_nothing_behind(narrator_home: Path, press: Path, analyse: Counting) -> None:
    with closing(Session.in_memory(analyse=analyse)) as session:
        session.add([press])
        event = session.events()[0]
        comparison = session.compare(event.id)
        session.bookmark(comparison, [comparison.statements[0].id], event=event.id)
        assert session.undo()
    assert not narrator_home.exists()


def test_the_readers_settings_are_read(narrator_home: Path) -> None:
    narrator_home.mkdir()
    (narrator_home / "config.toml").write_text("pipelin = 'x'\n", "utf-8")
    with pytest.raises(ConfigError, match="pipeline"):
        Session.open()


def test_importing_it_loads_nothing_heavy() -> None:
    heavy = {"spacy", "trafilatura", "sqlite_utils", "numpy", "rapidfuzz", "textual", "feedparser"}
    program = f"import sys, narrator.session; print({heavy!r} & set(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "set()"
