"""Make `narrator/conflict/lexicon/opposites.txt` from the WordNet 3.0 database files.

usage: python -m benchmarks.antonyms /usr/share/wordnet > narrator/conflict/lexicon/opposites.txt

Antonyms are relations of words, not of meanings: of each word only the commonest meanings count, and both words must be common.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from narrator.language.weights import weight

PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
RAREST = 3.4
"""`weight` above which a word is left out."""

MEANINGS = 4
"""How many of a word's meanings count, commonest first."""

NONE = frozenset(
    {
        frozenset(pair.split("|"))
        for pair in (
            "come|go give|take here|there ever|never other|same out|safe foot|head head|rear answer|question have|lack "
            "level|raise bounce|clear keep|lose idle|run let|prevent attend|miss stand|yield beginning|middle end|middle "
            "late|middle little|much annual|perennial annual|biennial bear|bull double|single basic|incidental busy|idle "
            "deficit|lead delay|rush conventional|nuclear functional|organic general|local issue|recall live|recorded "
            "passing|running running|standing hit|miss change|stay move|stay side|top express|local home|away half|whole "
            "like|unlike act|refrain bore|interest cover|uncover fail|manage profit|lose"
        ).split()
    }
)
"""Opposites in a meaning that few texts have, or that paraphrases exchange: "came" and "went" back."""

HEAD = """# Words that exclude each other: antonyms of WordNet 3.0, of common words in their commonest meanings.
# Copyright 2006 by Princeton University; WordNet licence: use, copying, change and distribution for any purpose and without
# fee, provided that this notice stays. "WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved."
# THIS DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED.
# Made again by `python -m benchmarks.antonyms`. A word, "|", its opposites.
"""


def pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Words and the opposites of their commonest meanings."""
    for part, name in PARTS.items():
        senses = dict(_senses(folder / f"index.{name}"))
        data = (folder / f"data.{name}").read_bytes()
        for word, offsets in senses.items():
            for offset in offsets[:MEANINGS]:
                yield from _opposites(data, folder, part, word, int(offset))


def _senses(path: Path) -> Iterator[tuple[str, list[str]]]:
    for line in path.read_text(encoding="ascii").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            yield fields[0], fields[-int(fields[2]) :]


def _opposites(data: bytes, folder: Path, part: str, word: str, offset: int) -> Iterator[tuple[str, str]]:
    own = _words(data, offset)
    fields = data[offset : data.index(b"\n", offset)].decode("ascii").split(" | ")[0].split()
    pointers = fields[5 + 2 * len(own) :]
    for place in range(len(pointers) - 3):
        if pointers[place] == "!" and pointers[place + 2] in PARTS:
            source, target = int(pointers[place + 3][:2], 16), int(pointers[place + 3][2:], 16)
            if source and own[source - 1] == word:
                yield word, _words(data, int(pointers[place + 1]))[target - 1]


def _words(data: bytes, offset: int) -> list[str]:
    fields = data[offset : data.index(b"\n", offset)].decode("ascii").split()
    return [fields[4 + 2 * i].partition("(")[0].lower() for i in range(int(fields[3], 16))]


def _counts(one: str, other: str) -> bool:
    pair = frozenset({one, other})
    return len(pair) == 2 and pair not in NONE and max(weight(one), weight(other)) <= RAREST


def table(folder: Path) -> str:
    """The file's text."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs(folder):
        if one.isalpha() and other.isalpha() and _counts(one, other):
            first, second = sorted((one, other))
            found[first].add(second)
    return HEAD + "".join(f"{word}|{' '.join(sorted(others))}\n" for word, others in sorted(found.items()))


if __name__ == "__main__":
    sys.stdout.write(table(Path(sys.argv[1])))
