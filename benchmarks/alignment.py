"""What it costs to find the statements that belong together, beside fuzzy matching of all with all.

    python -m benchmarks.alignment --data DIR [--most N]

DIR is that of `benchmarks.quality`. The statements of its stories, in the order of the files, are taken as those of one event.
One process, seconds of the processor, the parse excluded, features included. The table of growth goes up to N statements (8,000
unless told); memory is what the features, the pairs and their likenesses hold.
"""

import argparse
import itertools
import time
import tracemalloc
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process

from benchmarks.quality import rows
from narrator.alignment.candidates import candidates
from narrator.alignment.features import Features, features
from narrator.alignment.similarity import score
from narrator.language.analyse import analyse
from narrator.model.statement import Statement

SIZE = 2_000
"""Statements that the ratio is measured on."""

SMALLEST = 500
"""Statements of the first line of the table of growth."""

ROUNDS = 3
"""Of which the fastest counts in the table of growth."""

LINKS = (0.3, 0.42, 0.5)
"""Likeness from which a pair may be called a link."""

Scores = dict[tuple[int, int], float]


class Cost(NamedTuple):
    """Seconds, and how many pairs were looked at."""

    features: float
    candidates: float
    scores: float
    pairs: int

    @property
    def seconds(self) -> float:
        return self.features + self.candidates + self.scores


def statements(data: Path, most: int) -> list[Statement]:
    """The first statements of all stories; where they are fewer, of the articles of ECB+ after them."""
    files = [*sorted((data / "stories").glob("*.jsonl")), data / "events/cluster.ecb.input.jsonl"]
    found: list[Statement] = []
    for file in files:
        if len(found) < most:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found += [one for text in analyse([row["text"] for row in rows(file)]) for one in text.statements]
    return found[:most]


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor."""
    start = time.process_time()
    work()
    return time.process_time() - start


def align(found: Sequence[Statement]) -> tuple[Cost, Scores]:
    """Everything from statements to the likeness of every pair worth a look."""
    made: list[Features] = []
    pairs: set[tuple[int, int]] = set()
    scores: Scores = {}
    cost = Cost(
        timed(lambda: made.extend(map(features, found))),
        timed(lambda: pairs.update(candidates(made))),
        timed(lambda: scores.update({(i, j): score(made[i], made[j]) for i, j in pairs})),
        len(pairs),
    )
    return cost, scores


def ratio(found: Sequence[Statement]) -> Iterator[str]:
    """Against all pairs by WRatio, and how many links of scoring all pairs are kept."""
    texts = [statement.text for statement in found]
    slow = timed(lambda: process.cdist(texts, texts, scorer=fuzz.WRatio, workers=1))
    cost, scores = align(found)
    yield f"{len(found)} statements: WRatio of all pairs {slow:.1f} s; features, candidates and scores {cost.seconds:.2f} s"
    yield f"({cost.features:.2f} + {cost.candidates:.2f} + {cost.scores:.2f}), {slow / cost.seconds:.0f} times faster"
    made = list(map(features, found))
    every = {(i, j): score(made[i], made[j]) for i, j in itertools.combinations(range(len(made)), 2)}
    for threshold in LINKS:
        links = [pair for pair, value in every.items() if value >= threshold]
        kept = sum(pair in scores for pair in links)
        yield f"links of likeness {threshold} and more: {kept} of {len(links)} ({100 * kept / len(links):.1f} %)"


def growth(found: Sequence[Statement]) -> Iterator[str]:
    """Cost by the number of statements, and how the cost of each line compares with the one before: 4 would be quadratic."""
    yield "| statements | pairs looked at | of all | seconds | times the line before | MB |"
    yield "|---|---|---|---|---|---|"
    size, before = SMALLEST, 0.0
    while size <= len(found):
        part = found[:size]
        cost = min((align(part)[0] for _ in range(ROUNDS)), key=lambda one: one.seconds)
        times = f"{cost.seconds / before:.1f}" if before else ""
        share = 200 * cost.pairs / (size * (size - 1))
        yield f"| {size:,} | {cost.pairs:,} | {share:.1f} % | {cost.seconds:.2f} | {times} | {_memory(part):.0f} |"
        size, before = size * 2, cost.seconds


def _memory(found: Sequence[Statement]) -> float:
    """Megabytes at most while features, pairs and scores are made."""
    tracemalloc.start()
    align(found)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def main() -> None:
    """Reads the arguments and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--most", type=int, default=8_000)
    options = parser.parse_args()
    found = statements(options.data, options.most)
    print(*ratio(found[:SIZE]), sep="\n", flush=True)
    print(*growth(found), sep="\n")


if __name__ == "__main__":
    main()
