"""The commands of Compare, each by its key."""

import pytest

OUTLETS = ["Orrin Courier", "Halden Post", "Вестник Тарна", "Radio Tarn"]


def titles(steps, pilot) -> list[str]:
    """The columns, from left to right."""
    return [column.title for column in steps.widget(pilot, "#matrix").sheet.columns]


def flat(steps, pilot, selector: str = "#matrix") -> str:
    """What is seen, whatever the lines."""
    return " ".join(steps.seen(pilot, selector).split())


@pytest.mark.command("left")
async def test_left(pilot, steps, key):
    await steps.press(pilot, "c", "l", "l", key)
    assert steps.widget(pilot, "#matrix").column == 1


@pytest.mark.command("right")
async def test_right(pilot, steps, key):
    await steps.press(pilot, "c", key)
    assert steps.widget(pilot, "#matrix").statement.text.startswith("Four people died")
    await steps.press(pilot, key)
    assert steps.widget(pilot, "#matrix").over.title == OUTLETS[2]  # silence can be stood on, to be hidden or pinned
    assert steps.widget(pilot, "#matrix").statement is None
    await steps.press(pilot, "enter")
    assert "silent here" in steps.said(pilot)


@pytest.mark.command("next_statement")
async def test_next_statement(pilot, steps, key):
    await steps.press(pilot, "c", key, key)
    matrix = steps.widget(pilot, "#matrix")
    assert matrix.statement.text.startswith("The death toll")
    await steps.press(pilot, key)
    assert (matrix.cursor, matrix.column) == (1, 0)


@pytest.mark.command("previous_statement")
async def test_previous_statement(pilot, steps, key):
    await steps.press(pilot, "c", "j", key)
    matrix = steps.widget(pilot, "#matrix")
    assert (matrix.cursor, matrix.column) == (0, 3)


@pytest.mark.command("columns")
async def test_columns(pilot, steps, key):
    await steps.press(pilot, "c", key)
    assert pilot.app.screen.comparison.by == "narrator"
    assert "by narrator" in steps.seen(pilot, "#matrix")


@pytest.mark.command("only")
async def test_only(pilot, steps, key):
    await steps.press(pilot, "c", key)
    assert "2 rows" in steps.seen(pilot)
    await steps.type_in(pilot, "conflicts")
    await steps.press(pilot, "enter")
    assert "the men at the gate" not in flat(steps, pilot)
    assert "2 of 4 claims · conflicts" in steps.seen(pilot, "TopBar")
    await steps.press(pilot, "escape")
    assert "the men at the gate" in flat(steps, pilot)
    assert pilot.app.screen.PLACE == "compare"


@pytest.mark.command("sort")
async def test_sort(pilot, steps, key):
    await steps.press(pilot, "c", key, key)
    assert [row.claim.label for row in steps.widget(pilot, "#matrix").rows][-1] == "where the depot stands"
    assert "article order" in steps.seen(pilot, "TopBar")


@pytest.mark.command("move_right")
async def test_move_right(pilot, steps, key):
    await steps.press(pilot, "c", key)
    assert titles(steps, pilot) == [OUTLETS[1], OUTLETS[0], *OUTLETS[2:]]
    assert steps.widget(pilot, "#matrix").over.title == OUTLETS[0]


@pytest.mark.command("move_left")
async def test_move_left(pilot, steps, key):
    await steps.press(pilot, "c", "l", "l", key, key)
    assert titles(steps, pilot) == [OUTLETS[2], OUTLETS[0], OUTLETS[1], OUTLETS[3]]
    await steps.press(pilot, key)
    assert "first column already" in steps.said(pilot)


@pytest.mark.command("pin")
async def test_pin(pilot, steps, key):
    await steps.press(pilot, "c", "l", "l", "l", key)
    assert titles(steps, pilot)[0] == "Radio Tarn"
    assert "▪ pinned" in steps.seen(pilot, "#matrix")
    await steps.press(pilot, "l", "l", "l")
    assert "Radio Tarn" in steps.seen(pilot, "#matrix")
    await steps.press(pilot, "h", "h", "h", key)
    assert "▪ pinned" not in steps.seen(pilot, "#matrix")


@pytest.mark.command("hide_column")
async def test_hide_column(pilot, steps, key):
    await steps.press(pilot, "c", "l", "l", key)
    assert OUTLETS[2] not in titles(steps, pilot)
    assert "1 hidden" in steps.seen(pilot, "#matrix")
    await steps.press(pilot, key, key, key)
    assert "last column" in steps.said(pilot)
    assert len(titles(steps, pilot)) == 1


@pytest.mark.command("show_columns")
async def test_show_columns(pilot, steps, key):
    await steps.press(pilot, "c", "H", key)
    assert titles(steps, pilot) == OUTLETS
    assert "hidden" not in steps.seen(pilot, "#matrix")


async def test_the_next_and_the_previous_row_with_a_conflict(pilot, steps):
    await steps.press(pilot, "c", "s", "s", "right_square_bracket")
    matrix = steps.widget(pilot, "#matrix")
    assert matrix.row.claim.label == "cause of the fire"
    await steps.press(pilot, "right_square_bracket")
    assert "No further row with a conflict" in steps.said(pilot)
    await steps.press(pilot, "left_square_bracket")
    assert matrix.row.claim.label == "killed · people"


async def test_search_goes_from_cell_to_cell(pilot, steps):
    await steps.press(pilot, "c", "slash")
    await steps.type_in(pilot, "toll")
    matrix = steps.widget(pilot, "#matrix")
    assert "1 of 1" in steps.seen(pilot)
    assert matrix.statement.text.startswith("The death toll")
    await steps.press(pilot, "ctrl+u")
    await steps.type_in(pilot, "attack")
    await steps.press(pilot, "enter")
    assert matrix.matches == 3
    await steps.press(pilot, "n")
    assert "attack" in matrix.statement.text
    styles = {s.text: s.style for strip in pilot.app.screen._compositor.render_strips() for s in strip}
    assert styles["attack"].bgcolor != styles["Claim"].bgcolor


async def test_bookmarked_rows_are_marked_and_can_be_shown_alone(pilot, steps):
    await steps.press(pilot, "c", "j", "b", "enter", "f")
    assert "bookmarked" in steps.seen(pilot)
    await steps.type_in(pilot, "bookmarked")
    await steps.press(pilot, "enter")
    rows = steps.widget(pilot, "#matrix").rows
    assert {row.claim.label for row in rows} == {"cause of the fire", "the men at the gate"}
    assert "◆" in steps.seen(pilot, "#matrix")


async def test_the_clash_under_the_cursor_is_explained_below(pilot, steps):
    await steps.press(pilot, "c")
    assert "≠ number with Halden Oil < Halden Post: Same fire, same day" in steps.seen(pilot, "#why")
    await steps.press(pilot, "l", "l")
    assert "≠ number" in steps.seen(pilot, "#why")


async def test_nothing_is_done_to_words_that_are_not_under_the_cursor(pilot, steps):
    await steps.press(pilot, "c", "l", "l")
    assert steps.widget(pilot, "#matrix").statement is None
    assert "≠" in steps.seen(pilot, "#why")
    for key, what in (("M", "hold"), ("m", "correct"), ("y", "copy"), ("b", "bookmark"), ("x", "explain")):
        await steps.press(pilot, key)
        assert f"no statement under the cursor to {what}" in steps.said(pilot), key
