import json
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from narrator.assets import samples_dir
from narrator.config import Config
from narrator.model.article import Article, by_time, timestamp
from narrator.session import Session
from narrator.sources.read import Metadata, read
from narrator.store.library import Library
from narrator.store.views import Group


def test_articles_become_events(session: Session, press: Path) -> None:
    report = session.add([press])
    assert {article.outlet for article in report.added} == {"The Gazette", "The Herald", "The Farmer"}
    assert (report.known, report.problems) == ((), ())
    accident, other = session.events()
    assert (accident.title, other.title) == ("Ferry Marigold strikes breakwater", "A record wheat harvest")
    assert [head.outlet for head in session.heads(accident.id)] == ["The Gazette", "The Herald"]
    assert accident.unread
    assert accident.kinds is None


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


def test_an_article_without_title_names_its_event_by_its_first_words(
    session: Session, tmp_path: Path, harvest: str
) -> None:
    (tmp_path / "note.txt").write_text(" ".join(harvest.split()), "utf-8")
    session.add([tmp_path / "note.txt"], Metadata(outlet="The Farmer"))
    (title,) = (event.title for event in session.events())
    assert title.startswith("Farmers in the upper valley have brought in")
    assert len(title) <= 90


def test_what_cannot_be_read_is_reported_and_the_rest_comes_in(session: Session, press: Path, tmp_path: Path) -> None:
    report = session.add([tmp_path / "missing.md", press / "gazette.md"])
    assert len(report.added) == 1
    assert len(report.problems) == 1
    assert "missing.md" in report.problems[0].message


def test_standard_input_is_an_input(session: Session, harvest: str) -> None:
    report = session.add(["-"], Metadata(outlet="Pipe"), stdin=harvest.encode())
    assert [article.outlet for article in report.added] == ["Pipe"]


def ferries(ferry: str, number: int, start: int) -> tuple[Article, ...]:
    return tuple(
        Article(ferry.format(toll=start + count), "Ferry", f"Outlet {start + count}") for count in range(number)
    )


@pytest.mark.parametrize(("older", "newer", "joined"), [(1, 2, "newer"), (2, 1, "older"), (2, 2, "older")])
def test_a_report_joins_the_event_of_most_of_its_like(
    library: Path, older: int, newer: int, joined: str, ferry: str
) -> None:
    with closing(Library(library)) as store:
        store.add(
            [Group("older", "Older", ferries(ferry, older, 10)), Group("newer", "Newer", ferries(ferry, newer, 20))]
        )
    with closing(Session.open(library)) as session:
        (added,) = session.add(["-"], Metadata(outlet="Late"), stdin=ferry.format(toll="nine").encode()).added
        homes = {event.id: session.event(event.id).articles for event in session.events()}
    assert added in homes[joined]
    assert {event: len(articles) for event, articles in homes.items()} == Counter(older=older, newer=newer) + Counter(
        [joined]
    )


def test_another_text_at_a_known_address_is_kept_beside_the_first(session: Session, tmp_path: Path, ferry: str) -> None:
    def update(toll: str) -> Path:
        path = tmp_path / f"{toll}.jsonl"
        path.write_text(json.dumps({"text": ferry.format(toll=toll), "url": "https://daily.example/1"}), "utf-8")
        return path

    (first,) = session.add([update("five")]).added
    (later,) = session.add([update("seven")]).added
    assert (first.version, later.version) == ("", later.text_sha256[:8])
    (event,) = session.events()
    assert session.event(event.id).articles == (first, later)
    # Known again, in whatever order they come in.
    again = session.add([update("seven"), update("five")])
    assert (again.added, set(again.known)) == ((), {first, later})
    (third,) = session.add([update("nine"), update("five")]).added
    assert third.text == ferry.format(toll="nine")


def test_articles_that_are_only_compared_are_versions_too(session: Session, tmp_path: Path, ferry: str) -> None:
    path = tmp_path / "a.jsonl"
    for toll in ("five", "seven"):
        path.write_text(json.dumps({"text": ferry.format(toll=toll), "url": "https://daily.example/1"}), "utf-8")
        comparison, _ = session.compare_inputs([path])
        session.bookmark(comparison, [comparison.statements[0].id])
    assert [article.text for article in session.notebook().articles] == [
        ferry.format(toll="five"),
        ferry.format(toll="seven"),
    ]


def test_the_sample_stories_are_three_events(session: Session) -> None:
    stories = sorted(folder for folder in samples_dir().iterdir() if folder.is_dir())
    for folder in stories:
        session.add([folder])
    assert sorted(event.size for event in session.events()) == sorted(len(read([one]).articles) for one in stories)


@pytest.mark.parametrize("backwards", [False, True])
def test_stories_that_come_in_one_article_at_a_time_are_never_mixed(session: Session, backwards: bool) -> None:
    story = {
        article: folder for folder in samples_dir().iterdir() if folder.is_dir() for article in read([folder]).articles
    }
    for article in sorted(story, key=by_time, reverse=backwards):
        row = {"text": article.text, "title": article.title, "outlet": article.outlet, "url": article.url}
        session.add(["-"], stdin=json.dumps(row | {"date": timestamp(article.published)}).encode())
    homes = {one.url or one.title: folder.name for one, folder in story.items()}
    events = session.events()
    for event in events:
        assert len({homes[one.url or one.title] for one in session.event(event.id).articles}) == 1
    # Who comes before what ties the angles of a story together stays alone; most meet.
    assert sorted(event.size for event in events)[-3:] >= [6, 6, 6]
