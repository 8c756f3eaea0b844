"""Credit lines: whose text an article says it is, wholly or in part."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from narrator.model.article import Article

HEAD, TAIL = 400, 600
"""Characters at the beginning and at the end of a text among which credit lines stand."""

LINE = 80
"""Longest line that is a byline, in characters."""

SHORT = 4
"""Names of agencies up to so many letters count only as they are spelt."""


class Credit(NamedTuple):
    """Agencies whose text an article says it is, and those that it says contributed to it."""

    whole: frozenset[str]
    part: frozenset[str]


def credit(article: Article) -> Credit:
    """What the article says of its agency: in outlet or author, dateline, byline, signature, or note of thanks."""
    text = article.text
    head, tail = text[:HEAD], text[-TAIL:]
    whole = {*_only(article.outlet or ""), *(agency for author in article.authors for agency in _only(author))}
    whole.update(_found(_forms().dateline, head))
    for line in (*head.split("\n"), *tail.split("\n")):
        whole.update(_only(line))
    whole.update(_found(_forms().signature, tail))
    part = set(_found(_forms().thanks, f"{head}\n{tail}"))
    return Credit(frozenset(whole), frozenset(part - whole))


class _Forms(NamedTuple):
    """Patterns whose only group is the name of an agency."""

    only: re.Pattern[str]
    dateline: tuple[re.Pattern[str], ...]
    signature: tuple[re.Pattern[str], ...]
    thanks: tuple[re.Pattern[str], ...]


@cache
def _names() -> dict[str, str]:
    """Name to agency; long names in small letters too, whereas "ap" and "pa" are words of other languages."""
    lines = files(__package__).joinpath("agencies.txt").read_text(encoding="utf-8").splitlines()
    told = (line.partition(": ") for line in lines if not line.startswith("#"))
    names = {name: agency for agency, _, listed in told for name in listed.split("|")}
    return names | {name.lower(): agency for name, agency in names.items() if len(name) > SHORT}


@cache
def _forms() -> _Forms:
    longest_first = sorted(_names(), key=lambda name: (-len(name), name))
    name = rf"(?<![\w/])({'|'.join(map(re.escape, longest_first))})(?![\w/])"
    return _Forms(
        # A byline or the like: "By Agence France-Presse", "JOHN DOE, Associated Press", "Reuters Staff", "— AP".
        only=re.compile(
            rf"\W*(?:by |from |source: )?(?:[\w.'’ -]{{1,40}}, )?(?:the )?{name}(?: staff)?\W*", re.IGNORECASE
        ),
        # "WASHINGTON, Dec 27 (Reuters) - …", "(AP) …" at the beginning of a line, "AFP — …".
        dateline=(
            re.compile(rf"^[^.!?\n(]{{0,60}}(?:\.[^.!?\n(]{{0,20}})?\({name}\)[^\S\n]*\S", re.MULTILINE),
            re.compile(rf"\({name}\)\s*[-–—]"),
            re.compile(rf"^{name} ?[-–—] ", re.MULTILINE),
        ),
        # "Copyright 2017 The Associated Press.", "… he said. (Reuters)".
        signature=(
            re.compile(rf"(?:copyright|©)[ ©\d]{{1,10}}(?:the )?{name}", re.IGNORECASE),
            re.compile(rf"[.!?”\"] ?\({name}\)\s*$"),
        ),
        thanks=(
            re.compile(rf"{name}[^.!?\n]{{0,60}} contributed\b"),
            re.compile(
                r"\b(?:with files from|additional reporting by|with (?:reporting|material) (?:from|by))[^.!?\n]{0,60}?"
                rf"{name}",
                re.IGNORECASE,
            ),
        ),
    )


def _only(line: str) -> Iterator[str]:
    """The agency that a line names, and nothing else with it but a writer."""
    found = _forms().only.fullmatch(line.strip()) if len(line) <= LINE else None
    if found and ("," not in found[0] or len(found[1]) > SHORT):  # "Erie, PA" is a place
        yield from _agency(found)


def _found(patterns: Iterable[re.Pattern[str]], text: str) -> Iterator[str]:
    for pattern in patterns:
        for found in pattern.finditer(text):
            yield from _agency(found)


def _agency(found: re.Match[str]) -> Iterator[str]:
    name = found[1] if len(found[1]) <= SHORT else found[1].lower()
    if name in _names():
        yield _names()[name]
