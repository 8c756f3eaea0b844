"""How far a content reaches around quotation marks, where parsers stumble: whole quotations, whole sentences."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from narrator.language.cues import cues
from narrator.language.drafts import Draft, Range, ranges, tokens_of, trim
from narrator.language.pieces import Piece, is_terminal

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TRAILING = frozenset(("and", "but", "while", "then"))


_REMARK = frozenset(
    ("which", "who", "whose", "while", "where", "a", "an", "the", "after", "as", "before", "when", "in")
)


def widen(
    doc: "Doc", draft: Draft, pieces: Sequence[Piece], taken: Sequence[Range], others: Sequence[int]
) -> Draft | None:
    """The draft with whole quotations in its content, and without those that are `taken` by a speaker of their own.

    `others` are the tokens at which other attributions of the paragraph begin. None when nothing is left.
    """
    content = tokens_of(draft.content)
    own = next((piece for piece in pieces if piece.start <= draft.cue[0] < piece.end), None)
    if own is not None:
        content &= set(range(own.start + 1, own.end))
    elif _quotes(draft.content, pieces) or (
        draft.rule in ("clause", "that") and _broken(doc, draft, content, pieces, others)
    ):
        content = _reach(doc, draft, content, pieces, others)
    for start, end in taken:
        if not start <= draft.cue[0] < end:
            content -= set(range(start, end))
    found = ranges(doc, content - set(range(*draft.cue)))
    return replace(draft, content=found) if found else None


def _quotes(content: Sequence[Range], pieces: Sequence[Piece]) -> bool:
    return any(piece.start < end and start < piece.end for piece in pieces for start, end in content)


def _broken(doc: "Doc", draft: Draft, content: set[int], pieces: Sequence[Piece], others: Sequence[int]) -> bool:
    """Whether the parse lost the end of a clause: a finite verb follows, or a quotation of the sentence is nobody else's."""
    end = max(content) + 1
    if min(content) < draft.cue[1] or end >= len(doc):
        return False
    if doc[end].tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    behind = next((piece for piece in pieces if piece.start >= end), None)
    if behind is None or behind.start >= sentence_end(doc, end, pieces) or any(end <= n < behind.start for n in others):
        return False
    return doc[end].dep_ == "cc" or (doc[end].text == "," and doc[end + 1].dep_ == "cc")


def _reach(doc: "Doc", draft: Draft, content: set[int], pieces: Sequence[Piece], others: Sequence[int]) -> set[int]:
    for piece in pieces:
        if any(piece.start <= number < piece.end for number in content):
            content |= set(range(piece.start, piece.end))
    first = min(content)
    if first < draft.cue[1] or draft.rule in ("aside", "according", "passive"):
        return content
    start = first if _addressed(doc, draft.cue[1], first) else draft.cue[1]
    last = next((piece for piece in pieces if piece.end == max(content) + 1), None)
    end = (
        max(content) + 1
        if last is not None and _ends_sentence(doc, last)
        else sentence_end(doc, max(content) + 1, pieces)
    )
    cuts = [number for number in others if max(content) < number < end]
    cuts += [
        n
        for n in range(max(content) + 1, end)
        if doc[n].tag_ == "VBG" and doc[n].lemma_ in cues().speech and doc[n - 1].text == ","
    ]
    if cuts:
        end = min(cuts)
        while end > max(content) + 1 and (doc[end - 1].is_punct or doc[end - 1].lower_ in _TRAILING):
            end -= 1
    content |= set(range(start, first)) | set(range(max(content) + 1, end))
    content = _before_remark(doc, content, pieces)
    if draft.source is not None:
        content -= set(range(*draft.source))
    return content


def _before_remark(doc: "Doc", content: set[int], pieces: Sequence[Piece]) -> set[int]:
    """The content up to a quotation that ends in a comma, where the teller's own remark follows: "…,” which …", "…,” while …"."""
    for piece in pieces:
        if piece.end in content and doc[piece.end - 2].text == "," and doc[piece.end].lower_ in _REMARK:
            return {number for number in content if number < piece.end}
    return content


def _ends_sentence(doc: "Doc", piece: Piece) -> bool:
    return piece.ended and (piece.end >= len(doc) or not (doc[piece.end].text[:1].islower() or doc[piece.end].is_punct))


def _addressed(doc: "Doc", start: int, end: int) -> bool:
    """Whether the words between a verb of telling and the clause are those who are told, a time or a place."""
    if end - start > 25:
        return True
    return any(
        doc[n].head.i < start and doc[n].dep_ in ("dobj", "dative", "prep", "npadvmod", "advmod", "oprd")
        for n in range(start, end)
    )


def sentence_end(doc: "Doc", start: int, pieces: Sequence[Piece]) -> int:
    """The token after the sentence that goes on at `start`; what is quoted inside it does not end it."""
    number = start
    while number < len(doc):
        inside = next((piece for piece in pieces if piece.start <= number < piece.end), None)
        if inside is not None:
            number = inside.end
            if _ends_sentence(doc, inside):
                return number
        elif is_terminal(doc, number):
            return number
        else:
            number += 1
    return number


def sentence_start(doc: "Doc", end: int, floor: int, pieces: Sequence[Piece]) -> int:
    """The first token of the sentence that `end` stands in, not before `floor`; what is quoted inside does not end it."""
    number = end
    while number > floor:
        inside = next((piece for piece in pieces if piece.start < number <= piece.end), None)
        if inside is not None:
            if inside.ended:
                return number
            number = inside.start
        elif is_terminal(doc, number - 1):
            return number
        else:
            number -= 1
    return max(number, floor)


def trimmed(doc: "Doc", start: int, end: int) -> Range:
    """A range without bare punctuation at its edges; as it was when nothing else is left."""
    return trim(doc, start, end) or (start, end)
