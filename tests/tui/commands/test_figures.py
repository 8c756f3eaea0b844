"""The commands of Figures, each by its key, and the key that leads there."""

import pytest

from narrator.tui.screens.figures import FiguresScreen


@pytest.mark.command("figures")
@pytest.mark.parametrize("way", [[], ["enter"], ["c"]], ids=["library", "reader", "compare"])
async def test_figures(pilot, steps, key, way):
    await steps.press(pilot, *way, key)
    assert isinstance(pilot.app.screen, FiguresScreen)
    seen = steps.seen(pilot, "#quantities")
    assert "≠ killed · people" in seen
    assert "3 accounts · 1 conflict · 1 update" in seen
    first, second, third = (line for line in seen.splitlines() if " Mar " in line)
    assert "●━" in first and "▶ ≥ 11" in first and "≠ 2" in first
    assert "● " in second and "4 " in second and "≠ 1" in second
    assert "19 " in third and "⇡ 1" in third
    assert "“At least eleven people were killed" in seen


@pytest.mark.command("next_figure")
async def test_next_figure(open_samples, steps, key):
    async with open_samples().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "F", key)
        quantities = steps.widget(pilot, "#quantities")
        assert quantities.figure is quantities.figures[1]
        assert quantities.account == 0
        assert quantities.figures[1].title in steps.seen(pilot, "#quantities")


@pytest.mark.command("previous_figure")
async def test_previous_figure(open_samples, steps, key):
    async with open_samples().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "F", "right_square_bracket", "j", key)
        quantities = steps.widget(pilot, "#quantities")
        assert (quantities.figure, quantities.account) == (quantities.figures[1], 0)
        await steps.press(pilot, key, key)
        assert "No earlier quantity" in steps.said(pilot)


@pytest.mark.command("save_drawing")
async def test_save_drawing(pilot, steps, key, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    await steps.press(pilot, "F", key)
    assert "Write the drawing (SVG) to" in steps.seen(pilot)
    await steps.press(pilot, "enter")
    (drawing,) = tmp_path.glob("*.svg")
    assert drawing.name == "fire-at-the-orrin-fuel-depot.svg"
    assert "Written to" in steps.said(pilot)
    assert drawing.read_text("utf-8").startswith("<svg ")
