"""Whatever bytes come in: no exception, no unsafe character, nothing lost that is text."""

import re
import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.sources.clean import clean_line, clean_text
from narrator.sources.metadata import names, when
from narrator.sources.read import read
from narrator.sources.text import paragraphs

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
HEADS = [
    "",
    "---\ntitle: a\n---\n",
    "+++\n",
    "<html><body><p>",
    "<rss version='2.0'><channel><item>",
    '{"text": "',
    "\x1b[",
    "\xef\xbb\xbf",
]


@given(st.text(alphabet=st.characters(codec=None)))
def test_clean_text_is_safe_and_says_the_same_twice(text: str) -> None:
    safe, removed = clean_text(text)
    assert not UNSAFE.search(safe)
    assert clean_text(safe) == (safe, 0)
    assert len(safe) + removed <= len(text)


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"])))
def test_clean_text_leaves_text_alone(text: str) -> None:
    if not UNSAFE.search(text):
        assert clean_text(text) == (text, 0)


@given(st.text())
def test_a_line_holds_no_line_end(text: str) -> None:
    assert "\n" not in clean_line(text)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(HEADS), st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode()))
def test_no_input_raises_and_every_input_is_accounted_for(head: str, body: bytes) -> None:
    reading = read(["-"], stdin=head.encode() + body)
    assert reading.articles or reading.problems
    for article in reading.articles:
        assert article.text.strip()
        assert not UNSAFE.search(article.text)
        assert not UNSAFE.search(f"{article.title}{article.outlet}{article.url}{article.authors}")


WORDS = st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=12), min_size=1, max_size=40)


@given(st.lists(WORDS, min_size=2, max_size=5), st.integers(min_value=20, max_value=100))
def test_unwrapping_undoes_wrapping(texts: list[list[str]], width: int) -> None:
    written = [" ".join(words) for words in texts]
    assert paragraphs("\n\n".join(textwrap.fill(text, width) for text in written)) == written


@given(st.text())
def test_paragraphs_lose_no_character_but_white_space(text: str) -> None:
    assert "".join("".join(paragraphs(text)).split()) == "".join(text.split())


@given(st.text(max_size=60) | st.integers() | st.none() | st.lists(st.text(max_size=20)) | st.dates() | st.datetimes())
def test_no_value_of_a_field_raises(value: object) -> None:
    when(value)
    names(value)
