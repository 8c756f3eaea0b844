"""Files, directories and standard input to articles, with everything that went wrong."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from narrator.errors import SourceError
from narrator.model.article import Article
from narrator.sources.clean import clean_line
from narrator.sources.decode import decode
from narrator.sources.found import Found, to_article
from narrator.sources.metadata import NOTHING_GIVEN, Metadata
from narrator.sources.sniff import SUFFIXES, Format, sniff

STDIN = "standard input"

_NOT_ARTICLES = "expected.json"
_MEGABYTE = 1_000_000
_MOST_MEGABYTES = {
    Format.TEXT: 5,
    Format.MARKDOWN: 5,
    Format.HTML: 5,
    Format.MHTML: 50,
    Format.FEED: 20,
    Format.JSONL: 200,
}
_PLACES_NAMED = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """What came in, and what did not."""

    articles: tuple[Article, ...] = ()
    problems: tuple[SourceError, ...] = ()


def read(
    inputs: Iterable[str | Path],
    given: Metadata = NOTHING_GIVEN,
    stdin: bytes | None = None,
    between: Callable[[int], None] = lambda _: None,
) -> Reading:
    """Reads files, directories (sorted, hidden files left out) and "-" (the bytes of `stdin`) into articles.

    Nothing is raised for a bad file: it becomes a problem that names the file, the reason and the remedy, and the others come in.
    An article met twice is kept once; another text at the same address is another version of it and is kept too. What is `given`
    wins over what is found; a title and an address belong to one article, so with several they are set aside and reported.
    `between` is called with the number of inputs that are done, after each article; it may raise to end the reading.
    """
    read_so_far: list[tuple[str, Found]] = []
    problems: list[SourceError] = []
    for done, one in enumerate(inputs):
        for name, item in _open(one, stdin):
            between(done)
            if isinstance(item, SourceError):
                problems.append(SourceError(f"{clean_line(name)}: {item.message}", item.hint))
            else:
                read_so_far.append((name, item))
    if len(read_so_far) > 1 and (given.title or given.url):
        given = replace(given, title=None, url=None)
        problems.append(
            SourceError(
                f"a title and an address belong to one article, and {len(read_so_far)} were read",
                "add that article alone",
            )
        )
    articles: dict[str, Article] = {}
    without_text: dict[str, list[str]] = {}
    for name, found in read_so_far:
        article = to_article(found, given)
        if article is None:
            without_text.setdefault(name, []).append(found.where)
        else:
            first = articles.setdefault(article.id, article)
            if first.text_sha256 != article.text_sha256:
                article = article.as_version()
                articles.setdefault(article.id, article)
    problems.extend(_no_text(name, places) for name, places in without_text.items())
    return Reading(tuple(articles.values()), tuple(problems))


def _no_text(name: str, places: list[str]) -> SourceError:
    named = ", ".join(place for place in places[:_PLACES_NAMED] if place)
    more = f" and {len(places) - _PLACES_NAMED} more" if len(places) > _PLACES_NAMED else ""
    where = f" in {named}{more}" if named else ""
    return SourceError(
        f"{clean_line(name)}: no article text found{where}", "save the text of the article as a text or Markdown file"
    )


def _open(one: str | Path, stdin: bytes | None) -> Iterator[tuple[str, Found | SourceError]]:
    """What an input holds, each item with the name of its file."""
    name = str(one)
    if name == "-":
        yield from ((STDIN, item) for item in _parse(stdin or b"", ""))
    elif re.match(r"https?://", name, re.IGNORECASE):
        yield name, SourceError("fetching pages is not in this version", "save the page in a browser and add the file")
    else:
        try:
            paths = _files(Path(one))
        except (OSError, ValueError) as error:  # ValueError: a null character in the path
            yield name, _unreadable(error)
            return
        if not paths:
            yield name, SourceError("no file that Narrator reads in this directory", f"it reads {' '.join(SUFFIXES)}")
        for path in paths:
            yield from ((str(path), item) for item in _file(path))


def _files(path: Path) -> list[Path]:
    """The file itself, or the files with a known extension in a directory and below. Raises OSError."""
    if not path.is_dir():
        return [path]
    found: list[Path] = []
    for entry in sorted(path.iterdir()):
        if entry.name.startswith(".") or entry.name == _NOT_ARTICLES:
            continue
        if entry.is_dir():
            if not entry.is_symlink() and not _belongs_to_page(entry):
                found += _files(entry)
        elif entry.suffix.lower() in SUFFIXES:
            found.append(entry)
    return found


def _belongs_to_page(directory: Path) -> bool:
    """Browsers put what a saved page shows into a directory beside it."""
    page = directory.name.removesuffix("_files")
    return page != directory.name and any(directory.with_name(page + suffix).exists() for suffix in (".html", ".htm"))


def _file(path: Path) -> Iterator[Found | SourceError]:
    try:
        if path.exists() and not path.is_file():
            yield SourceError("not a file", "add a file or a directory of files")
            return
        largest = max(_MOST_MEGABYTES.values())
        if path.stat().st_size > largest * _MEGABYTE:
            yield _too_large(largest)
            return
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        yield _unreadable(error)
        return
    yield from _parse(raw, path.suffix)


def _unreadable(error: OSError | ValueError) -> SourceError:
    if isinstance(error, FileNotFoundError):
        return SourceError("no such file or directory", "check the spelling of the path")
    reason = error.strerror if isinstance(error, OSError) else None
    return SourceError(f"cannot be opened: {reason or error}", "check the path and its permissions")


def _too_large(megabytes: int) -> SourceError:
    return SourceError(f"larger than {megabytes} MB", "split it, or save the text of the articles alone")


def _parse(raw: bytes, suffix: str) -> Iterator[Found | SourceError]:
    """The one place where a format's reader is called."""
    if not raw.strip():
        yield SourceError("empty", "there is nothing to read in it")
        return
    kind = sniff(raw, suffix)
    if len(raw) > _MOST_MEGABYTES[kind] * _MEGABYTE:
        yield _too_large(_MOST_MEGABYTES[kind])
        return
    try:
        yield from _dispatch(raw, kind)
    except SourceError as error:
        yield error
    except Exception as error:  # noqa: BLE001  # parsers of broken pages and feeds raise what they like; one bad file must not stop the others
        yield SourceError(
            f"cannot be read as {kind}: {type(error).__name__}", "save it again, or save its text as a Markdown file"
        )


def _dispatch(raw: bytes, kind: Format) -> Iterator[Found | SourceError]:
    """Imports the reader when its format is met: trafilatura and feedparser take a fifth of a second each."""
    match kind:
        case Format.TEXT:
            from narrator.sources import text

            yield text.parse(decode(raw))
        case Format.MARKDOWN:
            from narrator.sources import markdown

            yield markdown.parse(decode(raw))
        case Format.HTML:
            from narrator.sources import html

            yield html.parse(raw)
        case Format.MHTML:
            from narrator.sources import html

            yield html.parse_mhtml(raw)
        case Format.FEED:
            from narrator.sources import feeds

            yield from feeds.parse(raw)
        case Format.JSONL:
            from narrator.sources import jsonl

            yield from jsonl.parse(decode(raw))
