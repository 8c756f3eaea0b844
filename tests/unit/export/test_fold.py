import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.export.fold import cells, clip, window

WORDS = "After the night, at least eleven people were killed when the depot burned"
FIGURE = WORDS.index("at least"), WORDS.index(" were")


@pytest.mark.parametrize("width", [26, 40, 60, 100])
def test_a_window_holds_the_words_it_is_cut_round(width: int) -> None:
    found = window(WORDS, *FIGURE, width)
    assert found.text[found.start : found.end] == "at least eleven people"
    assert cells(found.text) <= width


def test_a_window_is_cut_between_words() -> None:
    assert window(WORDS, *FIGURE, 44).text == "…at least eleven people were killed when…"


def test_what_fits_is_left_as_it_is() -> None:
    assert clip("short", 5) == "short"
    assert clip("two\nlines", 20) == "two lines"


def test_a_cut_is_seen_and_parts_no_character() -> None:
    assert clip("hello world", 8) == "hello…"
    assert clip("e\u0301e\u0301e\u0301e\u0301", 3) == "e\u0301…"


@given(st.text(), st.integers(0, 40), st.integers(0, 40), st.integers(1, 60))
def test_no_window_is_too_wide(text: str, start: int, length: int, width: int) -> None:
    found = window(text, min(start, len(text)), min(start + length, len(text)), width)
    assert cells(found.text) <= width
    assert 0 <= found.start <= found.end <= len(found.text)
