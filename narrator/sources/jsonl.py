"""JSONL: one article a line, {text, title?, outlet?, date? or published?, url?, authors?}; other keys are ignored."""

import json
from collections.abc import Iterator

from narrator.errors import SourceError
from narrator.sources.found import Found
from narrator.sources.metadata import line, names, web_address, when

_SHAPE = 'each line is one JSON object like {"text": "…", "title": "…", "outlet": "…", "date": "2018-02-08"}'


def parse(text: str) -> Iterator[Found | SourceError]:
    """The article of each line, or what is wrong with the line. Raises SourceError for JSON that is not laid out in lines."""
    if _is_json_over_lines(text):
        raise SourceError("JSON, but not one object a line", _SHAPE)
    for number, row in enumerate(text.split("\n"), start=1):
        if row.strip():
            yield _article(row, f"line {number}")


def _is_json_over_lines(text: str) -> bool:
    first = text.lstrip().partition("\n")[0]
    return not _is_json(first) and _is_json(text)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _article(row: str, where: str) -> Found | SourceError:
    try:
        fields = json.loads(row)
    except (ValueError, RecursionError) as error:
        return SourceError(f"{where}: not JSON: {error}", _SHAPE)
    if not isinstance(fields, dict):
        return SourceError(f"{where}: not a JSON object", _SHAPE)
    if not isinstance(fields.get("text"), str):
        return SourceError(f'{where}: no "text"', _SHAPE)
    return Found(
        fields["text"],
        title=line(fields.get("title")),
        outlet=line(fields.get("outlet")),
        authors=names(fields.get("authors")),
        published=when(fields.get("published")) or when(fields.get("date")),
        url=web_address(fields.get("url")),
        where=where,
        verbatim=True,
    )
