"""Bytes to text: byte order mark, declared character set, UTF-8, then a guess."""

import codecs
import re

from charset_normalizer import from_bytes

from narrator.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:\?xml[^>]{0,200}?encoding|meta[^>]{0,400}?charset)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
# Browsers read these labels as their supersets, and pages are written for browsers.
_SUPERSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
# What is guessed among: the character sets of the web, not those of old terminals, which fit any short text.
_GUESSED = """cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 koi8_r koi8_u iso8859_2 iso8859_5 iso8859_6
iso8859_7 gb18030 big5 cp932 euc_jp cp949"""
_BINARY = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
)
_TEXT_ONLY = "Narrator reads text, Markdown, saved web pages, feeds and JSONL; save or export it as one of these"
_MOST_CONTROLS = 0.05
_MOST_REPLACED = 0.005
_CONTROLS = bytes(set(range(32)) - set(b"\x07\x08\t\n\x0b\x0c\r\x1b"))


def decode(raw: bytes, declared: str | None = None) -> str:
    """The text of `raw`.

    `declared` is the character set named outside the text (by a mail header); one named inside an HTML or XML head is found.
    Raises SourceError for binary data and for text of no known encoding.
    """
    for mark, marked in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(marked, "replace")
    if wide := _unmarked_wide(raw):
        return raw.decode(wide, "replace")
    _refuse_binary(raw)
    for encoding in (_codec(declared), _codec(_declared_inside(raw)), "utf-8"):
        if encoding and (text := _try(raw, encoding)) is not None:
            return text
    return _guess(raw)


def _guess(raw: bytes) -> str:
    matches = from_bytes(raw, cp_isolation=_GUESSED.split())
    best = matches.best()
    if best is None:
        raise SourceError("text in no encoding that Narrator knows", "save it as UTF-8")
    # Short texts fit several code pages equally well, and the Western one is by far the most common.
    western = (match for match in matches if "cp1252" in match.could_be_from_charset)
    same = (match for match in western if (match.chaos, match.coherence) == (best.chaos, best.coherence))
    return str(next(same, best))


def _try(raw: bytes, encoding: str) -> str | None:
    """The decoded text, or None where the encoding is wrong; a few broken bytes in UTF-8 are no reason to take another."""
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):  # LookupError: a codec that is no character set, like base64
        pass
    if encoding != "utf-8":
        return None
    text = raw.decode(encoding, "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for character in text if character > "\x7f") - broken
    return text if broken < sound and broken <= max(1, len(text) * _MOST_REPLACED) else None


def _declared_inside(raw: bytes) -> str | None:
    match = _DECLARED.search(raw, 0, _DECLARED_WITHIN)
    return match[1].decode("ascii") if match else None


def _codec(label: str | None) -> str | None:
    """Python's name of a declared character set, or None where it names none or one that the bytes disprove."""
    if not label:
        return None
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    if name.startswith(("utf-16", "utf-32")):  # a head that can be read byte by byte
        return "utf-8"
    return _SUPERSETS.get(name, name)


def _unmarked_wide(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark: Latin letters leave every other byte empty."""
    sample = raw[:2048]
    if len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0) * 2 / len(sample), sample[1::2].count(0) * 2 / len(sample)
    if max(even, odd) < 0.4 or min(even, odd) > 0.05:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _refuse_binary(raw: bytes) -> None:
    for magic, what in _BINARY:
        if raw.startswith(magic):
            raise SourceError(f"{what}, not text", _TEXT_ONLY)
    if len(raw.translate(None, _CONTROLS)) < len(raw) * (1 - _MOST_CONTROLS):
        raise SourceError("binary data, not text", _TEXT_ONLY)
