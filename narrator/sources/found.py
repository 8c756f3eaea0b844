"""From what a file holds to an `Article`: metadata merged, the headline kept out of the body, everything made safe."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from narrator.model.article import Article, When
from narrator.sources.clean import clean_text
from narrator.sources.metadata import Metadata, line, web_address

BREAK = "\n\n"
"""Between the paragraphs of a body."""

_SITE = re.compile(r"\s+[|–—·-]\s+[^|–—·]{1,60}$")


@dataclass(frozen=True, slots=True)
class Found:
    """One article as its file tells it.

    `where` is its place in a file of several ("line 3"). `cleaned` counts characters already removed. Three marks: `guessed`, the
    title is a first line that only looks like one; `hosted`, without an outlet the host of the address stands for it; `verbatim`,
    the body was set apart from the headline by its writer and others may hold offsets into it, so that only unsafe characters go.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: When = None
    url: str | None = None
    language: str | None = None
    where: str = ""
    cleaned: int = 0
    guessed: bool = False
    hosted: bool = False
    verbatim: bool = False


def join(paragraphs: Iterable[str]) -> str:
    """The body that these paragraphs make."""
    return BREAK.join(paragraph for paragraph in paragraphs if paragraph)


def to_article(found: Found, given: Metadata) -> Article | None:
    """The article, or None where no text is left."""
    title = line(given.title) or line(found.title)
    text, removed = clean_text(found.text)
    if not found.verbatim:
        text = text.strip()
        if found.guessed and found.title and title and not same_headline(found.title, title):
            text = join((line(found.title) or "", text))
        text = without_headline(text, title)
    if not text.strip():
        return None
    url = web_address(given.url) or web_address(found.url)
    return Article(
        text=text,
        title=title,
        outlet=line(given.outlet) or line(found.outlet) or (_host(url) if found.hosted else None),
        authors=found.authors,
        published=given.published or found.published,
        url=url,
        language=found.language,
        cleaned=found.cleaned + removed,
    )


def without_headline(text: str, title: str | None) -> str:
    """The body without a first paragraph that repeats the title."""
    first, _, rest = text.partition("\n")
    return rest.lstrip() if title and same_headline(first, title) else text


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # brackets that hold no address
        return None
    return host.removeprefix("www.") if host else None


def same_headline(words: str, title: str) -> bool:
    """Whether the two are one headline: letters and figures alone count, and a title may end in the name of its site."""
    return _letters(words) in (_letters(title), _letters(_SITE.sub("", title))) and bool(_letters(words))


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
