"""Rows of the stories: how many listed differences stand in one row, and how true are the rows?

    python -m benchmarks.rows --data DIR

DIR is that of `benchmarks.quality`. One line a variant: `same_row` by `score_stories.py`, rows, mean size, and for each sample of
`same_point.tsv` the share of its pairs in one row that speak to the same point, each counted for the pairs that it stands for.
"""

import argparse
import json
import tempfile
import warnings
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from benchmarks.quality import Bench, rows
from benchmarks.same_point import Labelled, labelled
from narrator.alignment import grouping
from narrator.alignment.rows import Rows
from narrator.comparison import compare_analysed
from narrator.language.analyse import analyse
from narrator.model.article import Article
from narrator.model.statement import Analysis
from narrator.sources.read import read

VARIANTS: dict[str, AbstractContextManager[object]] = {
    "all": nullcontext(),
    "without slots": patch.object(Rows, "_slot_groups", lambda *_: iter(())),
    "without wording": patch.object(Rows, "_wording_groups", lambda *_: iter(())),
    "without the event gate": patch.object(Rows, "_one_occurrence", lambda *_: True),
    "one row a statement": patch.object(grouping, "HOMES", 1),
}


class Story(NamedTuple):
    """The articles of one story, analysed, and the labelled pairs between them by article ids and offsets."""

    name: str
    articles: Sequence[Article]
    analyses: Sequence[Analysis]
    pairs: Sequence[Labelled]


def stories(data: Path) -> Iterator[Story]:
    """All stories of the data."""
    for path in sorted((data / "stories").glob("*.jsonl")):
        articles = read([path]).articles
        documents = {row["url"]: row["doc_id"] for row in rows(path)}
        home = {documents[article.url]: article.id for article in articles if article.url in documents}
        yield Story(path.stem, articles, analyse([one.text for one in articles]), list(labelled(home)))


def measure(name: str, told: Sequence[Story], bench: Bench) -> str:
    """The line of a variant."""
    sizes: list[int] = []
    true: dict[str, float] = defaultdict(float)
    every: dict[str, float] = defaultdict(float)
    out = bench.out / "rows"
    out.mkdir(exist_ok=True)
    for story in told:
        comparison = compare_analysed(story.articles, story.analyses)
        (out / f"{story.name}.json").write_text(json.dumps(comparison.to_dict()), encoding="utf-8")
        sizes += [len(claim.statements) for claim in comparison.claims]
        mates = {frozenset(pair) for claim in comparison.claims for pair in combinations(claim.statements, 2)}
        for pair in story.pairs:
            sides = [pair.place(comparison.statements, side) for side in (pair.left, pair.right)]
            if None not in sides and frozenset(comparison.statements[n].id for n in sides if n is not None) in mates:
                every[pair.sample] += pair.weight
                true[pair.sample] += pair.weight * pair.same
    gold = bench.data / "conflict/stories.gold.jsonl"
    found = bench.run("rows", "score_stories.py", gold, bench.data / "stories", out).figures.rpartition("same_row ")[2]
    shares = " | ".join(f"{true[sample] / every[sample]:.2f}" for sample in "abc")
    return f"| {name} | {found.split()[0]} | {len(sizes):,} | {sum(sizes) / len(sizes):.2f} | {shares} |"


def main() -> None:
    """Reads the arguments, prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        told = list(stories(data))
        print("| | same_row | rows | size | true: a | b | c |", "|---|---|---|---|---|---|---|", sep="\n")
        for name, variant in VARIANTS.items():
            with variant:
                print(measure(name, told, Bench(data, Path(scratch))), flush=True)


if __name__ == "__main__":
    main()
