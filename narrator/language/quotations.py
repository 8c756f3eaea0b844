"""Where a text quotes: the spans between quotation marks, nested and over paragraphs.

Marks are judged by their neighbours, so that apostrophes, inches and elisions ("’90s") open nothing. A quotation that is not
closed ends at its paragraph, unless the next paragraph opens with a quotation mark: then it runs on.
"""

import re
from dataclasses import dataclass, replace

from narrator.model.article import Span

_OPENING = {"“": '”"', "„": "“”", "«": "»", "‹": "›", "``": "''", "‘": "’", '"': '"”', "''": "''", "'": "'", "‟": "”"}
"""Opening mark to the marks that close it."""

_SINGLE = frozenset("'‘‹")
_EITHER_WAY = frozenset(('"', "''", "'"))
_MARK = re.compile(r"``|''|[“”„‟«»‹›‘’\"']|\n")
_ELISION = re.compile(r"['‘’](?:\d0s\b|\d\d\b|(?:em|til|tis|twas|cause|n|round|bout|cuz)\b)", re.IGNORECASE)
_BEFORE_OPENING = frozenset(" \t\u00a0\u2009([{/—–-―“‘\"'…:,")
_LATER = re.compile(r"[^‘“”\"]*?(?<=[\w.,!?])['’](?![\w'’])")

REACH = 1_000
"""Characters within which a single quotation mark is closed; an apostrophe may have no partner in the whole article."""

DEEPEST = 6
"""Quotations inside one another; nobody writes more, and each mark is held against all that are open."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: `span` with its marks, `inner` without; `closed` where a closing mark was found; `depth` 0 is outermost."""

    span: Span
    inner: Span
    closed: bool
    depth: int = 0


@dataclass(slots=True)
class _Open:
    mark: str
    start: int


def find_quotations(text: str) -> list[Quoted]:
    """Every quotation of a text, ordered by start, nested ones included (they lie inside their outer one)."""
    found: list[Quoted] = []
    stack: list[_Open] = []
    resumed = -1
    for match in _MARK.finditer(text):
        mark, start, end = match[0], match.start(), match.end()
        if start < resumed:
            continue
        if mark == "\n":
            resumed = _end_paragraph(text, start, stack, found)
        elif _closes(text, match, stack):
            _close(stack, mark, start, end, found)
        elif _opens(text, match, stack):
            stack.append(_Open(mark, start))
    _abandon(stack, len(text.rstrip()), found)
    return _with_depth(found)


def _with_depth(found: list[Quoted]) -> list[Quoted]:
    ends: list[int] = []
    ordered = []
    for quoted in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        while ends and ends[-1] <= quoted.span.start:
            ends.pop()
        ordered.append(replace(quoted, depth=len(ends)))
        ends.append(quoted.span.end)
    return ordered


def _end_paragraph(text: str, newline: int, stack: list[_Open], found: list[Quoted]) -> int:
    """Ends what is open, or lets it run on; returns the offset from which marks count again."""
    if not stack:
        return newline
    following = re.compile(r"\s*").match(text, newline)
    next_start = following.end() if following else newline
    if text.startswith(stack[0].mark, next_start) and stack[0].mark != "'":
        del stack[1:]
        return next_start + len(stack[0].mark)
    if stack[0].mark not in _SINGLE and _closes_first(text, next_start, stack[0].mark):
        del stack[1:]
        return next_start
    _abandon(stack, newline, found)
    return newline


def _closes_first(text: str, start: int, mark: str) -> bool:
    """Whether the paragraph at `start` closes a quotation before it opens one: the marks that begin paragraphs were left out."""
    line = text.find("\n", start)
    for match in re.compile(r"``|''|[“”«»\"]").finditer(text, start, line if line >= 0 else len(text)):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        return match[0] in _closers(mark) and not before.isspace() and not after.isalnum()
    return False


def _abandon(stack: list[_Open], end: int, found: list[Quoted]) -> None:
    """What is still open at the end of a paragraph; a lone single mark was an apostrophe after all."""
    found.extend(
        Quoted(Span(one.start, end), Span(one.start + len(one.mark), end), False)
        for one in stack
        if one.mark not in _SINGLE and end > one.start + len(one.mark)
    )
    stack.clear()


def _close(stack: list[_Open], mark: str, start: int, end: int, found: list[Quoted]) -> None:
    """Closes the innermost quotation that `mark` can close; what was opened inside it and never closed is dropped."""
    while stack:
        one = stack.pop()
        if mark in _closers(one.mark):
            found.append(Quoted(Span(one.start, end), Span(one.start + len(one.mark), start), True))
            return


def _closers(mark: str) -> tuple[str, ...]:
    closers = _OPENING[mark]
    return (closers,) if closers == "''" else tuple(closers)


def _closes(text: str, match: re.Match[str], stack: list[_Open]) -> bool:
    mark, start, end = match[0], match.start(), match.end()
    if not any(mark in _closers(one.mark) for one in stack):
        return False
    if mark in "'’":
        return _single_closes(text, start, end)
    if mark in _EITHER_WAY and not (stack[-1].mark == "“" and end < len(text) and text[end].isspace()):
        # Inside a quotation, a mark between a space and a word opens a nested one only if the outer is of another kind.
        return stack[-1].mark == mark or not _before_word(text, start, end)
    return True


def _single_closes(text: str, start: int, end: int) -> bool:
    """A single mark closes where no letter follows; after a plural's s before a small letter it may be a possessive."""
    if end < len(text) and text[end].isalnum():
        return False
    if text[start - 1 : start].isspace():
        return False
    possessive = text[start - 1 : start] in ("s", "S") and re.compile(r" [a-z]").match(text, end) is not None
    return not (possessive and _later_closing(text, end))


def _later_closing(text: str, start: int) -> bool:
    """Whether another closing single mark follows in the paragraph and within reach, before a new opening one."""
    line = text.find("\n", start, start + REACH)
    return _LATER.match(text, start, line if line >= 0 else start + REACH) is not None


def _opens(text: str, match: re.Match[str], stack: list[_Open]) -> bool:
    mark, start, end = match[0], match.start(), match.end()
    if mark not in _OPENING or len(stack) == DEEPEST or _ELISION.match(text, start):
        return False
    if mark in ("'", "‘"):
        return _before_word(text, start, end) and _later_closing(text, end)
    if mark in _EITHER_WAY:
        digit_before = text[start - 1 : start].isdigit()
        return not digit_before and (_before_word(text, start, end) or not stack)
    return mark != "“" or not any(one.mark == "“" for one in stack)


def _before_word(text: str, start: int, end: int) -> bool:
    """Whether a mark stands where words begin: after a space or bracket, before something that is no space."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return (not before or before in _BEFORE_OPENING or before == "\n") and bool(after) and not after.isspace()
