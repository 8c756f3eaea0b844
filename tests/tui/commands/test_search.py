"""The Search screen: words as they are typed, its keys, the way to the words and back."""

from dataclasses import replace

import pytest
from textual.widgets import Input

from narrator.errors import LibraryError
from narrator.model.notebook import Anchor, Bookmark
from narrator.session import Session
from narrator.tui.messages import HitsFound
from narrator.tui.screens.library import LibraryScreen
from narrator.tui.screens.notebook import NotebookScreen
from narrator.tui.screens.reader import ReaderScreen
from narrator.tui.screens.search import SearchScreen


def _marked(page):
    """What stands on the page in the role of words found."""
    return [piece.text for line in page.lines for piece in line.pieces if "match" in piece.roles]


def _drawn(page):
    """What is drawn on the page in the role of words found."""
    return [piece.text for y in range(len(page.lines)) for piece in page.pieces(y) if "match" in piece.roles]


@pytest.mark.command("search_library")
async def test_search_library(pilot, steps, key):
    await steps.press(pilot, key)
    assert isinstance(pilot.app.screen, SearchScreen)
    assert "words in quotes stand together" in " ".join(steps.seen(pilot, "#hits").split())
    await steps.type_in(pilot, "residents complain")
    assert "1 hit" in steps.seen(pilot, "#words")
    assert "Article · Halden Post · 9 Mar 2021 11:00" in steps.seen(pilot, "#hits")
    assert _marked(steps.widget(pilot, "#hits")) == ["Residents", "complained"]
    await steps.type_in(pilot, " zebra")
    assert "not found" in steps.seen(pilot, "#words")
    assert "Nothing holds residents complain zebra" in steps.seen(pilot, "#hits")


@pytest.mark.command("to_hits")
async def test_to_hits(pilot, steps, key):
    await steps.press(pilot, "S", key)
    assert isinstance(pilot.app.screen.focused, Input)
    await steps.type_in(pilot, "orrin")
    await steps.press(pilot, key)
    assert pilot.app.screen.focused is steps.widget(pilot, "#hits")
    await steps.press(pilot, key)
    assert isinstance(pilot.app.screen.focused, Input)
    await steps.press(pilot, "down", "down")
    assert steps.widget(pilot, "#hits").cursor == 1
    await steps.press(pilot, "N")
    assert steps.widget(pilot, "#hits").cursor == 0
    await steps.press(pilot, "n", "slash")
    assert isinstance(pilot.app.screen.focused, Input)
    assert steps.widget(pilot, "#hits").cursor == 1


async def test_enter_leads_to_the_very_words_and_escape_back(open_samples, steps):
    async with open_samples().run_test(size=(100, 30)) as pilot:
        await steps.press(pilot, "S")
        await steps.type_in(pilot, '"general strike"')
        page = steps.widget(pilot, "#hits")
        assert page.hit.kind == "statement"
        assert "Statement · " in steps.seen(pilot, "#hits")
        start, outlet = page.hit.start, page.hit.outlet
        await steps.press(pilot, "enter", "enter")
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        assert reader.page.article.outlet == outlet
        assert reader.page.statement.start <= start < reader.page.statement.end
        assert "general strike" in steps.seen(pilot, "#text")
        await steps.press(pilot, "escape")
        assert isinstance(pilot.app.screen, SearchScreen)
        assert "general strike" in steps.seen(pilot, "#words")
        await steps.press(pilot, "escape")
        assert isinstance(pilot.app.screen.focused, Input)
        await steps.press(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_words_that_are_no_statement_are_shown_too(open_story, steps, story):
    long = replace(story.VESTNIK, text="Огонь. " * 400 + story.VESTNIK.text)
    comparison = replace(story.COMPARISON, articles=(story.COURIER, story.POST, long, story.RADIO))
    async with open_story(comparison).run_test(size=(80, 24)) as pilot:
        await steps.press(pilot, "S")
        await steps.type_in(pilot, "нефтебазе")
        await steps.press(pilot, "enter", "enter")
        page = pilot.app.screen.page
        assert page.article.outlet == "Вестник Тарна"
        assert _drawn(page) == ["нефтебазе"]
        assert "нефтебазе" in steps.seen(pilot, "#text")


async def test_the_words_are_marked_until_the_cursor_moves(pilot, steps):
    await steps.press(pilot, "S")
    await steps.type_in(pilot, "valve")
    await steps.press(pilot, "enter", "enter")
    assert _drawn(pilot.app.screen.page) == ["valve"]
    await steps.press(pilot, "j")
    assert _drawn(pilot.app.screen.page) == []


async def test_the_words_are_there_again_and_typing_replaces_them(pilot, steps):
    await steps.press(pilot, "S")
    await steps.type_in(pilot, "valve")
    await steps.press(pilot, "escape", "S")
    assert "1 hit" in steps.seen(pilot, "#words")
    await steps.type_in(pilot, "oil")
    assert pilot.app.screen.line.words == "oil"


async def test_a_note_opens_in_the_notebook(open_story, steps, story):
    def kept(one, note):
        anchor = Anchor.of(next(a for a in story.ARTICLES if a.id == one.article), one.spans)
        return Bookmark((anchor,), "label", story.COURIER.published, story.SUMMARY.id, note=note)

    bookmarks = (kept(story.ELEVEN, "first"), kept(story.FOUR, "ask the coroner"))
    async with open_story(bookmarks=bookmarks).run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "S")
        await steps.type_in(pilot, "coroner")
        assert "ask the coroner" in steps.seen(pilot, "#hits")
        await steps.press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, NotebookScreen)
        assert pilot.app.screen.bookmark.note == "ask the coroner"
        await steps.press(pilot, "escape")
        assert isinstance(pilot.app.screen, SearchScreen)


async def test_an_article_of_no_event_says_so(open_story, steps, story, monkeypatch):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "S")
        lone = story.Article("A page about lighthouses.", title="Alone")
        pilot.app.desk.ask(pilot.app, lambda session, _: session._library.keep([lone]), HitsFound)
        await steps.type_in(pilot, "lighthouse")
        assert "unknown outlet · undated" in steps.seen(pilot, "#hits")
        await steps.press(pilot, "enter", "enter")
        assert "belongs to no event" in steps.said(pilot)


async def test_only_the_latest_words_count(pilot, steps):
    await steps.press(pilot, "S")
    await steps.type_in(pilot, "valve")
    screen = pilot.app.screen
    before = screen.hits.hits
    screen.post_message(HitsFound(0, ()))
    await steps.settle(pilot)
    assert screen.hits.hits == before != ()


async def test_a_search_that_fails_says_why_and_the_next_one_works(pilot, steps, monkeypatch):
    def broken(*_):
        raise LibraryError("library.db is damaged", "restore it from a copy")

    with monkeypatch.context() as patch:
        patch.setattr(Session, "search", broken)
        await steps.press(pilot, "S")
        await steps.type_in(pilot, "valve")
        told = " ".join(steps.seen(pilot, "#hits").split())
        assert "could not be searched. library.db is damaged restore it from a copy" in told
    await steps.type_in(pilot, "s")
    assert "1 hit" in steps.seen(pilot, "#words")


@pytest.mark.parametrize("size", [(60, 20), (200, 50)])
async def test_a_line_of_hits_is_no_wider_than_its_screen(open_samples, steps, size):
    async with open_samples().run_test(size=size) as pilot:
        await steps.press(pilot, "S")
        await steps.type_in(pilot, "the")
        page = steps.widget(pilot, "#hits")
        assert page.items > 3
        assert all(sum(len(piece.text) for piece in line.pieces) < size[0] for line in page.lines)
