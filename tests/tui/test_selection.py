"""What the mouse selects in Compare is what is copied: in any column, scrolled, pinned, and whatever the width of a character."""

from typing import Any

import pytest
from rich.cells import cell_len

from narrator.model.article import Article, Span
from narrator.model.comparison import Claim, Column, Comparison, Met
from narrator.model.party import Narrator, NarratorKind
from narrator.model.statement import Statement

WIDE = "漢字仮名 e\u0301te\u0301 and then"


def told(columns: int) -> Comparison:
    """One row in which every outlet says something of its own behind wide and combining characters."""
    texts = [f"{WIDE} outlet{number} speaks" for number in range(columns)]
    articles = tuple(Article(text, outlet=f"漢 Outlet {number}") for number, text in enumerate(texts))
    outlets = [Narrator(f"n{number}", one.outlet or "", NarratorKind.OUTLET) for number, one in enumerate(articles)]
    said = tuple(
        Statement((Span(0, len(one.text)),), one.text, article=one.id, narrators=(outlet.id,))
        for one, outlet in zip(articles, outlets, strict=True)
    )
    return Comparison(
        articles=articles,
        narrators=tuple(outlets),
        statements=said,
        claims=(Claim("claim", "漢字 claim", Met.SLOT, tuple(one.id for one in said)),),
        columns=tuple(
            Column(outlet.id, outlet.name, frozenset({one.id})) for outlet, one in zip(outlets, said, strict=True)
        ),
        extracted=frozenset(one.id for one in articles),
    )


async def drag_over(pilot: Any, steps: Any, words: str) -> str | None:
    """What is selected when the mouse is drawn over these words, from the first character to the last."""
    lines = steps.seen(pilot, "#matrix").splitlines()
    y = next(number for number, line in enumerate(lines) if words in line)
    x = cell_len(lines[y][: lines[y].index(words)])
    await pilot.mouse_down("#matrix", offset=(x, y))
    await pilot.hover("#matrix", offset=(x + cell_len(words[:-1]), y))
    await pilot.mouse_up("#matrix", offset=(x + cell_len(words[:-1]), y))
    await pilot.pause()
    selected = pilot.app.screen.get_selected_text()
    pilot.app.screen.clear_selection()
    return selected


async def test_the_second_column_is_copied_as_it_is_drawn(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "c")
        for words in ("Four people", "At least eleven", "Claim"):
            assert await drag_over(pilot, steps, words) == words


@pytest.mark.parametrize(
    "keys", [(), ("l",) * 5, ("p", *"lllll"), ("H", *"llllllll")], ids=["first", "scrolled", "pinned", "last"]
)
async def test_behind_wide_characters_and_scrolled(keys: tuple[str, ...], open_story, steps):
    async with open_story(told(8)).run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "c", *keys)
        shown = [f"outlet{number}" for number in range(8) if f"outlet{number}" in steps.seen(pilot, "#matrix")]
        assert len(shown) >= 2
        for words in (*shown, "字仮", "claim"):
            assert await drag_over(pilot, steps, words) == words


async def test_a_column_that_is_cut_on_the_left(open_story, steps):
    async with open_story(told(8)).run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "c")
        for left in (1, 2, 3, 9):
            steps.widget(pilot, "#matrix").scroll_to(x=left, animate=False, immediate=True)
            await pilot.pause()
            assert await drag_over(pilot, steps, "outlet0") == "outlet0", left
            assert await drag_over(pilot, steps, "outlet2") == "outlet2", left
