"""Panes: in every size, put away and made wider, and as they were left."""

import pytest

from narrator.tui.state import PaneState


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_pane_can_be_reached_and_shown_alone(size: tuple[int, int], open_story, steps):
    async with open_story().run_test(size=size) as pilot:
        await steps.press(pilot, "enter")
        seen = []
        for _ in range(3):
            focused = pilot.app.focused
            seen.append(focused.id)
            assert focused.size.width > 10
            assert focused.size.height > 3
            await steps.press(pilot, "z")
            assert focused.outer_size == steps.widget(pilot, "#body").size
            await steps.press(pilot, "z", "tab")
        assert seen == ["text", "rivals", "articles"]
        assert pilot.app.focused.id == "text"


async def test_panes_are_as_they_were_left(open_story, steps, monkeypatch: pytest.MonkeyPatch, tmp_path):
    monkeypatch.setenv("NARRATOR_HOME", str(tmp_path))
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "2", "+", "+")
        width = steps.widget(pilot, "#articles").outer_size.width
        await steps.press(pilot, "enter", "Z")
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.settle(pilot)
        assert steps.widget(pilot, "#articles").outer_size.width == width
        await steps.press(pilot, "enter")
        assert not steps.widget(pilot, "#rivals").display
        await steps.press(pilot, "tab")
        assert steps.widget(pilot, "#rivals").display


async def test_a_width_of_a_wider_terminal_leaves_room_for_the_text(open_story, steps):
    app = open_story()
    app.state.panes["reader"] = PaneState(sizes={"rivals.width": 150, "rivals.height": 90})
    async with app.run_test(size=(200, 50)) as pilot:
        await steps.press(pilot, "enter")
        for size in ((100, 30), (60, 20), (80, 24)):
            await pilot.resize_terminal(*size)
            await steps.settle(pilot)
            text = steps.widget(pilot, "#text").outer_size
            assert text.width >= 20, size
            assert text.height >= 4, size


async def test_in_a_narrow_terminal_panes_are_made_higher(open_story, steps):
    async with open_story().run_test(size=(80, 24)) as pilot:
        await steps.press(pilot, "enter", "3")
        before = steps.widget(pilot, "#rivals").outer_size.height
        await steps.press(pilot, "+")
        assert steps.widget(pilot, "#rivals").outer_size.height == before + 2


async def test_esc_shows_all_panes_before_it_leaves(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "3", "z", "escape")
        assert steps.widget(pilot, "#text").display
        assert pilot.app.focused.id == "rivals"
        await steps.press(pilot, "escape")
        assert pilot.app.focused.id == "text"


async def test_one_pane_alone_has_nothing_to_give(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "z", "+")
        assert "z shows all" in steps.said(pilot)
