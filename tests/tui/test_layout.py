"""Sizes, colours and pointers: what is seen from 60x20 to 200x50, without colour, and with the mouse."""

import re

import pytest

from narrator.tui.screens.reader import ReaderScreen

SIZES = [(60, 20), (80, 24), (100, 30), (120, 40), (200, 50)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_help_and_quit_are_never_hidden(size: tuple[int, int], open_story, steps):
    async with open_story().run_test(size=size) as pilot:
        for keys in ([], ["enter"], ["c"], ["B"]):
            await steps.press(pilot, *keys)
            last = steps.seen(pilot).splitlines()[-1]
            assert "? help" in last
            assert "q quit" in last


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_text_and_rival_are_seen_together(size: tuple[int, int], open_story, steps):
    async with open_story().run_test(size=size) as pilot:
        await steps.press(pilot, "enter")
        assert "At least eleven people" in steps.seen(pilot, "#text")
        assert "Halden Oil" in steps.seen(pilot, "#rivals")
        text, rivals = (pilot.app.screen.query_one(one).region for one in ("#text", "#rivals"))
        assert (rivals.y >= text.bottom) if size[0] < 100 else (rivals.x >= text.right)
        assert pilot.app.screen.query_one("#articles").display == (size[0] >= 150)


async def test_the_table_keeps_its_claims_while_columns_scroll(open_story, steps):
    async with open_story().run_test(size=(100, 30)) as pilot:
        await steps.press(pilot, "c", "tab", "tab")
        matrix = pilot.app.screen.query_one("#matrix")
        assert matrix.statement.text.startswith("The death toll")
        assert matrix.scroll_offset.x > 0
        seen = steps.seen(pilot, "#matrix")
        assert "killed · people" in seen
        assert "Radio Tarn" in seen
        assert "nineteen" in seen
        assert "Orrin Courier" not in seen


async def test_silence_is_told_apart(open_story, steps):
    async with open_story().run_test(size=(160, 40)) as pilot:
        await steps.press(pilot, "c")
        seen = steps.seen(pilot, "#matrix")
        assert "╲╲╲ not extracted (ru) ╲" in seen
        assert "╲╲╲ not mentioned ╲" in seen


async def test_narrow_rows_are_stacked(open_story, steps):
    async with open_story().run_test(size=(60, 40)) as pilot:
        await steps.press(pilot, "c")
        seen = steps.seen(pilot, "#matrix")
        assert "Halden Post · Halden Oil · reported" in seen
        assert "╲╲╲ not extracted (ru): Вестник Тарна" in seen
        await steps.press(pilot, "j", "j", "j")
        assert pilot.app.screen.query_one("#matrix").statement.text.startswith("This was a deliberate")
        await steps.press(pilot, "k")
        assert pilot.app.screen.query_one("#matrix").statement.text.startswith("The death toll")


async def test_another_width_sets_other_lines(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "c")
        assert "Claim" in steps.seen(pilot, "#matrix")
        await pilot.resize_terminal(80, 40)
        await steps.settle(pilot)
        assert "Claim" not in steps.seen(pilot, "#matrix")
        assert "Halden Post · Halden Oil" in steps.seen(pilot, "#matrix")


@pytest.mark.parametrize(
    "theme", ["narrator-dark", "narrator-light", "narrator-colour-blind-dark", "narrator-colour-blind-light", "nord"]
)
async def test_clashing_words_stand_out_in_every_theme(theme: str, open_story, steps):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await steps.press(pilot, "enter")
        styles = {
            segment.text: segment.style
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.text in ("eleven people", "At least ", "Four people")
        }
        assert styles["eleven people"].bold
        assert styles["eleven people"].underline
        assert styles["eleven people"].color != styles["At least "].color
        assert contrast(styles["eleven people"]) >= (4 if theme.startswith("narrator") else 3)
        assert contrast(styles["At least "]) >= 6


def contrast(style) -> float:
    """WCAG's ratio of text and background."""

    def luminance(triplet) -> float:
        parts = [part / 255 for part in triplet]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(style.color.triplet), luminance(style.bgcolor.triplet)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


async def test_without_colour_clashes_are_still_seen(open_story, steps, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter")
        segments = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
        clash = next(segment.style for segment in segments if segment.text == "eleven people")
        assert clash.reverse
        assert all(len(set(one.style.color.triplet)) == 1 for one in segments if one.style and one.style.color)


async def test_the_mouse_moves_and_opens(open_story, steps):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter")
        text = app.screen.query_one("#text")
        line = text.line_of(app.screen.page.statements[2].start)
        await pilot.click("#text", offset=(68, line))
        await steps.settle(pilot)
        assert app.screen.page.statement.text == "forty tankers were lost"
        keys = steps.seen(pilot).splitlines()[-1]
        await pilot.click("KeyBar", offset=(keys.index("compare"), 0))
        await steps.settle(pilot)
        assert "by outlet" in steps.seen(pilot, "#matrix")


async def test_selected_text_is_the_text_as_shown(open_story, steps):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter")
        text = app.screen.query_one("#text")
        line = text.line_of(0)
        await pilot.mouse_down("#text", offset=(5, line))
        await pilot.hover("#text", offset=(20, line))
        await pilot.mouse_up("#text", offset=(20, line))
        assert re.fullmatch("At least eleven.?", app.screen.get_selected_text() or "")


async def test_keys_can_be_changed(open_story, steps):
    from narrator.config import Config

    app = open_story(config=Config(keymap={"next-conflict": "v", "help": "f5"}))
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter")
        assert "v next conflict" in steps.seen(pilot).splitlines()[-1]
        await steps.press(pilot, "v")
        assert app.screen.page.statement.text.startswith("This was")
        await steps.press(pilot, "f5")
        assert "f5" in steps.seen(pilot).lower()


async def test_an_empty_library_says_what_to_do(steps):
    from narrator.session import Session
    from narrator.tui.app import NarratorApp

    async with NarratorApp(lambda analyse: Session.in_memory(analyse=analyse)).run_test() as pilot:
        await steps.settle(pilot)
        seen = steps.seen(pilot)
        assert "Your library is empty." in seen
        assert "Add files or folders" in seen
        await steps.press(pilot, "c", "e", "tab", "j", "shift+tab", "j", "enter")
        assert "Add files, folders or saved feeds" in steps.seen(pilot)
        await steps.press(pilot, "escape", "k", "enter")
        assert "Samples, kept apart" in steps.seen(pilot)


async def test_an_answer_that_came_too_late_is_dropped(open_story, steps, story):
    from narrator.tui.messages import Compared

    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter")
        app.screen.post_message(Compared(-1, type(story.COMPARISON)()))
        await steps.settle(pilot)
        assert app.screen.comparison is story.COMPARISON


async def test_a_file_that_exists_is_never_overwritten(open_story, steps, tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.md").write_text("precious", "utf-8")
    app = open_story()
    async with app.run_test() as pilot:
        await steps.press(pilot, "enter", "e", "ctrl+u", "ctrl+k")
        await steps.type_in(pilot, "mine.md")
        await steps.press(pilot, "enter")
        assert "exists already" in steps.seen(pilot)
        assert (tmp_path / "mine.md").read_text("utf-8") == "precious"


async def test_an_article_in_another_language_is_shown_and_marked(open_story, steps):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "right_curly_bracket", "right_curly_bracket")
        assert "Пожар на нефтебазе" in steps.seen(pilot, "#text")
        assert "not extracted (ru)" in steps.seen(pilot, "#text")
        assert "Nothing here was read for statements" in steps.seen(pilot, "#rivals")
        await steps.press(pilot, "b")
        assert "no statement under the cursor" in steps.said(pilot)


async def test_the_text_is_there_before_the_comparison(open_story, steps, monkeypatch):
    import threading

    app, release = open_story(), threading.Event()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.settle(pilot)
        compare = type(app.desk._session).compare

        def after_a_while(self, *_, **__):
            release.wait(30)
            return compare(self)

        monkeypatch.setattr(type(app.desk._session), "compare", after_a_while)
        await pilot.press("enter")
        while not isinstance(app.screen, ReaderScreen):
            await pilot.pause()
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert "At least eleven people" in steps.seen(pilot, "#text")
        assert "Comparing" in steps.seen(pilot, "#rivals")
        assert "Still comparing" in steps.said(pilot)
        await pilot.press("c")
        await pilot.pause()
        assert "Comparing" in steps.seen(pilot, "#matrix")
        release.set()
        await steps.settle(pilot)
        assert "killed · people" in steps.seen(pilot, "#matrix")


async def test_a_library_that_does_not_open_says_why(steps, tmp_path):
    from narrator.session import Session
    from narrator.tui.app import NarratorApp

    broken = tmp_path / "library.db"
    broken.write_bytes(b"this is no database, however long one looks at it" * 100)
    async with NarratorApp(lambda analyse: Session.open(broken, analyse=analyse)).run_test() as pilot:
        await steps.settle(pilot)
        seen = " ".join(steps.seen(pilot, "#events").split())
        assert "The library could not be opened." in seen
        assert "library.db" in seen


async def test_keys_that_are_being_typed_are_not_offered(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "f")
        keys = steps.seen(pilot).splitlines()[-1]
        assert "filter" not in keys
        assert "F1 help" in keys
        assert "Ctrl+Q quit" in keys


@pytest.mark.parametrize("size", [(20, 6), (3, 3)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_no_size_is_too_small_to_survive(size: tuple[int, int], open_story, steps):
    app = open_story()
    async with app.run_test(size=size) as pilot:
        await steps.press(
            pilot, "j", "enter", "j", "3", "1", "escape", "c", "l", "j", "B", "question_mark", "escape", "e"
        )
        assert app.is_running
        await pilot.resize_terminal(120, 40)
        await steps.press(pilot, "escape", "escape")
        assert "killed · people" in steps.seen(pilot)


async def test_the_scrollbar_shows_where_the_conflicts_are(open_story, steps):
    async with open_story().run_test(size=(60, 14)) as pilot:
        await steps.press(pilot, "enter")
        text = pilot.app.screen.query_one("#text")
        strips = pilot.app.screen._compositor.render_strips()[text.region.y : text.region.bottom]
        bar = "".join(strip.crop(text.region.right - 1, text.region.right).text for strip in strips)
        assert "▌" in bar
        height, total = len(bar), len(text.lines)
        wanted = {
            text.line_of(one.start) * height // total
            for one, sign in zip(text.statements, text._signs, strict=True)
            if sign.role == "conflict"
        }
        assert {row for row, sign in enumerate(bar) if sign == "▌"} == wanted


async def test_the_first_screen_has_its_own_styles(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.settle(pilot)
        events, articles = (steps.widget(pilot, one).region for one in ("#events", "#articles"))
        assert events.y == articles.y
        assert events.right <= articles.x
