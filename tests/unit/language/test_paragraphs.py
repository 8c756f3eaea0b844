"""An article's text as paragraphs, and back to the article's offsets."""

from typing import TYPE_CHECKING

import pytest

from narrator.language.paragraphs import LONGEST, Piece, dateline, parse, split

if TYPE_CHECKING:
    from spacy.language import Language


def test_a_newline_ends_a_paragraph() -> None:
    assert split("One.\n\n  Two. \nThree.") == [Piece(0, "One."), Piece(8, "Two."), Piece(14, "Three.")]


@pytest.mark.parametrize("text", ["", "\n", "  \n\t\n "])
def test_white_space_holds_none(text: str) -> None:
    assert split(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KYIV, Ukraine (AP) — Shells fell.", "KYIV, Ukraine (AP) — "),
        ("BEIRUT (Reuters) - Shells fell.", "BEIRUT (Reuters) - "),
        ("MOSCOW, March 5 — Shells fell.", "MOSCOW, March 5 — "),
        ("Odessa (AFP) - Shells fell.", "Odessa (AFP) - "),
        ("Kyiv — a city on the river — was calm.", ""),
        ("Shells fell on Kyiv.", ""),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(text: str, expected: str) -> None:
    assert dateline(text) == expected
    assert split(text) == [Piece(len(expected), text[len(expected) :])]


def test_an_over_long_line_is_cut_between_words_and_loses_none() -> None:
    line = "word " * LONGEST
    pieces = split(line)
    assert len(pieces) > 1
    assert all(len(piece.text) <= LONGEST and not piece.text.startswith("ord") for piece in pieces)
    assert " ".join(piece.text for piece in pieces) == line.rstrip()
    assert all(line.startswith(piece.text, piece.start) for piece in pieces)


def test_an_over_long_line_is_cut_behind_a_sentence_where_one_ends() -> None:
    line = "The road from the U.S. base was closed. " * (LONGEST // 20)
    assert all(piece.text.endswith("closed.") for piece in split(line))


def test_a_line_without_a_space_is_cut_all_the_same() -> None:
    assert [len(piece.text) for piece in split("x" * (LONGEST + 5))] == [LONGEST, 5]


def test_tokens_and_runs_have_offsets_in_the_article(nlp: "Language") -> None:
    text = "One 😀 line.\n KYIV (AP) — Shells hit a school."
    last = parse(nlp, [text])[0][-1]
    assert [text[slice(*last.span(token))] for token in last.doc] == ["Shells", "hit", "a", "school", "."]
    assert text[slice(*last.span(last.doc[1:4]))] == "hit a school"


def test_texts_keep_their_own_paragraphs(nlp: "Language") -> None:
    parsed = parse(nlp, ["One.\nTwo.", "", "Three."])
    assert [[paragraph.doc.text for paragraph in one] for one in parsed] == [["One.", "Two."], [], ["Three."]]
