"""Escaping for Markdown loses nothing and never breaks a line or a cell."""

import re

from hypothesis import given
from hypothesis import strategies as st

from narrator.export.escape import UNSAFE, escape_markdown, unescape_markdown
from narrator.export.fold import cells, fold

HOSTILE = st.text(st.sampled_from("\\|&#;lt10⟨⟩U+<>`*_[]~ \n\tab\x1b\u202e\ud800é漢"))


@given(st.one_of(st.text(), HOSTILE))
def test_escaping_is_exact(text: str) -> None:
    assert unescape_markdown(escape_markdown(text)) == text


@given(HOSTILE)
def test_escaped_text_holds_no_separator_and_nothing_that_acts(text: str) -> None:
    escaped = escape_markdown(text)
    assert not re.search(r"(?<!\\)\|", escaped)
    assert not re.search(r"[\n\t<>]", escaped)
    assert not UNSAFE.search(escaped)


@given(st.text(st.characters(exclude_categories=("Cs",))), st.integers(min_value=12, max_value=60))
def test_folded_lines_fit_and_keep_every_word(text: str, width: int) -> None:
    lines = fold(text, width, "    ", "      ")
    assert all(cells(line) <= width for line in lines)
    bare = re.compile(r"\s|" + UNSAFE.pattern)
    assert bare.sub("", "".join(lines)) == bare.sub("", text)
