"""Plain text: paragraphs, hard-wrapped lines joined again, a headline on top."""

import re
from itertools import pairwise

from narrator.sources.clean import one_line_end
from narrator.sources.found import Found, join

WRAPPED = 100
"""Longest line, in characters, that is taken for a hard-wrapped one."""

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
    """The paragraphs of a plain text. Blocks between blank lines whose lines are all short are taken for hard-wrapped."""
    blocks = [[line.strip() for line in block.split("\n")] for block in _BLANK.split(one_line_end(text))]
    longest = [max(map(len, block)) for block in blocks]
    width = max((length for length in longest if length <= WRAPPED), default=0)
    unwrapped = (
        _unwrap(block, width) if length <= WRAPPED else block for block, length in zip(blocks, longest, strict=True)
    )
    return [paragraph for block in unwrapped for paragraph in block if paragraph]


def _unwrap(lines: list[str], width: int) -> list[str]:
    """Joins a line to the one before it where that one broke off: for want of room, or in the middle of a sentence."""
    paragraphs = [[lines[0]]]
    for before, line in pairwise(lines):
        if not _continues(before, line, width):
            paragraphs.append([line])
        else:
            kept_whole = _LETTER_HYPHEN.search(before) and line[:1].isalnum()  # "US-" / "led"
            paragraphs[-1] += [line] if kept_whole else [" ", line]
    return ["".join(parts) for parts in paragraphs]


def _continues(before: str, line: str, width: int) -> bool:
    if not before or not line or _LIST_MARK.match(line):
        return False
    had_no_room = len(before) + 1 + len(line.split(maxsplit=1)[0]) > width
    return had_no_room or not _FINAL.search(before)
