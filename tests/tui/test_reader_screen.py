"""The Reader under quick fingers, and what it keeps when the comparison is made anew."""

from dataclasses import replace
from threading import Event

from textual.geometry import Offset
from textual.selection import Selection

from narrator.tui.messages import Rested, Working
from narrator.tui.screens.explain import ExplainScreen
from narrator.tui.screens.reader import ReaderScreen
from narrator.tui.widgets.chrome import StatusLine


async def test_what_acts_on_statement_and_rival_takes_those_of_one_moment(open_story, steps, story):
    """No message that tells of the move has been handled when the next command comes."""
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter")
        screen = pilot.app.screen
        screen.rivals  # noqa: B018  # shown
        screen.action_next_conflict()
        statements, link = screen.chosen()
        assert statements[0] is screen.page.statement is story.RAIDERS
        assert {one.id for one in statements} == {link.left, link.right}
        screen.action_next_conflict()
        here, link = screen.linked()
        assert here is story.FOUR
        assert here.id in {link.left, link.right}
        screen.action_next_conflict()
        at_hand = screen.at_hand()
        assert (at_hand.here, at_hand.other) == (story.VALVE, story.RAIDERS)


async def test_keys_in_one_go_bookmark_a_pair_that_is_one(open_story, steps, story):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter")
        await pilot.press("right_square_bracket", "right_square_bracket", "b")
        await steps.press(pilot, "escape", "B")
        (bookmark,) = app.screen.list.notebook.bookmarks
        assert [anchor.exact for anchor in bookmark.anchors] == [story.FOUR.text, story.ELEVEN.text]


async def test_rivals_and_articles_keep_their_cursor_when_the_comparison_is_made_anew(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "right_square_bracket", "3", "j", "1", "j", "j")
        screen = pilot.app.screen
        rival = screen.rivals.rival.statement.id
        assert screen.rivals.cursor == 1
        screen.renew()
        await steps.settle(pilot)
        assert screen.rivals.rival.statement.id == rival
        assert steps.widget(pilot, "#articles").cursor == 2
        await steps.press(pilot, "2", "j")
        assert screen.rivals.cursor == 0
        await steps.press(pilot, "right_curly_bracket")
        assert steps.widget(pilot, "#articles").cursor == screen.number == 1


async def test_what_is_said_while_the_comparison_runs_is_not_covered_by_its_progress(open_story, steps, story):
    told = Event()
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.settle(pilot)
        app.desk.ask(app.screen, lambda *_: told.wait(30), lambda request, _: Rested(request), "Holding the desk")
        app.push_screen(ReaderScreen(app.desk, story.SUMMARY, None))
        await pilot.pause()
        try:
            for key in ("right_square_bracket", "x", "b", "y", "m"):
                app.screen.query_one(StatusLine).rest()
                await pilot.press(key)
                app.screen.query_one(StatusLine).progress(Working(0, "Comparing", 1, 4))
                assert steps.said(pilot).startswith("Still comparing: ")
        finally:
            told.set()
        await steps.settle(pilot)


async def test_a_link_that_is_no_more_is_explained_as_it_was(open_story, steps, story):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter")
        newer = replace(story.COMPARISON, links=tuple(one for one in story.LINKS if one is not story.TOLL))
        app.push_screen(ExplainScreen(app.desk, story.SUMMARY, newer, story.ELEVEN, story.TOLL))
        await steps.settle(pilot)
        assert app.screen.link is story.TOLL
        assert steps.said(pilot) == "The two are linked no more: this is how it was."


async def test_the_top_bar_counts_statements(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "right_square_bracket")
        assert "2 of 5 statements in conflict" in steps.seen(pilot)
        await pilot.resize_terminal(80, 24)
        await steps.settle(pilot)
        assert "2 of 5 in conflict" in steps.seen(pilot)


async def test_the_place_that_is_remembered_is_of_one_event(open_samples, steps):
    app = open_samples()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "right_curly_bracket", "j")
        first, reader = app.state.event, app.screen
        await steps.press(pilot, "escape", "j", "c")
        assert app.state.event != first
        assert (app.state.article, app.state.start) == (None, 0)
        await steps.press(pilot, "escape", "enter")
        assert app.state.event == app.screen.event.id != reader.event.id
        assert app.state.article in {one.id for one in app.screen.event.articles}


async def test_the_mouse_finds_and_marks_wide_characters_where_they_are_seen(open_story, steps, story):
    article = replace(story.COURIER, text="漢字漢字 said one. Then e\u0301 said two.")
    first = story.statement(article, "漢字漢字 said one.")
    second = story.statement(article, "Then e\u0301 said two.")
    changed = replace(
        story.COMPARISON, articles=(article,), statements=(first, second), claims=(), links=(),
        columns=(), origins={article.id: article.id}, extracted=frozenset({article.id}),
    )  # fmt: skip
    async with open_story(changed).run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter")
        page = pilot.app.screen.page
        line = page.extent(0)[0]
        text = len(page._indent)
        assert page.item_at(text + 17, line) == 0  # the stop, 8 cells and 9 characters on
        assert page.item_at(text + 19, line) == 1
        strip = page.strip_of(page.pieces(line))
        page.screen.selections = {page: Selection(Offset(text, line), Offset(text + 4, line))}
        marked = page._selected(strip, line)
        assert "漢字漢字" in [segment.text for segment in marked]
