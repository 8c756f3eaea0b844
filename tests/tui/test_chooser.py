"""The chooser: narrow, step, take, leave; and words of one's own where that is allowed."""

from collections.abc import Callable

import pytest
from textual.app import App

from narrator.assets import styles_dir
from narrator.tui.screens.chooser import Chooser, Option

OPTIONS = [Option("k", "Kremlin", "official body"), Option("o", "Observatory [b]"), Option("z", "Zoo spokesman")]


class Asking(App[str]):
    def __init__(self, free: bool, refuse: Callable[[str], str] = lambda _: "") -> None:
        super().__init__(css_path=styles_dir() / "base.tcss")
        self._free, self._refuse = free, refuse

    def get_css_variables(self) -> dict[str, str]:
        from narrator.tui.themes import with_differences

        return with_differences(super().get_css_variables())

    def on_mount(self) -> None:
        self.push_screen(Chooser("Who says it?", OPTIONS, self._free, "someone new", self._refuse), self.exit)


@pytest.mark.parametrize(
    ("keys", "free", "answer"),
    [
        (["enter"], False, "k"),
        (["down", "enter"], False, "o"),
        (["down", "down", "down", "up", "enter"], False, "o"),
        ([*"spok", "enter"], False, "z"),
        ([*"body", "enter"], False, "k"),
        ([*"Dorn", "enter", "escape"], False, None),
        ([*"Dorn", "enter"], True, "Dorn"),
        ([*"Krem", "enter"], True, "k"),
        ([*"Krem", "down", "enter"], True, "Krem"),
        ([*"kremlin", "down", "enter"], True, "k"),
        (["escape"], True, None),
    ],
)
async def test_keys(keys: list[str], free: bool, answer: str | None):
    app = Asking(free)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
    assert app.return_value == answer


async def test_a_click_chooses_then_takes(steps):
    app = Asking(False)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "Observatory [b]" in steps.seen(pilot, "#options")
        await pilot.click("#options", offset=(2, 2))
        await pilot.pause()
        await pilot.click("#options", offset=(2, 2))
        await pilot.pause()
    assert app.return_value == "z"


async def test_words_that_are_refused_stay_in_the_line(steps):
    app = Asking(True, lambda words: "" if words.isalpha() else "letters only")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("s", "9", "enter", "q")
        await pilot.pause()
        assert steps.widget(pilot, "#answer").value == "s9q"
        assert "letters only" in steps.seen(pilot, "#hint")
        await pilot.press("backspace", "backspace")
        await pilot.pause()
        assert "someone new: “s”" in steps.seen(pilot, "#options")
        await pilot.press("escape")
    assert app.return_value is None
