"""HTML to the paragraphs that a reader sees: for Markdown, the content of feeds, and the trees that trafilatura returns."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree, html

_HTML_BLOCKS = """address article aside blockquote body br caption center dd details div dl dt fieldset footer h1 h2 h3 h4 h5 h6
header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul"""
_TRAFILATURA_BLOCKS = "head item lb list quote row"
_NOT_TEXT = """audio button canvas embed figcaption form graphic iframe img input math noscript object script select style svg
template textarea title video"""
_BLOCKS = frozenset(f"{_HTML_BLOCKS} {_TRAFILATURA_BLOCKS}".split())
_UNSEEN = frozenset(_NOT_TEXT.split())
_CELLS = frozenset(("td", "th", "cell"))
_PREFORMATTED = frozenset(("pre", "quote"))  # trafilatura turns the one into the other
_BLANK = re.compile(r"\n[^\S\n]*\n")


class Block(NamedTuple):
    """One paragraph and the innermost block element that holds its end."""

    tag: str
    text: str


def paragraphs(markup: str) -> list[str]:
    """The paragraphs of a piece of HTML, white space collapsed, captions and forms left out."""
    return [block.text for block in blocks(markup)]


def blocks(markup: str) -> list[Block]:
    """The paragraphs of a piece of HTML with their elements."""
    if not markup.strip():
        return []
    # As bytes: lxml refuses a string that names an encoding of its own.
    parser = html.HTMLParser(encoding="utf-8")
    return list(walk(html.fromstring(b"<div>%b</div>" % markup.encode("utf-8", "replace"), parser=parser)))


def walk(root: etree._Element) -> Iterator[Block]:
    """The paragraphs of a tree, in order, without recursion."""
    gathered: list[str] = []
    open_blocks = [""]
    for event, element in (events := etree.iterwalk(root, events=("start", "end", "comment", "pi"))):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            yield from _paragraph(gathered, open_blocks[-1])
            gathered.clear()
        if event == "start":
            if tag in _UNSEEN:
                events.skip_subtree()
                continue
            if tag in _BLOCKS:
                open_blocks.append(element.get("rend", tag) if tag == "head" else tag)  # trafilatura: <head rend="h1">
            gathered.append(element.text or "")
            continue
        if event == "end" and tag in _BLOCKS:
            open_blocks.pop()
        if tag in _CELLS and element.getnext() is not None:
            gathered.append(" | ")
        if element is not root:
            gathered.append(element.tail or "")
    yield from _paragraph(gathered, "")


def _paragraph(gathered: list[str], tag: str) -> Iterator[Block]:
    text = "".join(gathered)
    for part in _BLANK.split(text) if tag in _PREFORMATTED else [text]:
        words = " ".join(part.split()).strip("|").strip()
        if any(character.isalnum() for character in words):  # not the "___" between sections
            yield Block(tag, words)
