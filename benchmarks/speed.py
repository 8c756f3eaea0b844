"""What the language work costs beside the bare parse of the same texts.

usage: python -m benchmarks.speed [--data DIR] [--rounds N]

Texts are the sample articles, or with `--data` those of the stories in DIR. The pipeline is loaded and warm, one process, one
thread for the matrices. Each round times the bare parse (`list(nlp.pipe(texts))`) and what Narrator does with the same texts,
part by part and side by side; of each part the fastest round counts, as a share of the fastest bare parse. Narrator parses
paragraph by paragraph, which costs less than whole texts: `total` is all that `analyse` does, its own parse included, `own`
all of it but the parse. Then the same of one whole comparison: `compare` of the articles of the largest story
(of the largest sample story without `--data`) beside the bare parse of their texts; and what a correction costs beside the
comparison after the analyses: one of the rows or links, and one of the tellers.
"""

import argparse
import json
import os
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

os.environ.setdefault("OMP_NUM_THREADS", "1")

from narrator.assets import samples_dir
from narrator.comparison import Draft, compare, compare_analysed
from narrator.language import attribution, statements
from narrator.language.analyse import analyse
from narrator.language.identify import language_of
from narrator.language.paragraphs import parse
from narrator.language.pipeline import load
from narrator.model.article import Article
from narrator.model.notebook import Anchor, Correction, CorrectionKind
from narrator.sources.read import read

if TYPE_CHECKING:
    from spacy.language import Language

MOST = 200_000
"""Characters: enough for steady figures, few enough for a minute."""

Result = TypeVar("Result")


class Laps:
    """The fastest time of each part over the rounds, in seconds of the processor."""

    def __init__(self) -> None:
        self.fastest: dict[str, float] = {}

    def lap(self, name: str, work: Callable[[], Result]) -> Result:
        start = time.process_time()
        result = work()
        taken = time.process_time() - start
        self.fastest[name] = min(taken, self.fastest.get(name, taken))
        return result


def texts_of(data: Path | None) -> list[str]:
    """The texts to measure, every story's first articles before the second ones of any."""
    if data is None:
        return [article.text for article in read([samples_dir()]).articles]
    stories = [path.read_text(encoding="utf-8").splitlines() for path in sorted((data / "stories").glob("*.jsonl"))]
    depth = max(len(lines) for lines in stories)
    found = [json.loads(lines[n])["text"] for n in range(depth) for lines in stories if n < len(lines)]
    kept, size = [], 0
    for text in found:
        size += len(text)
        if size > MOST:
            break
        kept.append(text)
    return kept


def measure(texts: Sequence[str], rounds: int) -> dict[str, float]:
    """Part of the work to its seconds."""
    nlp, laps = load(), Laps()
    analyse(texts[:3])
    list(nlp.pipe(texts[:3]))
    for _ in range(rounds):
        _round(laps, nlp, texts)
    return laps.fastest


def _round(laps: Laps, nlp: "Language", texts: Sequence[str]) -> None:
    laps.lap("bare", lambda: list(nlp.pipe(texts)))
    laps.lap("total", lambda: analyse(texts))
    parsed = laps.lap("parse", lambda: parse(nlp, texts))
    laps.lap("identify", lambda: [language_of(text) for text in texts])
    found = laps.lap("attribution", lambda: list(map(attribution.find, texts, parsed)))
    cut = laps.lap("features", lambda: list(map(statements.sentences, parsed)))
    laps.lap("statements", lambda: list(map(statements.build, texts, cut, found)))


def largest(data: Path | None) -> list[Article]:
    """The articles of the story with most of them."""
    places = (
        sorted((data / "stories").glob("*.jsonl"))
        if data
        else [path for path in samples_dir().iterdir() if path.is_dir()]
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        stories = [list(read([place]).articles) for place in sorted(places)]
    return max(stories, key=lambda articles: (len(articles), sum(len(article.text) for article in articles)))


def whole(articles: Sequence[Article], rounds: int) -> dict[str, float]:
    """Seconds of the bare parse, of `compare`, and of what it does after the analyses."""
    nlp, laps = load(), Laps()
    texts = [article.text for article in articles]
    for _ in range(rounds):
        laps.lap("bare", lambda: list(nlp.pipe(texts)))
        laps.lap("compare", lambda: compare(articles))
        analyses = analyse(texts)
        laps.lap("after", lambda analyses=analyses: compare_analysed(articles, analyses))  # type: ignore[misc]
        _correct(laps, Draft(articles, analyses))
    return laps.fastest


def _correct(laps: Laps, draft: Draft) -> None:
    """Another row, then another teller, of a comparison whose stages are at hand."""
    plain = draft.corrected()
    side = plain.statement_by_id[plain.links[0].left]
    anchor = Anchor.of(plain.article_by_id[side.article], side.spans)
    for name, kind in (("other row", CorrectionKind.HIDE), ("other teller", CorrectionKind.SPEAKER_IS)):
        decision = Correction(kind, (anchor,), "Somebody else")
        laps.lap(name, lambda decision=decision: draft.corrected([decision]))  # type: ignore[misc]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, help="directory of the evaluation data (default: the sample articles)")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    texts = texts_of(options.data)
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters")
    fastest = measure(texts, options.rounds)
    bare = fastest["bare"]
    own = sum(seconds for name, seconds in fastest.items() if name not in {"bare", "total", "parse"})
    for name, seconds in (*fastest.items(), ("own", own)):
        print(f"{name:12} {seconds:7.2f} s  {seconds / bare:6.3f} of the bare parse")
    story = largest(options.data)
    print(f"one comparison of {len(story)} articles, {sum(len(article.text) for article in story):,} characters")
    for name, seconds in (found := whole(story, options.rounds)).items():
        print(f"{name:12} {seconds:7.2f} s  {seconds / found['bare']:6.3f} of the bare parse")
    for name in ("other row", "other teller"):
        print(f"{name:12} {found[name] / found['after']:6.3f} of the comparison after the analyses")


if __name__ == "__main__":
    main()
