"""Texts to analyses: the one door of the language room."""

from collections.abc import Sequence

from narrator.language import attribution, statements
from narrator.language.identify import language_of
from narrator.language.paragraphs import Paragraph, parse
from narrator.language.pipeline import load
from narrator.model.article import Span
from narrator.model.statement import Analysis, Attribution, Statement

ANALYSER_VERSION = "6"
"""Part of the key of cached analyses: raised with every change that can change a result."""


def analyse(texts: Sequence[str], pipeline: str | None = None) -> list[Analysis]:
    """What each text says. A text in a language that the pipeline does not speak is not parsed (`extracted` is False).

    Raises PipelineError where no pipeline is installed; an empty sequence needs none.
    """
    if not texts:
        return []
    nlp = load(pipeline)
    languages = [language_of(text) for text in texts]
    spoken = [text if language == nlp.lang else "" for text, language in zip(texts, languages, strict=True)]
    return [
        _analysis(text, paragraphs, language) if language == nlp.lang else Analysis(language=language, extracted=False)
        for text, paragraphs, language in zip(texts, parse(nlp, spoken), languages, strict=True)
    ]


def attributions(texts: Sequence[str], pipeline: str | None = None) -> list[list[Attribution]]:
    """Who says what in each text; strings are taken as they are, whatever their language."""
    if not texts:
        return []
    parsed = parse(load(pipeline), texts)
    return [attribution.find(text, paragraphs) for text, paragraphs in zip(texts, parsed, strict=True)]


def propositions(texts: Sequence[str], pipeline: str | None = None) -> list[Statement]:
    """Each string taken as one statement, whatever it holds: for the comparison of pairs of sentences."""
    if not texts:
        return []
    parsed = parse(load(pipeline), texts)
    return [_proposition(text, paragraphs) for text, paragraphs in zip(texts, parsed, strict=True)]


def _analysis(text: str, paragraphs: Sequence[Paragraph], language: str) -> Analysis:
    found = attribution.find(text, paragraphs)
    return Analysis(tuple(found), tuple(statements.build(text, statements.sentences(paragraphs), found)), language)


def _proposition(text: str, paragraphs: Sequence[Paragraph]) -> Statement:
    whole = (Span(0, len(text)),)
    parts = [statements.statement(text, (one.span,), one) for one in statements.sentences(paragraphs)]
    if not parts:
        return Statement(whole, text)
    longest = max(parts, key=lambda part: part.end - part.start)
    return Statement(
        spans=whole,
        text=text,
        certainty=longest.certainty,
        stance=longest.stance,
        polarity=longest.polarity,
        quantities=tuple(q for part in parts for q in part.quantities),
        times=tuple(t for part in parts for t in part.times),
        frames=tuple(f for part in parts for f in part.frames),
        slots=tuple(s for part in parts for s in part.slots),
        terms=tuple(t for part in parts for t in part.terms),
        names=tuple(n for part in parts for n in part.names),
    )
