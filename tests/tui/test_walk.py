"""The whole path on the sample articles with the real session: from the library to an exported file."""

from pathlib import Path
from threading import Event

import pytest

from narrator.tui.app import DEEPEST
from narrator.tui.messages import EventFound, Rested
from narrator.tui.screens.compare import CompareScreen
from narrator.tui.screens.library import LibraryScreen
from narrator.tui.screens.prompt import Prompt
from narrator.tui.screens.reader import ReaderScreen

SIZES = [(80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
async def test_from_the_library_to_the_exported_notes(
    size: tuple[int, int], open_samples, steps, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    app = open_samples()
    async with app.run_test(size=size, notifications=True) as pilot:
        await steps.settle(pilot)
        library = steps.seen(pilot)
        assert "harbour protest in Vessmar" in library
        assert "conflict" in library
        assert "●" in library

        await steps.press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert "Three dead as police clear harbour protest" in steps.seen(pilot, "#text")
        await steps.press(pilot, "right_square_bracket")
        statement = app.screen.page.statement
        rival = app.screen.rivals.rival
        assert rival.clash.is_conflict
        assert "≠" in steps.seen(pilot, "#text")
        rivals = steps.seen(pilot, "#rivals")
        assert "≠" in rivals
        assert rival.statement.text.split()[0] in rivals

        await steps.press(pilot, "b")
        await steps.type_in(pilot, "ask both offices")
        await steps.press(pilot, "enter")
        assert "◆" in steps.seen(pilot, "#text")

        await steps.press(pilot, "c")
        claims = len(app.screen.matrix.rows)
        await steps.press(pilot, "f")
        await steps.type_in(pilot, "conflicts")
        await steps.press(pilot, "enter")
        assert 0 < len(app.screen.matrix.rows) < claims
        assert all(any(link.is_conflict for link in row.links) for row in app.screen.matrix.rows)
        assert "≠" in steps.seen(pilot, "#matrix")

        await steps.press(pilot, "B")
        assert "ask both offices" in steps.seen(pilot, "#bookmarks")
        assert app.screen.bookmark.anchors[0].exact == statement.text

        await steps.press(pilot, "e", "enter")
        (notes,) = tmp_path.glob("*.md")
        assert notes.name in steps.said(pilot)
        written = notes.read_text("utf-8")
        assert "ask both offices" in written
        assert statement.text.split()[0] in written

        await steps.press(pilot, "e")
        await steps.type_in(pilot, "")
        assert app.screen.query_one("#answer").value != notes.name
        await steps.press(pilot, "escape", "escape", "escape", "escape", "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_a_rival_is_opened_at_its_very_words(open_samples, steps):
    app = open_samples()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "right_square_bracket")
        rival = app.screen.rivals.rival.statement
        await steps.press(pilot, "3", "enter")
        assert app.screen.page.statement.id == rival.id
        assert app.focused.id == "text"
        first, last = app.screen.page.extent(app.screen.page.cursor)
        top = app.screen.page.scroll_offset.y
        assert top <= first < last <= top + app.screen.page.size.height


async def test_a_cell_is_opened_in_the_reader_at_its_statement(open_samples, steps):
    app = open_samples()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "c", "l", "j", "l")
        statement = app.screen.matrix.statement
        await steps.press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.page.statement.id == statement.id
        await steps.press(pilot, "escape")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.matrix.statement.id == statement.id
        await steps.press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_escape_leads_back_along_the_rivals_that_were_opened(open_samples, steps):
    app = open_samples()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "right_square_bracket")
        way = [app.screen.page.statement.id]
        for _ in range(2):
            await steps.press(pilot, "enter")
            way.append(app.screen.page.statement.id)
        assert len({*way}) > 1
        reader = app.screen
        for place in reversed(way[:-1]):
            await steps.press(pilot, "escape")
            assert app.screen is reader
            assert reader.page.statement.id == place
        await steps.press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_from_reader_and_comparison_in_turn_the_screens_do_not_pile_up(open_story, steps):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter")
        for _ in range(DEEPEST // 2 + 2):
            await steps.press(pilot, "c", "l", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert len(app.screen_stack) == DEEPEST
        await steps.press(pilot, *["escape"] * (DEEPEST - 1))
        assert isinstance(app.screen, LibraryScreen)


async def test_an_answer_that_comes_late_takes_nothing_away(open_story, steps):
    """The event arrives when a question is on top; what is typed there is kept, and the question is answered."""
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.settle(pilot)
        library, hold = app.screen, Event()
        app.desk.ask(library, lambda *_: hold.wait(30), lambda request, _: Rested(request))
        await pilot.press("enter")
        app.desk.ask(app, lambda session, _: session.find_event("1"), EventFound)
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("x")
        question = app.screen
        assert isinstance(question, Prompt)
        hold.set()
        await steps.settle(pilot)
        assert app.screen is question
        await steps.press(pilot, "escape")
        assert app.screen is library


async def test_the_place_is_remembered(open_samples, steps, tmp_path: Path):
    own = tmp_path / "library.db"
    app = open_samples(library=own)
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "j", "enter", "right_curly_bracket", "right_square_bracket", "j")
        left = (app.screen.event.id, app.screen.page.statement.id)
        app.theme = "narrator-light"
        await steps.press(pilot, "q")
    samples = open_samples()
    async with samples.run_test(size=(120, 40)) as pilot:  # no library of one's own: nothing of it is kept
        await steps.press(pilot, "k", "k", "enter", "right_curly_bracket", "q")
    again = open_samples(library=own)
    async with again.run_test(size=(120, 40)) as pilot:
        await steps.settle(pilot)
        assert again.theme == "narrator-light"
        await steps.press(pilot, "enter")
        assert (again.screen.event.id, again.screen.page.statement.id) == left


async def test_the_event_of_the_command_line_opens_at_once(open_samples, steps):
    app = open_samples(open_event="ferry")
    async with app.run_test() as pilot:
        await steps.settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert "Ferry" in app.screen.event.title


async def test_columns_turn_from_outlets_to_narrators_to_sides(open_samples, steps):
    app = open_samples()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "c")
        seen = [app.screen.comparison.by]
        for _ in range(3):
            await steps.press(pilot, "w")
            seen.append(app.screen.comparison.by)
            assert f"by {seen[-1]}" in steps.seen(pilot, "#matrix")
        assert seen == ["outlet", "narrator", "side", "outlet"]


async def test_new_articles_are_analysed_in_the_language_process(open_story, steps, tmp_path: Path):
    """Nothing is analysed yet in a fresh library: the spawned process does it, and quitting ends that process."""
    import multiprocessing

    from narrator.session import Session
    from narrator.tui.app import NarratorApp

    (tmp_path / "a.md").write_text(
        "---\noutlet: A\ntitle: Fire at mill\n---\nFour people died in the mill fire.\n", "utf-8"
    )
    (tmp_path / "b.md").write_text(
        "---\noutlet: B\ntitle: Mill fire\n---\nNine people died in the mill fire.\n", "utf-8"
    )

    def factory(analyse):
        session = Session.in_memory(analyse=analyse)
        session.add([tmp_path / "a.md", tmp_path / "b.md"])
        return session

    app = NarratorApp(factory)
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter")
        assert steps.errors(pilot) == []
        assert app.screen.comparison.statements
        assert multiprocessing.active_children()
    assert not multiprocessing.active_children()


async def test_from_an_event_to_the_third_conflicts_rival_in_eight_keys(open_samples, steps):
    app = open_samples()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.settle(pilot)
        keys = ["enter", *["right_square_bracket"] * 2, "3", "enter"]
        await steps.press(pilot, "enter")
        third = app.screen._stops(frozenset({"conflict"}))[2]
        await steps.press(pilot, "escape")
        for key in keys[:3]:
            await steps.press(pilot, key)
        assert app.screen._place == third
        rival = app.screen.rivals.rival
        assert rival.clash.is_conflict
        assert rival.statement.text.split()[0] in steps.seen(pilot, "#rivals")
        await steps.press(pilot, *keys[3:])
        assert app.screen.page.statement == rival.statement
        assert len(keys) <= 8
