"""Jump mode on every screen: where the letters stand, where they lead, and that nothing else is hidden or done by them."""

import pytest
from rich.segment import Segment
from textual.strip import Strip

from narrator.tui.screens.jumping import Jump, labels
from narrator.tui.widgets.page import Page


@pytest.mark.parametrize("number", [0, 1, 26, 27, 60, 400])
def test_no_label_begins_another(number: int):
    found = labels(number)
    assert len(set(found)) == number
    assert all(1 <= len(one) <= 2 for one in found)
    assert not [(one, other) for one in found for other in found if one != other and other.startswith(one)]


def goals(pilot) -> dict:
    jump = pilot.app.screen
    assert isinstance(jump, Jump)
    return jump._goals


def cells(line: str, x: int, number: int) -> str:
    """So many cells of a line."""
    return Strip([Segment(line)]).crop(x, x + number).text


def drawn(pilot) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


WAYS = {
    "library": (),
    "reader": ("enter",),
    "compare": ("c",),
    "figures": ("F",),
    "explain": ("enter", "x"),
    "notebook": ("enter", "b", "enter", "B"),
}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("screen", WAYS)
async def test_every_letter_is_seen_and_leads_where_it_stands(screen: str, size, open_story, steps):
    async with open_story().run_test(size=size) as pilot:
        await steps.press(pilot, *WAYS[screen])
        plain = drawn(pilot)
        await steps.press(pilot, "apostrophe")
        lettered, found = drawn(pilot).splitlines(), goals(pilot)
        assert any(goal.spot.goal is not None for goal in found.values())
        for label, goal in found.items():
            x, y = goal.page.region.x + goal.spot.x - len(label), goal.page.region.y + goal.spot.y
            assert cells(lettered[y], x, len(label)) == label
        pairs = zip("".join(plain.splitlines()[:-1]), "".join(lettered[:-1]), strict=True)
        changed = [old for old, new in pairs if old != new]
        assert not [one for one in changed if one.isalnum()]
        label, goal = next(one for one in reversed(found.items()) if one[1].spot.goal is not None)
        await steps.press(pilot, *label)
        assert pilot.app.screen.focused is goal.page
        assert goal.spot.goal in (goal.page.cursor, getattr(goal.page, "place", None))
        assert drawn(pilot).count("Jump:") == 0


async def test_other_keys_leave_and_do_nothing_else(pilot, steps):
    await steps.press(pilot, "enter", "apostrophe")
    place = pilot.app.screen_stack[-2].query_one("#text", Page).cursor
    for key in ("escape", "right_square_bracket", "q", "ctrl+d", "Z", "tab"):
        if not isinstance(pilot.app.screen, Jump):
            await steps.press(pilot, "apostrophe")
        await steps.press(pilot, key)
        assert not isinstance(pilot.app.screen, Jump)
        assert pilot.app.screen.PLACE == "reader"
        assert steps.widget(pilot, "#text").cursor == place
        assert not steps.widget(pilot, "#text")._labels


async def test_a_click_leaves(pilot, steps):
    await steps.press(pilot, "enter", "apostrophe")
    await pilot.click(offset=(20, 20))
    await steps.settle(pilot)
    assert not isinstance(pilot.app.screen, Jump)


async def test_letters_are_reversed_without_colour(open_story, steps, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NO_COLOR", "")
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "apostrophe")
        page = next(iter(goals(pilot).values())).page
        strips = page.render_lines(page.size.region)
        labelled = [one for strip in strips for one in strip if one.text in goals(pilot)]
        assert labelled
        assert all(one.style.reverse for one in labelled)


async def test_two_letters_where_one_is_not_enough(open_samples, steps):
    async with open_samples().run_test(size=(300, 80)) as pilot:
        await steps.press(pilot, "c", "apostrophe")
        found = goals(pilot)
        label = next((one for one in found if len(one) == 2), "")
        assert label
        await steps.press(pilot, label[0])
        left = [one for page in {goal.page for goal in found.values()} for one in page._labels]
        assert left
        assert all(one.startswith(label[0]) for one in left)
        await steps.press(pilot, label[1])
        assert steps.widget(pilot, "#matrix").place == found[label].spot.goal
