"""Quotations that stand by themselves, given to their speakers: frames before and after, and speakers who go on."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from narrator.language.cues import cues
from narrator.language.drafts import trim
from narrator.language.extents import sentence_start, trimmed
from narrator.language.paragraphs import Paragraph
from narrator.language.pieces import Piece, first_clause, is_terminal, last_clause
from narrator.language.speakers import Frame, after, before, signature
from narrator.model.article import Span
from narrator.model.statement import Quotation

_SHORT = 6
"""Tokens of "she told reporters" between two quotations, where a full stop was forgotten."""


_SETS_OFF = frozenset((",", "-", "–", "—", "--", "...", "…"))


@dataclass(slots=True)
class Utterance:
    """Quotations of one speaker that belong together; `verb` is (paragraph number, token number) of the cue."""

    source: Span | None
    cue: Span | None
    verb: tuple[int, int]
    content: list[Span] = field(default_factory=list)
    quotation: Quotation = Quotation.DIRECT


def utterances(paragraphs: Sequence[Paragraph], quoted: Sequence[list[Piece]]) -> list[Utterance]:
    """What is quoted, speaker by speaker, in the order of the text; `quoted` holds the quotations of each paragraph.

    Quotations that nobody is named for, and nobody goes on with, are left out.
    """
    found: list[Utterance] = []
    ongoing: Utterance | None = None
    for number, paragraph in enumerate(paragraphs):
        led = _led(number - 1, paragraphs[number - 1], quoted[number - 1]) if number else None
        if led is not None and not any(piece.start for piece in quoted[number][:1]):
            ongoing = led
            found.append(led)
            if not quoted[number] and _at_once(paragraphs[number - 1], led):
                led.content.append(paragraph.span(paragraph.doc[:]))
        scan = _Scan(number, paragraph, quoted[number], ongoing)
        scan.run()
        found.extend(scan.found)
        ongoing = scan.ongoing
    return [one for one in found if one.content]


def _led(number: int, paragraph: Paragraph, quoted: Sequence[Piece]) -> Utterance | None:
    """The speaker whose words a paragraph that ends in a colon leaves to the next: "Lee wrote:"."""
    doc = paragraph.doc
    if not len(doc) or doc[-1].text != ":":
        return None
    start, end = last_clause(doc, quoted[-1].end if quoted else 0, len(doc))
    frame = before(doc, start, end)
    if frame is None:
        return None
    source = paragraph.span(doc[slice(*frame.source)]) if frame.source else None
    return Utterance(source, paragraph.span(doc[slice(*frame.cue)]), (number, frame.verb))


def _at_once(paragraph: Paragraph, led: Utterance) -> bool:
    """Whether nothing stands between a verb of telling and the colon: what comes next is told even without marks."""
    verb = paragraph.doc[led.verb[1]]
    return verb.lemma_.lower() in cues().speech and len(paragraph.doc) - 2 == verb.i


class _Scan:
    """One paragraph from left to right; `ongoing` is the speaker whose quotation may go on."""

    def __init__(self, number: int, paragraph: Paragraph, quoted: list[Piece], ongoing: Utterance | None) -> None:
        self.number, self.paragraph, self.doc, self.pieces = number, paragraph, paragraph.doc, quoted
        self.ongoing = ongoing
        self.found: list[Utterance] = []

    def run(self) -> None:
        """Gives each piece to a speaker."""
        last: Utterance | None = self.ongoing
        for index, piece in enumerate(self.pieces):
            last = self._place(index, piece, last)
        self.ongoing = last if self.pieces else None

    def _place(self, index: int, piece: Piece, last: Utterance | None) -> Utterance | None:
        gap_start = self.pieces[index - 1].end if index else 0
        gap_end = self.pieces[index + 1].start if index + 1 < len(self.pieces) else len(self.doc)
        if piece.resumed and last is not None:
            self._extend(last, piece)
            return last
        lead = last_clause(self.doc, gap_start, piece.start)
        tail = first_clause(self.doc, piece.end, gap_end)
        opens = trim(self.doc, *lead) is None
        if index and gap_start == piece.start and last is not None:
            self._extend(last, piece)
            return last
        frame = None
        spoken = last is not None and last.verb[0] == self.number and lead[0] <= last.verb[1] < lead[1]
        if last is not None and spoken and (self._leads(lead) or (piece.ended and lead[1] - lead[0] <= _SHORT)):
            self._extend(last, piece)
            return last
        if not opens and self._leads(lead):
            frame = before(self.doc, *lead)
        if frame is None and tail[0] < tail[1]:
            frame = signature(self.doc, *tail)
        if frame is None and self._trails(piece, tail):
            frame = after(self.doc, *tail, sure=self.doc[piece.end - 2].text == ",")
            if frame is not None:
                floor = last.verb[1] + 1 if last is not None and last.verb[0] == self.number else 0
                begun = self._begin(frame, replace(piece, start=self._sentence(index, piece, floor)))
                begun.quotation = (
                    Quotation.MIXED if begun.content[0].start < self._span(piece).start else Quotation.DIRECT
                )
                return begun
        if frame is not None:
            return self._begin(frame, piece)
        if opens and piece.ended and last is not None and self._follows(index, gap_start, piece, last):
            if not index and last.content and last.cue and last.content[0].start < last.cue.start:
                last = Utterance(last.source, last.cue, last.verb)
                self.found.append(last)
            self._extend(last, piece)
            return last
        return last if last is not None and last.verb[0] == self.number else None

    def _leads(self, lead: tuple[int, int]) -> bool:
        """Whether the words before a quotation lead to it: they end in a comma or colon, or in a verb of telling."""
        return self.doc[lead[1] - 1].text in (",", ":", "-", "–", "—", "--")

    def _trails(self, piece: Piece, tail: tuple[int, int]) -> bool:
        """Whether the words after a quotation may say who spoke: it does not end a sentence, or they begin in small letters."""
        if tail[0] >= tail[1]:
            return False
        if not piece.ended and not self._stands_apart(piece, tail):
            return False
        return not piece.ended or self.doc[piece.end - 2].text != "." or self.doc[tail[0]].text[:1].islower()

    def _follows(self, index: int, gap_start: int, piece: Piece, last: Utterance) -> bool:
        """Whether a quotation without a frame goes on where its speaker left off."""
        if index == 0:
            return piece.start == 0 and last.verb[0] < self.number
        sentences = sum(is_terminal(self.doc, number) for number in range(gap_start, piece.start))
        return sentences <= 1 and last.verb[0] == self.number and last.verb[1] >= self.pieces[index - 1].start - 40

    def _stands_apart(self, piece: Piece, tail: tuple[int, int]) -> bool:
        """Whether a quotation that ends no sentence is set off from the words behind it, or said by them at once."""
        first = self.doc[tail[0]]
        if self.doc[piece.end - 2].text in _SETS_OFF or first.text in _SETS_OFF:
            return True
        said = first.tag_ == "VBD" and first.lemma_.lower() in cues().speech
        return tail[1] - tail[0] <= _SHORT if piece.start == 0 else said and piece.end - piece.start > _SHORT

    def _sentence(self, index: int, piece: Piece, floor: int) -> int:
        """Where the content begins that ends in a quotation: at its mark, or at the words of the sentence before it."""
        start = sentence_start(self.doc, piece.start, floor, self.pieces[:index])
        if any(
            begun.content[-1].end > self.paragraph.span(self.doc[start]).start
            for begun in self.found
            if begun.verb[0] == self.number
        ):
            return piece.start
        words = self.doc[start : piece.start]
        if any(word.lemma_.lower() in cues().speech and word.pos_ == "VERB" for word in words):
            return piece.start
        return trimmed(self.doc, start, piece.end)[0]

    def _begin(self, frame: Frame, piece: Piece) -> Utterance:
        doc = self.doc
        source = self.paragraph.span(doc[slice(*frame.source)]) if frame.source else None
        made = Utterance(source, self.paragraph.span(doc[slice(*frame.cue)]), (self.number, frame.verb))
        self._extend(made, piece)
        self.found.append(made)
        return made

    def _extend(self, utterance: Utterance, piece: Piece) -> None:
        utterance.content.append(self._span(piece))

    def _span(self, piece: Piece) -> Span:
        return self.paragraph.span(self.doc[piece.start : piece.end])
