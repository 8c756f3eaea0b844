"""Saved web pages, plain HTML or MHTML: the article's body without the page around it."""

import re
from configparser import ConfigParser
from email import message_from_bytes, policy
from functools import cache

from trafilatura import bare_extraction
from trafilatura.settings import Document, use_config

from narrator.errors import SourceError
from narrator.sources.clean import clean_text
from narrator.sources.decode import decode
from narrator.sources.found import Found, join
from narrator.sources.fragment import walk
from narrator.sources.metadata import language_code, line, names, web_address, when

MAX_BYTES = 5_000_000
MAX_TAGS = 30_000
"""Beyond these a page takes trafilatura minutes; the largest news pages hold about a tenth of them."""

# trafilatura gives up on a whole page for one reference to a control character.
_CONTROL_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|127)(?!\d)|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF])(?![0-9a-fA-F]));?"
)
_QUOTE_OPEN = re.compile(r"<q(?:\s[^>]*)?>", re.IGNORECASE)
_QUOTE_CLOSE = re.compile(r"</q\s*>", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)")
_LANGUAGE = re.compile(r"""<html\b[^>]*?\slang\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
# Pointers to other articles, in the middle of a page and after its end.
_CROSS_REFERENCE = re.compile(
    r"(?:(?:related(?: posts?| stor(?:y|ies)| articles?| topics?)?|(?:read|see) (?:more|also)|more|also(?: read| see)?|read next"
    r"|recommended|filed under|you (?:may|might) also (?:like|be interested in)|don['’]t miss|comments|share this)"
    r"(?:\s*(?::|\.{3}|…)|\s*$)|also on \S+\.(?:com|org|net)\b)",
    re.IGNORECASE,
)
_LONGEST_REFERENCE = 200
_ROOT = re.compile(r"<html\b", re.IGNORECASE)
_MIDNIGHT = "T00:00:00"


def parse(raw: bytes) -> Found:
    """The article of a saved page."""
    return _parse_page(raw)


def parse_mhtml(raw: bytes) -> Found:
    """The article of a page saved as one MHTML file."""
    message = message_from_bytes(raw, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            address = message["Snapshot-Content-Location"] or part["Content-Location"]
            if isinstance(page, bytes):
                return _parse_page(page, part.get_content_charset(), web_address(address))
    raise SourceError("no page in this MHTML file", "save the page again as HTML")


def _parse_page(raw: bytes, charset: str | None = None, address: str | None = None) -> Found:
    if len(raw) > MAX_BYTES:
        raise SourceError(f"page larger than {MAX_BYTES // 1_000_000} MB", "save the text of the article alone")
    page, cleaned = clean_text(decode(raw, charset))
    if page.count("<") > MAX_TAGS:
        raise SourceError(f"page of more than {MAX_TAGS} tags", "save the text of the article alone")
    saved_from = _SAVED_FROM.search(page, 0, 2000)
    address = address or (web_address(saved_from[1]) if saved_from else None)
    page = _CONTROL_REFERENCE.sub("", page)
    # Browsers draw the quotation marks of <q>; without them nobody sees who speaks.
    page = _QUOTE_CLOSE.sub("”", _QUOTE_OPEN.sub("“", page))
    if not _ROOT.search(page):  # trafilatura takes a lone element for no page at all
        page = f"<html><body>{page}</body></html>"
    return _extract(page, address, cleaned)


def _extract(page: str, address: str | None, cleaned: int) -> Found:
    document = _run(page, address, precise=True) or _run(page, address, precise=False)
    if document is None:
        raise SourceError("no article text found", "save the text of the article as a text or Markdown file")
    paragraphs = list(walk(document.body))
    headline = paragraphs.pop(0).text if paragraphs and paragraphs[0].tag == "h1" else None
    language = _LANGUAGE.search(page)
    site = line(document.sitename)
    return Found(
        join(block.text for block in paragraphs if not _is_cross_reference(block.text)),
        title=_without_site(line(document.title), site) or headline,
        outlet=site,
        authors=names(document.author),
        published=when((document.date or "").removesuffix(_MIDNIGHT)),
        url=address or web_address(document.url),
        language=language_code(language[1]) if language else None,
        cleaned=cleaned,
        hosted=True,
    )


def _run(page: str, address: str | None, precise: bool) -> Document | None:
    found = bare_extraction(
        page,
        url=address,
        with_metadata=True,
        include_comments=False,
        favor_precision=precise,
        date_extraction_params={
            "original_date": True,
            "extensive_search": False,
            "outputformat": "%Y-%m-%dT%H:%M:%S%z",
        },
        config=_settings(),
    )
    return found if isinstance(found, Document) else None


def _is_cross_reference(paragraph: str) -> bool:
    return len(paragraph) <= _LONGEST_REFERENCE and bool(_CROSS_REFERENCE.match(paragraph))


@cache
def _settings() -> ConfigParser:
    settings = use_config()
    settings.set("DEFAULT", "MAX_TREE_SIZE", "20000")
    return settings


def _without_site(title: str | None, site: str | None) -> str | None:
    """The title without " | Site" or "Site: " around it."""
    if not (title and site):
        return title
    name = re.escape(site)
    return re.sub(rf"\s+[|–—-]\s+{name}$|^{name}\s*(?:[|–—-]|:)\s+", "", title) or title
