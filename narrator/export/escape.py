"""Foreign text at the edge: what could act on a terminal or a Markdown viewer is made inert."""

import re

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
"""Control, direction and invisible characters; newline, tab and the joiners that scripts and emoji need are not among them."""

# `&` matters only where it would be read as a character reference.
_MARKDOWN = re.compile(rf"[\\`*_\[\]|~#]|[<>]|&(?=#?\w+;)|[\n\t⟨]|{UNSAFE.pattern}")
_ESCAPED = re.compile(r"\\([\\`*_\[\]|~#])|&(lt|gt|amp);|&#(9|10|10216);|⟨U\+([0-9A-F]{4,6})⟩")
_NAMED = {"<": "lt", ">": "gt", "&": "amp"}
_CHARACTER = {name: character for character, name in _NAMED.items()}


def scrub(text: str) -> str:
    """The text without the characters that could act on a terminal."""
    return UNSAFE.sub("", text)


def escape_markdown(text: str) -> str:
    """The text on one line, inert in a Markdown paragraph, heading or table cell; `unescape_markdown` gives it back exactly.

    Punctuation that Markdown reads gets a backslash, what HTML reads and line breaks become character references, and
    unsafe characters become visible: ⟨U+202E⟩.
    """
    return _MARKDOWN.sub(_escape, text)


def unescape_markdown(text: str) -> str:
    """The text that `escape_markdown` was given."""
    return _ESCAPED.sub(_unescape, text)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _NAMED:
        return f"&{_NAMED[character]};"
    if character in "\n\t⟨":
        return f"&#{ord(character)};"
    if UNSAFE.match(character):
        return f"⟨U+{ord(character):04X}⟩"
    return f"\\{character}"


def _unescape(match: re.Match[str]) -> str:
    punctuation, name, number, code = match.groups()
    if name:
        return _CHARACTER[name]
    if number:
        return chr(int(number))
    return chr(int(code, 16)) if code else str(punctuation)
