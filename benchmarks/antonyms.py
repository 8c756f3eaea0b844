"""Make `narrator/conflict/lexicon/opposites.txt` from the WordNet 3.0 database files.

usage: python -m benchmarks.antonyms /usr/share/wordnet > narrator/conflict/lexicon/opposites.txt

WordNet ties an antonym to one word of one meaning. Here it holds for all words of that meaning, for the adjectives that are
similar to it ("difficult" is similar to "hard", the opposite of "easy"), and for the verbs that are ways of doing it.
"""

import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from narrator.language.weights import weight

PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
RAREST = 3.4
"""`weight` above which a word is left out."""

MEANINGS = 3
"""How many of a word's meanings count, commonest first."""

KINDS = {"a": ("&", "a"), "v": ("~", "v")}
"""Signs of the pointers to what is similar to an adjective, and to the ways of doing what a verb says."""

WIDEST = {"a": 40, "v": 12, "n": 0, "r": 0}
"""How many such there may be; what has more is too wide to be held against anything ("change", "chromatic")."""

_SKIPPED = """
be have do make come go give take say tell get put one no other same here there ever such even own like out home away
several some few many all each any another both half double single various first last middle annual level only still
answer question left live side top head foot
"""
SKIPPED = frozenset(_SKIPPED.split())
"""Words that stand for too much, that count, or that paraphrases exchange ("came" and "went" back)."""

HEAD = """# Words that exclude each other, from the antonyms of WordNet 3.0: common words in their commonest meanings.
# Copyright 2006 by Princeton University; WordNet licence: use, copying, change and distribution for any purpose and without
# fee, provided that this notice stays. "WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved."
# THIS DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED.
# Made again by `python -m benchmarks.antonyms`. Two sides a line, separated by "|".
"""


class Meaning(NamedTuple):
    """A synset: its words, and what its pointers lead to, as (sign, part, offset)."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, int], ...]


class Words:
    """One part of speech of the database."""

    def __init__(self, folder: Path, part: str) -> None:
        self.part = part
        self._data = (folder / f"data.{PARTS[part]}").read_bytes()
        self._index = (folder / f"index.{PARTS[part]}").read_text(encoding="ascii")

    @cached_property
    def senses(self) -> dict[str, list[int]]:
        """Lemma to the offsets of its meanings, commonest first."""
        lines = (line.split() for line in self._index.splitlines() if not line.startswith(" "))
        return {fields[0]: [int(offset) for offset in fields[-int(fields[2]) :]] for fields in lines}

    def meaning(self, offset: int) -> Meaning:
        """The synset at an offset."""
        fields = self._data[offset : self._data.index(b"\n", offset)].decode("ascii").split(" | ")[0].split()
        end = 4 + 2 * int(fields[3], 16)
        words = tuple(word.partition("(")[0].lower() for word in fields[4:end:2])
        found = fields[end + 1 : end + 1 + 4 * int(fields[end])]
        pointers = tuple((found[i], found[i + 2], int(found[i + 1])) for i in range(0, len(found), 4))
        return Meaning(words, pointers)

    def pairs(self) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
        """The two sides of every antonym."""
        for offset in sorted({offset for offsets in self.senses.values() for offset in offsets[:MEANINGS]}):
            for sign, part, other in self.meaning(offset).pointers:
                if sign == "!" and part == self.part and offset < other:
                    yield self._side(offset), self._side(other)

    def _side(self, offset: int) -> frozenset[str]:
        """The words of a meaning and of those that are kinds of it."""
        near = [other for sign, part, other in self.meaning(offset).pointers if KINDS.get(self.part) == (sign, part)]
        near = near if len(near) <= WIDEST[self.part] else []
        return frozenset(
            word for one in (offset, *near) for word in self.meaning(one).words if self._is_common(word, one)
        )

    def _is_common(self, word: str, offset: int) -> bool:
        common = word.isalpha() and weight(word) <= RAREST and word not in SKIPPED
        return common and offset in self.senses.get(word, [])[:MEANINGS]


def table(folder: Path) -> str:
    """The file's text."""
    found = (
        tuple(sorted((sorted(one), sorted(other)))) for part in PARTS for one, other in Words(folder, part).pairs()
    )
    lines = {f"{' '.join(one)}|{' '.join(other)}\n" for one, other in found if one and other and not {*one} & {*other}}
    return HEAD + "".join(sorted(lines))


if __name__ == "__main__":
    sys.stdout.write(table(Path(sys.argv[1])))
