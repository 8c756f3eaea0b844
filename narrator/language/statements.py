"""Attributions and what is left over, as statements: one proposition each, with all that it holds."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from narrator.language import certainty, frames, quantities, slots, times
from narrator.language.coordination import clause_starts
from narrator.language.cues import cues
from narrator.language.paragraphs import Paragraph
from narrator.model.article import Span, quote
from narrator.model.statement import (
    Attribution,
    Certainty,
    Frame,
    Name,
    Quantity,
    Quotation,
    Slot,
    Statement,
    Term,
    TimeExpression,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_EDGES = " \t,;:.–—-…"
_FINITE = frozenset({"VB", "VBD", "VBP", "VBZ", "MD"})
_LOOSE = " \t,;:–—-"
_OPENERS = frozenset(
    {"and", "but", "while", "whereas", "although", "though", "however", "as", "after", "before", "because"}
)
_THAT = "that "
_ASKED = ("whether ", "if ")
NEAR = 8
"""Statements back that can hold another: those of one or two sentences."""

PARTICLES = 2
"""Words between a cue and what it needs: "accused [some] of", "spoke with"."""

NESTED = 0.6
"""Share of an attribution's content from which an inner attribution speaks for it."""


@dataclass(frozen=True, slots=True)
class Features:
    """What a sentence holds, each with its offsets in the article."""

    terms: tuple[Term, ...]
    names: tuple[Name, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    frames: tuple[Frame, ...]
    slots: tuple[Slot, ...]


class Word(NamedTuple):
    """A token by its offsets in the article and its number in the paragraph."""

    start: int
    end: int
    number: int


Placed = TypeVar("Placed", Term, Name, Word)
_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence, its span and its features."""

    paragraph: Paragraph
    tokens: "Tokens"
    span: Span
    words: Sequence[Word]
    features: Features


def sentences(paragraphs: Sequence[Paragraph]) -> list[Sentence]:
    """The sentences of an article with their features, in order."""
    return [sentence for paragraph in paragraphs for sentence in _sentences(paragraph)]


def build(text: str, parsed: Sequence[Sentence], attributions: Sequence[Attribution]) -> list[Statement]:
    """The statements of an article: the content of each attribution, sentence by sentence, and the outlet's own voice."""
    found = [
        statement(text, spans, sentence, attribution)
        for attribution, inside in zip(attributions, _inside(attributions), strict=True)
        if not _speaks_through(attribution, inside)
        for sentence, content in _by_sentence(_propositions(text, attribution.content), parsed)
        for spans in _clauses(text, sentence, _with_act(text, sentence, attribution, content), attribution)
    ]
    taken = _taken(parsed, [span for attribution in attributions for span in _words_of(attribution)])
    for sentence, others in zip(parsed, taken, strict=True):
        clauses = _clauses(text, sentence, _own_voice(text, sentence, others))
        found.extend(statement(text, spans, sentence) for spans in clauses)
    unique = {(one.start, one.end): one for one in reversed(found)}
    kept: list[Statement] = []
    for one in sorted(unique.values(), key=lambda one: (one.start, -one.end)):
        if not any(_says(other, one) for other in kept[-NEAR:]):
            kept.append(one)
    return kept


def statement(
    text: str, spans: tuple[Span, ...], sentence: Sentence, attribution: Attribution | None = None
) -> Statement:
    """The statement that these spans of a sentence make."""
    tokens = _between(sentence.words, spans)
    first, last = (tokens[0].number, tokens[-1].number + 1) if tokens else (sentence.tokens.start, sentence.tokens.end)
    commitment = certainty.judge(sentence.paragraph.doc[first:last], _cue_lemma(sentence, attribution))
    features = sentence.features
    asserts = attribution is None or _asserts(sentence, attribution, first, last)
    asked = text.startswith(_ASKED, spans[0].start)
    return Statement(
        spans=spans,
        text=quote(text, spans),
        chain=attribution.chain if attribution else (),
        quotation=attribution.quotation if attribution else None,
        cue=attribution.cue if attribution else None,
        certainty=Certainty.UNKNOWN if asked else commitment.certainty,
        stance=commitment.stance,
        polarity=commitment.polarity,
        quantities=tuple(q for q in features.quantities if _within(q.span, spans)),
        times=tuple(t for t in features.times if _within(t.span, spans)),
        frames=tuple(f for f in features.frames if _within(f.span, spans)),
        slots=tuple(s for s in features.slots if all(_within(span, spans) for span in s.spans)) if asserts else (),
        terms=tuple(_between(features.terms, spans)),
        names=tuple(_between(features.names, spans)),
    )


def _sentences(paragraph: Paragraph) -> Iterator[Sentence]:
    figures = quantities.find(paragraph)
    moments = times.find(paragraph)
    for tokens in paragraph.doc.sents:
        span = paragraph.span(tokens)
        own = tuple(q for q in figures if span.holds(q.span))
        then = tuple(t for t in moments if span.holds(t.span))
        acts = tuple(frames.find(paragraph, tokens))
        features = Features(
            terms=tuple(_term(paragraph, token) for token in tokens if token.pos_ in _CONTENT),
            names=tuple(Name(*paragraph.span(entity), entity.text, entity.label_) for entity in tokens.ents),
            quantities=own,
            times=then,
            frames=acts,
            slots=tuple(slots.find(paragraph, tokens, acts, own, then)),
        )
        words = [Word(start := paragraph.start + t.idx, start + len(t), t.i) for t in tokens]
        yield Sentence(paragraph, tokens, span, words, features)


def _term(paragraph: Paragraph, token: "Token") -> Term:
    start = paragraph.start + token.idx
    return Term(start, start + len(token), token.lemma_.lower(), token.pos_)


def _between(things: Sequence[Placed], spans: Iterable[Span]) -> list[Placed]:
    """What lies whole in one of several disjoint spans, of things in order that do not overlap."""
    return [
        one
        for start, end in spans
        for one in things[bisect_left(things, start, key=_start) : bisect_left(things, end, key=_start)]
        if one.end <= end
    ]


Parsed = TypeVar("Parsed", bound=Sentence)


def _says(longer: Statement, one: Statement) -> bool:
    """Whether a statement of the same teller says the other too."""
    return longer.chain[-1:] == one.chain[-1:] and all(_within(span, longer.spans) for span in one.spans)


def _by_sentence(content: Iterable[Span], parsed: Sequence[Parsed]) -> Iterator[tuple[Parsed, tuple[Span, ...]]]:
    """The part of a content that lies in each sentence."""
    spans = tuple(content)
    if not spans:
        return
    for sentence in parsed[_first(parsed, spans[0].start) :]:
        if sentence.span.start >= spans[-1].end:
            break
        cut = tuple(
            Span(max(span.start, sentence.span.start), min(span.end, sentence.span.end))
            for span in spans
            if span.overlaps(sentence.span)
        )
        if any(sentence.paragraph.doc[word.number].is_alpha for word in _between(sentence.words, cut)):
            yield sentence, cut


def _first(parsed: Sequence[Sentence], start: int) -> int:
    """Position of the first sentence that ends after an offset."""
    return bisect_right(parsed, start, key=lambda sentence: sentence.span.end)


def _inside(attributions: Sequence[Attribution]) -> Iterator[Sequence[Attribution]]:
    """For each attribution those whose content begins where its own lies, itself among them; they come in that order."""
    starts = [one.content[0].start for one in attributions]
    for one in attributions:
        yield attributions[bisect_left(starts, one.content[0].start) : bisect_left(starts, one.content[-1].end)]


def _taken(parsed: Sequence[Sentence], spans: Iterable[Span]) -> list[list[Span]]:
    """For each sentence the spans that reach into it."""
    found: list[list[Span]] = [[] for _ in parsed]
    for span in spans:
        for number in range(_first(parsed, span.start), len(parsed)):
            if parsed[number].span.start >= span.end:
                break
            found[number].append(span)
    return found


def _speaks_through(attribution: Attribution, others: Iterable[Attribution]) -> bool:
    """Whether an inner attribution (state television < a commander) holds most of what this one says."""
    mine = sum(end - start for start, end in attribution.content)
    return any(
        other is not attribution
        and len(other.chain) > len(attribution.chain)
        and all(_within(span, attribution.content) for span in other.content)
        and sum(end - start for start, end in other.content) >= NESTED * mine
        for other in others
    )


def _propositions(text: str, content: Iterable[Span]) -> tuple[Span, ...]:
    """The content without the conjunction that ties it to its cue: "that the coalition struck"; a "that" alone says nothing."""
    bare = (Span(span.start + len(_THAT), span.end) if text.startswith(_THAT, span.start) else span for span in content)
    return tuple(span for span in bare if span.start < span.end)


def _with_act(text: str, sentence: Sentence, attribution: Attribution, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content, with its cue where it says nothing without: "of theft" is what they were "accused of"."""
    cue = attribution.cue
    if cue is None or attribution.quotation is Quotation.DIRECT or not sentence.span.holds(cue):
        return content
    doc = sentence.paragraph.doc
    tokens = (doc[word.number] for word in _between(sentence.words, content))
    told = any(token.tag_ in _FINITE for token in tokens)
    acts = any(
        doc[word.number].pos_ == "VERB" and doc[word.number].dep_ != "prep" for word in _between(sentence.words, (cue,))
    )
    if told or not acts or any(cue.overlaps(span) for span in content):
        return content
    joined: list[Span] = []
    for span in sorted((cue, *content)):
        if joined and len(text[joined[-1].end : span.start].split()) <= PARTICLES:
            span = Span(joined.pop().start, span.end)
        joined.append(span)
    return tuple(joined)


def _clauses(
    text: str, sentence: Sentence, spans: tuple[Span, ...], attribution: Attribution | None = None
) -> Iterator[tuple[Span, ...]]:
    """The spans clause by clause; words in quotation marks stay in one piece."""
    if attribution is not None and attribution.quotation is not Quotation.INDIRECT:
        yield spans
        return
    words = _between(sentence.words, spans)
    starts = set(clause_starts(sentence.paragraph.doc, [word.number for word in words]))
    cuts = [word.start for word in words if word.number in starts]
    for begin, end in pairwise([0, *cuts, len(text)]):
        part = (
            Span(max(begin, span.start), min(end, span.end)) for span in spans if span.start < end and begin < span.end
        )
        kept = tuple(run for run in (_trim(text, one) for one in part) if run is not None) if cuts else tuple(part)
        if kept := _propositions(text, kept):
            yield kept


def _words_of(attribution: Attribution) -> Iterator[Span]:
    yield from attribution.content
    if attribution.source is not None:
        yield attribution.source
    if attribution.cue is not None:
        yield attribution.cue
    yield from (mention.span for mention in attribution.chain)


def _own_voice(text: str, sentence: Sentence, taken: Sequence[Span]) -> tuple[Span, ...]:
    """What a sentence says that no one is quoted for: the runs outside all attributions, if they hold a clause."""
    runs, start = [], sentence.span.start
    for left, right in sorted(taken):
        runs.append(Span(start, max(start, left)))
        start = max(start, right)
    runs.append(Span(start, max(start, sentence.span.end)))
    if not taken:
        runs = [sentence.span]
    kept = tuple(run for run in (_trim(text, run) for run in runs) if run is not None)
    tokens = [sentence.paragraph.doc[word.number] for word in _between(sentence.words, kept)]
    return kept if kept and _is_clause(tokens, whole=not taken) else ()


def _trim(text: str, run: Span) -> Span | None:
    """A run without the punctuation and the conjunctions that tied it to the attribution."""
    start, end = run
    while start < end and text[start] in _EDGES:
        start += 1
    cut = start > run.start
    first, _, rest = text[start:end].partition(" ")
    if cut and first.lower() in _OPENERS and rest:
        start += len(first) + 1
    words = text[start:end].rstrip(_LOOSE)
    head, _, last = words.rpartition(" ")
    if last.lower() in _OPENERS:
        words = head.rstrip(_LOOSE)
    return Span(start, start + len(words)) if len(words) > 2 else None


def _is_clause(tokens: "Sequence[Token]", whole: bool) -> bool:
    """A finite verb with its subject; in a sentence no one is quoted in, any verb and three words will do."""
    if whole:
        return len(tokens) > 2 and any(t.pos_ in {"VERB", "AUX"} for t in tokens)
    inside = {t.i for t in tokens}
    return any(
        t.dep_ in {"nsubj", "nsubjpass"}
        and t.head.i in inside
        and t.head.pos_ in {"VERB", "AUX"}
        and t.tag_ not in {"WDT", "WP"}
        for t in tokens
    )


def _asserts(sentence: Sentence, attribution: Attribution, first: int, last: int) -> bool:
    """Whether a content is told as a fact: words quoted, a clause, or a thing that is announced, put or counted.

    "backs a law which allows police to shoot" tells of no shooting.
    """
    if attribution.quotation is not Quotation.INDIRECT:
        return True
    root = sentence.paragraph.doc[first:last].root
    known, lemma = cues(), _cue_lemma(sentence, attribution)
    telling = (known.clausal, known.stating, known.counting, known.putting, known.speaking, known.nouns)
    relative = any(child.dep_ == "relcl" for child in root.children)
    return not relative or root.pos_ in {"VERB", "AUX"} or any(lemma in words for words in telling)


def _cue_lemma(sentence: Sentence, attribution: Attribution | None) -> str | None:
    if attribution is None or attribution.cue is None:
        return None
    start, end = (offset - sentence.paragraph.start for offset in attribution.cue)
    tokens = sentence.paragraph.doc.char_span(start, end, alignment_mode="expand") if 0 <= start < end else None
    return tokens.root.lemma_.lower() if tokens is not None else None


def _within(inner: Span, spans: Iterable[Span]) -> bool:
    return any(span.holds(inner) for span in spans)
