"""Plain text: paragraphs, hard-wrapped lines joined again, a headline on top."""

import re
from itertools import pairwise

from narrator.sources.clean import one_line_end
from narrator.sources.found import Found, join

WRAPPED = 100
"""Longest line, in characters, that is taken for a hard-wrapped one."""

_NARROWEST = 60  # nobody wraps to less; without it every line of a text of short lines would count as full
_LONGEST_TITLE = 150
_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LIST_MARK = re.compile(r"(?:[-*•–—]|\d{1,2}[.)])\s")
_FINAL = re.compile(r"""[.!?:;…。！？]["'”’»)\]]*$""")
_LETTER_HYPHEN = re.compile(r"\w-$")


def parse(text: str) -> Found:
    """The article in a plain text; a short first paragraph without final punctuation is taken for its title."""
    text = one_line_end(text).strip()
    first, *rest = _BLANK.split(text, maxsplit=1)
    if rest and _is_title(first):
        return Found(join(paragraphs(rest[0])), title=first, guessed=True)
    return Found(join(paragraphs(text)))


def _is_title(block: str) -> bool:
    return "\n" not in block and len(block) <= _LONGEST_TITLE and not _FINAL.search(block)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a plain text.

    Blocks between blank lines whose lines are all short are taken for hard-wrapped. Where no line is blank, a short line may as
    well be a paragraph: there it is joined to the next only if it broke off for want of room or in the middle of a sentence.
    """
    blocks = [[line.strip() for line in block.split("\n")] for block in _BLANK.split(one_line_end(text).strip())]
    if len(blocks) == 1:
        return _unwrap(blocks[0], max(_NARROWEST, *map(len, blocks[0])))
    return [paragraph for block in blocks for paragraph in _unwrap(block)]


def _unwrap(lines: list[str], width: int = 0) -> list[str]:
    """Joins the lines of a hard-wrapped block; `width` 0 joins them all, otherwise only where a line of that width broke off."""
    if max(map(len, lines)) > WRAPPED:
        return [line for line in lines if line]
    joined = [[lines[0]]]
    for before, line in pairwise(lines):
        if _LIST_MARK.match(line) or (width and not _broke_off(before, line, width)):
            joined.append([line])
        else:
            kept_whole = _LETTER_HYPHEN.search(before) and line[:1].isalnum()  # "US-" / "led"
            joined[-1] += [line] if kept_whole else [" ", line]
    return [paragraph for paragraph in map("".join, joined) if paragraph]


def _broke_off(before: str, line: str, width: int) -> bool:
    had_no_room = len(before) + 1 + len(line.split(maxsplit=1)[0]) > width
    return had_no_room or not _FINAL.search(before)
