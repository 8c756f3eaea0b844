"""Who says what: attributions of an article, from its quotations and from its syntax."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from narrator.language.clauses import find_clauses, partly_quoted, said_last
from narrator.language.cover import Cover
from narrator.language.drafts import Draft, Range, tokens_of
from narrator.language.extents import widen
from narrator.language.likelihood import likely
from narrator.language.mentions import Tellers
from narrator.language.nesting import untangle
from narrator.language.paragraphs import Paragraph
from narrator.language.pieces import Piece, pieces
from narrator.language.quotations import find_quotations
from narrator.language.sources_of import cited, phrase
from narrator.language.speech import Utterance, utterances
from narrator.language.turns import Turn, find_turns
from narrator.model.article import Span
from narrator.model.party import Mention
from narrator.model.statement import Attribution, Quotation

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class _Found:
    """An attribution; `tells` is False where the source acts on the words of others ("denied the army's claim that …").

    `outer` passes the words of the source on, `inner` is whom the source cites.
    """

    attribution: Attribution
    tells: bool = True
    outer: Span | None = None
    inner: Span | None = None


Judge = Callable[["Doc", Draft, Sequence[Piece]], bool]
"""Whether a draft is an attribution, given the quotations of its paragraph."""


def find(text: str, paragraphs: Sequence[Paragraph], judge: Judge = likely) -> list[Attribution]:
    """The attributions of a text, ordered by where their content starts; `judge` decides on the forms of the syntax."""
    quotations = find_quotations(text)
    outermost = [one for one in quotations if not one.depth]
    quoted = [pieces(paragraph, outermost) for paragraph in paragraphs]
    turns = find_turns(paragraphs)
    spoken = utterances(paragraphs, [[] if number in turns else one for number, one in enumerate(quoted)])
    verbs: dict[int, set[int]] = {}
    for utterance in spoken:
        verbs.setdefault(utterance.verb[0], set()).add(utterance.verb[1])
    found = [_of_utterance(one, paragraphs) for one in spoken]
    taken = Cover(span for utterance in spoken for span in utterance.content)
    found.extend(_Found(_of_turn(one)) for one in turns.values())
    for number, paragraph in enumerate(paragraphs):
        if number not in turns:
            found.extend(_in_clauses(paragraph, quoted[number], verbs.get(number, set()), taken, judge))
    found.sort(key=lambda one: (one.attribution.content[0], one.attribution.cue or Span(0, 0)))
    return _with_chains(found, Tellers(paragraphs, [one.span for one in quotations if one.closed]))


def _of_utterance(utterance: Utterance, paragraphs: Sequence[Paragraph]) -> _Found:
    """What is quoted, and whom a medium quotes: "…”, the paper quoted the mayor as saying"."""
    one = Attribution(utterance.source, utterance.cue, tuple(utterance.content), utterance.quotation)
    paragraph = paragraphs[utterance.verb[0]]
    inner = cited(paragraph.doc[utterance.verb[1]])
    return _Found(one, inner=paragraph.span(paragraph.doc[slice(*phrase(inner, set()))]) if inner is not None else None)


def _of_turn(turn: Turn) -> Attribution:
    kind = Quotation.INDIRECT if turn.headline else Quotation.DIRECT
    return Attribution(turn.source, turn.cue, (turn.content,), kind)


def _with_chains(found: Sequence[_Found], tellers: Tellers) -> list[Attribution]:
    """Each attribution with its tellers, those in whose words it stands first."""
    ends = list(accumulate((one.attribution.content[-1].end for one in found), max))
    outer = [_around(found, ends, number) for number in range(len(found))]
    chains: dict[int, tuple[Mention, ...]] = {}

    def chain(number: int) -> tuple[Mention, ...]:
        if number not in chains:
            chains[number] = ()
            around, one = outer[number], found[number]
            names = list(chain(around)) if around is not None else []
            for span in (one.outer, one.attribution.source, one.inner):
                if span is not None:
                    teller = tellers.mention(span, names[-1] if names else None, one.attribution.content)
                    names.extend(() if names and names[-1].name == teller.name else (teller,))
            chains[number] = tuple(names)
        return chains[number]

    def place(number: int) -> int:
        one = found[number].attribution
        return (one.source or one.content[0]).start

    for number in sorted(range(len(found)), key=place):
        chain(number)
    return [replace(one.attribution, chain=chains[number]) for number, one in enumerate(found)]


def _around(found: Sequence[_Found], ends: Sequence[int], number: int) -> int | None:
    """The attribution whose content holds the cue of this one most tightly; `ends` is how far those up to each one reach.

    A teller who closes it, "The report said it was “a massacre”, according to Reuters", is none that it tells of.
    """
    one = found[number].attribution
    cue = one.cue
    if cue is None:
        return None
    closing = one.source.end if one.source and one.content[-1].end <= cue.start < one.source.start else None
    begun = bisect_right(found, cue.start, key=lambda other: other.attribution.content[0].start)
    holding = [
        n
        for n in takewhile(lambda n: ends[n] >= cue.end, range(begun - 1, -1, -1))
        if n != number
        and found[n].tells
        and closing != found[n].attribution.content[-1].end
        and any(span.holds(cue) for span in found[n].attribution.content)
    ]
    return min(holding, key=lambda n: (sum(e - s for s, e in found[n].attribution.content), n), default=None)


def _in_clauses(
    paragraph: Paragraph, quoted: Sequence[Piece], verbs: set[int], spoken: Cover, judge: Judge
) -> Iterator[_Found]:
    """The attributions of a paragraph that its syntax shows, without those whose cue a quotation has or holds.

    `verbs` are the tokens whose words are `spoken` already, the contents of the whole article.
    """
    doc = paragraph.doc
    parsed = [d for d in find_clauses(doc) if verbs.isdisjoint(range(*d.cue)) and judge(doc, d, quoted)]
    cued = {token for draft in parsed for token in range(*draft.cue)} | verbs
    drafts = untangle(doc, [*parsed, *said_last(doc, cued)])
    taken = [(p.start, p.end) for p in quoted if paragraph.start + doc[p.start].idx in spoken]
    covered = {number for start, end in taken for number in range(start, end)}
    for draft in drafts:
        if any(start <= draft.cue[0] < end for start, end in taken):
            continue
        begins = [place for d in drafts if d is not draft for place in (d.cue[0], *(d.source or ())[:1])]
        wide = widen(doc, draft, quoted, taken, begins)
        if wide is not None:
            covered |= tokens_of(wide.content)
            yield _finish(paragraph, wide, quoted)
    cued = {token for draft in drafts for token in range(*draft.cue)} | verbs
    for piece in quoted:
        partial = partly_quoted(doc, piece, cued) if piece.start + 1 not in covered else None
        if partial is not None:
            yield _finish(paragraph, partial, quoted)


def _finish(paragraph: Paragraph, draft: Draft, quoted: Sequence[Piece]) -> _Found:
    def span(tokens: Range | None) -> Span | None:
        return paragraph.span(paragraph.doc[slice(*tokens)]) if tokens else None

    content = tuple(paragraph.span(paragraph.doc[start:end]) for start, end in draft.content)
    one = Attribution(span(draft.source), span(draft.cue), content, _quotation(draft.content, quoted))
    return _Found(one, draft.rule != "acting", span(draft.outer), span(draft.inner))


def _quotation(content: Sequence[Range], quoted: Sequence[Piece]) -> Quotation:
    """Whether a content is wholly, partly or nowhere between quotation marks."""
    inside = {n for piece in quoted for n in range(piece.start, piece.end)}
    shares = [n in inside for start, end in content for n in range(start, end)]
    return Quotation.DIRECT if all(shares) else Quotation.MIXED if any(shares) else Quotation.INDIRECT
