"""The labelled pairs of `same_point.tsv`, found again in the statements of today."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from narrator.model.statement import Statement

LABELS = Path(__file__).with_name("same_point.tsv")
HELD = 0.5
"""Share of the labelled words that a statement must hold to be the one that was labelled."""

Side = tuple[str, int, int]
"""Article id and envelope."""


class Labelled(NamedTuple):
    """Two sides, whether they speak to the same point, the sample and how many pairs it stands for (`weight`)."""

    left: Side
    right: Side
    same: bool
    sample: str
    weight: float

    @staticmethod
    def place(statements: Sequence[Statement], side: Side) -> int | None:
        """Position of the statement that holds most of the labelled words, the longest of equals; None where none does."""
        article, start, end = side

        def shared(one: Statement) -> float:
            held = min(one.end, end) - max(one.start, start)
            return held / min(one.end - one.start, end - start) if one.article == article else 0.0

        best = max(
            range(len(statements)), key=lambda n: (shared(statements[n]), statements[n].end - statements[n].start)
        )
        return best if shared(statements[best]) >= HELD else None


def labelled(home: Mapping[str, str]) -> Iterator[Labelled]:
    """The pairs between articles of which `home` maps the document ids of the data to article ids."""
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        _, left, right, label, sample, count = line.split("\t")
        if left.partition(":")[0] in home:
            yield Labelled(_side(left, home), _side(right, home), label == "same", sample, float(count))


def _side(words: str, home: Mapping[str, str]) -> Side:
    document, _, places = words.partition(":")
    return home[document], int(places.split("-")[0]), int(places.rpartition("-")[2])
