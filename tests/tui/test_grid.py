from dataclasses import replace
from itertools import pairwise
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.model.article import Article
from narrator.model.comparison import Column, Comparison
from narrator.tui.widgets.cells import Sheet, cell_blocks, differences, height, lines_of
from narrator.tui.widgets.columns import (
    GAP,
    LABEL,
    Arrangement,
    articles_by_column,
    columns_of,
    share,
    silences,
)
from narrator.tui.widgets.grid import Stack, Table
from narrator.tui.widgets.lines import plain
from narrator.tui.widgets.rows import ALL, Filter, choices, in_words, ordered, passing, rows_of


def labels(rows) -> list[str]:
    return [row.claim.label for row in rows]


def shown(comparison: Comparison, what: Any = "all", order: Any = "contested") -> list[str]:
    return labels(ordered(passing(rows_of(comparison), Filter(what)), order))


def sheet_of(comparison: Comparison, **options: Any) -> Sheet:
    columns = columns_of(comparison, rows_of(comparison))
    articles = articles_by_column(comparison, columns)
    return Sheet(
        comparison, rows_of(comparison), columns, silences=silences(comparison, columns), articles=articles, **options
    )


def words(setting: Table | Stack) -> str:
    return " ".join(" ".join(plain(setting.pieces(y)) for y in range(len(setting))).split())


def test_rows_pass_the_filter(story: ModuleType):
    assert len(shown(story.COMPARISON)) == 4
    assert "where the depot stands" not in shown(story.COMPARISON, "differences")
    assert shown(story.COMPARISON, "conflicts", "article") == ["killed · people", "cause of the fire"]
    assert shown(story.COMPARISON, "alone") == ["where the depot stands"]


def test_rows_of_a_kind_of_a_narrator_and_of_the_notebook(story: ModuleType):
    rows = rows_of(story.COMPARISON)
    assert labels(passing(rows, Filter("kind", "number"))) == ["killed · people"]
    assert labels(passing(rows, Filter("narrator", "local-people"))) == ["the men at the gate"]
    assert labels(passing(rows, Filter("kept"), {story.PLACE.id})) == ["where the depot stands"]


def test_only_filters_that_show_something_are_offered(story: ModuleType):
    rows = rows_of(story.COMPARISON)
    found = dict(choices(rows, ()))
    assert found[ALL] == 4
    assert Filter("kept") not in found
    assert all(len(passing(rows, only)) == number > 0 for only, number in found.items())
    assert in_words(Filter("narrator", "pavel-dorn"), story.COMPARISON) == "told by Pavel Dorn"
    assert in_words(Filter("kind", "role_swap"), story.COMPARISON) == "role swap differences"


def test_rows_are_sorted(story: ModuleType):
    assert shown(story.COMPARISON)[-2:] == ["the men at the gate", "where the depot stands"]
    assert shown(story.COMPARISON, order="article")[0] == "killed · people"
    claims = (replace(story.CLAIMS[2], statements=(story.WATCHMEN.id,)), story.CLAIMS[3])
    late = replace(story.COMPARISON, claims=claims)
    assert shown(late, order="time") == ["where the depot stands", "the men at the gate"]


def test_silence_has_its_reason(story: ModuleType):
    found = silences(story.COMPARISON, story.COMPARISON.columns)
    assert list(found.values()) == ["not mentioned", "not mentioned", "not extracted (ru)", "not mentioned"]


def test_an_article_that_could_not_be_read_is_told_from_one_in_another_language(story: ModuleType):
    english = tuple(replace(one, language="en") for one in story.ARTICLES)
    comparison = replace(story.COMPARISON, articles=english)
    assert silences(comparison, comparison.columns)["вестник-тарна"] == "not extracted (failed)"


def test_an_article_of_the_event_that_is_not_compared_is_not_loaded(story: ModuleType):
    late = Article("Late words.", outlet="Late News")
    second = Article("More words.", outlet="Orrin Courier")
    columns = columns_of(story.COMPARISON, rows_of(story.COMPARISON), (*story.ARTICLES, late, second))
    assert [column.title for column in columns][-2:] == ["Radio Tarn", "Late News"]
    found = silences(story.COMPARISON, columns, (*story.ARTICLES, late, second))
    assert found[late.id] == "not loaded"
    assert found["orrin-courier"] == "not mentioned; 1 not loaded"


def test_narrators_who_say_nothing_here_have_no_column(story: ModuleType):
    dorn = Column("dorn", "Pavel Dorn", frozenset({story.RAIDERS.id, story.TANKERS.id}))
    silent = Column("x", "Silent", frozenset({story.TANKERS.id}))
    oil = Column("oil", "Halden Oil", frozenset({story.FOUR.id, story.VALVE.id}))
    by_narrator = replace(story.COMPARISON, by="narrator", columns=(silent, dorn, oil))
    rows = passing(rows_of(by_narrator), Filter("conflicts"))
    assert [column.title for column in columns_of(by_narrator, rows)] == ["Halden Oil", "Pavel Dorn"]
    assert columns_of(story.COMPARISON, []) == list(story.COMPARISON.columns)


def test_who_speaks_only_beside_the_row_is_not_silent(story: ModuleType):
    claim = replace(story.CLAIMS[0], statements=(story.ELEVEN.id,), more=(story.FOUR.id, story.TANKERS.id))
    row = rows_of(replace(story.COMPARISON, claims=(claim,)))[0]
    assert row.cells["halden-post"] == (story.FOUR,)
    assert row.more == {"orrin-courier": (story.TANKERS,)}


def test_what_a_cell_only_counts_can_be_shown(story: ModuleType):
    claim = replace(story.CLAIMS[0], more=(story.TANKERS.id, story.PLACE.id))
    sheet = sheet_of(replace(story.COMPARISON, claims=(claim,)))
    row, column = sheet.rows[0], sheet.columns[0]
    assert cell_blocks(sheet, row, column, 40)[-1].text == "+2 more here"
    sheet.expanded.add((claim.id, column.id))
    assert story.PLACE.text in cell_blocks(sheet, row, column, 40)[-1].text


def test_rows_span_all_columns(story: ModuleType):
    table = Table(sheet_of(story.COMPARISON), 150, {})
    assert table.whole == 4
    rows = [table.row_at(y) for y in range(len(table))]
    assert rows[: table.head] == [None] * table.head
    assert rows[table.head :] == sorted(number for number in rows if number is not None)
    for number in range(4):
        assert all(
            len(table.cell(number, column)) < table.tops[number + 1] - table.tops[number] for column in range(-1, 4)
        )


def test_rows_are_as_high_as_what_is_seen(story: ModuleType):
    table = Table(sheet_of(story.COMPARISON), 60, {})
    before = table.tops
    assert table.see(2, 3)
    assert table.tops[-1] < before[-1]
    assert not table.see(2, 3)


@pytest.mark.parametrize("width", [98, 118, 198, 298])
@pytest.mark.parametrize("columns", [1, 2, 3, 14, 50])
def test_columns_are_legible_and_never_cut(width: int, columns: int):
    label, cell, whole = share(width, columns)
    assert label >= LABEL
    assert cell >= 30
    assert label + whole * (cell + GAP) - GAP <= width
    assert whole == columns or label + whole * (cell + GAP) - GAP == width


def test_clashing_words_are_marked_in_both_cells_and_named(story: ModuleType):
    table = Table(sheet_of(story.COMPARISON), 160, {})
    pieces = [piece for y in range(len(table)) for piece in table.pieces(y)]
    clashing = {piece.text for piece in pieces if "clash-conflict" in piece.roles}
    assert {"eleven people", "Four people", "faulty valve", "no attack"} <= clashing
    assert {"≠ number", "≠ cause", "~ label"} <= {piece.text for piece in pieces}


def test_a_rising_figure_is_told_as_a_chain(story: ModuleType):
    later = replace(story.RISEN, left=story.FOUR.id, left_spans=story.TOLL.right_spans)
    claim = story.CLAIMS[0]
    comparison = replace(story.COMPARISON, links=(later, replace(later, left=story.ELEVEN.id, right=story.FOUR.id,
                         left_spans=story.TOLL.left_spans, right_spans=story.TOLL.right_spans)), claims=(claim,))  # fmt: skip
    (row,) = rows_of(comparison)
    ((told, role),) = differences(comparison, row).items()
    assert told.startswith("⇡ number ")
    assert told.count(" → ") == 2
    assert told.endswith(("nineteen", "19"))
    assert role == "update"


def test_the_stack_says_the_same(story: ModuleType):
    text = words(Stack(sheet_of(story.COMPARISON), 60, {}))
    assert all(statement.text in text for statement in story.STATEMENTS if statement is not story.TANKERS)
    assert "╲╲╲ not extracted (ru): Вестник Тарна" in text
    assert "Halden Post · Halden Oil · reported · ≠ number" in text


@pytest.mark.parametrize("width", [10, 28, 33, 56, 90])
def test_heights_are_counted_as_lines_are_set(story: ModuleType, width: int):
    sheet = sheet_of(story.COMPARISON)
    for row in sheet.rows:
        for column in sheet.columns:
            blocks = cell_blocks(sheet, row, column, width)
            assert height(blocks, width) == len(lines_of(sheet, row, blocks, width))


COLUMNS = [Column(name, name, frozenset()) for name in "abcdef"]
STEPS = st.lists(st.tuples(st.sampled_from(["left", "right", "pin", "hide", "all"]), st.integers(0, 5)), max_size=30)


@given(STEPS)
def test_columns_are_never_lost_and_pinned_ones_come_first(steps: list[tuple[str, int]]):
    arrangement = Arrangement()
    for step, number in steps:
        seen = arrangement.shown(COLUMNS)
        if number < len(seen):
            one = seen[number]
            match step:
                case "left" | "right":
                    arrangement = arrangement.moved(seen, number, 1 if step == "right" else -1)
                case "pin":
                    arrangement = arrangement.pin(one.id)
                case "hide":
                    arrangement = arrangement.hide(one.id)
        if step == "all":
            arrangement = arrangement.show_all()
        seen = arrangement.shown(COLUMNS)
        assert {column.id for column in seen} | arrangement.hidden == set("abcdef")
        pins = [column.id in arrangement.pinned for column in seen]
        assert all(before >= after for before, after in pairwise(pins))


def test_a_column_moves_one_place_and_back():
    seen = Arrangement().shown(COLUMNS)
    moved = Arrangement().moved(seen, 1, 1)
    assert [column.id for column in moved.shown(COLUMNS)] == ["a", "c", "b", "d", "e", "f"]
    assert moved.moved(moved.shown(COLUMNS), 2, -1).shown(COLUMNS) == COLUMNS
    assert moved.moved(moved.shown(COLUMNS), 0, -1) == moved
