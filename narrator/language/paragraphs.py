"""An article's text as paragraphs, and each paragraph as a parsed document with offsets into the article."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from narrator.language.furniture import is_furniture
from narrator.model.article import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

LONGEST = 4_000
"""Characters parsed as one document: the work on a document grows faster than its length, and few paragraphs of news
come near. What is longer, an article without its newlines, is cut where a sentence seems to end."""

# "KYIV, Ukraine (AP) — ", "BEIRUT (Reuters) - ": parsed with the sentence, the place becomes its subject.
_PLACE = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:, [A-Z][\w.'’ ]{1,30})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
_AGENCY = r"\((?:AP|AFP|Reuters|UPI|CNN|TASS|Xinhua|Interfax|dpa|ANSA)\)"
_DASH = r"(?: ?(?:—|–|--) ?| - )"
_DATELINE = re.compile(rf"^(?:{_PLACE}(?: \([^()\n]{{2,40}}\))?{_DASH}|[A-Z][\w.'’ -]{{1,30}},? ?{_AGENCY}{_DASH})")


_SENTENCE_END = re.compile(r"[.!?][\"'”’)»]* +(?=[\"'“‘(«A-Z])")

# Half a surrogate pair cannot be encoded; another single character stands for it while the text is parsed.
_SURROGATE = re.compile("[\ud800-\udfff]")


class Piece(NamedTuple):
    """A run of text without a newline: its offset in the article and its words, without a dateline."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed paragraph; `start` is the offset of the document's first character in the article.

    `text` is the text of the document, which spaCy would put together anew each time.
    """

    start: int
    doc: "Doc"
    text: str

    def span(self, tokens: "Tokens | Token") -> Span:
        """Offsets of a token or run of tokens in the article."""
        if hasattr(tokens, "idx"):
            return Span(self.start + tokens.idx, self.start + tokens.idx + len(tokens))
        return Span(self.start + tokens.start_char, self.start + tokens.end_char)


def split(text: str) -> list[Piece]:
    """The paragraphs of a text: what stands between newlines, white space and dateline stripped, over-long ones cut.

    Page furniture is left out.
    """
    pieces: list[Piece] = []
    start = 0
    for line in text.split("\n"):
        if not is_furniture(line.strip()):
            pieces.extend(_pieces(line, start))
        start += len(line) + 1
    return pieces


def dateline(paragraph: str) -> str:
    """The dateline that a paragraph opens with, or the empty string."""
    found = _DATELINE.match(paragraph)
    return found[0] if found else ""


def _pieces(line: str, start: int) -> Iterator[Piece]:
    words = line.lstrip()
    start += len(line) - len(words)
    words = words.rstrip()
    place = len(dateline(words))
    start, words = start + place, words[place:]
    while words:
        cut = len(words) if len(words) <= LONGEST else _cut(words)
        yield Piece(start, words[:cut].rstrip())
        start, words = start + cut, words[cut:]


def _cut(words: str) -> int:
    """Where to cut over-long words: behind a sentence, else behind a word."""
    ends = [match.end() for match in _SENTENCE_END.finditer(words, LONGEST // 2, LONGEST)]
    return ends[-1] if ends else words.rfind(" ", 1, LONGEST) + 1 or LONGEST


def parse(nlp: "Language", texts: Sequence[str]) -> list[list[Paragraph]]:
    """The parsed paragraphs of each text, everything through one `nlp.pipe`."""
    pieces = [split(text) for text in texts]
    flat: Iterable[Piece] = (piece for one in pieces for piece in one)
    docs = nlp.pipe(((_SURROGATE.sub("\ufffd", piece.text), piece.start) for piece in flat), as_tuples=True)
    return [[Paragraph(start, doc, doc.text) for doc, start in islice(docs, len(one))] for one in pieces]
