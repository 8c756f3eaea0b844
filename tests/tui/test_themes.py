"""Every text can be read in every theme: WCAG's contrast of at least 4.5 for all roles on all grounds that they stand on."""

import pytest
from textual.theme import BUILTIN_THEMES

from narrator.tui.themes import THEMES
from narrator.tui.widgets.page import ROLES

NO_TEXT = {"rule", "hatch"}
"""Lines between things, and the hatching of silence: what they say is said in words as well."""

DIFFERENCES = {"conflict", "frame", "update", "agree", "only", "clash-conflict", "clash-frame", "clash-update"}
GROUNDS = ((), ("cursor",), ("here",))
OURS = [theme.name for theme in THEMES]
OTHERS = [name for name in BUILTIN_THEMES if not name.startswith("ansi")]


def contrast(style) -> float:
    """WCAG's ratio of text and background."""

    def luminance(triplet) -> float:
        parts = [part / 255 for part in triplet]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(style.color.triplet), luminance(style.bgcolor.triplet)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


async def weak(pilot, steps, roles) -> dict[tuple[str, ...], float]:
    """The roles that cannot be read well enough: in panes with and without the keys, and in the help."""
    found = {}
    for keys in (("2",), ("3",), ("question_mark",)):
        await steps.press(pilot, *keys)
        for page in pilot.app.screen.query("Page"):
            for ground in GROUNDS:
                for role in roles:
                    ratio = contrast(page.style_of((*ground, role)))
                    if ratio < 4.5:
                        found[(page.id or "", *ground, role)] = round(ratio, 2)
    return found


@pytest.mark.parametrize("theme", OURS)
async def test_all_text_of_our_themes_can_be_read(theme: str, open_story, steps):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await steps.press(pilot, "enter")
        assert await weak(pilot, steps, [role for role in ROLES if role not in NO_TEXT]) == {}


@pytest.mark.parametrize("theme", OTHERS)
async def test_differences_can_be_read_in_every_theme(theme: str, open_story, steps):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await steps.press(pilot, "enter")
        assert await weak(pilot, steps, sorted(DIFFERENCES)) == {}


FRAME = {
    ("enter",): ("TopBar", "KeyBar"),
    ("enter", "slash"): ("FindLine",),
    ("enter", "u"): ("StatusLine",),
    ("enter", "m"): ("#correct",),
    ("c",): ("TopBar", "KeyBar", "#why"),
    ("c", "f"): ("#chooser",),
    ("e",): ("#prompt",),
    ("S",): ("FindLine", "KeyBar"),
    ("question_mark",): ("#help",),
    ("ctrl+p",): ("#--container",),
}
"""Keys that lead to the parts of the frame, menus and prompts."""


@pytest.mark.parametrize("theme", OURS)
@pytest.mark.parametrize("keys", FRAME, ids=" ".join)
async def test_the_frame_can_be_read(theme: str, keys: tuple[str, ...], open_story, steps):
    app = open_story()
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await steps.press(pilot, *keys)
        weak = {}
        for selector in FRAME[keys]:
            for segment in steps.drawn(pilot, selector):
                if any(letter.isalnum() for letter in segment.text) and contrast(segment.style) < 4.5:
                    weak[segment.text] = round(contrast(segment.style), 2)
        assert weak == {}
