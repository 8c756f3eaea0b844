"""Make `narrator/conflict/weights.json`: how likely two accounts differ before a rule has looked, and how far a rule is trusted.

    python -m benchmarks.conflict_weights --data DIR

DIR is that of `benchmarks.quality`. `benchmarks/differences.jsonl` lists the differences of 37 of its stories, found by reading
the whole coverage of 42 (number of the story, document ids and offsets, in the form of `conflict/stories.gold.jsonl`, whose
five stories teach nothing). `benchmarks/flags.tsv` holds readers' judgements of pairs that rules set against each other.
Held-out figures come first: each story is scored with weights that the others made; the suspicion once more without each part.
"""

import argparse
import json
import sys
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.logistic import newton
from benchmarks.quality import LISTED, rows
from benchmarks.similarity_weights import Matrix, Vector, auc, precision, table
from narrator.alignment.rows import Rows
from narrator.comparison import compare
from narrator.conflict.calibration import BIAS, NAMES, log_odds, values
from narrator.conflict.judge import strongest
from narrator.conflict.pair import Pair
from narrator.conflict.telling import OTHERWISE
from narrator.model.comparison import SPEAKING
from narrator.model.statement import Statement
from narrator.sources.read import read

JUDGED = Path(__file__).with_name("flags.tsv")
OUT = Path(__file__).parents[1] / "narrator/conflict/weights.json"
PENALTY = 2.0
DOUBT = 4.0
"""Penalty on a rule's squared offset: a rule read a few times keeps most of the strength that it has of itself."""

HELD = 0.5
"""Share of the shorter of two ranges that must be common to both."""

CARD = {
    "what": "suspicion: weights of a logistic regression that tells whether two statements of one row differ in a way that an"
    " editor would mark; rules: what is added to the log odds of a rule's own strength (narrator/conflict/calibration.py).",
    "data": "Statements of different outlets that share a row, of 42 of the 52 stories, and the differences that readers of the"
    " whole coverage listed in 37 of them (benchmarks/differences.jsonl); pairs that rules set against each other"
    " (benchmarks/flags.tsv). No text of them is here, and nothing of the five stories of the data's own gold.",
    "labels": "suspicion: 1 where the two hold the two sides of a listed difference; rules: 1 where a reader judged the"
    " difference real.",
    "training": "python -m benchmarks.conflict_weights; penalty 2 on the squared weights of the suspicion, 4 on the offsets.",
    "limits": "English news of 2013-18; each story and each pair read once; what no reader listed counts as no difference.",
    "licence": "as the project (MIT)",
}  # fmt: skip


class Met(NamedTuple):
    """Two statements that share a row: story, values of NAMES, the rule that speaks with its strength, what readers say."""

    story: str
    outlets: bool
    values: tuple[float, ...]
    rule: str
    strength: float
    listed: bool
    judged: bool | None


def _pairs(data: Path) -> Iterator[Met]:
    listed, judged = rows(LISTED), list(_judgements())
    for path in sorted((data / "stories").glob("*.jsonl")):
        documents = {row["url"]: row["doc_id"] for row in rows(path)}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            articles = read([path]).articles
        home = {article.id: documents[article.url] for article in articles if article.url in documents}
        here = set(home.values())
        differences = [row for row in listed if row["event"] == path.stem.partition("-")[0]]
        decisions = [row for row in judged if row["a_doc"] in here]
        comparison = compare(articles)
        found = Rows(comparison.statements, {article.id: article.published for article in articles})
        outlet = {article.id: article.outlet for article in articles}
        met = {pair for claim in comparison.claims for pair in found.pairs(claim)}
        for one, other in sorted(met, key=lambda pair: (pair[0].id, pair[1].id)):
            if one.text == other.text:
                continue
            likeness = found.likeness(one, other)
            shown, asked = found.parts(one, other), found.in_question(one, other)
            pair = Pair(
                one, other, found.times(one, other), likeness, found.affinity(one, other), shown, asked
            ).ordered()
            _, finding = strongest(pair)
            ruled = finding.rule.relation in SPEAKING and finding.rule is not OTHERWISE
            yield Met(
                path.stem,
                outlet[one.article] != outlet[other.article],
                values(pair),
                finding.rule.name if ruled else "",
                finding.strength,
                any(_holds(row, one, other, home) for row in differences),
                next((row["real"] for row in decisions if _holds(row, one, other, home)), None) if ruled else None,
            )


def _judgements() -> Iterator[Mapping[str, Any]]:
    """The rows of flags.tsv in the form of the differences, and whether the difference is real."""
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        left, right, label = line.split("\t")[:3]
        sides = (side.partition(":") for side in (left, right))
        (a, _, a_span), (b, _, b_span) = sides
        yield {
            "a_doc": a,
            "a_span": [int(place) for place in a_span.split("-")],
            "b_doc": b,
            "b_span": [int(place) for place in b_span.split("-")],
            "real": label != "wrong",
        }


def _holds(row: Mapping[str, Any], one: Statement, other: Statement, home: Mapping[str, str]) -> bool:
    return any(
        _covers(left, row, "a", home) and _covers(right, row, "b", home) for left, right in ((one, other), (other, one))
    )


def _covers(statement: Statement, row: Mapping[str, Any], side: str, home: Mapping[str, str]) -> bool:
    start, end = row[f"{side}_span"]
    common = min(statement.end, end) - max(statement.start, start)
    shorter = min(statement.end - statement.start, end - start)
    return bool(home.get(statement.article) == row[f"{side}_doc"] and common >= HELD * shorter)


class Suspicion:
    """The pairs of different outlets as a matrix, with labels and stories."""

    def __init__(self, found: Sequence[Met]) -> None:
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

    def table(self) -> list[str]:
        """The held-out figures, and those without each part."""
        every = list(range(len(NAMES)))
        lines = {"all parts": self.held_out(every)}
        lines |= {f"without {name}": self.held_out([k for k in every if k != n]) for n, name in enumerate(NAMES)}
        return [f"{len(self.y)} pairs, {self.y.mean():.4f} differ", *table(lines)]

    def weights(self) -> dict[str, float]:
        """Learned from all pairs."""
        found = self.fit(np.ones(len(self.y), bool), list(range(len(NAMES))))
        return {name: round(float(value), 2) for name, value in zip((*NAMES, BIAS), found, strict=True)}


class Trust:
    """The judged pairs: rule, strength, and whether the difference was real."""

    def __init__(self, found: Sequence[Met]) -> None:
        self._found = [row for row in found if row.judged is not None]

    def weights(self, without: str = "") -> dict[str, float]:
        """Rule to what is added to the log odds of its strength, from the stories but one."""
        chosen = [row for row in self._found if row.story != without]
        return {
            rule: self._offset([row for row in chosen if row.rule == rule]) for rule in sorted({r.rule for r in chosen})
        }

    @staticmethod
    def _offset(chosen: Sequence[Met]) -> float:
        base = np.array([log_odds(row.strength) for row in chosen])
        y = np.array([bool(row.judged) for row in chosen], float)
        # Outlets repeat each other: what a rule finds in one story is about one difference and counts once.
        held = Counter(row.story for row in chosen)
        share = np.array([1 / held[row.story] for row in chosen])
        offset = 0.0
        for _ in range(50):
            p = 1 / (1 + np.exp(-(base + offset)))
            offset -= float(((share * (p - y)).sum() + DOUBT * offset) / ((share * p * (1 - p)).sum() + DOUBT))
        # Precision first: readers may take trust away from a rule, they do not add to its own strength.
        return min(0.0, round(offset, 2))

    def table(self) -> list[str]:
        """How many of the flags are real, by the rules' own strength and with offsets of the other stories."""
        own = [(row.strength, bool(row.judged)) for row in self._found]
        held = []
        for story in sorted({row.story for row in self._found}):
            offsets = self.weights(without=story)
            for row in self._found:
                if row.story == story:
                    evidence = log_odds(row.strength) + offsets.get(row.rule, 0.0)
                    held.append((float(1 / (1 + np.exp(-evidence))), bool(row.judged)))
        return [f"{len(self._found)} judged pairs", f"own strength: {_told(own)}", f"held out: {_told(held)}"]


def _told(scored: Sequence[tuple[float, bool]]) -> str:
    flags = [real for score, real in scored if score >= 0.5]
    expected = sum(score for score, _ in scored)
    return (
        f"{sum(flags)} of {len(flags)} flags real, of {sum(real for _, real in scored)} real ones in all"
        f" ({expected:.1f} expected)"
    )


def main() -> None:
    """Reads the arguments, learns, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    gold = {row["event"] for row in rows(data / "conflict/stories.gold.jsonl")}
    found = list(_pairs(data))
    suspicion = Suspicion([row for row in found if row.outlets and row.story not in gold])
    trust = Trust([row for row in found if row.story not in gold])
    print(*suspicion.table(), *trust.table(), sep="\n", file=sys.stderr)
    learned = {"card": CARD, "suspicion": suspicion.weights(), "rules": trust.weights()}
    OUT.write_text(json.dumps(learned, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
