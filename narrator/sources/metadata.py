"""What is known about an article beside its text: given by the user, or found in the file and brought into shape."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from narrator.model.article import When
from narrator.sources.clean import clean_line


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the user says about an article; it wins over what is found in the file."""

    outlet: str | None = None
    title: str | None = None
    published: When = None
    url: str | None = None


NOTHING_GIVEN = Metadata()

_DAY_FORMATS = (
    "%a, %d %b %Y",
    "%A, %d %B %Y",
    "%A, %B %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%Y/%m/%d",
    "%d.%m.%Y",
)
_LOOSE_ZONE = re.compile(r"\s*(?:(Z|UTC|GMT)|([+-]\d{2}:?\d{2}))$")
_NAMES = re.compile(r"\s*(?:;|\s&\s|\sand\s)\s*")
_BYLINE = re.compile(r"^by\s+", re.IGNORECASE)


def line(value: object) -> str | None:
    """A value from a file as safe text on one line, or None where it holds none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return clean_line(str(value)) or None


def web_address(value: object) -> str | None:
    """The value when it is an http or https address, otherwise None."""
    address = line(value)
    return address if address and re.match(r"https?://[^\s/]", address, re.IGNORECASE) else None


def language_code(value: object) -> str | None:
    """The primary subtag of a language tag in lower case: "en" of "en-GB"."""
    match = re.match(r"([a-z]{2,3})(?![a-z])", (line(value) or "").lower())
    return match[1] if match else None


def names(value: object) -> tuple[str, ...]:
    """Names of authors from a string ("A. Lee; B. Roe", "By A. Lee and B. Roe") or from a list of strings or {"name": …}."""
    items = value if isinstance(value, list | tuple) else [value]
    # One level only: YAML aliases can nest lists into billions of items.
    written = (item.get("name") if isinstance(item, dict) else item for item in items)
    return tuple(dict.fromkeys(name for item in written if isinstance(item, str) for name in _split(clean_line(item))))


def _split(value: str) -> list[str]:
    parts = _NAMES.split(_BYLINE.sub("", value))
    # "Jane Doe, John Roe" are two people, "Doe, Jane" is one.
    people = [
        name
        for part in parts
        for name in (part.split(",") if all(" " in one.strip() for one in part.split(",")) else [part])
    ]
    return [name for name in (person.strip(" ,[]") for person in people) if name]


def when(value: object) -> When:
    """A datetime where a time of day is known, a date otherwise, None where the value is no date.

    A datetime keeps the zone that is written and has none where none is. The year 1 is what programs write for no date.
    """
    found = value if isinstance(value, date) else _written(value)  # a date may be a datetime
    return found if found is None or found.year > 1 else None


def _written(value: object) -> When:
    text = line(value)
    if not text:
        return None
    for read in (date.fromisoformat, _moment, _mail_date, _worded_day):
        try:
            return read(text)
        except (ValueError, TypeError, OverflowError):
            continue
    return None


def _moment(text: str) -> datetime:
    match = _LOOSE_ZONE.search(text)
    zone = ("+00:00" if match[1] else match[2]) if match else ""
    return datetime.fromisoformat((text[: match.start()] if match else text) + zone)


def _mail_date(text: str) -> When:
    moment = parsedate_to_datetime(text)
    return moment if ":" in text else moment.date()


def _worded_day(text: str) -> date:
    plain = re.sub(r"\bSept\b", "Sep", text.replace(".", "", 1) if text[:1].isalpha() else text)
    for form in _DAY_FORMATS:
        try:
            return datetime.strptime(plain, form).date()
        except ValueError:
            continue
    raise ValueError(text)
