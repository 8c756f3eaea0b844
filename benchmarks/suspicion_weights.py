"""Make `narrator/conflict/suspicion_weights.json` from the differences that readers listed.

    python -m benchmarks.suspicion_weights --data DIR

DIR is that of `benchmarks.quality`; `benchmarks/differences.jsonl` lists the differences of 37 of its stories, found by
reading (document ids and offsets, in the form of `conflict/stories.gold.jsonl`, whose own five stories are left out). Held-out
figures come first: each story is scored with weights that the others made, then once more without each part in turn.
"""

import argparse
import json
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.logistic import newton
from benchmarks.quality import rows
from benchmarks.similarity_weights import Matrix, Vector, auc, precision, table
from narrator.alignment.rows import Rows
from narrator.comparison import compare
from narrator.conflict.calibration import BIAS, NAMES, values
from narrator.conflict.pair import Pair
from narrator.model.statement import Statement
from narrator.sources.read import read

LISTED = Path(__file__).with_name("differences.jsonl")
OUT = Path(__file__).parents[1] / "narrator/conflict/suspicion_weights.json"
PENALTY = 2.0
HELD = 0.5
"""Share of the shorter of two ranges that must be common to both."""

CARD = {
    "what": "Weights of a logistic regression that tells whether two statements of one row differ in a way that an editor"
    " would mark (narrator/conflict/calibration.py).",
    "data": "Statements of different outlets that share a row, of 47 of the 52 stories; differences listed by readers of the"
    " whole coverage (benchmarks/differences.jsonl). No text of them is here.",
    "labels": "1: the two hold the two sides of a listed difference; 0: all else.",
    "training": "python -m benchmarks.suspicion_weights; penalty 2 on squared weights.",
    "limits": "English news of 2013-18; each story read once; what no reader listed counts as no difference.",
    "licence": "as the project (MIT)",
}  # fmt: skip


class Row(NamedTuple):
    """A pair of statements: its story, the values of NAMES, whether a reader listed it."""

    story: str
    values: tuple[float, ...]
    listed: bool


def _pairs(data: Path) -> Iterator[Row]:
    gold = {row["event"] for row in rows(data / "conflict/stories.gold.jsonl")}
    listed = rows(LISTED)
    for path in sorted((data / "stories").glob("*.jsonl")):
        if path.stem in gold:
            continue
        documents = {row["url"]: row["doc_id"] for row in rows(path)}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            articles = read([path]).articles
        home = {article.id: documents[article.url] for article in articles if article.url in documents}
        mine = [row for row in listed if row["event"] == path.stem]
        comparison = compare(articles)
        found = Rows(comparison.statements, {article.id: article.published for article in articles})
        outlet = {article.id: article.outlet for article in articles}
        for one, other in sorted({pair for claim in comparison.claims for pair in found.pairs(claim)}, key=_ids):
            if outlet[one.article] != outlet[other.article] and one.text != other.text:
                likeness = found.likeness(one, other)
                pair = Pair(one, other, found.times(one, other), likeness, parts=found.parts(one, other))
                yield Row(path.stem, values(pair), any(_holds(row, one, other, home) for row in mine))


def _ids(pair: tuple[Statement, Statement]) -> tuple[str, str]:
    return pair[0].id, pair[1].id


def _holds(row: Mapping[str, Any], one: Statement, other: Statement, home: Mapping[str, str]) -> bool:
    return any(
        _covers(left, row, "a", home) and _covers(right, row, "b", home) for left, right in ((one, other), (other, one))
    )


def _covers(statement: Statement, row: Mapping[str, Any], side: str, home: Mapping[str, str]) -> bool:
    start, end = row[f"{side}_span"]
    common = min(statement.end, end) - max(statement.start, start)
    shorter = min(statement.end - statement.start, end - start)
    return bool(home.get(statement.article) == row[f"{side}_doc"] and common >= HELD * shorter)


class Pool:
    """The pairs as a matrix, with labels and stories."""

    def __init__(self, data: Path) -> None:
        found = list(_pairs(data))
        self.x: Matrix = np.array([row.values for row in found])
        self.y: Vector = np.array([row.listed for row in found], float)
        self.story = np.array([row.story for row in found])

    def fit(self, chosen: "np.ndarray[tuple[int], np.dtype[np.bool_]]", columns: Sequence[int]) -> Vector:
        """Weights of these columns, then the bias."""
        x = np.hstack([self.x[chosen][:, columns], np.ones((chosen.sum(), 1))])
        return newton(x, self.y[chosen], np.array([PENALTY] * len(columns) + [0.0]))

    def held_out(self, columns: Sequence[int]) -> dict[str, float]:
        """Figures of each pair scored by weights of the stories that it is not of."""
        evidence = np.zeros(len(self.y))
        for story in sorted(set(self.story)):
            out = self.story == story
            weights = self.fit(~out, columns)
            evidence[out] = self.x[out][:, columns] @ weights[:-1] + weights[-1]
        return {"AUC": auc(self.y, evidence), "AP": precision(self.y, evidence)}


def main() -> None:
    """Reads the arguments, learns, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    pool = Pool(parser.parse_args().data)
    every = list(range(len(NAMES)))
    lines = {"all parts": pool.held_out(every)}
    lines |= {f"without {name}": pool.held_out([k for k in every if k != n]) for n, name in enumerate(NAMES)}
    print(f"{len(pool.y)} pairs, {pool.y.mean():.4f} differ", *table(lines), sep="\n", file=sys.stderr)
    weights = pool.fit(np.ones(len(pool.y), bool), every)
    learned = {name: round(float(value), 2) for name, value in zip((*NAMES, BIAS), weights, strict=True)}
    text = json.dumps({"card": CARD, "weights": learned}, indent=0, ensure_ascii=False)
    OUT.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
