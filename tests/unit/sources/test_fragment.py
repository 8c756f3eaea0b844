"""HTML to paragraphs."""

import pytest

from narrator.sources.fragment import Block, blocks, paragraphs


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("<p>One <b>bold</b> <a href='x'>link</a>.</p><p>Two.</p>", ["One bold link.", "Two."]),
        ("One.<br><br>Two.<br/>Three.", ["One.", "Two.", "Three."]),
        ("<ul><li>a<li>b <p>c</p></ul>tail", ["a", "b", "c", "tail"]),
        ("<blockquote><p>Said.</p></blockquote>", ["Said."]),
        ("a<script>x()</script>b<style>y</style>c<!-- no -->d", ["abcd"]),
        ("<figure><img alt='no'><figcaption>Caption</figcaption></figure>Text", ["Text"]),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", ["a | b", "c"]),
        ("<pre>one\ntwo\n\nthree</pre>", ["one two", "three"]),
        ("R&amp;D &lt;3&nbsp;000\n  spaces", ["R&D <3 000 spaces"]),
        ("<p>Before.</p><p>___</p><p>* * *</p><p>After.</p>", ["Before.", "After."]),
        ("<?xml version='1.0' encoding='latin-1'?><p>café</p>", ["café"]),
        ("", []),
        ("<br>", []),
        ("plain", ["plain"]),
    ],
)
def test_paragraphs(markup: str, read: list[str]) -> None:
    assert paragraphs(markup) == read


def test_a_block_names_its_element() -> None:
    assert blocks("<h1>Head</h1><div>Text<p>Para</p>tail</div>") == [
        Block("h1", "Head"),
        Block("div", "Text"),
        Block("p", "Para"),
        Block("div", "tail"),
    ]


def test_deep_nesting_does_not_overflow() -> None:
    assert paragraphs("<div>" * 200 + "deep" + "</div>" * 200) == ["deep"]
