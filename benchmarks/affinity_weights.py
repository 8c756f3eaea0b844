"""Make `narrator/alignment/affinity_weights.json` from pairs of statements that do or do not speak to the same point.

    python -m benchmarks.affinity_weights --data DIR

DIR is that of `benchmarks.quality`; `benchmarks/same_point.tsv` holds labels of pairs of its stories. Held-out figures come
first: each story is scored with weights that the others made; then once more without each part in turn.
"""

import argparse
import json
import sys
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.quality import rows
from benchmarks.same_point import labelled
from benchmarks.similarity_weights import Matrix, Vector, auc, precision, regression, table
from narrator.alignment.context import BIAS, NAMES, Context
from narrator.alignment.rows import accounts_of
from narrator.comparison import extract_statements
from narrator.sources.read import read

OUT = Path(__file__).parents[1] / "narrator/alignment/affinity_weights.json"
SHARES = {"a": 1.0, "b": 1.0, "c": 2.0}
"""How much a pair of each sample counts; the bias is that of the last."""

CARD = {
    "what": "Weights of a logistic regression that tells whether two statements of different articles of one event speak to the"
    " same point (narrator/alignment/context.py).",
    "data": "Pairs of statements of two articles of one story (benchmarks/same_point.tsv, 52 stories). No text of them is here:"
    " the parts are shares of words in common and places in the articles.",
    "labels": "1: they report the same fact, act or quantity, or answer the same question of fact; 0: all else.",
    "training": "python -m benchmarks.affinity_weights; penalty 2 on squared weights; no part weighs less than nothing.",
    "calibration": "Pairs count as drawn: most are near the probabilities where a row begins.",
    "limits": "English news of 2013-18; read by several readers, one each.",
    "licence": "as the project (MIT)",
}  # fmt: skip


class Pool:
    """The labelled pairs as a matrix of parts, with labels, stories and what each stands for."""

    def __init__(self, data: Path) -> None:
        found = list(_pairs(data))
        self.x: Matrix = np.array([values for _, values, _, _, _ in found])
        self.y: Vector = np.array([label for _, _, label, _, _ in found], float)
        self.story = np.array([story for story, *_ in found])
        self.sample = np.array([sample for _, _, _, sample, _ in found])
        self.stands_for: Vector = np.array([count for *_, count in found], float)

    def fit(self, chosen: "np.ndarray[tuple[int], np.dtype[np.bool_]]", columns: Sequence[int]) -> Vector:
        """Weights of these columns and the bias of the strictest sample, last; each sample was read with another eye."""
        samples = np.array([[float(one == name) for name in sorted(SHARES)] for one in self.sample[chosen]])
        share = np.array([SHARES[one] for one in self.sample[chosen]])
        found = regression(np.hstack([self.x[chosen][:, columns], samples]), self.y[chosen], share, len(columns))
        return np.append(found[: len(columns)], found[-1])

    def held_out(self, columns: Sequence[int]) -> Vector:
        """The evidence for each pair by weights of the stories that it is not of."""
        found = np.zeros(len(self.y))
        for story in sorted(set(self.story)):
            out = self.story == story
            found[out] = _evidence(self.x[out][:, columns], self.fit(~out, columns))
        return found

    def figures(self, evidence: Vector) -> dict[str, float]:
        """Figures of both samples, and the share of true pairs that the surest seven tenths true ones hold."""
        found: dict[str, float] = {}
        for sample in sorted(set(self.sample)):
            chosen = self.sample == sample
            y, scores = self.y[chosen], evidence[chosen]
            order = np.argsort(-scores, kind="stable")
            count = self.stands_for[chosen][order]
            true = np.cumsum(count * y[order])
            good = np.nonzero(true / np.cumsum(count) >= 0.7)[0]
            found |= {
                f"{sample} AUC": auc(y, scores),
                f"{sample} AP": precision(y, scores),
                f"{sample} recall at .7": float(true[good[-1]] / true[-1]) if len(good) else 0.0,
            }
        return found


def _evidence(x: Matrix, weights: Vector) -> Vector:
    found: Vector = x @ weights[:-1] + weights[-1]
    return found


def _pairs(data: Path) -> Iterator[tuple[str, tuple[float, ...], int, str, float]]:
    """Story, parts, label, sample and count of each labelled pair whose statements are found."""
    for path in sorted((data / "stories").glob("*.jsonl")):
        documents = {row["url"]: row["doc_id"] for row in rows(path)}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            articles = read([path]).articles
        home = {documents[article.url]: article.id for article in articles if article.url in documents}
        if not (mine := list(labelled(home))):
            continue
        accounts = accounts_of(one for found in extract_statements(articles) for one in found)
        context = Context(accounts)
        for pair in mine:
            left, right = pair.place(accounts, pair.left), pair.place(accounts, pair.right)
            if left is not None and right is not None:
                yield path.stem, context.values(left, right), int(pair.same), pair.sample, pair.weight


def main() -> None:
    """Reads the arguments, learns, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    pool = Pool(parser.parse_args().data)
    every = list(range(len(NAMES)))
    lines = {"all parts": pool.figures(pool.held_out(every))}
    for n, name in enumerate(NAMES):
        lines[f"without {name}"] = pool.figures(pool.held_out([k for k in every if k != n]))
    print(f"{len(pool.y)} pairs, {pool.y.mean():.3f} the same point", *table(lines), sep="\n", file=sys.stderr)
    weights = pool.fit(np.ones(len(pool.y), bool), every)
    learned = {BIAS: round(float(weights[-1]), 2)} | {
        name: round(float(value), 2) for name, value in zip(NAMES, weights[:-1], strict=True)
    }
    text = json.dumps({"card": CARD, "weights": learned}, indent=0, ensure_ascii=False)
    OUT.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
