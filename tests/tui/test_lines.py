from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from narrator.tui.widgets.lines import _SINGLE, Mark, _counted, _measured, fit, marked, plain, quotation, wrap

WORDS = st.text(st.sampled_from("ab. \n\t漢é\u0301👍"), max_size=60)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("hello brave new world", 11, ["hello brave", "new world"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("supercalifragilistic", 8, ["supercal", "ifragili", "stic"]),
        ("漢字漢字漢字 abc", 5, ["漢字", "漢字", "漢字", "abc"]),
        ("", 10, [""]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]):
    assert [text[start:end] for start, end in wrap(text, width)] == lines


@given(WORDS, st.integers(2, 20))
def test_lines_fit_and_lose_nothing_but_blanks(text: str, width: int):
    lines = [text[start:end] for start, end in wrap(text, width)]
    assert all(cell_len(line.replace("\t", " ")) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(WORDS, st.integers(2, 20))
def test_offsets_go_forward(text: str, width: int):
    lines = wrap(text, width)
    assert all(start <= end for start, end in lines)
    assert all(before.end <= after.start for before, after in pairwise(lines))


def test_marks_cut_a_line_into_pieces():
    pieces = list(
        marked("eleven people died", 0, 18, [Mark(0, 13, "clash"), Mark(7, 18, "here"), Mark(0, 13, "clash")], "quote")
    )
    assert [(piece.text, piece.roles) for piece in pieces] == [
        ("eleven ", ("quote", "clash")),
        ("people", ("quote", "clash", "here")),
        (" died", ("quote", "here")),
    ]


def test_a_quotation_moves_its_marks_behind_the_opening_mark():
    (line,) = quotation("eleven died", 40, 0, [Mark(0, 6, "clash")])
    assert plain(line.pieces) == "“eleven died”"
    assert [piece.text for piece in line.pieces if "clash" in piece.roles] == ["eleven"]


@pytest.mark.parametrize(
    ("text", "width", "short"), [("short", 5, "short"), ("longer", 5, "long…"), ("漢字漢字", 5, "漢字…")]
)
def test_fit(text: str, width: int, short: str):
    assert fit(text, width) == short


@given(st.text(st.sampled_from("ab. “é"), max_size=60), st.integers(2, 20), st.data())
def test_counting_and_measuring_set_the_same_lines(text: str, width: int, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert _counted(text, width, start, end) == _measured(text, width, start, end)


def test_what_is_counted_is_one_cell_wide():
    assert {cell_len(character) for character in _SINGLE} == {1}
    assert [character for character in _SINGLE if character.isspace()] == [" "]
