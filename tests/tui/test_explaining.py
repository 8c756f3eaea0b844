"""Explain as a reader meets it: from every screen, for links that are marked and links that are not, in every size."""

from dataclasses import replace

import pytest

from narrator.model.article import Span
from narrator.model.comparison import Part, Relation
from narrator.model.contrast import Contrast, Naming
from narrator.tui.screens.explain import ExplainScreen
from narrator.tui.screens.reader import ReaderScreen
from narrator.tui.widgets.explanation import bar

SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]


def words(steps, pilot) -> str:
    return " ".join(steps.seen(pilot, "#explanation").split())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_both_quotations_are_seen_at_once(size, open_story, steps):
    async with open_story().run_test(size=size) as pilot:
        await steps.press(pilot, "enter", "x")
        seen = words(steps, pilot)
        assert "“At least eleven people" in seen
        assert "“Four people died" in seen
        assert "link 1 of 2" in seen
        last = steps.seen(pilot).splitlines()[-1]
        assert "? help" in last
        assert "q quit" in last


@pytest.mark.parametrize(
    "way", [["c", "l"], ["enter", "b", "escape", "B"], ["F", "j"]], ids=["compare", "notebook", "figures"]
)
async def test_it_opens_from_every_screen(way, open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, *way, "x")
        assert isinstance(pilot.app.screen, ExplainScreen)
        assert "≠ contradicts, number" in words(steps, pilot)


async def test_enter_goes_to_the_words_and_esc_goes_back(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "c", "x", "escape")
        assert pilot.app.screen.PLACE == "compare"
        await steps.press(pilot, "x", "j", "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pilot.app.screen.page.statement.text.startswith("Four people died")


async def test_the_words_are_copied_and_bookmarked(open_story, steps, monkeypatch):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "x", "y")
        assert "“At least eleven people" in app.clipboard
        assert "“Four people died" in app.clipboard
        await steps.press(pilot, "b")
        assert "Bookmarked: killed · people" in steps.seen(pilot)


async def test_the_reasons_are_scrolled_to(open_story, steps):
    async with open_story().run_test(size=(60, 20)) as pilot:
        await steps.press(pilot, "enter", "x", "ctrl+d", "ctrl+d")
        assert "How they met" in steps.seen(pilot, "#explanation")
        await steps.press(pilot, "ctrl+u", "ctrl+u", "ctrl+u")
        assert "≠ contradicts, number" in steps.seen(pilot, "#explanation")


async def test_a_link_below_the_threshold_says_that_it_is_not_marked(open_story, steps, story):
    weak = replace(story.TOLL, conflict=0.4, parts=(Part("same act", 0.75),), gate=("another place",))
    comparison = replace(story.COMPARISON, links=(weak,))
    async with open_story(comparison).run_test(size=(120, 50)) as pilot:
        await steps.press(pilot, "enter", "x")
        seen = words(steps, pilot)
        assert "Not marked: conflict 0.40 is below the threshold 0.50." in seen
        assert "████████░░┃░░░░░░░░░░ 0.40" in seen
        assert "same act ███████████████░░░░░ 0.75" in seen
        assert "Perhaps not: another place" in seen


async def test_a_rival_that_agrees_is_explained_too(open_story, steps, story):
    same = replace(story.TOLL, relation=Relation.SAME, kind=None, conflict=0.0)
    async with open_story(replace(story.COMPARISON, links=(same,))).run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "x")
        assert "= same" in words(steps, pilot)
        assert "Not marked: between these two nothing clashes." in words(steps, pilot)


async def test_other_words_and_chains_are_told(open_story, steps, story):
    later = replace(story.RISEN, left=story.FOUR.id, left_spans=story.TOLL.right_spans)
    earlier = replace(story.TOLL, relation=Relation.UPDATE, left=story.ELEVEN.id, right=story.FOUR.id)
    namings = tuple(
        Naming(one.narrators[-1], one.id, Span(one.start, one.start + 4), text, text)
        for one, text in ((story.ELEVEN, "the dead"), (story.FOUR, "the victims"))
    )
    comparison = replace(story.COMPARISON, links=(earlier, later), contrasts=(Contrast("those killed", (), namings),))
    async with open_story(comparison).run_test(size=(120, 60)) as pilot:
        await steps.press(pilot, "enter", "x")
        seen = words(steps, pilot)
        assert "Words for the same: those killed “the dead” (fire service < Orrin Courier)" in seen
        assert "Updates in a row ⇡ “eleven people” (Orrin Courier, 2021-03-09 08:30)" in seen


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        (["enter", "j", "j", "x"], "No other narrator speaks to this"),
        (["enter", "right_curly_bracket", "right_curly_bracket", "x"], "no statement under the cursor"),
        (["B", "x"], "Nothing is bookmarked here"),
    ],
    ids=["alone", "no statement", "no bookmark"],
)
async def test_without_a_link_the_status_line_says_why(keys, why, open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, *keys)
        assert not isinstance(pilot.app.screen, ExplainScreen)
        assert why in steps.said(pilot)


@pytest.mark.parametrize("value", [0.0, 0.04, 0.5, 0.64, 1.0, 1.7])
@pytest.mark.parametrize("threshold", [None, 0.0, 0.5, 1.0])
def test_a_bar_keeps_its_length_and_shows_the_threshold(value, threshold):
    drawn = "".join(piece.text for piece in bar(value, 20, threshold))
    assert len(drawn) == 21
    assert drawn.count("█") == round(min(value, 1.0) * 20)
    if threshold is not None:
        assert drawn.index("┃") == round(threshold * 20)
