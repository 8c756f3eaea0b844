"""Escaping is exact and leaves nothing that acts."""

import pytest

from narrator.export.escape import escape_markdown, scrub, unescape_markdown


@pytest.mark.parametrize(
    "text",
    [
        "a | b",
        "back\\slash\\|",
        "`code`",
        "# no heading",
        "[x](javascript:alert(1))",
        "<script>",
        "&lt; AT&T &#10;",
        "⟨U+0041⟩",
    ],
)
def test_escaping_can_be_undone(text: str) -> None:
    escaped = escape_markdown(text)
    assert escaped != text
    assert unescape_markdown(escaped) == text


def test_ordinary_prose_stays_as_it_is() -> None:
    prose = 'He said: "It fell (twice), at 10.30 - AT&T paid $5 million; 20% was lost!" — «Так» 「そう」'
    assert escape_markdown(prose) == prose


def test_line_breaks_and_unsafe_characters_leave_the_line() -> None:
    assert escape_markdown("a\nb\tc\x1b[2J\u202e\ud800") == "a&#10;b&#9;c⟨U+001B⟩\\[2J⟨U+202E⟩⟨U+D800⟩"


def test_scrub_drops_what_acts_on_a_terminal_and_keeps_the_rest() -> None:
    assert scrub("a\x1b]52;c;x\x07\x9b2J\u202eb\n\t👩‍🚒 שלום") == "a]52;c;x2Jb\n\t👩‍🚒 שלום"
