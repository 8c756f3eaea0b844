"""Who says what: attributions of an article, from its quotations and from its syntax."""

from collections.abc import Sequence

from narrator.language.clauses import find_clauses
from narrator.language.drafts import Draft
from narrator.language.paragraphs import Paragraph
from narrator.language.quotations import Quoted, find_quotations
from narrator.model.article import Span
from narrator.model.statement import Attribution, Quotation


def find(text: str, paragraphs: Sequence[Paragraph]) -> list[Attribution]:
    """The attributions of a text, ordered by where their content starts."""
    quotations = find_quotations(text)
    found = [_finish(draft, paragraph, quotations) for paragraph in paragraphs for draft in find_clauses(paragraph.doc)]
    return sorted(found, key=lambda one: (one.content[0], one.cue or Span(0, 0)))


def _finish(draft: Draft, paragraph: Paragraph, quotations: Sequence[Quoted]) -> Attribution:
    doc = paragraph.doc
    content = tuple(paragraph.span(doc[start:end]) for start, end in draft.content)
    source = paragraph.span(doc[slice(*draft.source)]) if draft.source else None
    return Attribution(source, paragraph.span(doc[slice(*draft.cue)]), content, Quotation.INDIRECT)
