"""Who says what: attributions of an article, from its quotations and from its syntax."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from narrator.language.clauses import find_clauses, partly_quoted
from narrator.language.drafts import Draft, Range, tokens_of
from narrator.language.extents import widen
from narrator.language.mentions import Tellers
from narrator.language.nesting import untangle
from narrator.language.paragraphs import Paragraph
from narrator.language.pieces import Piece, pieces
from narrator.language.quotations import find_quotations
from narrator.language.speech import utterances
from narrator.model.article import Span
from narrator.model.party import Mention
from narrator.model.statement import Attribution, Quotation


@dataclass(frozen=True, slots=True)
class _Found:
    """An attribution; `tells` is False where the source acts on the words of others ("denied the army's claim that …")."""

    attribution: Attribution
    tells: bool = True


def find(text: str, paragraphs: Sequence[Paragraph]) -> list[Attribution]:
    """The attributions of a text, ordered by where their content starts."""
    quotations = find_quotations(text)
    quoted = [pieces(paragraph, quotations) for paragraph in paragraphs]
    spoken = utterances(paragraphs, quoted)
    verbs = {utterance.verb for utterance in spoken}
    found = [_Found(Attribution(u.source, u.cue, tuple(u.content), u.quotation)) for u in spoken]
    taken = {span for utterance in spoken for span in utterance.content}
    for number, paragraph in enumerate(paragraphs):
        found.extend(_in_clauses(number, paragraph, quoted[number], verbs, taken))
    found.sort(key=lambda one: (one.attribution.content[0], one.attribution.cue or Span(0, 0)))
    return _with_chains([one.attribution for one in found], [one.tells for one in found], Tellers(paragraphs))


def _with_chains(found: Sequence[Attribution], tells: Sequence[bool], tellers: Tellers) -> list[Attribution]:
    """Each attribution with its tellers, those in whose words it stands first."""
    outer = [_around(found, tells, number) for number in range(len(found))]
    chains: dict[int, tuple[Mention, ...]] = {}

    def chain(number: int) -> tuple[Mention, ...]:
        if number not in chains:
            chains[number] = ()
            around = outer[number]
            before = chain(around) if around is not None else ()
            own = found[number].source
            chains[number] = (
                (*before, tellers.mention(own, before[-1] if before else None)) if own is not None else before
            )
        return chains[number]

    for number in sorted(range(len(found)), key=lambda n: (found[n].source or found[n].content[0]).start):
        chain(number)
    return [replace(one, chain=chains[number]) for number, one in enumerate(found)]


def _around(found: Sequence[Attribution], tells: Sequence[bool], number: int) -> int | None:
    """The attribution whose content holds the cue of this one most tightly."""
    cue = found[number].cue
    holding = [
        n
        for n, other in enumerate(found)
        if cue is not None
        and n != number
        and tells[n]
        and any(s.start <= cue.start and cue.end <= s.end for s in other.content)
    ]
    return min(holding, key=lambda n: sum(span.end - span.start for span in found[n].content), default=None)


def _in_clauses(
    number: int, paragraph: Paragraph, quoted: Sequence[Piece], verbs: set[tuple[int, int]], spoken: set[Span]
) -> Iterator[_Found]:
    """The attributions of a paragraph that its syntax shows, without those whose cue a quotation has or holds."""
    doc = paragraph.doc
    drafts = untangle(
        doc, [d for d in find_clauses(doc) if not any((number, token) in verbs for token in range(*d.cue))]
    )
    taken = [
        (p.start, p.end) for p in quoted if any(s.start <= paragraph.start + doc[p.start].idx < s.end for s in spoken)
    ]
    covered = {number for start, end in taken for number in range(start, end)}
    for draft in drafts:
        if any(start <= draft.cue[0] < end for start, end in taken):
            continue
        begins = [min(d.cue[0], d.source[0] if d.source else d.cue[0]) for d in drafts if d is not draft]
        wide = widen(doc, draft, quoted, taken, begins)
        if wide is not None:
            covered |= tokens_of(wide.content)
            yield _finish(paragraph, wide, quoted)
    cued = {token for draft in drafts for token in range(*draft.cue)} | {token for n, token in verbs if n == number}
    for piece in quoted:
        partial = partly_quoted(doc, piece, cued) if piece.start + 1 not in covered else None
        if partial is not None:
            yield _finish(paragraph, partial, quoted)


def _finish(paragraph: Paragraph, draft: Draft, quoted: Sequence[Piece]) -> _Found:
    doc = paragraph.doc
    content = tuple(paragraph.span(doc[start:end]) for start, end in draft.content)
    source = paragraph.span(doc[slice(*draft.source)]) if draft.source else None
    one = Attribution(source, paragraph.span(doc[slice(*draft.cue)]), content, _quotation(draft.content, quoted))
    return _Found(one, tells=draft.rule != "acting")


def _quotation(content: Sequence[Range], quoted: Sequence[Piece]) -> Quotation:
    """Whether a content is wholly, partly or nowhere between quotation marks."""
    inside = {n for piece in quoted for n in range(piece.start, piece.end)}
    shares = [n in inside for start, end in content for n in range(start, end)]
    return Quotation.DIRECT if all(shares) else Quotation.MIXED if any(shares) else Quotation.INDIRECT
