"""Who says what: attributions of an article, from its quotations and from its syntax."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from narrator.language.clauses import find_clauses
from narrator.language.drafts import Draft
from narrator.language.extents import widen
from narrator.language.mentions import Tellers
from narrator.language.nesting import untangle
from narrator.language.paragraphs import Paragraph
from narrator.language.pieces import pieces
from narrator.language.quotations import Quoted, find_quotations
from narrator.language.speech import utterances
from narrator.model.article import Span
from narrator.model.party import Mention
from narrator.model.statement import Attribution, Quotation


def find(text: str, paragraphs: Sequence[Paragraph]) -> list[Attribution]:
    """The attributions of a text, ordered by where their content starts."""
    quotations = find_quotations(text)
    spoken = utterances(paragraphs, quotations)
    verbs = {utterance.verb for utterance in spoken}
    found = [Attribution(u.source, u.cue, tuple(u.content), Quotation.DIRECT) for u in spoken]
    quoted = [span for utterance in spoken for span in utterance.content]
    for number, paragraph in enumerate(paragraphs):
        found.extend(_in_clauses(number, paragraph, quotations, verbs, quoted))
    return _with_chains(sorted(found, key=lambda one: (one.content[0], one.cue or Span(0, 0))), Tellers(paragraphs))


def _with_chains(found: list[Attribution], tellers: Tellers) -> list[Attribution]:
    """Each attribution with its tellers, those in whose words it stands first."""
    outer = [next((n for n in _around(found, number)), None) for number in range(len(found))]
    chains: dict[int, tuple[Mention, ...]] = {}

    def chain(number: int) -> tuple[Mention, ...]:
        if number not in chains:
            chains[number] = ()
            before = chain(outer[number]) if outer[number] is not None else ()
            own = found[number].source
            chains[number] = (*before, tellers.mention(own, before[-1] if before else None)) if own is not None else before
        return chains[number]

    for number in sorted(range(len(found)), key=lambda n: (found[n].source or found[n].content[0]).start):
        chain(number)
    return [replace(one, chain=chains[number]) for number, one in enumerate(found)]


def _around(found: Sequence[Attribution], number: int) -> Iterator[int]:
    """The attributions whose content holds the cue of this one, the tightest first."""
    cue = found[number].cue
    if cue is None:
        return iter(())
    holding = [
        n
        for n, other in enumerate(found)
        if n != number and any(span.start <= cue.start and cue.end <= span.end for span in other.content)
    ]
    return iter(sorted(holding, key=lambda n: sum(span.end - span.start for span in found[n].content)))


def _in_clauses(
    number: int, paragraph: Paragraph, quotations: Sequence[Quoted], verbs: set[tuple[int, int]], quoted: Sequence[Span]
) -> Iterator[Attribution]:
    """The attributions of a paragraph that its syntax shows, without those whose cue a quotation has or holds."""
    doc = paragraph.doc
    drafts = [d for d in find_clauses(doc) if not any((number, token) in verbs for token in range(*d.cue))]
    drafts = untangle(doc, drafts)
    found = pieces(paragraph, quotations)
    taken = [(p.start, p.end) for p in found if any(s.start <= paragraph.start + doc[p.start].idx < s.end for s in quoted)]
    for draft in drafts:
        if any(start <= draft.cue[0] < end for start, end in taken):
            continue
        begins = [min(d.cue[0], d.source[0] if d.source else d.cue[0]) for d in drafts if d is not draft]
        wide = widen(doc, draft, found, taken, begins)
        if wide is not None:
            yield _finish(wide, paragraph, quotations)


def _finish(draft: Draft, paragraph: Paragraph, quotations: Sequence[Quoted]) -> Attribution:
    doc = paragraph.doc
    content = tuple(paragraph.span(doc[start:end]) for start, end in draft.content)
    source = paragraph.span(doc[slice(*draft.source)]) if draft.source else None
    return Attribution(source, paragraph.span(doc[slice(*draft.cue)]), content, Quotation.INDIRECT)
