"""What it costs to add one article to a small library and to a large one.

usage: python -m benchmarks.library --data DIR [--sizes 1000 10000]

The libraries hold the stories in DIR over and over, the names in every copy made its own, so that each copy of a story is
another event told in the same common words. The last article of each story is kept back and added later, one at a time; printed
is how long that takes (median), how many known texts are read for it, and what both are as multiples of the smallest library's.
"""

import argparse
import re
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from narrator.config import Config
from narrator.events.profile import profile, words
from narrator.model.article import Article
from narrator.session import Session
from narrator.sources.read import read
from narrator.store.library import Library
from narrator.store.views import Group

_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+")


class Cost(NamedTuple):
    """Of adding one article: seconds, and known texts that were read."""

    seconds: float
    texts: float


def stories(data: Path) -> list[list[Article]]:
    """Those of two articles and more."""
    found = (list(read([path]).articles) for path in sorted((data / "stories").glob("*.jsonl")))
    return [story for story in found if len(story) > 1]


def copies(found: Sequence[Sequence[Article]]) -> Iterator[Group]:
    """The stories without their last articles, over and over; the first time as they are."""
    for number in count():
        for place, story in enumerate(found):
            articles = tuple(_copy(article, number) for article in story[:-1])
            yield Group(f"{number}-{place}", articles[0].title or "", articles)


def _copy(article: Article, number: int) -> Article:
    own = _NAME.sub(rf"\g<0>{number}", article.text) if number else article.text
    return Article(own, article.title, article.outlet, published=article.published, url=f"{article.url}#{number}")


def measure(found: Sequence[Sequence[Article]], size: int, folder: Path) -> Cost:
    """Median cost of adding the last article of each story to a library of at least `size` articles."""
    path = folder / f"{size}.db"
    held = 0
    with closing(Library(path)) as library:
        for group in copies(found):
            library.add([group])
            held += len(group.articles)
            if held >= size:
                break
        texts = [len(library.neighbours([words(profile(story[-1]))])) for story in found]
    seconds = []
    with closing(Session.open(path, Config())) as session:
        for story, number in zip(found, count()):
            (folder / f"{number}.txt").write_text(story[-1].text, encoding="utf-8")
            start = time.perf_counter()
            session.add([folder / f"{number}.txt"])
            seconds.append(time.perf_counter() - start)
    return Cost(statistics.median(seconds), statistics.median(texts))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.library", description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="directory of the evaluation data")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--stories", type=int, default=30, help="how many of the stories")
    options = parser.parse_args(arguments)
    found = list(islice(stories(options.data), options.stories))
    with tempfile.TemporaryDirectory() as folder:
        costs = {size: measure(found, size, Path(folder)) for size in sorted(options.sizes)}
    first = next(iter(costs.values()))
    for size, cost in costs.items():
        print(
            f"{size:7,} articles: {cost.seconds * 1000:6.0f} ms an article ({cost.seconds / first.seconds:.2f} times),"
            f" {cost.texts:.0f} texts read ({cost.texts / first.texts:.2f} times)"
        )


if __name__ == "__main__":
    main()
