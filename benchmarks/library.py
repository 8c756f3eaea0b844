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

from narrator.config import Config
from narrator.events.profile import profile, words
from narrator.model.article import Article
from narrator.session import Session
from narrator.sources.read import read
from narrator.store.library import Library
from narrator.store.views import Group

_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+")


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


def build(found: Sequence[Sequence[Article]], size: int, path: Path) -> None:
    """A library of at least `size` articles."""
    held = 0
    with closing(Library(path)) as library:
        for group in copies(found):
            library.add([group])
            held += len(group.articles)
            if held >= size:
                return


def texts_read(path: Path, article: Article) -> int:
    """How many known texts are read to place an article."""
    with closing(Library(path)) as library:
        return len(library.neighbours([words(profile(article))]))


def seconds_taken(path: Path, article: Path) -> float:
    """Seconds of the processor to add an article."""
    with closing(Session.open(path, Config())) as session:
        start = time.process_time()
        session.add([article])
        return time.process_time() - start


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.library", description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="directory of the evaluation data")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--stories", type=int, default=30, help="how many of the stories")
    options = parser.parse_args(arguments)
    found = list(islice(stories(options.data), options.stories))
    sizes = sorted(options.sizes)
    texts: dict[int, list[int]] = {size: [] for size in sizes}
    seconds: dict[int, list[float]] = {size: [] for size in sizes}
    with tempfile.TemporaryDirectory() as folder:
        paths = {size: Path(folder, f"{size}.db") for size in sizes}
        for size, path in paths.items():
            build(found, size, path)
        for number, story in enumerate(found):
            late = Path(folder, f"{number}.txt")
            late.write_text(story[-1].text, encoding="utf-8")
            for size, path in paths.items():  # by turns, so that what else the machine does falls on all alike
                texts[size].append(texts_read(path, story[-1]))
                seconds[size].append(seconds_taken(path, late))
    for size in sizes:
        taken, read_ = statistics.median(seconds[size]), statistics.median(texts[size])
        times, more = taken / statistics.median(seconds[sizes[0]]), read_ / statistics.median(texts[sizes[0]])
        print(
            f"{size:7,} articles: {taken * 1000:.0f} ms ({times:.2f} times), {read_:.0f} texts read ({more:.2f} times)"
        )


if __name__ == "__main__":
    main()
