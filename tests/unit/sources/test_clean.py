"""Nothing that acts on a terminal comes in, and nothing else is lost."""

import pytest

from narrator.sources.clean import clean_line, clean_text


@pytest.mark.parametrize(
    ("raw", "safe", "removed"),
    [
        ("plain", "plain", 0),
        ("\x1b[31mred\x1b[0m", "red", 9),
        ("\x1b]0;title\x07text", "text", 10),
        ("\x1b]52;c;QUJD\x1b\\text", "text", 13),
        ("a\u202eb\u202cc\u200bd\ufeff", "abcd", 4),
        ("bell\x07 back\x08 null\x00", "bell back null", 3),
        ("\U0001f468\u200d\U0001f469 שלום 中文 é", "\U0001f468\u200d\U0001f469 שלום 中文 é", 0),
        ("tab\tstays", "tab\tstays", 0),
        ("lone \ud83d half", "lone  half", 1),
    ],
)
def test_unsafe_characters_go_and_are_counted(raw: str, safe: str, removed: int) -> None:
    assert clean_text(raw) == (safe, removed)


def test_line_ends_become_one_kind_and_are_not_counted() -> None:
    assert clean_text("a\r\nb\rc\u2028d\x0ce") == ("a\nb\nc\nd\ne", 0)


def test_a_stray_introducer_does_not_swallow_the_text_behind_it() -> None:
    text, _ = clean_text("\x1b]no end of this\nThe second paragraph.\x9d The third \x90 sentence.")
    assert "no end of this" in text
    assert "The second paragraph. The third  sentence." in text


def test_decomposed_letters_stay_as_they_are() -> None:
    assert clean_text("e\u0301") == ("e\u0301", 0)


def test_a_line_is_one_line() -> None:
    assert clean_line(" A\n title\x1b[1m \t here ") == "A title here"
