"""Finding words in any list or text, and what Esc leaves in which order."""

import pytest

from narrator.tui.screens.library import LibraryScreen
from narrator.tui.screens.reader import ReaderScreen
from narrator.tui.widgets.lines import Mark, Piece, cut, occurrences, plain


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("At least at", "AT", ["At", "at"]),
        ("fuel\n   depot", "fuel depot", ["fuel\n   depot"]),
        ("a [red] b", "[red]", ["[red]"]),
        ("漢字と漢字", "字", ["字", "字"]),
        ("👩‍🚀 up", "👩", ["👩‍🚀"]),
        ("cafe\u0301s", "e", ["e\u0301"]),
        ("text", " ", []),
        ("text", "", []),
    ],
)
def test_occurrences(text: str, words: str, found: list[str]):
    assert [text[start:end] for start, end in occurrences(text, words)] == found


def test_marks_cut_the_pieces_of_a_line():
    pieces = [Piece("漢字", ("title",)), Piece(" said", ("muted",))]
    assert list(cut(pieces, [Mark(1, 4, "match")])) == [
        Piece("漢", ("title",)),
        Piece("字", ("title", "match")),
        Piece(" s", ("muted", "match")),
        Piece("aid", ("muted",)),
    ]


async def test_any_pane_can_be_searched(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "2", "slash")
        await steps.type_in(pilot, "orrin")
        articles = steps.widget(pilot, "#articles")
        assert articles.matches == sum(plain(line.pieces).lower().count("orrin") for line in articles.lines)
        assert f"1 of {articles.matches}" in steps.seen(pilot, "#finder")
        await steps.press(pilot, "enter", "N")
        assert articles.cursor == 3
        assert "Radio Tarn" in plain(articles.lines[articles.extent(3)[0]].pieces)
        # In another pane the same words are found there.
        await steps.press(pilot, "1", "n")
        assert steps.widget(pilot, "#events").matches == 1


async def test_matches_are_marked_and_the_one_gone_to_stands_out(open_story, steps):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "slash")
        await steps.type_in(pilot, "orrin fuel")
        page = steps.widget(pilot, "#events")
        line = next(number for number, one in enumerate(page.lines) if "Orrin" in plain(one.pieces))
        drawn = {segment.text: segment.style for segment in page.render_line(line)}
        assert drawn["Orrin fuel"].bgcolor != drawn[" depot"].bgcolor
        assert drawn["Orrin fuel"].underline


async def test_words_found_stay_found_when_the_width_changes(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "slash")
        await steps.type_in(pilot, "orrin")
        await steps.press(pilot, "enter")
        await pilot.resize_terminal(60, 30)
        await steps.settle(pilot)
        assert steps.widget(pilot, "#events").matches == 1
        await steps.press(pilot, "n")
        assert "1 of 1" in steps.seen(pilot, "#finder")


async def test_esc_leaves_the_line_then_the_marks_then_the_screen(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "slash")
        await steps.type_in(pilot, "at")
        await steps.press(pilot, "escape")
        text = steps.widget(pilot, "#text")
        assert not steps.widget(pilot, "#finder").display
        assert text.matches == 5
        await steps.press(pilot, "n")
        assert "2 of 5" in steps.said(pilot)
        await steps.press(pilot, "escape")
        assert text.matches == 0
        assert isinstance(pilot.app.screen, ReaderScreen)
        await steps.press(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_next_match_without_words_says_what_to_press(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "n")
        assert "press / first" in steps.said(pilot)


async def test_filter_and_search_are_two_things(open_story, steps):
    async with open_story().run_test(size=(80, 24)) as pilot:
        await steps.press(pilot, "f")
        await steps.type_in(pilot, "fire")
        await steps.press(pilot, "enter", "slash")
        await steps.type_in(pilot, "orrin")
        assert "1 of 1" in steps.seen(pilot, "#filter")
        assert "1 of 1" in steps.seen(pilot, "#finder")
        await steps.press(pilot, "escape", "escape")
        assert steps.widget(pilot, "#filter").display
        await steps.press(pilot, "escape")
        assert not steps.widget(pilot, "#filter").display
