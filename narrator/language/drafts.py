"""An attribution in the making, in tokens of one paragraph, and the token ranges it is made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from narrator.language.sources_of import can_tell, cited, phrase, quoting

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]
"""Half-open range of tokens."""

_KEPT = frozenset("“”\"'‘’«»()[]$£€%#@…") | {"''", "``"}


@dataclass(frozen=True, slots=True)
class Draft:
    """Who, cue and what as token ranges; `rule` names the form that was found.

    `outer` is who passes the words of the source on ("television quoted Lee as saying"), `inner` whom the source cites.
    """

    rule: str
    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    outer: Range | None = None
    inner: Range | None = None


def cue_range(verb: "Token") -> Range:
    """The verb with the auxiliaries, negations and adverbs before it and the particle after it."""
    start, end = verb.i, verb.i + 1
    around = {child.i for child in verb.children if child.dep_ in ("aux", "auxpass", "neg", "advmod", "prt")}
    while start - 1 in around:
        start -= 1
    while end in around and verb.doc[end].dep_ == "prt":
        end += 1
    return start, end


def subtree(token: "Token", without: "Iterable[Token]" = ()) -> set[int]:
    """Token numbers below and at `token`, without the subtrees of some."""
    inside = {one.i for one in token.subtree}
    for one in without:
        inside.difference_update(below.i for below in one.subtree)
    return inside


def ranges(doc: "Doc", tokens: set[int]) -> tuple[Range, ...]:
    """Contiguous runs of token numbers, without the punctuation and conjunctions at their edges."""
    found: list[Range] = []
    start = None
    last = -2
    for number in sorted(tokens):
        if number != last + 1:
            if start is not None:
                found.append((start, last + 1))
            start = number
        last = number
    if start is not None:
        found.append((start, last + 1))
    return tuple(one for one in (trim(doc, *each) for each in found) if one is not None)


def trim(doc: "Doc", start: int, end: int) -> Range | None:
    """A range without punctuation (quotation marks and brackets stay), spaces and conjunctions at its edges; None when empty."""
    while start < end and (_bare(doc[start]) or doc[start].dep_ == "cc"):
        start += 1
    while end > start and (_bare(doc[end - 1]) or (doc[end - 1].dep_ == "cc" and doc[end - 1].pos_ == "CCONJ")):
        end -= 1
    return (start, end) if start < end else None


def _bare(token: "Token") -> bool:
    return token.is_space or (token.is_punct and token.text not in _KEPT)


def tokens_of(content: Sequence[Range]) -> set[int]:
    """The token numbers of several ranges."""
    return {number for start, end in content for number in range(start, end)}


def draft(rule: str, source: "Token | None", cue: Range, content: set[int], doc: "Doc") -> Draft | None:
    """A draft whose source keeps clear of cue and content; None without content."""
    content -= set(range(*cue))
    if source is not None:
        if not can_tell(source, next((doc[n] for n in range(*cue) if doc[n].pos_ == "VERB"), doc[cue[1] - 1])):
            return None
        content -= {source.i}
    found = ranges(doc, content)
    if not found:
        return None
    barred = tokens_of(found) | set(range(*cue))
    outer, inner = quoting(doc[cue[0]]), cited(doc[cue[1] - 1])
    return Draft(
        rule,
        phrase(source, barred) if source is not None else None,
        cue,
        found,
        phrase(outer, barred) if outer is not None else None,
        phrase(inner, barred) if inner is not None else None,
    )
