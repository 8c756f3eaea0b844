"""The matrix as it is drawn: every line exactly as wide as the screen, whatever stands in the cells and wherever one is."""

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from narrator.model.article import Article, Span
from narrator.model.comparison import Claim, Column, Comparison, Met
from narrator.model.party import Narrator, NarratorKind
from narrator.model.statement import Statement

WORDS = (
    "漢字仮名交じり文の長い言葉がここに続きます",
    "שלום עולם וזה משפט ארוך יותר בעברית",
    "هذا نص طويل باللغة العربية يقرأ من اليمين",
    "👨‍👩‍👧‍👦 👍🏽 🇺🇦 flags and families",
    "e\u0301a\u0308o\u0302 combining\u0301 ma\u0327rks",
    "supercalifragilisticexpialidociousandmuchmorewithoutanyblank",
    "plain words of an ordinary sentence that goes on for a while",
    "  blanks   in\u00a0the  middle  ",
)


def many(rows: int, columns: int) -> Comparison:
    """Texts of all scripts, with silence between them."""
    articles = tuple(
        Article(
            " | ".join(WORDS[(row + number) % len(WORDS)] for row in range(rows)), outlet=f"漢 Outlet {number} é 👍🏽"
        )
        for number in range(columns)
    )
    outlets = [Narrator(f"n{number}", one.outlet or "", NarratorKind.OUTLET) for number, one in enumerate(articles)]
    cells: dict[int, list[Statement]] = {}
    for number, article in enumerate(articles):
        place = 0
        for row in range(rows):
            words = WORDS[(row + number) % len(WORDS)]
            if (row * columns + number) % 3:
                spans = (Span(place, place + len(words)),)
                cells.setdefault(row, []).append(
                    Statement(spans, words, article=article.id, narrators=(outlets[number].id,))
                )
            place += len(words) + 3
    statements = [one for row in cells.values() for one in row]
    return Comparison(
        articles=articles,
        narrators=tuple(outlets),
        statements=tuple(statements),
        claims=tuple(
            Claim(row[0].id, WORDS[number % len(WORDS)], Met.SLOT, tuple(one.id for one in row))
            for number, row in cells.items()
        ),
        columns=tuple(
            Column(outlet.id, outlet.name, frozenset(one.id for one in statements if one.article == article.id))
            for outlet, article in zip(outlets, articles, strict=True)
        ),
        extracted=frozenset(article.id for article in articles),
    )


def widths(matrix: Any) -> set[int]:
    """Of all lines on the screen."""
    return {matrix.render_line(y).cell_length for y in range(matrix.size.height)}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (101, 30), (120, 40), (200, 50)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_every_line_is_as_wide_as_the_screen(size: tuple[int, int], open_story, steps):
    async with open_story(many(9, 14)).run_test(size=size) as pilot:
        await steps.press(pilot, "c")
        matrix = steps.widget(pilot, "#matrix")
        for key in ("l", "l", "l", "j", "p", "G", "tab", "H", "greater_than_sign", "ctrl+u", "g"):
            await pilot.press(key)
            await pilot.pause()
            assert widths(matrix) == {matrix.size.width}, key
            # The cursor's row is in sight.
            first, last = matrix.extent(matrix.cursor)
            top = matrix.scroll_offset.y
            assert first < top + matrix.size.height
            assert last > top


async def test_the_head_says_where_one_is(open_story, steps):
    async with open_story(many(4, 14)).run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "c")
        head = steps.seen(pilot, "#matrix").splitlines()[0]
        assert "columns 1–3 of 14" in head
        assert head.endswith("11 more ▸")
        await steps.press(pilot, "l", "l", "l", "l")
        head = steps.seen(pilot, "#matrix").splitlines()[0]
        assert "columns 3–5 of 14" in head
        assert "◂ 2 more" in head
        await steps.press(pilot, "p", "l", "l", "l")
        head = steps.seen(pilot, "#matrix").splitlines()[0]
        assert "▪ pinned" in head
        assert "◂ 1 more" in head


async def test_more_statements_of_a_cell_are_counted_and_reached(open_story, steps, story: ModuleType):
    claim = replace(story.CLAIMS[0], more=(story.TANKERS.id,))
    comparison = replace(story.COMPARISON, claims=(claim, *story.CLAIMS[1:]))
    async with open_story(comparison).run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "c")
        assert "+1 more here" in steps.seen(pilot, "#matrix")
        await steps.press(pilot, "tab")
        matrix = steps.widget(pilot, "#matrix")
        assert matrix.statement == story.TANKERS
        assert "▸" in steps.seen(pilot, "#matrix")
        assert "+1 more here" not in steps.seen(pilot, "#matrix")
        await steps.press(pilot, "tab", "shift+tab")
        assert matrix.statement == story.TANKERS


async def test_a_row_higher_than_the_screen_is_read_to_its_end(open_story, steps):
    async with open_story(many(3, 3)).run_test(size=(120, 9)) as pilot:
        await steps.press(pilot, "c")
        matrix = steps.widget(pilot, "#matrix")
        await steps.press(pilot, "j")
        assert matrix.cursor == 0
        assert matrix.scroll_offset.y > 0
        for _ in range(40):
            await pilot.press("j")
        assert matrix.cursor == 2


async def test_a_click_moves_to_the_cell_and_opens_it(open_story, steps):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "c")
        matrix = steps.widget(pilot, "#matrix")
        await pilot.click("#matrix", offset=(matrix._table.label_width + matrix._table.step + 3, 5))
        await steps.settle(pilot)
        assert (matrix.cursor, matrix.column) == (0, 1)
        await pilot.click("#matrix", offset=(matrix._table.label_width + matrix._table.step + 3, 5))
        await steps.settle(pilot)
        assert pilot.app.screen.PLACE == "reader"
        assert pilot.app.screen.page.statement.text.startswith("Four people died")


@pytest.mark.parametrize("first", ["renew", "action_columns"])
async def test_a_correction_and_other_columns_at_once_are_both_seen(first: str, open_story, steps, story: ModuleType):
    async with open_story().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "c")
        screen: Any = pilot.app.screen
        newer = replace(story.COMPARISON, links=story.COMPARISON.links[:1])
        pilot.app.desk._session.comparison = newer
        second = {"renew": "action_columns", "action_columns": "renew"}[first]
        getattr(screen, first)()
        getattr(screen, second)()
        await steps.settle(pilot)
        assert (screen.comparison.by, screen.comparison.links) == ("narrator", newer.links)
