"""Figures as a reader meets them: bars on an axis, the table of outlets, in every size and without any figure."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.export.scale import Extent, Scale
from narrator.tui.screens.explain import ExplainScreen
from narrator.tui.screens.reader import ReaderScreen
from narrator.tui.widgets.quantities import bar_pieces

SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]


@given(
    st.lists(st.floats(min_value=0, max_value=1e12), min_size=1, max_size=5),
    st.booleans(),
    st.booleans(),
    st.integers(min_value=8, max_value=120),
)
def test_every_bar_fills_its_axis_exactly(values, less, more, width):
    scale = Scale.of(values)
    drawn = ["".join(piece.text for piece in bar_pieces(scale, Extent(one, one), width, "strong")) for one in values]
    assert {len(one) for one in drawn} == {width}
    places = [one.index("●") for one in drawn]
    assert places == [place for _, place in sorted(zip(values, places, strict=True))] or values != sorted(values)
    opened = "".join(
        piece.text for piece in bar_pieces(scale, Extent(values[0], values[0], less, more), width, "strong")
    )
    assert len(opened) == width
    assert (opened[0] == "◀") == less
    assert (opened[-1] == "▶") == more


def test_a_range_has_two_ends():
    drawn = "".join(piece.text for piece in bar_pieces(Scale.of([20, 30]), Extent(20, 30), 31, "strong"))
    assert drawn.count("├") == drawn.count("┤") == 1
    assert drawn.index("├") < drawn.index("┤")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_bars_words_and_signs_fit_every_size(size, open_story, steps):
    async with open_story().run_test(size=size) as pilot:
        await steps.press(pilot, "F")
        seen = steps.seen(pilot, "#quantities")
        for text in ("killed · people", "≥ 11", "≠ 2", "≠ 1", "“At least eleven people", "fire service", "Halden Oil"):
            assert text in seen
        lines = pilot.app.screen.quantities.lines
        width = pilot.app.screen.quantities.scrollable_content_region.width
        assert max(sum(len(piece.text) for piece in line.pieces) for line in lines) <= width
        last = steps.seen(pilot).splitlines()[-1]
        assert "? help" in last
        assert "q quit" in last


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_outlets_are_seen_beside_or_instead(size, open_story, steps):
    async with open_story().run_test(size=size) as pilot:
        await steps.press(pilot, "F")
        assert pilot.app.screen.query_one("#agreement").display == (size[0] >= 150)
        await steps.press(pilot, "2")
        seen = steps.seen(pilot, "#agreement")
        assert "1 Orrin Courier" in seen
        assert "2 ≠2" in seen
        assert "Orrin Courier × Halden Post" in seen
        assert "2 conflicts in 2 shared claims" in seen
        await steps.press(pilot, "escape")
        assert pilot.app.screen.focused is pilot.app.screen.quantities
        await steps.press(pilot, "tab", "shift+tab")
        assert pilot.app.screen.focused is pilot.app.screen.quantities


async def test_a_click_on_the_table_chooses_two_outlets(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "F", "2")
        agreement = pilot.app.screen.agreement
        lines = steps.seen(pilot, "#agreement").splitlines()
        y = next(number for number, line in enumerate(lines) if "Halden Post" in line and "×" not in line)
        x = lines[y].rindex("1") if lines[y].rstrip().endswith("1") else len(lines[y]) - 1
        await pilot.click("#agreement", offset=(x, y))
        await steps.settle(pilot)
        pair = agreement.pair
        assert {agreement.found.outlets[pair.left], agreement.found.outlets[pair.right]} == {
            "Halden Post",
            "Radio Tarn",
        }


async def test_fourteen_outlets_are_legible(open_story, steps, story):
    articles = tuple(
        replace(article, outlet=f"Outlet number {number}", url=f"https://{number}.example")
        for number, article in enumerate((story.COURIER,) * 14)
    )
    ids = {one.id for one in articles}
    statements = tuple(replace(story.ELEVEN, article=article.id) for article in articles)
    claim = replace(story.CLAIMS[0], statements=tuple(one.id for one in statements))
    comparison = replace(
        story.COMPARISON, articles=articles, statements=statements, claims=(claim,), links=(), extracted=frozenset(ids)
    )
    async with open_story(comparison).run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "F", "2")
        seen = steps.seen(pilot, "#agreement").splitlines()
        assert sum("Outlet number" in line and " × " not in line for line in seen) == 14
        assert any(line.split() == [str(number) for number in range(1, 15)] for line in seen)
        await pilot.resize_terminal(60, 40)
        await steps.settle(pilot)
        seen = steps.seen(pilot, "#agreement")
        assert "Outlet number 0 × Outlet number 1" in seen


async def test_enter_goes_to_the_words(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "F", "j", "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pilot.app.screen.page.statement.text.startswith("Four people died")


async def test_it_opens_at_the_figure_that_one_reads(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "c", "l", "F")
        assert pilot.app.screen.quantities.statement.text.startswith("Four people died")


async def test_only_links_of_the_figure_are_explained(open_story, steps, story):
    elsewhere = replace(story.NAMES, left=story.FOUR.id, left_spans=story.TOLL.right_spans)
    async with open_story(replace(story.COMPARISON, links=(elsewhere,))).run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "F", "j", "x")
        assert pilot.app.screen.PLACE == "figures"
        assert "No other account of this figure" in steps.said(pilot)


async def test_two_outlets_lead_to_their_surest_conflict(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "F", "2", "enter")
        assert isinstance(pilot.app.screen, ExplainScreen)
        await steps.press(pilot, "escape", "j", "enter")
        assert "These two do not conflict" in steps.said(pilot)


async def test_what_is_under_the_cursor_is_copied_and_bookmarked(open_story, steps):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "F", "j", "y")
        assert app.clipboard.startswith("“Four people died")
        await steps.press(pilot, "b")
        assert "Bookmarked: killed · people" in steps.seen(pilot)


async def test_a_figure_can_be_corrected(open_samples, steps):
    async with open_samples().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "F", "j")
        before = pilot.app.screen.quantities.statement
        bars = len(pilot.app.screen.quantities.figure.bars)
        await steps.press(pilot, "m", "h")
        figures = pilot.app.screen.quantities.figures
        assert before.id not in {bar.statement.id for figure in figures for bar in figure.bars}
        await steps.press(pilot, "u")
        figure = next(
            one for one in pilot.app.screen.quantities.figures if before.id in {b.statement.id for b in one.bars}
        )
        assert len(figure.bars) == bars


async def test_without_figures_it_says_so(open_story, steps, story):
    bare = tuple(replace(one, quantities=()) for one in story.STATEMENTS)
    async with open_story(replace(story.COMPARISON, statements=bare)).run_test(size=(80, 24)) as pilot:
        await steps.press(pilot, "F")
        assert "No quantity is given by two articles" in steps.seen(pilot, "#quantities")
        await steps.press(pilot, "enter", "j", "x", "right_square_bracket")
        assert "No further quantity" in steps.said(pilot)


async def test_the_comparison_is_waited_for(open_story, steps, monkeypatch):
    import threading

    app, release = open_story(), threading.Event()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.settle(pilot)
        compare = type(app.desk._session).compare

        def after_a_while(self, *_, **__):
            release.wait(30)
            return compare(self)

        monkeypatch.setattr(type(app.desk._session), "compare", after_a_while)
        await pilot.press("F")
        while app.screen.PLACE != "figures":
            await pilot.pause()
        await pilot.press("x")
        await pilot.pause()
        assert "Comparing" in steps.seen(pilot, "#quantities")
        assert "Still comparing" in steps.said(pilot)
        release.set()
        await steps.settle(pilot)
        assert "killed · people" in steps.seen(pilot, "#quantities")
