"""Make `narrator/alignment/similarity_weights.json` from pairs of sentences that do or do not speak to the same point.

    python -m benchmarks.similarity_weights --data DIR

DIR is that of `benchmarks.quality`; `benchmarks/same_point.tsv` holds labels of pairs of its stories. Held-out figures come
first: topics and stories are dealt into seventeen parts, and each is scored with weights that the others made; then once more
without each part of the similarity in turn, and with each part that was tried and left out. A table of reliability follows.
"""

import argparse
import json
import sys
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq
from rapidfuzz.utils import default_process

from benchmarks.logistic import newton
from benchmarks.quality import input_of, rows
from benchmarks.same_point import LABELS
from narrator.alignment.features import features
from narrator.alignment.similarity import AGAINST, BIAS, NAMES, values
from narrator.events import gate
from narrator.language.analyse import propositions
from narrator.language.lexicon import act_of
from narrator.model.article import JOIN
from narrator.model.statement import Statement

FOLDS = 17
"""Parts that the topics are dealt into: as many as ECB+ has topics here."""
PENALTY = 2.0
"""Of the squared weights."""
SHARES = {"align.ecb": 1.0, "align.superpal": 1.0, "retrieve.ecb": 0.5, "pairs.news": 2.0, "pool.a": 1.0, "pool.b": 1.0}
"""How much a pair of each set counts."""
TRIED = ("fuzzy", "order", "names", "roles", "slot", "gate", "time")
"""Parts that were left out."""
POOLS = ("pool.a", "pool.b")
"""The sets that the probability is calibrated on: what a comparison looks at."""
CROWD = 40
"""Pairs that may hold a name before it is no sign of a topic."""
OUT = Path(__file__).parents[1] / "narrator/alignment/similarity_weights.json"

CARD = {
    "what": "Weights of a logistic regression that tells whether two statements speak to the same point"
    " (narrator/alignment/similarity.py).",
    "data": "Pairs of sentences of ECB+ (align.ecb, retrieve.ecb), of SuperPAL, of 13 news stories (pairs.news), and 2,501 pairs"
    " of statements of two articles of one story (benchmarks/same_point.tsv, 52 stories). No text of them is here: the parts are"
    " shares of words, names, acts, figures and days in common.",
    "labels": "1: the two share an annotated event, are aligned propositions, report the same fact; 0: all else.",
    "training": "python -m benchmarks.similarity_weights; penalty 2 on squared weights, one bias a set, parts that speak for the"
    " same point weigh no less than nothing and parts that speak against it no more.",
    "calibration": "Slope and bias by logistic regression on the held-out evidence for the pairs of same_point.tsv, each counted"
    " as often as pairs like it occur among those of two articles of one story that share telling words or a slot: of pairs at"
    " 0.5 about half speak to the same point.",
    "limits": "English news; wording counts most, so that two accounts of one fact in words of their own meet by slot or not at"
    " all.",
    "licence": "as the project (MIT)",
}

Matrix = npt.NDArray[np.float64]
Vector = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences of a data set, whether they speak to the same point, and the topic that is held out as a whole.

    `stands_for` says of how many pairs of two articles it was drawn, where that is known.
    """

    data: str
    id: str
    topic: str
    left: str
    right: str
    label: int
    stands_for: float = 1.0


def pairs(data: Path) -> Iterator[Pair]:
    """The labelled pairs of all sets, set by set."""
    for gold in (data / "alignment/align.ecb.gold.jsonl", data / "alignment/align.superpal.gold.jsonl"):
        for row, text in zip(rows(gold), rows(input_of(gold)), strict=True):
            yield Pair(
                gold.name.removesuffix(".gold.jsonl"),
                row["id"],
                _topic(row["orig"]),
                text["a"],
                text["b"],
                row["label"],
            )
    gold = data / "alignment/retrieve.ecb.gold.jsonl"
    for row, text in zip(rows(gold), rows(input_of(gold)), strict=True):
        for n, candidate in enumerate(text["candidates"]):
            label = int(n in row["relevant"])
            yield Pair("retrieve.ecb", row["id"], _topic(row["orig"]), text["query"], candidate, label)
    gold = data / "conflict/pairs.news.gold.jsonl"
    stories = {path.stem: [row["text"] for row in rows(path)] for path in sorted((data / "stories").glob("*.jsonl"))}
    for row, text in zip(rows(gold), rows(input_of(gold)), strict=True):
        story = next((name for name, told in stories.items() if any(text["a"] in one for one in told)), row["id"])
        yield Pair("pairs.news", row["id"], story, text["a"], text["b"], int(row["point"] == "same"))
    yield from _labelled(data)


def _labelled(data: Path) -> Iterator[Pair]:
    """The pairs of statements that are labelled by their places in the stories."""
    stories = {
        row["doc_id"]: (path.stem, row["text"]) for path in (data / "stories").glob("*.jsonl") for row in rows(path)
    }

    def words(side: str) -> str:
        document, _, places = side.partition(":")
        spans = (place.split("-") for place in places.split(","))
        return JOIN.join(stories[document][1][int(start) : int(end)] for start, end in spans)

    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        _, left, right, label, sample, count = line.split("\t")
        if f"pool.{sample}" in POOLS:  # the others were drawn of what rows had joined
            story = stories[left.partition(":")[0]][0]
            yield Pair(f"pool.{sample}", line, story, words(left), words(right), int(label == "same"), float(count))


def _topic(origin: str) -> str:
    """The ECB+ topic of a sentence; of the propositions of SuperPAL it is not told."""
    return "" if origin.startswith("superpal") else origin.partition("_")[0]


def topics(found: Sequence[Pair], statements: Mapping[str, Statement]) -> list[str]:
    """The topic of each pair; pairs that name none are of one topic where they share a name."""
    names = [
        _names(statements[pair.left]) | _names(statements[pair.right]) if not pair.topic else set() for pair in found
    ]
    counts = Counter(name for held in names for name in held)
    topic: dict[str, str] = {}
    for held in names:
        known = {name: topic.setdefault(name, name) for name in sorted(held) if counts[name] <= CROWD}
        joined = set(known.values())
        topic |= {name: min(joined) for name, old in topic.items() if old in joined}
    return [
        pair.topic or next((topic[name] for name in sorted(held) if name in topic), pair.id)
        for pair, held in zip(found, names, strict=True)
    ]


def _names(statement: Statement) -> set[str]:
    return {term.lemma for term in statement.terms if term.pos == "PROPN"}


class Pool:
    """All pairs as a matrix of parts, with their labels, sets and folds."""

    def __init__(self, found: Sequence[Pair], statements: Mapping[str, Statement]) -> None:
        self.pairs = found
        made = {text: features(statement) for text, statement in statements.items()}
        sides = [(pair.left, pair.right) for pair in found]
        kept = [values(made[left], made[right]) for left, right in sides]
        others = [tuple(tried(statements[left], statements[right])) for left, right in sides]
        self.x: Matrix = np.hstack([np.array(kept), np.array(others)])
        self.y: Vector = np.array([pair.label for pair in found], float)
        self.sets = np.array([pair.data for pair in found])
        place = {topic: n % FOLDS for n, topic in enumerate(dict.fromkeys(topics(found, statements)))}
        self.fold = np.array([place[topic] for topic in topics(found, statements)])

    def fit(self, chosen: npt.NDArray[np.bool_], columns: Sequence[int]) -> Vector:
        """The weights of these columns on the chosen pairs, one bias a set."""
        biases = np.array([[float(name == one) for name in SHARES] for one in self.sets[chosen]])
        share = np.array([SHARES[one] for one in self.sets[chosen]])
        signs = np.array([sign((NAMES + TRIED)[column]) for column in columns])
        x = np.hstack([self.x[chosen][:, columns] * signs, biases])
        found: Vector = regression(x, self.y[chosen], share, len(columns))[: len(columns)] * signs
        return found

    def held_out(self, columns: Sequence[int]) -> Vector:
        """The evidence for each pair by weights of topics that it is not of."""
        found = np.zeros(len(self.y))
        for fold in range(FOLDS):
            out = self.fold == fold
            found[out] = self.x[out][:, columns] @ self.fit(~out, columns)
        return found

    def figures(self, evidence: Vector) -> dict[str, float]:
        """What the scorers of the sets would say."""
        found: dict[str, float] = {}
        for name in ("align.ecb", "align.superpal", "pairs.news", *POOLS):
            chosen = self.sets == name
            found |= {
                f"{name} AUC": auc(self.y[chosen], evidence[chosen]),
                f"{name} AP": precision(self.y[chosen], evidence[chosen]),
            }
        return found | {"retrieve.ecb hit@1": self._hits(evidence)}

    def calibration(self, evidence: Vector) -> tuple[float, float]:
        """Slope and bias that make a probability of the evidence, on the pools, each of which counts as much as the other."""
        chosen = np.isin(self.sets, POOLS)
        share = np.array([pair.stands_for for pair in self.pairs])
        for name in POOLS:
            share[self.sets == name] /= share[self.sets == name].mean()
        x = np.stack([evidence[chosen], np.ones(int(chosen.sum()))], axis=1)
        slope, bias = _regular(x, self.y[chosen], share[chosen], 0)
        return float(slope), float(bias)

    def reliability(self, evidence: Vector) -> Iterator[str]:
        """How many pairs of the pools speak to the same point, by tenths of their probability."""
        slope, bias = self.calibration(evidence)
        chosen = np.isin(self.sets, POOLS)
        tenth = np.minimum((10 / (1 + np.exp(-slope * evidence - bias))).astype(int), 9)
        for n in range(10):
            here = chosen & (tenth == n)
            share = np.array([pair.stands_for for pair, one in zip(self.pairs, here, strict=True) if one])
            yield f"| {n / 10:.1f} | {here.sum()} | {np.average(self.y[here], weights=share):.2f} |"

    def _hits(self, evidence: Vector) -> float:
        best: dict[str, tuple[float, float]] = {}
        for pair, one, label in zip(self.pairs, evidence, self.y, strict=True):
            if pair.data == "retrieve.ecb":
                best[pair.id] = max(best.get(pair.id, (-np.inf, 0.0)), (float(one), -float(label)))
        return float(np.mean([-label for _, label in best.values()]))


def tried(left: Statement, right: Statement) -> Iterator[float]:
    """The parts that were left out: the fuzzy ratio of the texts, their words in one order, a name, one party in one role, a
    question that both answer, no reason for another occurrence, one time in the same words."""
    texts = default_process(left.text), default_process(right.text)
    yield fuzz.token_set_ratio(*texts) / 100
    yield LCSseq.normalized_similarity(texts[0].split(), texts[1].split())
    yield float(bool(_named(left) & _named(right)))
    yield float(bool(_roles(left) & _roles(right)))
    yield float(bool({(slot.name, slot.key) for slot in left.slots} & {(slot.name, slot.key) for slot in right.slots}))
    yield 1 - min(1.0, len(gate.judge(left, right).reasons) / gate.ENOUGH)
    yield float(bool({time.text.lower() for time in left.times} & {time.text.lower() for time in right.times}))


def _named(statement: Statement) -> set[str]:
    return {word for name in statement.names for word in name.text.lower().split()}


def _roles(statement: Statement) -> set[tuple[str, bool, str]]:
    """Class of act, whether as agent, and head of the phrase."""
    return {
        (act_of(frame.predicate), phrase is frame.agent, phrase.head)
        for frame in statement.frames
        for phrase in (frame.agent, frame.patient)
        if phrase
    }


def sign(name: str) -> float:
    """Whether a part speaks for one point or against it."""
    return -1.0 if name in AGAINST else 1.0


def regression(x: Matrix, y: Vector, share: Vector, parts: int) -> Vector:
    """Logistic regression; a part that would weigh less than nothing is left out. The rest are biases."""
    used = np.ones(x.shape[1], bool)
    while True:
        weights = _regular(x[:, used], y, share, int(used[:parts].sum()))
        found = np.zeros(x.shape[1])
        found[used] = weights
        if found[:parts].min() >= 0:
            return found
        used[int(found[:parts].argmin())] = False


def _regular(x: Matrix, y: Vector, share: Vector, parts: int) -> Vector:
    penalty = np.full(x.shape[1], PENALTY)
    penalty[parts:] = 1e-3
    return newton(x, y, penalty, share)


def auc(y: Vector, scores: Vector) -> float:
    """Share of pairs of a positive and a negative that are in the right order, ties by half."""
    above: Matrix = np.sign(scores[y == 1][:, None] - scores[y == 0][None, :])
    return float((above.mean() + 1) / 2)


def precision(y: Vector, scores: Vector) -> float:
    """Average precision."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(y[order])
    return float((hits / np.arange(1, len(y) + 1))[y[order] == 1].mean())


def report(pool: Pool) -> Iterator[str]:
    """A Markdown table: all parts held out and in sample, and each part left out in turn."""
    every = list(range(len(NAMES)))
    whole = np.ones(len(pool.y), bool)
    sets = {"all parts": every}
    sets |= {f"without {name}": [k for k in every if k != n] for n, name in enumerate(NAMES)}
    sets |= {f"and {name}": [*every, len(NAMES) + n] for n, name in enumerate(TRIED)}
    lines = {name: pool.figures(pool.held_out(columns)) for name, columns in sets.items()}
    lines["all parts, in sample"] = pool.figures(pool.x[:, every] @ pool.fit(whole, every))
    yield from table(lines)
    yield from ("", "| probability from | pairs | same point |", "|---|---|---|")
    yield from pool.reliability(pool.held_out(every))


def table(lines: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Rows of figures as Markdown."""
    heads = next(iter(lines.values()))
    yield "| | " + " | ".join(heads) + " |"
    yield "|---" * (len(heads) + 1) + "|"
    for name, figures in lines.items():
        yield f"| {name} | " + " | ".join(f"{figures[head]:.3f}".lstrip("0") for head in heads) + " |"


def load(data: Path) -> Pool:
    """The pool of the data in a directory."""
    found = list(pairs(data))
    return Pool(found, parsed(text for pair in found for text in (pair.left, pair.right)))


def parsed(texts: Iterable[str]) -> dict[str, Statement]:
    """Each text as a statement."""
    unique = list(dict.fromkeys(texts))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return dict(zip(unique, propositions(unique), strict=True))


def main() -> None:
    """Reads the arguments, learns, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    pool = load(parser.parse_args().data)
    print(*report(pool), sep="\n", file=sys.stderr)
    every = list(range(len(NAMES)))
    slope, bias = pool.calibration(pool.held_out(every))
    weights = slope * pool.fit(np.ones(len(pool.y), bool), every)
    learned = {BIAS: round(bias, 2)} | {
        name: round(float(value), 2) for name, value in zip(NAMES, weights, strict=True)
    }
    OUT.write_text(
        json.dumps({"card": CARD, "weights": learned}, indent=0, ensure_ascii=False) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
