"""How good are the answers? Predictions through `import narrator`, scored by the data's own scripts.

    python -m benchmarks.quality --data DIR [--out DIR] [TASK ...]

DIR holds `score.py`, `score_stories.py` and the folders that they know. One line a data set: its name, the command that scored
it, the figures. Predictions are written to a temporary directory, or kept in --out.
"""

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import narrator
from narrator.errors import NarratorError
from narrator.model.article import Span

Row = dict[str, Any]

LISTED = Path(__file__).with_name("differences.jsonl")
"""The differences of 37 other stories of the data, as readers listed them: number of the story, document ids, offsets."""


class Result(NamedTuple):
    """One scored data set."""

    name: str
    command: str
    figures: str


class Bench:
    """Where the data are, where predictions go, and how they are scored."""

    def __init__(self, data: Path, out: Path) -> None:
        self.data = data
        self.out = out

    def sets(self, pattern: str) -> list[Path]:
        """The files of the data that fit a pattern."""
        return sorted(self.data.glob(pattern))

    def write(self, name: str, rows: Iterable[Row]) -> Path:
        """Rows as a JSONL file of this run."""
        path = self.out / f"{name}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    def score(self, name: str, task: str, gold: Path, predictions: Iterable[Row], *more: Path) -> Result:
        """Writes the predictions and scores them with `score.py`."""
        return self.run(name, "score.py", task, gold, self.write(name, predictions), *more)

    def run(self, name: str, script: str, *arguments: str | Path) -> Result:
        """Runs a scorer of the data."""
        command = [sys.executable, str(self.data / script), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return Result(name, shlex.join([script, *map(str, arguments)]), " | ".join(done.stdout.splitlines()))


def rows(path: Path) -> list[Row]:
    """The rows of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def input_of(gold: Path) -> Path:
    """The input beside a gold file."""
    return gold.with_name(gold.name.replace(".gold.", ".input."))


def name_of(gold: Path) -> str:
    """`align.ecb` of `align.ecb.gold.jsonl`."""
    return gold.name.removesuffix(".jsonl").removesuffix(".gold")


def attribution(bench: Bench) -> Iterator[Result]:
    """Who says what."""
    for gold in bench.sets("attribution/*.jsonl"):
        articles = rows(gold)
        found = narrator.find_attributions([row["text"] for row in articles])
        predictions = [
            {"doc_id": row["doc_id"], "quotes": [_quote(one) for one in quotes]}
            for row, quotes in zip(articles, found, strict=True)
        ]
        yield bench.score(f"attribution.{gold.stem}", "attribution", gold, predictions)


def _quote(found: narrator.Attribution) -> Row:
    return {"source": _spans(found.source), "cue": _spans(found.cue), "content": [list(span) for span in found.content]}


def _spans(span: Span | None) -> list[list[int]]:
    return [list(span)] if span else []


def align(bench: Bench) -> Iterator[Result]:
    """Do two sentences speak to the same point?"""
    for gold in bench.sets("alignment/align.*.gold.jsonl"):
        pairs = rows(input_of(gold))
        scores = narrator.score_pairs([(row["a"], row["b"]) for row in pairs])
        predictions = ({"id": row["id"], "score": score} for row, score in zip(pairs, scores, strict=True))
        yield bench.score(name_of(gold), "align", gold, predictions)


def retrieve(bench: Bench) -> Iterator[Result]:
    """Which sentence of the other article is it?"""
    for gold in bench.sets("alignment/retrieve.*.gold.jsonl"):
        queries = rows(input_of(gold))
        scores = iter(narrator.score_pairs([(row["query"], one) for row in queries for one in row["candidates"]]))
        predictions = [{"id": row["id"], "scores": [next(scores) for _ in row["candidates"]]} for row in queries]
        yield bench.score(name_of(gold), "retrieve", gold, predictions, input_of(gold))


def contra(bench: Bench) -> Iterator[Result]:
    """Do two sentences conflict? Updates are no conflict here."""
    for gold in bench.sets("conflict/contra.*.gold.jsonl"):
        pairs = rows(input_of(gold))
        links = narrator.relate([(row["a"], row["b"]) for row in pairs])
        predictions = (
            {
                "id": row["id"],
                "flag": int(link.flagged and link.relation != narrator.Relation.UPDATE),
                "score": link.conflict,
            }
            for row, link in zip(pairs, links, strict=True)
        )
        yield bench.score(name_of(gold), "contra", gold, predictions)


def pairs(bench: Bench) -> Iterator[Result]:
    """What are two sentences of dated articles to each other?"""
    for gold in bench.sets("conflict/pairs.*.gold.jsonl"):
        found = rows(input_of(gold))
        texts = [(row["a"], row["b"]) for row in found]
        links = narrator.relate(texts, [(_day(row.get("a_date")), _day(row.get("b_date"))) for row in found])
        predictions = (
            {
                "id": row["id"],
                "point": score,
                "conflict": link.conflict,
                "relation": link.relation.value,
                "flag": link.flagged,
            }
            for row, score, link in zip(found, narrator.score_pairs(texts), links, strict=True)
        )
        yield bench.score(name_of(gold), "pairs", gold, predictions)


def sister(bench: Bench) -> Iterator[Result]:
    """False alarms on sentences that share no event: of one story, and of sister stories (another quake, another trial)."""
    for gold in bench.sets("alignment/align.ecb.gold.jsonl"):
        kinds = {row["id"]: row["kind"] for row in rows(gold) if row["label"] == 0}
        apart = [row for row in rows(input_of(gold)) if row["id"] in kinds]
        links = narrator.relate([(row["a"], row["b"]) for row in apart])
        flags: dict[str, list[bool]] = {"all": [link.flagged for link in links]}
        for row, link in zip(apart, links, strict=True):
            flags.setdefault(kinds[row["id"]], []).append(link.flagged)
        figures = {kind: round(sum(found) / len(found), 4) for kind, found in flags.items()}
        yield Result("sister.ecb", "share of label 0 pairs flagged", json.dumps(figures))


def events(bench: Bench) -> Iterator[Result]:
    """Which articles are about one event? Each set, and all stories as one pool."""
    for gold in bench.sets("events/cluster.*.gold.jsonl"):
        yield bench.score(name_of(gold), "events", gold, _clusters(rows(input_of(gold))))
    pool = [row | {"event_id": path.stem} for path in bench.sets("stories/*.jsonl") for row in rows(path)]
    gold = bench.write("stories.events.gold", ({"doc_id": row["doc_id"], "event_id": row["event_id"]} for row in pool))
    yield bench.score("stories.events", "events", gold, _clusters(pool))


def _clusters(found: Sequence[Row]) -> list[Row]:
    labels = narrator.group_events([to_article(row) for row in found])
    return [{"doc_id": row["doc_id"], "cluster": label} for row, label in zip(found, labels, strict=True)]


def to_article(row: Row) -> narrator.Article:
    """A row of the data as a reader would have it."""
    return narrator.Article(
        row["text"], title=row["title"], outlet=row["outlet"], published=_day(row["date"]), url=row["url"]
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value[:10]) if value else None


def stories(bench: Bench) -> Iterator[Result]:
    """How many of the differences that careful readers listed does a comparison find? Those of the data, then those of LISTED."""
    stems = {path.stem.partition("-")[0]: path.stem for path in bench.sets("stories/*.jsonl")}
    listed = bench.write("stories.listed.gold", (row | {"event": stems[row["event"]]} for row in rows(LISTED)))
    golds = [("stories", path) for path in bench.sets("conflict/stories.gold.jsonl")]
    for name, gold in (*golds, ("stories.listed", listed)):
        out = bench.out / name
        out.mkdir(exist_ok=True)
        for event in sorted({row["event"] for row in rows(gold)}):
            comparison = narrator.compare(narrator.read([bench.data / "stories" / f"{event}.jsonl"]))
            (out / f"{event}.json").write_text(json.dumps(comparison.to_dict()), encoding="utf-8")
        yield bench.run(name, "score_stories.py", gold, bench.data / "stories", out)


def extraction(bench: Bench) -> Iterator[Result]:
    """The article's body out of a saved page."""
    for gold in bench.sets("extraction/extract.*.gold.jsonl"):
        predictions = ({"id": row["id"], "text": _body(gold.parent / row["file"])} for row in rows(input_of(gold)))
        yield bench.score(name_of(gold), "extraction", gold, predictions)


def _body(page: Path) -> str:
    try:
        return narrator.read([page])[0].text
    except NarratorError:
        return ""


TASKS: dict[str, Callable[[Bench], Iterator[Result]]] = {
    task.__name__: task for task in (attribution, align, retrieve, contra, pairs, sister, events, stories, extraction)
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Scores the tasks that are named, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="directory of the evaluation data")
    parser.add_argument("--out", type=Path, help="keep the predictions here")
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"any of {', '.join(TASKS)}; all without one")
    options = parser.parse_args(arguments)
    if unknown := set(options.tasks) - set(TASKS):
        parser.error(f"no such task: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        out = options.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        bench = Bench(options.data, out)
        for task in options.tasks or TASKS:
            for name, command, figures in TASKS[task](bench):
                print(f"{name}\t{command}\t{figures}", flush=True)


if __name__ == "__main__":
    main()
