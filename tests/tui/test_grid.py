from dataclasses import replace
from types import ModuleType

from narrator.model.comparison import Column
from narrator.tui.widgets.grid import column_width, columns_for, rows_of, silence, stacked, table
from narrator.tui.widgets.lines import plain


def labels(rows) -> list[str]:
    return [row.claim.label for row in rows]


def test_rows_pass_the_filter(story: ModuleType):
    assert len(rows_of(story.COMPARISON, "all", "contested")) == 4
    assert "where the depot stands" not in labels(rows_of(story.COMPARISON, "differences", "contested"))
    assert labels(rows_of(story.COMPARISON, "conflicts", "article")) == ["killed · people", "cause of the fire"]


def test_rows_are_sorted(story: ModuleType):
    contested = labels(rows_of(story.COMPARISON, "all", "contested"))
    assert contested[-2:] == ["the men at the gate", "where the depot stands"]
    assert labels(rows_of(story.COMPARISON, "all", "article"))[0] == "killed · people"
    late = replace(
        story.COMPARISON, claims=(replace(story.CLAIMS[2], statements=(story.WATCHMEN.id,)), story.CLAIMS[3])
    )
    assert labels(rows_of(late, "all", "time")) == ["where the depot stands", "the men at the gate"]


def test_silence_has_its_reason(story: ModuleType):
    courier, _, vestnik, _ = story.COMPARISON.columns
    assert silence(story.COMPARISON, courier) == "not mentioned"
    assert silence(story.COMPARISON, vestnik) == "not extracted (ru)"


def test_narrators_who_say_nothing_here_have_no_column(story: ModuleType):
    dorn = Column("dorn", "Pavel Dorn", frozenset({story.RAIDERS.id, story.TANKERS.id}))
    silent = Column("x", "Silent", frozenset({story.TANKERS.id}))
    oil = Column("oil", "Halden Oil", frozenset({story.FOUR.id, story.VALVE.id}))
    by_narrator = replace(story.COMPARISON, by="narrator", columns=(silent, dorn, oil))
    assert [column.title for column in columns_for(by_narrator, "conflicts").columns] == ["Halden Oil", "Pavel Dorn"]
    assert columns_for(story.COMPARISON, "conflicts").columns == story.COMPARISON.columns


def test_rows_span_all_columns(story: ModuleType):
    lines = table(story.COMPARISON, rows_of(story.COMPARISON, "all", "contested"), 30)
    assert all(len(line.cells) == len(story.COMPARISON.columns) for line in lines)
    numbers = [line.row for line in lines if line.row is not None]
    assert numbers == sorted(numbers)


def test_fifty_columns_keep_a_legible_width():
    assert column_width(200, 50) >= 28
    assert column_width(200, 2) <= 56


def test_clashing_words_are_marked_in_both_cells(story: ModuleType):
    lines = table(story.COMPARISON, rows_of(story.COMPARISON, "conflicts", "article"), 40)
    clashing = {
        piece.text for line in lines for cell in line.cells for piece in cell if "clash-conflict" in piece.roles
    }
    assert {"eleven people", "Four people", "faulty valve", "no attack"} <= clashing


def test_the_stack_says_the_same(story: ModuleType):
    lines = stacked(story.COMPARISON, rows_of(story.COMPARISON, "all", "contested"), 60)
    text = " ".join(" ".join(plain(line.pieces) for line in lines).split())
    assert all(statement.text in text for statement in story.STATEMENTS if statement is not story.TANKERS)
    assert "╲╲╲ not extracted (ru): Вестник Тарна" in text
