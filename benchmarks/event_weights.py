"""Make `narrator/events/weights.json` from articles whose events are known.

    python -m benchmarks.event_weights --data DIR

DIR is that of `benchmarks.quality`; the weights are learned on `events/cluster.*` and `stories/`. Held-out figures come first:
topics and stories are dealt into six parts, and the likeness of two articles is told by weights that neither of their parts
made, while every set is grouped as a whole.
"""

import argparse
import json
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.logistic import newton
from benchmarks.quality import Bench, Row, input_of, name_of, rows, to_article
from narrator.events.grouping import ALIKE, candidates
from narrator.events.likeness import BIAS, FEATURES, features
from narrator.events.linkage import average_link
from narrator.events.profile import profile
from narrator.model.article import digest

FOLDS = 6
DEALS = 4
"""How often the parts are dealt anew."""
PENALTY = 1.0
"""Of the squared weights."""
OUT = Path(__file__).parents[1] / "narrator/events/weights.json"

CARD = {
    "what": "Weights of a logistic regression: are two articles about one event? (narrator/events/likeness.py)",
    "data": "381 articles of 34 events in 17 topics of ECB+ (Cybulska, Vossen 2014), two sister events a topic, and 239 articles"
    " of 52 stories from news pages of 2013-18. No text of either is here.",
    "labels": "1: the same event or story; 0: another one. Pairs that share fewer than two telling words are left out. A pair"
    " weighs the inverse of the geometric mean of the sizes of its events.",
    "training": "python -m benchmarks.event_weights; penalty 1 on squared weights.",
    "gain": "Topics and stories held out, mean of four deals: B-cubed F1 .948 on ECB+ and .956 on the stories"
    " pooled; one cosine threshold gave .886 and .926.",
    "limits": "English news; nearly all pairs of the stories are dated, none of ECB+ but by datelines.",
    "licence": "as the project (MIT)",
}

Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Mask = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


class Pool(NamedTuple):
    """Articles to group as one: gold rows, the event and the topic of each, and the pairs that are compared."""

    gold: Path
    rows: Sequence[Row]
    events: Sequence[str]
    topics: Sequence[str]
    pairs: Sequence[tuple[int, int]]
    values: Array


def pools(bench: Bench) -> Iterator[Pool]:
    """ECB+, whose topics hold two events each, and the stories, each a topic."""
    for gold in bench.sets("events/cluster.*.gold.jsonl"):
        known = {row["doc_id"]: row for row in rows(gold)}
        found = [row | known[row["doc_id"]] for row in rows(input_of(gold))]
        yield _pool(gold, found, [row["orig"].partition("_")[0] for row in found])
    found = [row | {"event_id": path.stem} for path in bench.sets("stories/*.jsonl") for row in rows(path)]
    gold = bench.write("stories.gold", ({"doc_id": row["doc_id"], "event_id": row["event_id"]} for row in found))
    yield _pool(gold, found, [row["event_id"] for row in found])


def _pool(gold: Path, found: Sequence[Row], topics: Sequence[str]) -> Pool:
    profiles = [profile(to_article(row)) for row in found]
    pairs = list(candidates(profiles))
    values = np.array([[*features(profiles[i], profiles[j]), 1.0] for i, j in pairs])
    return Pool(gold, found, [row["event_id"] for row in found], topics, pairs, values)


def fit(data: Sequence[Pool], masks: Sequence[Mask]) -> Array:
    """Logistic regression on the pairs that the masks let through; the bias comes last."""
    x = np.vstack([pool.values[mask] for pool, mask in zip(data, masks, strict=True)])
    y = np.hstack([_labels(pool)[mask] for pool, mask in zip(data, masks, strict=True)])
    share = np.hstack([_shares(pool)[mask] for pool, mask in zip(data, masks, strict=True)])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[-1] = 1e-6
    return np.round(newton(x, y, penalty, share), 2)


def _labels(pool: Pool) -> Array:
    return np.array([float(pool.events[i] == pool.events[j]) for i, j in pool.pairs])


def _shares(pool: Pool) -> Array:
    sizes = Counter(pool.events)
    return np.array([(sizes[pool.events[i]] * sizes[pool.events[j]]) ** -0.5 for i, j in pool.pairs])


def held_out(data: Sequence[Pool], deal: int) -> list[list[int]]:
    """The groups of each pool, every pair told by weights that neither of its topics made."""
    parts = [_parts(pool, deal) for pool in data]
    scores: list[Array] = [np.zeros(len(pool.pairs)) for pool in data]
    for left, right in combinations_with_replacement(range(FOLDS), 2):
        weights = fit(data, [np.logical_not(np.isin(part, (left, right)).any(axis=1)) for part in parts])
        for pool, part, found in zip(data, parts, scores, strict=True):
            mine = (np.sort(part, axis=1) == (left, right)).all(axis=1)
            found[mine] = 1 / (1 + np.exp(-(pool.values[mine] @ weights)))
    return [_groups(pool, found) for pool, found in zip(data, scores, strict=True)]


def _parts(pool: Pool, deal: int) -> Array:
    part = [int(digest(str(deal), topic), 16) % FOLDS for topic in pool.topics]
    return np.array([(part[i], part[j]) for i, j in pool.pairs])


def _groups(pool: Pool, scores: Array) -> list[int]:
    found = average_link(len(pool.rows), dict(zip(pool.pairs, map(float, scores), strict=True)), ALIKE, cohesive=True)
    home = {place: number for number, places in enumerate(found) for place in places}
    return [home[place] for place in range(len(pool.rows))]


def main() -> None:
    """Reads the arguments, learns, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as out:
        bench = Bench(parser.parse_args().data, Path(out))
        data = list(pools(bench))
        for deal in range(DEALS):
            for pool, groups in zip(data, held_out(data, deal), strict=True):
                predictions = (
                    {"doc_id": row["doc_id"], "cluster": cluster}
                    for row, cluster in zip(pool.rows, groups, strict=True)
                )
                scored = bench.score("events", "events", pool.gold, predictions)
                print(f"held out, deal {deal}", name_of(pool.gold), scored.figures, file=sys.stderr)
        weights = fit(data, [np.ones(len(pool.pairs), dtype=bool) for pool in data])
    named = dict(zip([*FEATURES, BIAS], weights.tolist(), strict=True))
    text = json.dumps({"card": CARD, "weights": named}, indent=0, ensure_ascii=False)
    OUT.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
