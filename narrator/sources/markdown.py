"""Markdown with YAML or TOML front matter."""

import tomllib
from collections.abc import Mapping
from typing import Any

import yaml
from markdown_it import MarkdownIt

from narrator.errors import SourceError
from narrator.sources.clean import clean_text
from narrator.sources.found import Found, join, same_headline
from narrator.sources.fragment import Block, blocks
from narrator.sources.metadata import language_code, line, names, web_address, when
from narrator.sources.sniff import FRONT_MATTER

_TITLE = ("title", "headline")
_OUTLET = ("outlet", "publisher", "site", "site_name", "source", "publication")
_AUTHORS = ("authors", "author", "byline")
_PUBLISHED = ("published", "date", "date_published", "pubdate")
_URL = ("url", "link", "source_url", "canonical_url", "source")
_LANGUAGE = ("language", "lang")


def parse(text: str) -> Found:
    """The article in a Markdown text. Raises SourceError when the front matter cannot be read."""
    text, cleaned = clean_text(text)
    fields, body = _split(text)
    title = line(_first(fields, _TITLE))
    paragraphs = blocks(MarkdownIt("commonmark").enable("table").render(body))
    if paragraphs and _is_headline(paragraphs[0], title):
        title = title or paragraphs[0].text
        del paragraphs[0]
    outlets = (line(fields.get(key)) for key in _OUTLET)
    addresses = (web_address(fields.get(key)) for key in _URL)
    return Found(
        join(block.text for block in paragraphs),
        title=title,
        outlet=next((outlet for outlet in outlets if outlet and not web_address(outlet)), None),
        authors=names(_first(fields, _AUTHORS)),
        published=when(_first(fields, _PUBLISHED)),
        url=next((address for address in addresses if address), None),
        language=language_code(_first(fields, _LANGUAGE)),
        cleaned=cleaned,
    )


def _is_headline(block: Block, title: str | None) -> bool:
    return block.tag == "h1" and (not title or same_headline(block.text, title))


def _split(text: str) -> tuple[Mapping[str, Any], str]:
    """Front matter (keys in lower case) and body; a `---` that opens no mapping is a thematic break of the body."""
    match = FRONT_MATTER.match(text)
    if not match:
        return {}, text
    fields = _toml(match[2]) if match[1] == "+++" else _yaml(match[2])
    if not isinstance(fields, dict):
        return {}, text
    return {str(key).lower().replace("-", "_"): value for key, value in fields.items()}, text[match.end() :]


class _Loader(yaml.SafeLoader):
    """Leaves dates as they are written: YAML would refuse the whole front matter for the 31st of June."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _yaml(source: str) -> object:
    try:
        return yaml.load(source, _Loader)  # a SafeLoader
    except yaml.MarkedYAMLError as error:
        place = f", line {error.problem_mark.line + 2}" if error.problem_mark else ""
        raise SourceError(
            f"front matter{place}: {error.problem}", "put values that hold a colon or a quotation mark in quotes"
        ) from error
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a scalar that its own tag does not fit
        raise SourceError(f"front matter: {error}", "correct the YAML between the --- lines") from error


def _toml(source: str) -> object:
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"front matter: {error}", "correct the TOML between the +++ lines") from error


def _first(fields: Mapping[str, Any], keys: tuple[str, ...]) -> object:
    return next((fields[key] for key in keys if fields.get(key)), None)
