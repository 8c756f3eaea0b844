"""What a file is read as: its content decides, then its extension."""

import re
from enum import StrEnum

FRONT_MATTER = re.compile(r"\A\s*(---|\+\+\+)[^\S\n]*\n(.*?)^\1[^\S\n]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


class Format(StrEnum):
    """A kind of file that articles come in."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    MHTML = "MHTML"
    FEED = "feed"
    JSONL = "JSONL"


SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".mht": Format.MHTML,
    ".mhtml": Format.MHTML,
    ".xml": Format.FEED,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
    ".rdf": Format.FEED,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
}

_HEAD = 65_536
# The first element after declarations, comments and the entities of a document type; possessive, so that no input makes it slow.
_ROOT = re.compile(r"(?>\s+|<\?.*?\?>|<!--.*?-->|<![^>]*>|\]\s*>)*+<([a-z][\w:]*)", re.DOTALL | re.IGNORECASE)
_ROOTS = {
    **dict.fromkeys(("rss", "feed", "rdf:rdf", "channel", "opml"), Format.FEED),
    **dict.fromkeys(("html", "head", "body"), Format.HTML),
}
_HTML_PARTS = frozenset(("article", "base", "div", "h1", "h2", "link", "main", "meta", "p", "section", "title"))
_DOCTYPE = re.compile(r"<!doctype\s+html", re.IGNORECASE)
_MAIL_HEAD = re.compile(r"[\w-]+:.*?^content-type:\s*multipart/related", re.DOTALL | re.MULTILINE | re.IGNORECASE)
_JSON = re.compile(r'\{\s*(?:"|\})')
_MARKDOWN = re.compile(r"#{1,6}[ \t]+\S")


def sniff(raw: bytes, suffix: str = "") -> Format:
    """The format of a file from its first bytes and its extension (with the dot, any case; "" where there is none)."""
    # The marks looked for are ASCII; without zeros and byte order mark they read the same in every Unicode encoding.
    head = (
        raw[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").decode("latin-1").replace("\r\n", "\n").lstrip()
    )
    root = _ROOT.match(head)
    tag = root[1].lower() if root else ""
    by_suffix = SUFFIXES.get(suffix.lower())
    if tag in _ROOTS:
        return _ROOTS[tag]
    if _DOCTYPE.match(head):
        return Format.HTML
    if _MAIL_HEAD.match(head):
        return Format.MHTML
    if _JSON.match(head):
        return Format.JSONL
    if FRONT_MATTER.match(head):
        return Format.MARKDOWN
    if by_suffix:
        return by_suffix
    if tag in _HTML_PARTS:
        return Format.HTML
    return Format.MARKDOWN if _MARKDOWN.match(head) else Format.TEXT
